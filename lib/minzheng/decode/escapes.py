r"""Characters that a program wrote out: entities, `\u6c11`, `<U+00A0>`."""
import re
from html import unescape

from minzheng.decode.aligned import Edit

LEAST_CODES = 2         # of the `\\u6c11` kind in a document, before any is read
_ENTITY = re.compile(r"&(?:(?:amp|#38|#x26);){0,9}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_CODES = re.compile(r"(?:\\+u[0-9a-fA-F]{4})+")
_NAMED = re.compile(r"<[Uu]\+([0-9a-fA-F]{4,6})>")


def find_escapes(text: str) -> list[Edit]:
    r"""Find escaped characters, however often they were escaped; any blank becomes a plain one.

    >>> [edit[:3] for edit in find_escapes("A&amp;nbsp;B&#27665;\\u6c11\\u653f<U+00A0>&unknown;")]
    [(1, 11, ' '), (12, 20, '民'), (20, 32, '民政'), (32, 40, ' ')]
    """
    codes = _edits(_CODES, text, _from_codes, r"\u code")
    is_habit = sum(edit.stop - edit.start for edit in codes) >= LEAST_CODES * len(r"\u0000")
    return sorted([
        *_edits(_ENTITY, text, _unescape_fully, "entity"),
        *(codes if is_habit else []),       # one alone is an example in a text about such codes
        *_edits(_NAMED, text, lambda words: chr(min(int(words[3:-1], 16), 0x10FFFF)), "<U+> code"),
    ])


def _edits(pattern: re.Pattern, text: str, read, rule: str) -> list[Edit]:
    found = ((match, _plain(read(match[0]))) for match in pattern.finditer(text))
    return [Edit(*match.span(), character, "escape", rule) for match, character in found if character != match[0]]


def _unescape_fully(words: str) -> str:
    while (shorter := unescape(words)) != words:
        words = shorter
    return words


def _from_codes(words: str) -> str:
    units = b"".join(int(code, 16).to_bytes(2, "big") for code in re.findall(r"u([0-9a-fA-F]{4})", words))
    return units.decode("utf-16-be", "replace")


def _plain(written: str) -> str:
    """Blanks as one plain blank; what cannot stand in a text is dropped."""
    if written.isspace():
        return " "
    return "".join(character for character in written if character.isprintable() or character == "\ufffd")
