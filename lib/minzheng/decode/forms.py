"""Characters that are invisible, and look-alikes of Chinese characters. Never NFKC over all: it changes ① ㎡ ％."""
import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import BEYOND, kind, letters, matches, places
from minzheng.patterns import Late

_INVISIBLE_RANGES = (
    (0, 8), "\x0b\x0c", (0x0E, 0x1F), "\x7f\x85\xad\u061c\u180e", (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2064),
    (0x2066, 0x206F), (0xFE00, 0xFE0F), "\ufeff")
INVISIBLE = kind(*_INVISIBLE_RANGES)
LOOK_ALIKE = kind((0x2E80, 0x2FDF), (0xF900, 0xFAFF), BEYOND)       # U+2F800 and on
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")      # of Word, of pages, of other systems
_NOT_IN_LATIN = "(?<![\x80-\xff])\x85(?![\x80-\xff])"    # there it is a byte of a character yet to be read
_INVISIBLE = Late(f"(?:[{re.escape(''.join(sorted(letters(*_INVISIBLE_RANGES) - {chr(0x85)})))}]|{_NOT_IN_LATIN})+")
_LOOK_ALIKE = Late("[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def find_invisible(text: str) -> list[Edit]:
    """Find control characters, zero-width characters, soft hyphens and byte-order marks inside a text.

    >>> find_invisible("低\\u200b保")[0][:3]
    (1, 2, '')
    """
    return [Edit(*match.span(), _line_end(text, *match.span()), "invisible", "invisible characters")
            for match in matches(_INVISIBLE, text, places(text, INVISIBLE))]


def _line_end(text: str, start: int, stop: int) -> str:
    """A line end for one of another kind, unless a plain one stands beside it."""
    is_one = not _LINE_ENDS.isdisjoint(text[start:stop])
    beside = text[start - 1:start] in ("", "\n") or text[stop:stop + 1] in ("", "\n", "\r")
    return "\n" if is_one and not beside else ""


def find_look_alikes(text: str) -> list[Edit]:
    """Find radicals and compatibility forms that stand for characters, as PDFs yield them.

    >>> find_look_alikes("\\u2ea0政⼯作")[0][:3]
    (0, 1, '民')
    """
    found = ((match, match[0].translate(_characters())) for match in matches(_LOOK_ALIKE, text, places(text, LOOK_ALIKE)))
    return [Edit(*match.span(), words, "form", "look-alike") for match, words in found if words != match[0]]


@cache
def _characters() -> dict[int, str]:
    """Code point of a look-alike -> the character. Unicode's decompositions, and a list for radicals without one."""
    blocks = [*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20), 0x2E9F, 0x2EF3]
    table = {code: form for code in blocks if (form := unicodedata.normalize("NFKC", chr(code))) != chr(code)}
    with (files("minzheng.reference") / "radicals.csv").open(encoding="utf-8") as lines:
        return table | {int(row["code"], 16): row["character"] for row in csv.DictReader(lines)}
