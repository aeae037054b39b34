"""The charts that a report saved, listed beside them with title and alt text, so that others can lead to them."""
import json
from pathlib import Path

from minzheng.publish.atomic import write_whole

ENDINGS = (".png", ".svg")


def write_list(folder: Path, report: str, charts: list[dict]) -> None:
    """List the charts (name, title, alt) of a report in `<report>.json`; files of charts that it no longer has go."""
    gone = {chart["name"] for chart in read_list(folder / f"{report}.json")} - {chart["name"] for chart in charts}
    for name in gone:
        for ending in ENDINGS:
            (folder / f"{name}{ending}").unlink(missing_ok=True)
    write_whole(folder / f"{report}.json", json.dumps(charts, ensure_ascii=False, indent=1))


def read_list(path: Path) -> list[dict]:
    """The charts of one list; none where there is no list."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def read_lists(folder: Path) -> list[dict]:
    """The charts of all reports in a folder, by report."""
    return [chart for path in sorted(folder.glob("*.json")) for chart in read_list(path)]


def remove_charts(folder: Path, report: str) -> None:
    """Remove the charts of a report and their list; the folders too where nothing else is in them."""
    if (folder / f"{report}.json").exists():
        write_list(folder, report, [])
        (folder / f"{report}.json").unlink()
    for empty in (folder, folder.parent):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()
