"""What an attacker found: a garbled number must be kept with a flag, another place's figure must not come home."""
import pytest
from sentences import read

from minzheng.extract.numbers.quantities import find_quantities


@pytest.mark.parametrize("text", [
    "全省养老机构1234?个", "新建1O23个", "建成l23个", "救助2.3.4万人", "低保标准O5元/月", "减少到-5个", "下降-3.2%",
    "救助10,4567人", "资金12，34万元", "资金3 4.5亿元", "人均1’234元", "志愿者***12人",
])
def test_a_garbled_number_is_kept_and_flagged(text):
    assert ["spoiled" in quantity.flags for quantity in find_quantities(text)] == [True]


@pytest.mark.parametrize("text", ["10-15人", "5%-7%", "人均GDP18万元", "增长 5.2%", "共 12 个", "平均浓度下降5%"])
def test_a_sound_number_is_not(text):
    assert not any(quantity.flags for quantity in find_quantities(text))


def test_a_place_elsewhere_keeps_its_figures():
    text = "辽宁省2021年民政公报\n杭州市城市低保标准提高到1005元/月。广东省养老机构1234个，我省机构99个。"
    rows = read(text)
    assert [(row.value, row.region) for row in rows] == [(1005, "330100"), (1234, "440000"), (99, "210000")]


def test_a_negative_growth_falls():
    rows = read("青海省2022年民政公报\n全省城市低保对象5.2万人，同比增长-3.2%。结婚登记3.1万对，增速为-7.5%。")
    assert [(row.value, row.measure, row.sign, row.of) for row in rows if row.unit == "%"] == [
        (3.2, "growth", "-", rows[0].obs_id), (7.5, "growth", "-", rows[2].obs_id)]
