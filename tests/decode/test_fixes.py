"""Properties of the whole chain on any text."""
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from minzheng.decode.aligned import replay
from minzheng.decode.encoding import decode_bytes
from minzheng.decode.fixes import clean_text
from minzheng.errors import UnreadableFile

PIECES = st.sampled_from([
    "民政", "學(xué)", "習(xí)", "會(huì)", "議", ",,", ",、", ",。", "?", "??", "？", "廳",
    "著力", "显著", "12.5萬(wàn)戶", "705元/月", "\n", "\n\n", " ", "\u3000", "&nbsp;", "&amp;amp;lt;",
    "\\u6c11", "<U+00A0>", "\u200b", "⼯",
    "姘戞斂", "鎻愰珮", "å…¨", "È«ÊÐ", "锟斤拷",
    "\ufffd", "(", ")", "（",
    "1,234", "８", "http://a", "|", "全省", "，", "。", ";",
    ":", "截至 2021 年底", "工 作 报 告", "元/人?月", "体球网", "886/月", "\r\n", "a",
    "鎶?huì)", "鐣", "?!比", "蝿", "繅",
    "鼗旧", "?;鶎",
    "鍒�705鍏�/鏈�", "Ã¥Â\x85Â¨Ã¥Â¸Â\x82", "浼氳", "å®¶ï¼Œ", "养老è€�", "—3—", "\n12\n", "1 2人", "2 0 2 1 年", "第3页 共9页",
    "<br>", "</p>", "&nbsp", "%u6c11%u653f",
    "(xuéxí)", "學習", "\u2028", "\x0c", "买买提?艾力", "1,23人", "全市民 政系统", "…", "0131人", "××",
])
HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_edits_replay_and_marks_lie_inside(raw):
    aligned, marks = clean_text(raw)
    assert replay(raw, aligned.edits) == aligned.text
    assert all(0 <= mark.start <= mark.stop <= len(aligned.text) for mark in marks)
    assert all(edit.kind and edit.rule for edit in aligned.edits)


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_decoding_twice_changes_nothing_more(raw):
    clean = clean_text(raw)[0].text
    again, _ = clean_text(clean)
    assert again.text == clean
    assert again.edits == ()


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_a_character_that_no_edit_touched_stands_where_the_offsets_say(raw):
    aligned, _ = clean_text(raw)
    places = range(len(aligned.text))
    spans = [aligned.raw_span(place, place + 1) for place in places]
    assert spans == sorted(spans)
    edited = {place for edit, start in aligned.edits_in_clean_text()
              for place in range(start, start + len(edit.replacement))}
    assert all(raw[slice(*spans[place])] == aligned.text[place] for place in places if place not in edited)


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_no_number_changes_without_a_mark(raw):
    """Read in full width, out of codes or out of another encoding, a number is what it was; else it is marked."""
    aligned, marks = clean_text(raw)
    marked = {place for mark in marks for place in range(mark.start, mark.stop)}
    for number in re.finditer("[0-9]+", aligned.text):
        start, stop = aligned.raw_span(*number.span())
        edits = [edit for edit in aligned.edits if edit.start < stop and edit.stop > start]
        kinds = {kind for edit in edits for kind in edit.kind.split("+")}
        if not kinds & {"misread", "escape", "invisible"}:
            before = raw[start:stop].translate(HALF_WIDTH)
            assert before == number[0] or marked.issuperset(range(*number.span())), (number, before)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=60).map(lambda text: text.encode("gb18030", "ignore"))))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data):
    try:
        text, encoding = decode_bytes(data)
    except UnreadableFile:
        return
    assert isinstance(text, str) and encoding
