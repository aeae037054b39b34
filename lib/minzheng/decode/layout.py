"""White space that belongs to a page and not to the text: hard wraps, blanks around digits and inside words."""
import re
from collections.abc import Iterator

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import letters

LEAST_BLANKS = 5        # of one sort in a document, before they count as its habit
LEAST_SHARE = 0.3       # of the places between a Chinese character and a digit that hold a blank
LEAST_WRAPS = 3         # full lines that end inside a sentence, before line width counts as a wrap
LEAST_WIDTH = 16        # characters of a full line
LONGEST_NAME = 40       # characters inside “ ”
BLANKS = " \xa0\u2002\u2003\u3000"
_HAN = letters((0x3400, 0x9FFF))
_DIGITS = letters("0123456789")
_PERCENT = frozenset("%％‰")
_OPENING = frozenset("，、（")
_CLOSING = _PERCENT | frozenset("，。、；）")
_TOUCHING = re.compile("[0-9](?:(?<=[㐀-鿿，、（].)|(?=[㐀-鿿%％‰]))")
_BLANK = re.compile(f"[{BLANKS}]+")
_SPACED_WORD = re.compile(f"(?<![㐀-鿿])[㐀-鿿](?:[{BLANKS}][㐀-鿿]){{3,}}(?![㐀-鿿])")
_SPACED_YEAR = re.compile(r"(?<!\d)(?<!\d )[12](?: \d){3}(?= ?年)")
_INSIDE = _HAN | _DIGITS | frozenset("，、,")
_SPACED_MARKS = frozenset("，。、；：.,%％“”（）《》—-/·")
_STOPS = frozenset("，、；")
_GOES_ON = _HAN | _DIGITS | frozenset("%“（(《")
_HEADING = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、)）]|第[一二三四五六七八九十]+[章节条部]|"
    r"[（(]?\d{1,2}[.、)）](?!\d)|[图表] ?\d|[—－-]")


def find_blanks_in_text(text: str) -> list[Edit]:
    """Find blanks around digits, inside spaced-out words and years, and between words of running text.

    Each sort counts only as the document's habit, but for a word of four or more spaced characters.

    >>> [edit[:2] for edit in find_blanks_in_text("工 作 报 告")]
    [(1, 2), (3, 4), (5, 6)]
    """
    blanks = [match.span() for match in _BLANK.finditer(text)]
    places = {}
    inner = [(start, stop) for start, stop in blanks if text[start - 1:start] not in ("", "\n")]       # no indents
    beside = [span for span in inner if _is_beside_digit(text, *span)]
    if len(beside) >= LEAST_BLANKS and len(beside) >= LEAST_SHARE * (len(beside) + len(_TOUCHING.findall(text))):
        places |= dict.fromkeys(beside, "blank beside digits")
    between = _in_running_text(text, inner)
    if len({text[start - 1] + text[stop] for start, stop in between}) >= LEAST_BLANKS:
        places |= dict.fromkeys(between, "blank in running text")
    for start, stop in _spaced_out(blanks):
        if _is_spaced_text(text[start:stop:2]):
            places |= {blank.span(): "spaced-out text" for blank in _BLANK.finditer(text, start, stop)}
        for pattern, rule in ((_SPACED_WORD, "spaced-out word"), (_SPACED_YEAR, "spaced-out year")):
            for match in pattern.finditer(text, start, stop):
                places |= {blank.span(): rule for blank in _BLANK.finditer(text, *match.span())}
    return [Edit(start, stop, "", "wrap", places[start, stop]) for start, stop in sorted(places)]


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
    lines = text.split("\n")
    width = _full_width(lines)
    edits, start = [], 0
    for number, line in enumerate(lines[:-1]):
        ends = line.rstrip()
        gap = 2 if number + 2 < len(lines) and not lines[number + 1].strip() else 1     # a blank line may lie between
        if ends[-1:] in _INSIDE and len(ends) >= LEAST_WIDTH and _goes_on(ends, lines[number + gap], gap, width):
            stop = start + len(line) + (gap == 2) * (len(lines[number + 1]) + 1) + 1
            edits.append(Edit(start + len(ends), stop + lines[number + gap].startswith(" "), "", "wrap", "hard wrap"))
        start += len(line) + 1
    return edits


def _goes_on(line: str, rest: str, gap: int, width: int) -> bool:
    """Is the next line the rest of this one's sentence? An indented one is a new paragraph, `|` is a table's."""
    rest = rest.removeprefix(" ")
    if rest[:1] not in _GOES_ON or _HEADING.match(rest) or "|" in line or "\t" in line:
        return False
    if line[-1] in "，、,":
        return True
    is_running = len(line) > 25 and any(mark in line for mark in "，。；") and not line.endswith("摄")
    return is_running or (gap == 1 and width > 0 and abs(len(line.strip()) - width) <= 1)


def _full_width(lines: list[str]) -> int:
    """The width to which a document's lines are broken, 0 where they are not."""
    longest = max(map(len, lines))
    if not LEAST_WIDTH <= longest <= 120:
        return 0
    full = [line for line in lines if longest - 2 <= len(line) and line.rstrip()[-1:] in _INSIDE and "|" not in line]
    return longest - 1 if len(full) >= LEAST_WRAPS else 0
