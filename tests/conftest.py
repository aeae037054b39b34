"""What all tests share: where the real documents may lie, and when a test skips for want of a program."""
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# No time limit an example: a busy machine is no defect. In CI the same examples each time.
settings.register_profile("minzheng", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("minzheng")

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("MINZHENG_SHARED", ROOT.parent / "shared"))
PROGRAMS = {"browser": ("chromium",), "office": ("soffice", "pdftoppm")}


def pytest_runtest_setup(item):
    """Skip by name what cannot run here; where CI installed the programs such a skip is a failure."""
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if not shutil.which(program)]
        if item.get_closest_marker(marker) and missing:
            stop = pytest.fail if os.environ.get("MINZHENG_REQUIRE_PROGRAMS") else pytest.skip
            stop(f"{item.nodeid} needs {', '.join(missing)}, which is not installed")
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip(f"{item.nodeid} reads the real documents, and {SHARED} is not there")


@pytest.fixture
def shared() -> Path:
    """The folder of real documents and gold records (tests that use it are marked `shared`)."""
    return SHARED


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT
