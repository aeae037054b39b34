"""Headings and prose of the notebooks, in the language that their parameter asks for."""
from dataclasses import dataclass

from markupsafe import Markup

from minzheng.errors import ReportError
from minzheng.publish.wording import words


@dataclass(frozen=True)
class Section:
    """A heading, and what to know before reading what stands under it; either may be empty."""

    title: str
    text: str

    def _repr_html_(self) -> str:
        title = Markup("<h2>{}</h2>").format(self.title) if self.title else ""
        text = Markup("<p>{}</p>").format(self.text) if self.text else ""
        return f'<section class="prose">{title}{text}</section>'


def section(name: str, lang: str = "zh") -> Section:
    """A section of wording.toml by its name. Raises ReportError for a name that is not there.

    >>> section("sources", "en")._repr_html_()
    '<section class="prose"><h2>Where it is written</h2></section>'
    """
    known = words(lang)["sections"]
    if name not in known:
        raise ReportError(f"no section {name!r}; there is {', '.join(known)}")
    return Section(known[name].get("title", ""), known[name].get("text", ""))
