"""Bytes -> text: the encoding that makes the bytes read as Chinese, whatever a label says."""
import codecs
from functools import cache

from minzheng.errors import UnreadableFile

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
PROBE = 40_000              # bytes that are judged; the whole file is decoded with the winner
LEAST_SENSE = 0.6           # share of sensible characters below which bytes are no text


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
            return data[len(mark):].decode(encoding, "replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and sense_of(text[:PROBE]) >= LEAST_SENSE:
        return text, "utf-8"
    encoding = _best_encoding(data[:PROBE])
    return data.decode(encoding, "replace"), encoding


def _best_encoding(probe: bytes) -> str:
    senses = {encoding: sense_of(probe.decode(encoding, "replace")) for encoding in ENCODINGS}
    best = max(senses, key=senses.get)
    if senses[best] < LEAST_SENSE:
        raise UnreadableFile("not text in UTF-8, UTF-16, GB18030 or Big5; binary files are not read")
    return best


def sense_of(text: str) -> float:
    """Share of the characters that one meets in Chinese text, odd ones counted against it; 0–1."""
    weights = _weights()
    return sum(weights.get(character, 0.0) for character in text) / max(len(text), 1)


@cache
def _weights() -> dict[str, float]:
    """1 for everyday characters (GB 2312 level 1, Big5 level 1, ASCII, punctuation), 0.3 for the rarer ones."""
    level_1 = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    level_2 = bytes(b for row in range(0xD8, 0xF8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    frequent = bytes(b for row in range(0xA4, 0xC7) for cell in [*range(0x40, 0x7F), *range(0xA1, 0xFF)] for b in (row, cell))
    weights = dict.fromkeys(level_2.decode("gb2312", "ignore"), 0.3)
    weights |= dict.fromkeys(frequent.decode("big5", "ignore"), 0.9)
    weights |= dict.fromkeys(level_1.decode("gb2312", "ignore"), 1.0)
    return weights | dict.fromkeys([*map(chr, range(0x20, 0x7F)), *"\t\r\n\xa0\u3000　、。·—…‘’“”〔〕《》「」【】，；：！？（）％‰℃×"], 1.0)
