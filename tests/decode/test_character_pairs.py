"""The second witness: what goes together in words is likely, what only stands side by side is not."""
import pytest

from minzheng.decode.character_pairs import load_character_pairs


@pytest.mark.parametrize(("usual", "odd"), [
    ("。基层社会", "。基层色社会"),     # one more character of no word
    ("提升水平，推动", "提升水平，掀动"),
    ("目标任务", "目标三任务"),
    ("共用", "共泳"),
])
def test_the_usual_is_likelier(usual, odd):
    pairs = load_character_pairs()
    assert pairs.cost(usual) > pairs.cost(odd) + 1.5


def test_unknown_characters_have_a_cost():
    assert -60 < load_character_pairs().cost("龘龘") < -1
