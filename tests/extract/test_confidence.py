"""How sure a figure is: points counted in annotated documents, and what costs most said in words."""
import sys
from pathlib import Path

import pytest
from sentences import document

from minzheng.extract.observations import explain, extract_observations

HERE = Path(__file__).parents[1] / "confidence"
TITLE = "2021年沙河市民政事业统计公报\n"


def sure(text: str) -> list[float]:
    return [observation.confidence for observation in extract_observations(document(TITLE + text))]


def test_the_points_are_those_that_the_outcomes_give(monkeypatch):
    monkeypatch.syspath_prepend(str(HERE))
    import fit
    made, kept = fit.fitted().splitlines(), fit.POINTS.read_text(encoding="utf-8").splitlines()
    assert [line.rsplit(",", 2)[0] for line in made[2:]] == [line.rsplit(",", 2)[0] for line in kept[2:]]
    for one, other in zip(made[2:], kept[2:], strict=True):
        assert float(one.split(",")[-2]) == pytest.approx(float(other.split(",")[-2]), abs=0.011)
    sys.modules.pop("fit")


def test_a_plain_sentence_is_surer_than_one_with_much_left_open():
    [plain] = sure("全市共有养老机构32家。")
    [loose] = sure("下一步，各地目标是巩固提升，其中个别达到3个。")
    assert plain > 0.9 > loose


def test_a_time_that_was_left_over_costs():
    """近期 dates nothing, and may well mean something."""
    [plain] = sure("城市低保平均标准提高到每人每月705元。")
    [doubtful] = sure("城市低保平均标准上一时期后提高到每人每月705元。")
    assert doubtful < plain


def test_a_flagged_figure_is_never_sure():
    observations = extract_observations(document("全市发放低保金2亿元。"))
    assert observations and all(o.flags and o.confidence <= 0.7 for o in observations)


def test_explain_says_what_costs_most():
    [loose] = extract_observations(document(TITLE + "下一步，各地目标是巩固提升，其中个别达到3个。"))
    assert "least sure of its " in explain(loose)
    [plain] = extract_observations(document(TITLE + "全市共有养老机构32家。"))
    assert "least sure" not in explain(plain)
