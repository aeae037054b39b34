"""Edits compose: whatever the stages, replaying them on the raw text gives the clean one."""
from hypothesis import given
from hypothesis import strategies as st

from minzheng.decode.aligned import AlignedText, Edit, replay

LETTERS = st.text("民政厅(xué),12", max_size=6)


@st.composite
def stages(draw):
    """A raw text and the aligned text after a few stages of edits."""
    aligned = AlignedText.of(draw(st.text("學習省市,?(a)9", max_size=30)))
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(aligned.text)), max_size=8)))
        spans = zip(cuts[::2], cuts[1::2], strict=False)
        aligned = aligned.apply([Edit(start, stop, draw(LETTERS), "some") for start, stop in spans])
    return aligned


@given(stages())
def test_replaying_the_edits_on_raw_gives_the_clean_text(aligned):
    assert replay(aligned.raw, aligned.edits) == aligned.text


@given(stages())
def test_unedited_characters_keep_their_exact_place(aligned):
    edited = {n for edit in aligned.edits for n in range(edit.start, edit.stop)}
    for place, character in enumerate(aligned.text):
        start, stop = aligned.raw_span(place, place + 1)
        if stop - start == 1 and start not in edited:
            assert aligned.raw[start] == character
            assert aligned.clean_span(start, stop) == (place, place + 1)


@given(stages())
def test_places_never_run_backwards(aligned):
    spans = [aligned.raw_span(place, place + 1) for place in range(len(aligned.text))]
    assert spans == sorted(spans)
    assert all(0 <= start <= stop <= len(aligned.raw) for start, stop in spans)


def test_words_of_a_figure_leave_out_the_gloss_after_it():
    aligned = AlignedText.of("共20個(gè),56個(gè)").apply([Edit(4, 8, "", "gloss"), Edit(12, 16, "", "gloss")])
    aligned = aligned.apply([Edit(3, 4, "个", "traditional"), Edit(7, 8, "个", "traditional")])
    assert aligned.text == "共20个,56个"
    assert aligned.raw_span(1, 4) == (1, 4)
    assert aligned.raw_span(5, 8) == (9, 12)
    assert [edit.kind for edit in aligned.edits] == ["traditional", "gloss", "traditional", "gloss"]


def test_a_repair_simplified_afterwards_becomes_one_edit_of_both_kinds():
    repaired = AlignedText.of("鎶?huì)好").apply([Edit(0, 6, "社會", "misalignment", certified=True)])
    simplified = repaired.apply([Edit(1, 2, "会", "traditional")])
    assert simplified.edits == (Edit(0, 6, "社会", "misalignment+traditional", "", certified=True),)
    assert simplified.edits[0].kind == "misalignment+traditional"


def test_same_length_edits_map_character_by_character():
    aligned = AlignedText.of("民政廳廳長").apply([Edit(2, 5, "厅厅长", "traditional")])
    assert aligned.raw_span(3, 4) == (3, 4)
    assert aligned.clean_span(3, 4) == (3, 4)


def test_a_run_that_an_earlier_deletion_parts_stays_exact():
    aligned = AlignedText.of("會(huì)議").apply([Edit(1, 6, "", "gloss")]).apply([Edit(0, 2, "会议", "traditional")])
    assert aligned.edits == (Edit(0, 1, "会", "traditional"), Edit(1, 6, "", "gloss"), Edit(6, 7, "议", "traditional"))
    assert aligned.raw_span(1, 2) == (6, 7)
