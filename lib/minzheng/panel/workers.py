"""A `map` over all cores for `build_dataset`: fresh processes that end with the one that began them."""
import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from minzheng.errors import DatasetError

FEW = 300       # documents that one process has read before others have started up
_PR_SET_PDEATHSIG = 1   # prctl(2): which signal to get when the parent ends


def on_all_cores(work: Callable, jobs: list, processes: int | None = None) -> Iterator:
    """The results of `work` on each `PartJob`, in order; few documents are read by this process alone.

    Give it to `build_dataset(…, map=on_all_cores)`. A script that does so needs the usual
    `if __name__ == "__main__":`, for the processes are fresh ones that import it. Raises DatasetError where one of
    them is killed.
    """
    processes = min(processes or multiprocessing.cpu_count(), len(jobs))
    if processes < 2 or sum(len(job.sources) for job in jobs) < FEW:
        yield from map(work, jobs)
        return
    context = multiprocessing.get_context("spawn")      # nothing of ours half-copied into it
    try:
        with ProcessPoolExecutor(processes, context, initializer=end_with_parent) as pool:
            yield from pool.map(work, jobs)
    except BrokenProcessPool as error:
        raise DatasetError("a process that was reading bulletins was killed, perhaps for want of memory; run again: "
                           "what is done is kept") from error


def end_with_parent() -> None:
    """Have this process killed when the one that began it ends, however it ends (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
