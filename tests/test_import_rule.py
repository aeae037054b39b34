"""The walk from bytes to slides, and the one door of each heavy package.

A module may import only modules that stand above it in WALK; a heavy package is imported by its door
alone. A file that is not listed fails, so that nobody adds a room without a place on the walk.
"""
import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "lib" / "minzheng"

WALK = """
errors patterns

reference.units reference.regions reference.indicators

decode.alphabet decode.aligned decode.encoding decode.rows decode.files decode.furniture decode.characters
decode.readings decode.structure decode.mangle_bytes decode.mangle decode.mangle_pages decode.words decode.phrases
decode.character_pairs
decode.site_evidence decode.damaged_runs decode.lattice decode.run_lattice decode.run_context decode.misalignment decode.likelihood decode.lost_bytes
decode.misread_bytes decode.misread
decode.escapes decode.forms decode.glosses decode.commas decode.questionmarks decode.traditional decode.pages decode.layout decode.split_words
decode.width decode.spam decode.repeats decode.doubts decode.edit_marks
decode.fixes decode.webpage decode.word_file
decode.pdf_file decode.raw_text decode.metadata decode.document decode.explain decode.review decode.save

extract.syntax extract.clauses
extract.numbers.measures extract.numbers.numerals extract.numbers.exclusions extract.numbers.precision
extract.numbers.spoiled extract.numbers.amounts extract.numbers.neighbours extract.numbers.quantities
extract.times.written_dates extract.times.time_words extract.times.feasts extract.times.period_codes
extract.times.periods extract.times.jubilees extract.times.period_lists extract.times.events extract.times.plan_titles
extract.times.report_titles extract.times.anchors extract.times.report_periods extract.times.lifetimes
extract.places.named extract.places.regions extract.places.shared_places extract.places.labels
extract.places.yardsticks extract.places.home
extract.names.lists extract.names.memory extract.names.payees extract.names.goals extract.names.circumstances
extract.names.heads extract.names.topics extract.names.told_topics extract.names.ellipsis extract.names.roles
extract.names.groups extract.names.moves extract.names.bare extract.names.belonging extract.names.people
extract.names.siblings extract.names.rates extract.names.short_heads extract.names.shares extract.names.counted extract.names.mirrors extract.names.dealt
extract.names.denominators extract.names.headed extract.names.subjects
extract.tables.headers extract.tables.rows extract.tables.blank_tables extract.tables.cell_lines extract.tables.titles
extract.tables.row_cells extract.tables.row_names extract.tables.cells
extract.prose
extract.scope.status extract.scope.context extract.scope.headings extract.scope.sections extract.scope.clause_times
extract.scope.fold extract.scope.spread extract.scope.timing
extract.reading
extract.checks.arithmetic extract.checks.indicators extract.checks.links extract.checks.doubts
extract.checks.confidence extract.checks.totals
extract.observations extract.explained extract.passed_over

panel.schema panel.manifest panel.parts panel.plan panel.workers panel.dataset panel.timeline panel.planned panel.cells
panel.comparable panel.growth panel.targets panel.review panel.summary panel.codebook panel.exports panel.workbook
panel.changes panel.packages

publish.atomic publish.wording publish.sections publish.importance publish.series publish.converted publish.several
publish.style publish.panels publish.chartlist publish.charts publish.checkout publish.provenance publish.tables publish.deck publish.shell publish.engine publish.explore
publish.jobs publish.home publish.changed publish.pages publish.proof publish.datatables publish.story publish.slides
publish.making publish.reports
publish.widgets

cli
""".split()

DOORS = {
    # decode
    "trafilatura": {"decode.webpage"},
    "docx": {"decode.word_file"},
    "lxml": {"decode.webpage"},
    "pypdf": {"decode.pdf_file"},
    "pypinyin": {"decode.readings"},
    "opencc": {"decode.characters"},        # its dictionaries: the converter is too slow and keeps no offsets
    "jieba": {"decode.words"},              # its dictionary with frequencies
    # panel
    "pyarrow": {"panel.parts"},
    "pandera": {"panel.schema"},
    "xlsxwriter": {"panel.exports"},
    # publish
    "seaborn": {"publish.charts", "publish.panels", "publish.style"},
    "matplotlib": {"publish.charts", "publish.panels", "publish.style"},
    "pptx": {"publish.deck"},
    "papermill": {"publish.making", "publish.engine"},
    "nbclient": {"publish.engine"},
    "IPython": {"publish.shell"},
    "nbconvert": {"publish.pages"},
    "jinja2": {"publish.pages"},
    "ipywidgets": {"publish.widgets"},
    "click": {"cli"},
}
# Packages whose data we read by `importlib.resources`, which an import statement does not show.
READ_AS_DATA = re.compile(r"""(?:files|find_spec)\(["'](\w+)["']\)""")


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


FILES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(path: Path) -> set[str]:
    """Every absolute module name a file imports, also inside functions, and every package whose data it reads."""
    source = path.read_text(encoding="utf-8")
    found = set(READ_AS_DATA.findall(source))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import; write it out"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_every_file_stands_on_the_walk():
    packages = {"", "reference", "decode", "extract", "panel", "publish", *(f"extract.{room}" for room in ("numbers", "times", "places", "scope", "names", "tables", "checks"))}
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
    assert users == DOORS[package], f"{package} is imported by {sorted(users)}"
