"""Builds that are killed: at every change to the dataset's folder, and at any time with processes at work."""
import os
import shutil
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest

from minzheng.panel.dataset import build_dataset, load_dataset, load_documents

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
TOUCHES = ("os.rename", "os.remove")        # what a build does to files that count; writing goes to names that do not

ON_ALL_CORES = """
import sys
from functools import partial
from minzheng.panel import workers
from minzheng.panel.dataset import build_dataset
workers.FEW = 0
if __name__ == "__main__":
    build_dataset([sys.argv[1]], sys.argv[2], map=partial(workers.on_all_cores, processes=2))
"""


def write(folder, number, money):
    text = f"营口市2021年民政工作情况\n\n2021年，全市城市低保平均标准为{money}元/月，注册志愿者{number + 1000}人。\n"
    (folder / f"{number}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def data(tmp_path):
    """Twenty bulletins: three parts."""
    folder = tmp_path / "data"
    folder.mkdir()
    for number in range(20):
        write(folder, number, 500 + number)
    return folder


def killed_at(touch: int, data, out) -> bool:
    """Build in a copy of this process that is killed just before its n-th change to a file; False if it made fewer."""
    child = os.fork()
    if child == 0:
        left = iter(range(touch, -1, -1))
        sys.addaudithook(lambda event, _: event in TOUCHES and next(left) == 0 and os.kill(os.getpid(), signal.SIGKILL))
        try:
            build_dataset([data], out)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def equal(out, other) -> bool:
    return load_dataset(out).equals(load_dataset(other)) and load_documents(out).equals(load_documents(other))


def test_killed_before_any_change_of_its_files_a_first_build_goes_on_as_if_nothing_was(data, tmp_path):
    build_dataset([data], tmp_path / "fresh")
    touch = 0
    while killed_at(touch, data, out := tmp_path / f"out{touch}"):
        done = (out / "manifest.json").exists()
        assert not done or equal(out, tmp_path / "fresh")      # no manifest, no dataset: half of one is never seen
        build_dataset([data], out)
        assert equal(out, tmp_path / "fresh")
        assert not list(out.rglob("*.tmp"))
        touch += 1
    assert touch == 7       # three parts of two files each, and the manifest


def test_killed_while_bringing_up_to_date_it_shows_the_old_or_the_new_and_never_half(data, tmp_path):
    build_dataset([data], old := tmp_path / "old")
    write(data, 3, 777)
    write(data, 20, 888)
    (data / "7.txt").unlink()
    build_dataset([data], new := tmp_path / "new")
    touch, seen = 0, []
    shutil.copytree(old, out := tmp_path / "out")
    while killed_at(touch, data, out):
        seen.append("old" if equal(out, old) else "new")
        assert seen[-1] == "old" or equal(out, new)
        build_dataset([data], out)
        assert equal(out, new) and not list(out.rglob("*.tmp"))
        shutil.rmtree(out)
        shutil.copytree(old, out)
        touch += 1
    assert seen == sorted(seen, reverse=True) and {"old", "new"} == set(seen)


def test_killed_at_any_time_with_all_cores_at_work_it_leaves_no_process_and_the_same_table(data, tmp_path):
    build_dataset([data], tmp_path / "fresh")
    (tmp_path / "build.py").write_text(ON_ALL_CORES, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "build.py"), str(data), str(out := tmp_path / "out")]
    for parts in (0, 1, 2):
        run = subprocess.Popen(command, start_new_session=True)
        while run.poll() is None and len(list(out.glob("observations/[!.]*.parquet"))) < parts:
            time.sleep(0.002)
        run.kill()
        run.wait()
        assert all_gone(run.pid)
    (out / "observations" / ".half.parquet.1.tmp").write_bytes(b"PAR1")
    subprocess.run(command, check=True)
    pd.testing.assert_frame_equal(load_dataset(out), load_dataset(tmp_path / "fresh"))
    assert len(load_documents(out)) == 20 and not list(out.rglob("*.tmp"))


def all_gone(group: int) -> bool:
    """Whether every process of a group has ended, at the latest within ten seconds."""
    for _ in range(1000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False
