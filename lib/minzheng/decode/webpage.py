"""HTML -> raw text: title and main text, tables as rows. The one door to trafilatura and lxml."""
import logging
import re

from minzheng.decode.encoding import decode_bytes
from minzheng.errors import UnreadableFile
from minzheng.patterns import Late

MOST_CHARACTERS = 5_000_000     # of a page; bulletins have some ten thousand
_LABEL = Late(r"""(charset\s*=\s*["']?|<\?xml[^>]{0,80}?encoding=["'])[\w-]+""", re.I)
_TAG = Late("<[a-zA-Z!/?]")
_ROOT = Late("<html", re.I)
_ROW = Late(r"^\|[ ]?(.*?)[ ]?\|[ ]*$", re.M)
_BLOCKS = frozenset("p div li tr table h1 h2 h3 h4 h5 h6 br section article header footer title dt dd".split())
_RULE = Late(r"^[|\- ]*-[|\- ]*\n?", re.M)


def read_webpage(data: bytes) -> tuple[str, str]:
    """The text of a page, its title in the first line, and the encoding, which the bytes tell and no label.

    A table row becomes a line with ` | ` between the cells.
    """
    page, encoding = decode_bytes(data)
    if len(page) > MOST_CHARACTERS:
        raise UnreadableFile(f"a page of more than {MOST_CHARACTERS:,} characters")
    if not _TAG.search(page):       # plain text under a wrong ending
        return page, encoding
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = _LABEL.sub(r"\1utf-8", page)
    if not _ROOT.search(page):      # a piece of a page; trafilatura takes it for none
        page = f"<html><body>{page}</body></html>"
    wanted = {"include_tables": True, "include_comments": False, "favor_recall": True}
    found = trafilatura.bare_extraction(page, with_metadata=True, **wanted)
    title = (found.title or "").strip() if found else ""
    text = _with_plain_rows(trafilatura.extract(page, **wanted) or "")
    if not text or ("<tr" in page and " | " not in text):       # too short for main text, or its table was passed over
        text = _all_text(page)
    if not text.strip():
        raise UnreadableFile("no text found in the page")
    return text if not title or title in text[:len(title) + 200] else f"{title}\n{text}", encoding


def _with_plain_rows(text: str) -> str:
    """`| a | b |` -> `a | b`, and without the line that sets the head of a table off."""
    return _ROW.sub(r"\1", _RULE.sub("", text))


def _all_text(page: str) -> str:
    """Every line of a page, blocks and table rows apart, cells joined by ` | `, without scripts and navigation."""
    from lxml import etree, html

    tree = html.document_fromstring(page)
    etree.strip_elements(tree, "head", "script", "style", "nav", "noscript", "template", etree.Comment, with_tail=False)
    for element in tree.iter():
        if element.tag in ("td", "th") and element.getnext() is not None:
            element.tail = " | "
        elif element.tag in _BLOCKS:
            element.tail = "\n" + (element.tail or "")
            element.text = (element.text or "").strip() or None
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
