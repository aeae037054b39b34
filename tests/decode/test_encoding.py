"""Encodings, down to six characters and with bad bytes."""
import pytest

from minzheng.decode.characters import to_traditional
from minzheng.decode.encoding import decode_bytes

SHORT = ("低保标准提高", "养老机构建设", "全市社会救助", "孤儿保障工作", "会议指出要做")
PROSE = "全县民政系统认真落实惠民政策，城乡低保对象应保尽保，特困人员供养服务质量稳步提升，养老服务设施加快建设。" * 4


def in_encoding(text: str, encoding: str) -> str:
    return to_traditional(text) if encoding == "big5hkscs" else text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", SHORT)
def test_six_characters_are_enough(text, encoding):
    text = in_encoding(text, encoding)
    assert decode_bytes(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le"])
@pytest.mark.parametrize("bad", [0xFF, 0x80, 0x00, 0x41])
@pytest.mark.parametrize("place", [100, 101, 158])
def test_a_bad_byte_spoils_two_characters_at_most(encoding, bad, place):
    text = in_encoding(PROSE, encoding)
    data = bytearray(text.encode(encoding))
    data[place] = bad
    read, found = decode_bytes(bytes(data))
    assert found == encoding
    start = next(n for n, (got, true) in enumerate(zip(read, text, strict=False)) if got != true)
    assert read[-(len(text) - start - 2):] == text[start + 2:]


def test_a_lost_byte_does_not_shift_the_rest_of_the_line():
    data = PROSE.encode("gb18030")
    read, _ = decode_bytes(data[:60] + data[61:])       # half of the 31st character
    assert read == PROSE[:30] + "\ufffd" + PROSE[31:]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_left_out(encoding):
    assert decode_bytes("民政".encode(encoding))[0] == "民政"
