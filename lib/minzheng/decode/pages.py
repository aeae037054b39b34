"""Page numbers that part a sentence, as text taken from a paged document has them."""

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import kind, matches, places
from minzheng.patterns import Late

LONGEST_PAGE = 40       # characters of a line that holds a page number, blanks and all
LEAST_SERIES = 3        # bare numbers alone in their lines, each one more than the last, before they count as pages
_PAGE = Late(r"\s*(?:[-—–－]{1,2} ?\d{1,4} ?[-—–－]{1,2}|第 ?\d{1,4} ?页(?:[，,、/ ]*共 ?\d{1,4} ?页)?|"
                   r"\d{1,4} ?/ ?\d{1,4})\s*")
_LINE_END, _FIRST = kind("\n"), kind(" \t\u3000-—–－第0123456789")
_LIKELY = Late(r"\n[ \t\u3000]*+[-—–－第0-9][-—–－第页共/，,、0-9 \t\r\u3000\xa0]{0,30}+\n")      # fast to find
_BARE = Late(r"\s*(\d{1,4})\s*")
_TORN = Late(r"[㐀-鿿，、（“《0-9]$")
_GOES_ON = Late(r"[㐀-鿿0-9“《（，。；、]")
_HEADING = Late(r"[（(]?[一二三四五六七八九十]{1,3}[、)）]|第[一二三四五六七八九十]+[章节条部]|[（(]?\d{1,2}[.、)）](?!\d)")
_STOP = Late("[，。；：]")


def find_page_breaks(text: str) -> list[Edit]:
    """Find page numbers, with the line ends and blank lines around them, between two halves of a sentence.

    >>> [edit[:2] for edit in find_page_breaks("全县共有志愿者9万人，其中登\\n\\n—3—\\n\\n记的有4个团体。")]
    [(14, 21)]
    """
    if not any(matches(_LIKELY, text, places(text, _LINE_END, after=_FIRST))):
        return []
    lines = text.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    edits = []
    for number in _page_lines(lines):
        above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), None)
        below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
        if above is not None and below is not None and _is_one_sentence(lines[above].rstrip(), lines[below]):
            start = starts[above] + len(lines[above].rstrip())
            stop = starts[below] + len(lines[below]) - len(lines[below].lstrip())
            edits.append(Edit(start, stop, "", "wrap", "page number inside a sentence"))
    return edits


def _page_lines(lines: list[str]) -> list[int]:
    """The numbers of the lines that are page numbers."""
    bare = [(n, int(match[1])) for n, line in enumerate(lines) if len(line) <= LONGEST_PAGE and (match := _BARE.fullmatch(line))]
    is_series = len(bare) >= LEAST_SERIES and all(page == bare[0][1] + n for n, (_, page) in enumerate(bare))
    marked = [n for n, line in enumerate(lines) if len(line) <= LONGEST_PAGE and _PAGE.fullmatch(line)]
    return sorted([*marked, *(n for n, _ in bare if is_series)])


def _is_one_sentence(above: str, below: str) -> bool:
    """Neither a stop before nor a heading or a new paragraph behind, and both are prose."""
    is_prose = bool(_STOP.search(above)) and bool(_STOP.search(below)) and "|" not in above + below
    new = below.startswith(("\u3000", "  ", "\t")) or _HEADING.match(below.lstrip())
    return is_prose and not new and bool(_TORN.search(above)) and bool(_GOES_ON.match(below.lstrip()))
