"""The indicator list, an analyst's own rows, and what a subject speaks of."""
from itertools import combinations

import pytest

from minzheng.errors import CodeListError
from minzheng.reference.indicators import (
    DOMAINS,
    load_indicators,
    match_indicator,
    normal_phrase,
)
from minzheng.reference.units import unit_dimension

HEAD = "code,name_zh,aliases,domain,units,kind,agg,breaks\n"


def test_every_unit_is_known():
    unknown = {unit for indicator in load_indicators() for unit in indicator.units if not unit_dimension(unit)}
    assert not unknown


def test_every_indicator_has_both_names_and_a_source():
    sources = ("公报", "季报", "规划", "地方")
    assert not [indicator.code for indicator in load_indicators()
                if not (indicator.name_zh and indicator.name_en and indicator.source in sources)]


def test_names_are_unique():
    for field in ("name_zh", "name_en"):
        names = [getattr(indicator, field) for indicator in load_indicators()]
        assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)


def test_no_alias_is_shared_where_the_dimension_cannot_tell_two_apart():
    shared = [(one.code, two.code) for one, two in combinations(load_indicators(), 2)
              if set(one.aliases) & set(two.aliases) and any(one.comes_in(unit) for unit in two.units)]
    assert not shared


def test_every_domain_is_used():
    assert {indicator.domain for indicator in load_indicators()} == set(DOMAINS)


def test_an_indicator_is_found_under_its_own_name():
    lost = [indicator.code for indicator in load_indicators()
            if (match_indicator(indicator.name_zh, indicator.units[0]) or indicator).code != indicator.code]
    assert not lost


@pytest.mark.parametrize(("phrase", "unit", "code"), [
    ("全市城市低保对象", "人", "SA.U.N"), ("城市低保对象", "户", "SA.U.HH"), ("城市低保", "元/月", "SA.U.STD"),
    ("城镇居民最低生活保障标准", "元/人·月", "SA.U.STD"), ("城市低保月人均补差", "元/人·月", "SA.U.AVG"),
    ("支出城市低保资金", "元", "SA.U.AMT"), ("农村居民低保标准", "元/年", "SA.R.STD"),
    ("低保对象", "人", "SA.UR.N"), ("发放低保金", "元", "SA.UR.AMT"),
    ("农村特困人员", "人", "SA.T.R.N"), ("集中供养特困老人", "人", "SA.T.C.N"), ("农村五保供养对象", "人", "SA.T.R.N"),
    ("集中养育孤儿基本生活保障标准", "元/人·月", "CHD.STD_C"), ("社会散居孤儿", "人", "CHD.ORPHAN_S"),
    ("孤儿", "人", "CHD.ORPHAN"),
    ("养老机构", "家", "ELD.INST"), ("养老机构床位", "张", "ELD.BED_INST"), ("养老床位", "张", "ELD.BED"),
    ("每千名老年人拥有养老床位", "张", "ELD.BED_PER1000"), ("护理型床位占比", "%", "ELD.BED_NURSE_SHARE"),
    ("建设居家和社区养老服务中心", "个", "ELD.HOMECENTER_NEW"), ("改造乡镇敬老院", "个", "ELD.JINGLAO_REPAIR"),
    ("残疾人“两项补贴”", "元", "DIS.TWO_AMT"), ("享受高龄津贴的老年人", "人", "ELD.ALLOW_HIGH"),
    ("社会组织", "个", "ORG.ALL"), ("民办非企业单位", "个", "ORG.NPE"),
    ("村（社区）“一肩挑”比例", "%", "COM.YIJIANTIAO"),
    ("居民委员会", "个", "COM.RESCOM"), ("办理结婚登记", "对", "MAR.REG"), ("依法办理离婚手续", "对", "MAR.DIV_ALL"),
    ("福彩销售额", "元", "LOT.SALES"), ("筹集福彩公益金", "元", "LOT.FUND"), ("镇", "个", "DIV.ZHEN"),
    ("火化率", "%", "FUN.RATE"), ("救助流浪乞讨人员", "人次", "SA.W.N"), ("站外救助", "人次", "SA.W.OUT"),
    ("城市低保平均标准", "", "SA.U.STD"), ("养老机构床位数", "", "ELD.BED_INST"),    # a growth without its level
])
def test_what_a_subject_speaks_of(phrase, unit, code):
    assert match_indicator(phrase, unit).code == code


@pytest.mark.parametrize(("phrase", "unit"), [
    ("出动", "车次"), ("健全协调机制的市", "个"), ("地区生产总值", "元"), ("城镇新增就业", "人"),
    ("新建养老机构", "家"), ("乡镇（街道）临时救助备用金", "个"), ("印发文件", "个"), ("城市低保", ""),
])
def test_what_has_no_indicator_gets_none(phrase, unit):
    assert match_indicator(phrase, unit) is None


def test_a_phrase_is_put_into_the_lists_own_words():
    assert normal_phrase("城镇居民最低生活保障的“平均标准”") == "城市低保平均标准"


def test_own_rows_are_added_and_replace_shipped_ones(tmp_path):
    own = tmp_path / "indicators.csv"
    own.write_text("\ufeff" + HEAD + "ELD.SMARTBED,智慧养老床位数,智慧+床位,养老,张|床,stock,sum,\n"
                   "MAR.DIV,登记离婚对数,登记离婚|离婚登记,婚姻,对,flow,sum,2021 离婚冷静期\n", encoding="utf-8")
    by_code = {indicator.code: indicator for indicator in load_indicators(own)}
    assert by_code["ELD.SMARTBED"].units == ("张", "床")
    assert by_code["MAR.DIV"].breaks[0].year == 2021
    assert len(by_code) == len(load_indicators(tmp_path / "none.csv")) + 1


def test_all_mistakes_in_own_rows_are_reported_at_once(tmp_path):
    own = tmp_path / "indicators.csv"
    own.write_text(HEAD + "smart bed,智慧养老床位数,智慧床位,养老,张,stock,sum,\n"
                   "ELD.X,甲,,养老服务,张,level,sum,早先 口径\n"
                   "ELD.Y,乙,城市+低保,养老,人,stock,sum,\n"
                   "ELD.Y,丙,丙,养老,人,stock,sum,\n", encoding="utf-8")
    with pytest.raises(CodeListError) as raised:
        load_indicators(own)
    for complaint in ("smart bed: a code is", "ELD.X: aliases is empty", "'养老服务'", "'level'", "'早先 口径'",
                      "ELD.Y: 2 rows have this code"):
        assert complaint in str(raised.value)


def test_an_alias_that_two_could_claim_is_reported(tmp_path):
    own = tmp_path / "indicators.csv"
    own.write_text(HEAD + "SA.MINE,我的低保人数,低保+城市,社会救助,人,stock,sum,\n", encoding="utf-8")
    with pytest.raises(CodeListError, match=r"SA\.MINE and SA\.U\.N"):
        load_indicators(own)


def test_an_unknown_column_is_refused(tmp_path):
    own = tmp_path / "indicators.csv"
    own.write_text("code,name\nA.B,甲\n", encoding="utf-8")
    with pytest.raises(CodeListError, match="unknown columns name"):
        load_indicators(own)


@pytest.mark.parametrize(("subject", "unit", "code"), [
    ("社会组织", "家", "ORG.ALL"), ("5A级社会组织", "家", None), ("全省性社会组织", "家", None),
    ("结婚登记", "对", "MAR.REG"), ("涉外结婚登记", "对", None), ("低保对象", "人", "SA.UR.N"), ("退出低保对象", "人", None),
    ("流浪乞讨人员救助", "人次", "SA.W.N"), ("流浪乞讨人员站外救助", "人次", "SA.W.OUT"),
    ("接收捐赠", "元", "CHA.DONATE"), ("慈善一日捐活动接收捐赠", "元", None), ("失能老年人护理补贴", "人", "ELD.ALLOW_NURSE"),
    ("没有固定办公用房的社会组织", "家", None), ("尚未年检的社会组织", "家", None), ("缺少护理员的养老机构", "家", None),
    ("事实无人抚养儿童", "人", "CHD.DEFACTO"),
])
def test_a_narrower_subject_does_not_take_the_code_of_the_whole(subject, unit, code):
    found = match_indicator(subject, unit)
    assert (found and found.code) == code
