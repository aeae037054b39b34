"""A map over all cores: in order, in other processes where that pays, and clear words when one of them is killed."""
import os
import signal
from dataclasses import dataclass

import pytest

from minzheng.errors import DatasetError
from minzheng.panel.workers import FEW, on_all_cores


@dataclass(frozen=True)
class Task:
    """What a `PartJob` is to the map: something with sources."""

    number: int
    sources: tuple


def where(task: Task) -> tuple[int, int]:
    return task.number, os.getpid()


def killed(task: Task) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def tasks(count: int, sources: int) -> list[Task]:
    return [Task(number, ("x",) * sources) for number in range(count)]


@pytest.mark.parametrize("few", [[], tasks(1, FEW), tasks(3, FEW // 4)])
def test_little_work_is_done_here(few):
    assert list(on_all_cores(where, few, 2)) == [(task.number, os.getpid()) for task in few]


def test_much_work_is_done_elsewhere_and_comes_back_in_order():
    done = list(on_all_cores(where, tasks(6, FEW // 3), 2))
    assert [number for number, _ in done] == [0, 1, 2, 3, 4, 5]
    assert os.getpid() not in {process for _, process in done}


def test_a_killed_process_is_named_as_such():
    with pytest.raises(DatasetError, match="was killed"):
        list(on_all_cores(killed, tasks(2, FEW), 2))
