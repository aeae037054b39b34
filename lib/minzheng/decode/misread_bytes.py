"""The bytes behind characters that were read in a wrong encoding, and back."""
from minzheng.decode.mangle_bytes import read_as_936

_LENGTH = {0xC: 2, 0xD: 2, 0xE: 3, 0xF: 4}      # of a UTF-8 character, by its first four bits


def bytes_of(line: str, wrong: str, right: str) -> list[bytes]:
    """The bytes that were read as `wrong`, one string for each character; 0xFF for one that nobody knows.

    `waiting`: bytes that the UTF-8 character begun still needs. Windows-936 shows `?` for a byte together with the
    ASCII sign after it, of which then nothing is known.

    >>> bytes_of("姘戞斂", "gb18030", "utf-8")       # 民政
    [b'\\xe6\\xb0', b'\\x91\\xe6', b'\\x94\\xbf']
    """
    pieces, waiting = [], 0
    for character in line:
        if character == "?" and waiting == 1 and wrong == "gb18030":
            piece = b"\xff?"
        elif character == " " and waiting and wrong == "cp1252":
            piece = b"\xa0"         # a no-break space that became a plain one
        else:
            piece = _byte_of(character, wrong)
        pieces.append(piece)
        for byte in piece if right == "utf-8" else b"":
            waiting = max(waiting - 1, 0) if 0x80 <= byte < 0xC0 or byte == 0xFF else _LENGTH.get(byte >> 4, 1) - 1
    return pieces


def _byte_of(character: str, encoding: str) -> bytes:
    """The holes of cp1252 are read as Latin-1; Windows-936 reads 0x80 as €."""
    if character == "\ufffd":
        return b"\xff"
    if character == "€":
        return b"\x80"
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1", "ignore") or b"\xff"


def is_certified(before: str, after: str, following: str, reading: tuple[str, str]) -> bool:
    """Does the wrong reading, given as (wrong, right), turn `after` back into exactly `before`?

    >>> is_certified("姘戞斂", "民政", "", ("gb18030", "utf-8"))
    True
    """
    wrong, right = reading
    following = following if following.isascii() else ""
    data, seen = (after + following).encode(right, "replace"), before + following
    if wrong == "cp1252":
        return len(data) == len(seen) and all(character in _as_cp1252(byte)
                                              for byte, character in zip(data, seen, strict=True))
    return seen in (data.decode("gb18030", "replace"), data.decode("gbk", "replace"), read_as_936(data))


def _as_cp1252(byte: int) -> str:
    """What programs make of one byte: cp1252 with its holes lost or read as Latin-1, a no-break space plain or not."""
    character = bytes((byte,)).decode("cp1252", "replace")
    return character + chr(byte) + (" " if byte == 0xA0 else "")
