"""Executed notebooks and the index as HTML pages that need nothing but themselves. The door of nbconvert and jinja2.

nbconvert's own page loads scripts from a network, is in English and has no alt text; ours is one file in
Chinese with the code left out. What documents say reaches a page escaped: tables and charts escape it
(`tables`), the index through jinja2's autoescape.
"""
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from minzheng.publish.wording import words

if TYPE_CHECKING:       # its import takes a second, which a run that has nothing to make must not pay
    from nbformat import NotebookNode

TEMPLATES = Path(__file__).with_name("templates")
PAGE_LANG = {"zh": "zh-CN", "en": "en"}


def notebook_page(notebook: "NotebookNode", title: str, home: str, lang: str = "zh") -> str:
    """The executed notebook as one HTML file; `home` is the relative link back to the index."""
    page = {"page_title": title, "page_home": home, "page_lang": PAGE_LANG[lang], "page_words": words(lang)["page"]}
    html, _ = _exporter().from_notebook_node(notebook, resources=page)
    return html


def index_page(**content) -> str:
    """The page that leads to everything; what it takes is what templates/index.html.j2 names."""
    return filled("index.html.j2", **content)


def filled(template: str, **content) -> str:
    """A template of ours with its content, of which all that is not `Markup` is escaped."""
    return _environment().get_template(template).render(**content)


def changes_page(changes: list[dict], **content) -> str:
    """The page of what changed; `changes` as `changed.change_tables` gives them, empty on a first run."""
    from markupsafe import Markup

    changes = [one | {"table": Markup(one["table"]._repr_html_()), "table_rows": len(one["table"].rows)}
               for one in changes]
    return filled("changes.html.j2", changes=changes, names=words()["changes"], **content)


@cache
def _exporter():
    from nbconvert import HTMLExporter

    return HTMLExporter(template_file=str(TEMPLATES / "report.html.j2"), exclude_anchor_links=True)


@cache
def _environment():
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
