"""A papermill engine that runs each notebook in a forked copy of this process, where everything is imported already.

Nine tenths of a papermill run are start-up and imports: a forked notebook takes a few tenths of a second
where one in a new kernel takes seconds. Each notebook has a process of its own, so nothing leaks from one
report into the next. Widgets, input and interrupting are not there; `nbclient` stays the engine of reference,
and the tests hold that both give equal outputs. Only where the system can fork.
"""
import base64
import os
import pickle
import select
import signal
import sys
import time
import traceback

# Papermill's import pulls in a grammar for internationalised addresses that takes most of a second and that no
# notebook of ours needs: jsonschema does without it where it is missing.
sys.modules.setdefault("rfc3987_syntax", None)

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines

NAME = "minzheng-fork"
PRELOADED = ("pandas", "pyarrow.parquet", "pandera.pandas", "minzheng.publish.story", "minzheng.publish.tables",
             "minzheng.publish.checkout", "IPython.core.interactiveshell", "ipykernel.zmqshell")
LENGTH = 8          # bytes that tell how long a message is


class ForkEngine(Engine):
    """Runs the code cells one after another in a forked child, and writes what they show into the notebook."""

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, execution_timeout=None, **_):
        cells = nb_man.nb.cells
        for index, cell in enumerate(cells):
            if cell.cell_type != "code":
                nb_man.cell_start(cell, index)
                nb_man.cell_complete(cell, index)
        sources = [(index, cell.source) for index, cell in enumerate(cells) if cell.cell_type == "code"]
        for index, event in _events(sources, execution_timeout):
            cell = cells[index]
            if event == "start":
                nb_man.cell_start(cell, index)
                continue
            cell.execution_count, outputs = event
            cell.outputs = [_as_output(kind, content, cell.execution_count) for kind, content in outputs]
            for output in cell.outputs:
                if output.output_type == "error":
                    nb_man.cell_exception(cell, cell_index=index, exception=RuntimeError(output.evalue))
            nb_man.cell_complete(cell, index)


def register() -> str:
    """Make the engine known to papermill; gives the name to ask for."""
    papermill_engines.register(NAME, ForkEngine)
    return NAME


def preload() -> None:
    """Import, and build once, what every notebook needs, so that each forked one has it."""
    import importlib

    for name in PRELOADED:
        importlib.import_module(name)
    from minzheng.panel.schema import check_observations, observations_frame
    from minzheng.publish.style import font_name

    check_observations(observations_frame([]), "nothing")
    font_name()


def _events(sources, timeout):
    """Run code cells in a child; yield (index, "start") and (index, (execution count, outputs)) as they happen."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run_in_child(sources, writing)
    os.close(writing)
    try:
        while (event := _receive(reading, timeout)) is not None:
            yield event
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        os.waitpid(child, 0)


def _run_in_child(sources, writing):
    """Everything the child does; it never returns."""
    try:
        from minzheng.publish.shell import new_shell, run_cell

        shell = new_shell()
        for index, source in sources:
            _send(writing, (index, "start"))
            outputs, went_well = run_cell(shell, source)
            _send(writing, (index, (shell.execution_count - 1, outputs)))
            if not went_well:
                break
        _send(writing, None)
        os._exit(0)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    os._exit(1)


def _send(pipe, message):
    content = pickle.dumps(message)
    content = len(content).to_bytes(LENGTH, "big") + content
    while content:
        content = content[os.write(pipe, content):]


def _receive(pipe, timeout):
    """The next message; None is the last. Raises CellTimeoutError or DeadKernelError, as nbclient would."""
    until = timeout and time.monotonic() + timeout
    length = int.from_bytes(_read(pipe, LENGTH, until), "big")
    return pickle.loads(_read(pipe, length, until))


def _read(pipe, size, until):
    content = b""
    while len(content) < size:
        if until and not select.select([pipe], [], [], max(0, until - time.monotonic()))[0]:
            raise CellTimeoutError("a cell ran longer than it may")
        piece = os.read(pipe, size - len(content))
        if not piece:
            raise DeadKernelError("the notebook's process died")
        content += piece
    return content


def _as_output(kind, content, execution_count):
    if kind == "execute_result":
        content = content | {"execution_count": execution_count}
    if "data" in content:
        content = content | {"data": {mime: base64.b64encode(value).decode() if isinstance(value, bytes) else value
                                      for mime, value in content["data"].items()}}
    return new_output(kind, **content)
