"""The door: offsets, ids, doubts."""
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import document, read

from minzheng.decode.aligned import AlignedText, Edit
from minzheng.decode.document import Mark
from minzheng.extract.explained import explain
from minzheng.extract.observations import extract_observations


def test_words_and_offsets_lead_back_to_the_raw_text():
    raw = "全區養老院6(liù)10張床位，,覆蓋(gài)率80％。"
    aligned = AlignedText.of(raw).apply([Edit(0, 5, "全区养老院"), Edit(6, 11, "", "gloss"), Edit(17, 18, "", "comma")])
    for observation in extract_observations(document(aligned.text, aligned=aligned)):
        assert observation.words == raw[observation.raw_start:observation.raw_stop]


def test_ids_are_unique_and_start_with_the_document():
    first, second = (o.obs_id for o in read("全省敬老院30所、床位2000张。"))
    assert first.startswith("0" * 16) and first.endswith("-0001") and second == first[:-1] + "2"


def test_a_figure_beside_a_repair_is_flagged_and_one_far_away_is_not():
    aligned = AlignedText.of("江西省2021年锟20个站。另外在各地同时建成了养老中心35个。").apply([Edit(8, 9, "建", "misalignment")])
    near, far = extract_observations(document(aligned.text, aligned=aligned))
    assert ("beside-repair" in near.flags, "beside-repair" in far.flags) == (True, False)


def test_marks_of_furniture_are_skipped_and_repeats_flagged():
    text = "江西省2021年工作总结\n浏览量3000人次\n建成中心20个。\n建成中心20个。"
    marks = [Mark(13, 22, "furniture"), Mark(33, 41, "repeated")]
    found = extract_observations(document(text, marks=marks))
    assert [(figure.value, figure.flags) for figure in found] == [(20, ""), (20, "repeated")]


def test_a_doubt_about_the_document_is_on_every_figure():
    text = "江西省2021年建成中心20个，站点30个。"
    assert {o.flags for o in extract_observations(document(text, flags=("digits-lost",)))} == {"digits-lost"}


def test_explain_tells_rule_and_inheritance():
    growth = read("江西省2021年低保标准700元/月，增长5%。")[1]
    assert "低保标准" in explain(growth)
    assert "growth" in explain(growth)


ALPHABET = (
    "户均平至各类等户人均每月实施新建累计达到的全省市低保对象养老床位发放占比增长下降、，。；：（）“”《》\n "
    "0123456789.%％万亿元个人户张和其中分别2021年截至底")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=120))
def test_no_text_breaks_it(text):
    for observation in read(text):
        assert observation.words == text[observation.raw_start:observation.raw_stop]
        assert observation.words


@pytest.mark.parametrize("size", [20_000])
def test_a_sentence_without_a_stop_is_read(size):
    text = "江西省2021年" + "，".join(f"第{random.Random(n).choice('甲乙丙丁')}类设施新建{n + 1}个" for n in range(size // 12))
    assert len(read(text)) == size // 12


@pytest.mark.parametrize("sentence", [
    "全市涉及困难老年家庭1.2万户。", "全市没有专用办公用房的协会36个。", "各县自定标准为入住老人每月1900元。",
    "A类对象每人每月补助420元。", "住在偏远山区的独居老年人占38%。",
])
def test_phrases_with_a_predicate_or_without_their_whole_are_less_sure(sentence):
    [observation] = read("九江市民政局2020年工作总结\n2021年1月6日\n" + sentence)
    assert observation.confidence <= 0.9
