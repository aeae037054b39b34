"""The walk from bytes to slides, and the one door of each heavy package.

A module may import only modules that stand above it in WALK; a heavy package is imported by its door
alone. A file that is not listed fails, so that nobody adds a room without a place on the walk.
"""
import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "lib" / "minzheng"

WALK = """
errors
""".split()

DOORS = {
    "chardet": {"decode.encoding"},
    "cli": set(),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(path: Path) -> set[str]:
    """Every absolute module name a file imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import; write it out"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_every_file_stands_on_the_walk():
    packages = {"", "reference", "decode", "extract", "panel", "publish"}
    assert set(WALK) == set(FILES) - packages


@pytest.mark.parametrize("module", WALK)
def test_a_module_imports_only_from_above(module):
    above = set(WALK[: WALK.index(module)])
    ours = {name.removeprefix("minzheng.") for name in imports(FILES[module]) if name.startswith("minzheng.")}
    modules = ours & set(WALK)
    assert modules <= above, f"{module} imports {sorted(modules - above)}, which stand below it"


@pytest.mark.parametrize("package", DOORS)
def test_a_heavy_package_has_one_door(package):
    users = {module for module, path in FILES.items()
             if any(name.split(".")[0] == package for name in imports(path))}
    assert users <= DOORS[package], f"{package} is imported by {sorted(users - DOORS[package])}"
