"""White space that belongs to a page and not to the text: hard wraps, blanks around digits and inside words."""
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import BLANK, BLANKS, DIGIT, HAN, kind, letters, places
from minzheng.patterns import Late

LEAST_BLANKS = 5        # of one sort in a document, before they count as its habit
LEAST_SHARE = 0.3       # of the places between a Chinese character and a digit that hold a blank
LEAST_WRAPS = 3         # full lines that end inside a sentence, before line width counts as a wrap
LEAST_WIDTH = 16        # characters of a full line
LONGEST_NAME = 40       # characters inside “ ”
_LINE_END = kind("\n")
_INSIDE = HAN | DIGIT | kind("，、,")          # what a line ends in that may go on
_WHITE = kind("\t\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", (0x2000, 0x200A))
_HAN = letters((0x3400, 0x9FFF))
_DIGITS = letters("0123456789")
_PERCENT = frozenset("%％‰")
_OPENING = frozenset("，、（")
_CLOSING = _PERCENT | frozenset("，。、；）")
_TOUCHING = Late("[0-9](?:(?<=[㐀-鿿，、（].)|(?=[㐀-鿿%％‰]))")
_BLANK = Late(f"[{BLANKS}]+")
_SPACED_WORD = Late(f"(?<![㐀-鿿])[㐀-鿿](?:[{BLANKS}][㐀-鿿]){{3,}}(?![㐀-鿿])")
_SPACED_YEAR = Late(r"(?<!\d)(?<!\d )[12](?: \d){3}(?= ?年)")
_ENDS_INSIDE = _HAN | _DIGITS | frozenset("，、,")
_SPACED_MARKS = frozenset("，。、；：.,%％“”（）《》—-/·")
_STOPS = frozenset("，、；")
_GOES_ON = _HAN | _DIGITS | frozenset("%“（(《")
# Lines of a table, two at least, whose blanks part its cells: 敬老院　所　12
_TABLE = Late(rf"(?:^[^\s。，；|][^\n。，；|]{{0,60}}[{BLANKS}\t][-+0-9.,%％]+(?:[{BLANKS}\t]+[-+0-9.,%％]+)*[ \t]*(?:\n|\Z)){{2,}}", re.MULTILINE)
_HEADING = Late(
    r"[（(]?[一二三四五六七八九十]{1,3}[、)）]|第[一二三四五六七八九十]+[章节条部]|"
    r"[（(]?\d{1,2}[.、)）](?!\d)|[图表] ?\d|[—－-]")


def find_blanks_in_text(text: str) -> list[Edit]:
    """Find blanks around digits, inside spaced-out words and years, and between words of running text.

    Each sort counts only as the document's habit, but for a word of four or more spaced characters.

    >>> [edit[:2] for edit in find_blanks_in_text("工 作 报 告")]
    [(1, 2), (3, 4), (5, 6)]
    """
    starts, lasts = places(text, BLANK, before=~BLANK), places(text, BLANK, after=~BLANK)
    blanks = [(start, last + 1) for start, last in zip(starts, lasts, strict=True)]
    rules = {}
    inner = [(start, stop) for start, stop in blanks if text[start - 1:start] not in ("", "\n")]       # no indents
    beside = _outside_tables(text, [span for span in inner if _is_beside_digit(text, *span)])
    if len(beside) >= LEAST_BLANKS and len(beside) >= LEAST_SHARE * (len(beside) + len(_TOUCHING.findall(text))):
        rules |= dict.fromkeys(beside, "blank beside digits")
    between = _in_running_text(text, inner)
    if len({text[start - 1] + text[stop] for start, stop in between}) >= LEAST_BLANKS:
        rules |= dict.fromkeys(between, "blank in running text")
    for start, stop in _spaced_out(blanks):
        if _is_spaced_text(text[start:stop:2]):
            rules |= {blank.span(): "spaced-out text" for blank in _BLANK.finditer(text, start, stop)}
        for pattern, rule in ((_SPACED_WORD, "spaced-out word"), (_SPACED_YEAR, "spaced-out year")):
            for match in pattern.finditer(text, start, stop):
                rules |= {blank.span(): rule for blank in _BLANK.finditer(text, *match.span())}
    return [Edit(start, stop, "", "wrap", rules[start, stop]) for start, stop in sorted(rules)]


def _spaced_out(blanks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in which every other character is a blank, three times at least."""
    first = 0
    for n, (start, _) in enumerate(blanks, 1):
        if n == len(blanks) or blanks[n][0] != start + 2:
            if n - first >= 3:
                yield max(blanks[first][0] - 1, 0), blanks[n - 1][1] + 1
            first = n


def _is_spaced_text(characters: str) -> bool:
    """Words with a number between them, and not the cells of a table."""
    han = sum(character in _HAN for character in characters)
    return len(characters) > LEAST_BLANKS and han >= 2 and all(
        character in _HAN or character in _DIGITS or character in _SPACED_MARKS for character in characters)


def _is_beside_digit(text: str, start: int, stop: int) -> bool:
    before, after = text[start - 1:start], text[stop:stop + 1]
    return (after in _DIGITS and (before in _HAN or before in _OPENING)) or (
        (before in _DIGITS or before in _PERCENT) and (after in _HAN or after in _CLOSING))


def _outside_tables(text: str, blanks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blanks that part no cells of a table kept as lines."""
    if len(blanks) < LEAST_BLANKS:
        return blanks
    tables = [table.span() for table in _TABLE.finditer(text)]
    before = [bisect_right(tables, (blank[0], len(text))) for blank in blanks]         # tables that begin before each
    return [blank for blank, n in zip(blanks, before, strict=True) if not n or blank[0] >= tables[n - 1][1]]


def _in_running_text(text: str, blanks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blanks between two words of a long line with stops; inside “ ” a blank parts two halves of a name."""
    found, line_stop, is_running = [], -1, False
    for start, stop in blanks:
        before, after = text[start - 1:start], text[stop:stop + 1]
        if after not in _HAN or not (before in _HAN or before in _STOPS):
            continue
        if start > line_stop:
            line_start, line_stop = text.rfind("\n", 0, start) + 1, (text.find("\n", stop) + 1 or len(text) + 1) - 1
            line = text[line_start:line_stop]
            is_running = len(line) >= 30 and "|" not in line and ("，" in line or "。" in line)
        if is_running:
            left = text[max(line_start, start - LONGEST_NAME):start]
            if left.rfind("“") <= left.rfind("”"):
                found.append((start, stop))
    return found


def find_wraps(text: str) -> list[Edit]:
    """Find line ends inside a sentence: after a comma, after a running line, or at the page's full width.

    >>> find_wraps("全省各级民政部门持续做好特困人员供养，\\n提高标准。")[0][:3]
    (19, 20, '')
    """
    edits = []
    for end in places(text, _LINE_END, before=_INSIDE | _WHITE):
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].rstrip()
        if len(line) < LEAST_WIDTH or line[-1] not in _ENDS_INSIDE:
            continue
        start, gap = end + 1, text.find("\n", end + 1)
        is_parted = gap >= 0 and not text[start:gap].strip()        # by a blank line
        start = gap + 1 if is_parted else start
        rest = text[start:(text.find("\n", start) + 1 or len(text) + 1) - 1]
        if _goes_on(line, rest, 0 if is_parted else _full_width(text)):
            edits.append(Edit(begin + len(line), start + rest.startswith(" "), "", "wrap", "hard wrap"))
    return edits


def _goes_on(line: str, rest: str, width: int) -> bool:
    """Is the next line the rest of this one's sentence? An indented one is a new paragraph, `|` is a table's."""
    rest = rest.removeprefix(" ")
    if rest[:1] not in _GOES_ON or _HEADING.match(rest) or "|" in line or "\t" in line:
        return False
    if line[-1] in "，、,":
        return True
    is_running = len(line) > 25 and any(mark in line for mark in "，。；") and not line.endswith("摄")
    return is_running or (width > 0 and abs(len(line.strip()) - width) <= 1)


@lru_cache(maxsize=1)
def _full_width(text: str) -> int:
    """The width to which a document's lines are broken, 0 where they are not."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    if not LEAST_WIDTH <= longest <= 120:
        return 0
    full = [line for line in lines if longest - 2 <= len(line) and line.rstrip()[-1:] in _ENDS_INSIDE and "|" not in line]
    return longest - 1 if len(full) >= LEAST_WRAPS else 0
