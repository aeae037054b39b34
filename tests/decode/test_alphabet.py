"""Looking a text over once must find what searching it with patterns finds."""
import re

from hypothesis import given
from hypothesis import strategies as st

from minzheng.decode.alphabet import DIGIT, HAN, kind, kinds_of, letters, matches, places

MARK = kind("，。\n")
TEXTS = st.text(alphabet="保人0127，。\n. x\U00020000\ud800", max_size=40)


@given(TEXTS)
def test_places_are_those_of_a_search(text):
    assert [*places(text, DIGIT)] == [match.start() for match in re.finditer("[0-9]", text)]
    assert [*places(text, DIGIT, before=HAN)] == [match.start() for match in re.finditer("(?<=[㐀-鿿])[0-9]", text)]
    ends = f"\n{text}\n"        # a line end is taken to stand around the text
    around = [match.start() - 1 for match in re.finditer("(?<=[，。\n])[㐀-鿿](?=[，。\n])", ends)]
    assert [*places(text, HAN, before=MARK, after=MARK)] == around


@given(TEXTS)
def test_matches_at_places_are_those_of_a_search(text):
    number = re.compile("[0-9]+(?:[.][0-9]+)?")
    found = [match.span() for match in matches(number, text, places(text, DIGIT))]
    assert found == [match.span() for match in number.finditer(text)]


@given(TEXTS)
def test_kinds_of_a_text_are_those_of_its_characters(text):
    assert bool(kinds_of(text) & MARK) == (not letters("，。\n").isdisjoint(text))


def test_characters_beyond_the_basic_plane_are_of_one_kind():
    beyond = kind("\uffff")
    assert [*places("保\U0002f800人", beyond)] == [1]


def test_an_empty_text_holds_nothing():
    assert kinds_of("") == 0
    assert not places("", DIGIT | MARK)
