r"""Characters that a program wrote out: entities, `\u6c11`, `<U+00A0>`."""
import re
from collections.abc import Iterator
from html import unescape

from minzheng.decode.aligned import Edit
from minzheng.patterns import Late

LEAST_CODES = 2         # of the `\\u6c11` kind in a document, before any is read
LEAST_TAGS = 2          # of HTML in a document, before any is taken out; `<br>` shows itself
_ENTITY = Late(
    r"&(?:(?:amp|#38|#x26);){0,9}(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]{2,8}\d{0,2};|"
    r"nbsp(?![A-Za-z0-9=;])|#\d{5}(?=[&一-鿿]))")        # the last two have lost their semicolon
_SURE = frozenset(("amp", "lt", "gt", "quot"))           # these stand between Latin letters too: R&amp;D
_NEAR = Late("[㐀-鿿，。、；：“”（）《》0-9%]")
_CODES = Late(r"(?:(?:\\+|%)u[0-9a-fA-F]{4})+")
_NAMED = Late(r"<[Uu]\+([0-9a-fA-F]{4,6})>")
_PROSE = Late("[㐀-鿿，。、；：！？“”（）《》【】［］\\[\\]0-9%％<>&;\\s]{0,2}")
_TAG = Late(r"<(/?)(br|p|div|span|strong|b|em|font|td|th|tr|table|tbody|ul|ol|li|h[1-6]|a|img|o:p)"
                  r"(?:\s[^<>\n\\]{0,300})?\s*/?>", re.I)
_BREAKS = frozenset(("br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6"))


def find_escapes(text: str) -> list[Edit]:
    r"""Find escaped characters, however often they were escaped, and tags; any blank becomes a plain one.

    >>> [edit[:3] for edit in find_escapes("A&amp;nbsp;区&#27665;\\u6c11\\u653f<U+00A0>&unknown;")]
    [(1, 11, ' '), (12, 20, '民'), (20, 32, '民政'), (32, 40, ' ')]
    """
    codes = _edits(_CODES, text, _from_codes, r"\u code") if "\\u" in text or "%u" in text else []
    is_habit = sum(edit.stop - edit.start for edit in codes) >= LEAST_CODES * len(r"\u0000")
    return sorted([
        *(_entities(text) if "&" in text else ()),
        *(codes if is_habit else []),       # one alone is an example in a text about such codes
        *_edits(_NAMED, text if "<" in text else "", _from_name, "named code point"),
        *_tags(text),
    ])


def _entities(text: str) -> Iterator[Edit]:
    """An entity between Latin words may be what the text is about (`the &nbsp; is optional`)."""
    for edit in _edits(_ENTITY, text, _unescape_fully, "entity"):
        name = text[edit.start:edit.stop].strip("&;").split(";")[-1]
        around = text[max(0, edit.start - 2):edit.start] + text[edit.stop:edit.stop + 2]
        if name in _SURE or name.startswith("#") or "&" in around or ";" in around or _NEAR.search(around) \
                or not around.strip():
            yield edit


def _tags(text: str) -> list[Edit]:
    """Tags that were text: `</p>` and `<br>` end a line, a cell becomes ` | `, all others vanish."""
    found = [match for match in _TAG.finditer(text) if _is_in_prose(text, match)] if "<" in text else []
    if len(found) < LEAST_TAGS and not any(match[2].lower() == "br" for match in found):
        return []
    edits = []
    for match in found:
        name, is_end = match[2].lower(), bool(match[1]) or match[2].lower() == "br"
        before, after = text[match.start() - 1:match.start()], text[match.end():match.end() + 10]
        new = ""
        if is_end and name in _BREAKS and before not in ("", "\n") and after[:1] not in ("", "\n", "\r"):
            new = "\n"
        elif is_end and name in ("td", "th") and not after.lstrip().lower().startswith("</tr"):
            new = " | "
        edits.append(Edit(*match.span(), new, "escape", "tag"))
    return edits


def _is_in_prose(text: str, tag: re.Match) -> bool:
    """Nothing of a program around, and Chinese or a figure on one side: in a text about HTML a tag is a word."""
    beside = text[max(tag.start() - 1, 0):tag.start()] + text[tag.end():tag.end() + 1]
    is_alone = tag[2].lower() == "br" and not beside.strip("【】［］[] \r\n")
    is_near = "<" in beside or ">" in beside or bool(_NEAR.search(beside))
    return is_alone or (is_near and bool(_PROSE.fullmatch(beside)))


def _edits(pattern: re.Pattern, text: str, read, rule: str) -> list[Edit]:
    found = ((match, _plain(read(match[0]))) for match in pattern.finditer(text))
    return [Edit(*match.span(), character, "escape", rule) for match, character in found if character != match[0]]


def _unescape_fully(words: str) -> str:
    words = words if words.endswith(";") else f"{words};"
    while (shorter := unescape(words)) != words:
        words = shorter
    return words


def _from_codes(words: str) -> str:
    units = b"".join(int(code, 16).to_bytes(2, "big") for code in re.findall(r"u([0-9a-fA-F]{4})", words))
    return units.decode("utf-16-be", "replace")


def _from_name(words: str) -> str:
    return chr(min(int(words[3:-1], 16), 0x10FFFF))


def _plain(written: str) -> str:
    """Blanks as one plain blank; what cannot stand in a text is dropped."""
    if written.isspace():
        return " "
    return "".join(character for character in written if character.isprintable() or character == "\ufffd")
