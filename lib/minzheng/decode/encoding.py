"""Bytes -> text: the encoding that makes the bytes read as Chinese, whatever a label says."""
import codecs
from functools import cache

from minzheng.errors import UnreadableFile

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
PROBE = 40_000              # bytes that are judged; the whole file is decoded with the winner
SHORT = 300                 # bytes that may pass for UTF-8 by accident
LEAST_SENSE = 0.6           # share of sensible characters below which bytes are no text
MOST_CONTROLS = 0.05        # share of control characters above which bytes are no text
MOST_REALIGNED = 300_000    # bytes in damaged lines that are worth looking at one by one
_CONTROLS = bytes((*range(9), *range(0x0E, 0x20), 0x7F))


def decode_bytes(data: bytes) -> tuple[str, str]:
    """The text and its encoding; bytes that fit no character become U+FFFD, line ends stay as they are.

    A byte-order mark decides and is left out. Otherwise valid UTF-8 wins, then the candidate whose text makes
    most sense, so that a bad byte changes nothing. Raises UnreadableFile for an empty file and for binary data.

    >>> decode_bytes("民政事业".encode("gb18030"))
    ('民政事业', 'gb18030')
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("empty: there is no text in it")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark):], encoding), encoding
    encoding = "utf-8" if _is_utf8(data) else _best_encoding(data[:PROBE])
    text = _decode(data, encoding)
    probe = text[:PROBE].encode("utf-8", "replace")
    if len(probe) - len(probe.translate(None, _CONTROLS)) > MOST_CONTROLS * min(len(text), PROBE):
        raise UnreadableFile("full of control characters: binary files are not read")
    return text, encoding


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8 is UTF-8, but for a short text that makes far more sense otherwise."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if "\0" in text or len(data) > SHORT:
        return "\0" not in text
    return max(sense_of(_decode(data, encoding)) for encoding in ENCODINGS) < max(0.9, sense_of(text) + 0.3)


def _best_encoding(probe: bytes) -> str:
    senses = {encoding: sense_of(_decode(probe, encoding)) for encoding in ENCODINGS}
    best = max(senses, key=senses.get)
    if senses[best] < LEAST_SENSE:
        raise UnreadableFile("not text in UTF-8, UTF-16, GB18030 or Big5; binary files are not read")
    return best


def _decode(data: bytes, encoding: str) -> str:
    """The text; in the double-byte encodings a damaged line is put back into step."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding not in ("gb18030", "big5hkscs"):
            return data.decode(encoding, "replace")
    text, budget = [], MOST_REALIGNED
    for line in data.splitlines(keepends=True):
        try:
            text.append(line.decode(encoding))
        except UnicodeDecodeError:
            budget -= len(line)
            text.append(_realigned(line, encoding) if budget > 0 else line.decode(encoding, "replace"))
    return "".join(text)


def _realigned(line: bytes, encoding: str) -> str:
    """The most sensible division of a line into characters; a byte that belongs to none becomes U+FFFD.

    After a lost byte all further pairs would be read half a character out of step.
    """
    weights = _weights()
    # For each place in the line: the score so far, the place before, the character between.
    best: list[tuple[float, int, str]] = [(0.0, 0, "")]
    for stop in range(1, len(line) + 1):
        ways = [(best[stop - 1][0] - 1, stop - 1, "\ufffd")]
        for width in (1, 2, 4):
            character = line[stop - width:stop].decode(encoding, "replace") if width <= stop else ""
            if len(character) == 1 and character != "\ufffd":
                ways.append((best[stop - width][0] + weights.get(character, -0.2) * width, stop - width, character))
        best.append(max(ways))
    characters, place = [], len(line)
    while place:
        _, place, character = best[place]
        characters.append(character)
    return "".join(reversed(characters))


def sense_of(text: str) -> float:
    """Share of the characters that one meets in Chinese text, odd ones counted against it; 0–1."""
    weights = _weights()
    return sum(weights.get(character, 0.0) for character in text) / max(len(text), 1)


@cache
def _weights() -> dict[str, float]:
    """1 for everyday characters (GB 2312 level 1, Big5 level 1, ASCII, punctuation), 0.3 for the rarer ones."""
    high, low = range(0xA1, 0xFF), range(0x40, 0x7F)
    level_1 = bytes(b for row in range(0xB0, 0xD8) for cell in high for b in (row, cell))
    level_2 = bytes(b for row in range(0xD8, 0xF8) for cell in high for b in (row, cell))
    frequent = bytes(b for row in range(0xA4, 0xC7) for cell in (*low, *high) for b in (row, cell))
    weights = dict.fromkeys(level_2.decode("gb2312", "ignore"), 0.3)
    weights |= dict.fromkeys(frequent.decode("big5", "ignore"), 0.9)
    weights |= dict.fromkeys(level_1.decode("gb2312", "ignore"), 1.0)
    weights |= dict.fromkeys(map(chr, range(0x20, 0x7F)), 0.9)
    marks = "0123456789,.%/-() \t\r\n\xa0\u3000、。·—…‘’“”〔〕《》「」【】，；：！？（）％‰℃×"
    return weights | dict.fromkeys(marks, 1.0)
