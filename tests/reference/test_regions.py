"""The region list, and what a name may mean."""
import subprocess
import sys
from collections import Counter

import pytest

from minzheng.errors import CodeListError
from minzheng.reference import regions
from minzheng.reference.regions import (
    NATION,
    find_places,
    lies_in,
    load_regions,
    parent_of,
    region_name,
    region_of,
    regions_named,
)


@pytest.mark.parametrize(("code", "year", "name"), [
    ("210000", 2021, "辽宁省"), ("210800", 2021, "营口市"), ("320000", 2000, "江苏省"), ("000000", 2021, "全国"),
    ("420600", 2005, "襄樊市"), ("420600", 2012, "襄阳市"), ("110112", 2000, "通州区"), ("710000", 2020, "台湾省"),
])
def test_a_code_has_the_name_of_its_year(code, year, name):
    assert region_name(code, year) == name


@pytest.mark.parametrize(("code", "parent"), [
    ("210882", "210800"), ("210800", "210000"), ("210000", "000000"), ("000000", ""), ("500112", "500000"),
    ("429004", "420000"), ("659001", "650000"),
])
def test_a_region_lies_in_its_parent(code, parent):
    assert parent_of(code) == parent


def test_every_region_leads_to_the_nation():
    assert all(lies_in(region.code, NATION) for region in load_regions())


@pytest.mark.parametrize(("year", "prefectures", "counties"), [
    (2012, 333, 2852), (2013, 333, 2853), (2014, 333, 2854), (2015, 334, 2850), (2017, 334, 2851),
    (2018, 333, 2851), (2019, 333, 2846), (2020, 333, 2844), (2021, 333, 2843),
])
def test_as_many_regions_at_the_end_of_a_year_as_the_communique_counts(year, prefectures, counties):
    levels = Counter(region.level for region in load_regions() if region.since <= year < region.until)
    assert (levels["province"], levels["prefecture"], levels["county"]) == (34, prefectures, counties)


@pytest.mark.parametrize("year", [2000, 2010, 2020, 2022])
def test_names_of_provinces_and_prefectures_are_unique_in_a_year(year):
    names = Counter(region.name for region in load_regions()
                    if region.level != "county" and region.since < year < region.until)
    assert not [name for name, times in names.items() if times > 1]


def test_lives_of_one_code_meet_but_do_not_overlap():
    by_code = {}
    for region in sorted(load_regions(), key=lambda region: region.since):
        before = by_code.get(region.code)
        assert before is None or before.until <= region.since, f"{before} overlaps {region}"
        by_code[region.code] = region


@pytest.mark.parametrize(("name", "within", "year", "codes"), [
    ("营口", "", 2021, ["210800"]),
    ("内蒙", "", 2021, ["150000"]), ("内蒙古", "", 2021, ["150000"]), ("延边州", "", 2021, ["222400"]),
    ("吉林", "", 2021, ["220000"]),                 # the province, not the city in it
    ("海南", "", 2021, ["460000"]), ("海南", "630000", 2021, ["632500"]),
    ("朝阳", "210000", 2021, ["211300"]),           # the city, not the county in it
    ("朝阳区", "", 2021, ["110105", "220104"]),     # Beijing's or Changchun's: not guessed
    ("朝阳区", "110000", 2021, ["110105"]),
    ("鼓楼区", "", 2021, ["320106", "320302", "350102", "410204"]),
    ("鼓楼区", "320100", 2021, ["320106"]), ("鼓楼区", "320000", 2021, ["320106", "320302"]),
    ("西市区", "210800", 2021, ["210803"]),
    ("望城", "430000", 2010, ["430122"]), ("望城", "430000", 2020, ["430112"]),
    ("新建", "", 2021, []), ("公安", "", 2021, []), ("和平", "", 2021, []), ("互助", "", 2021, []),
    ("甲乙丙", "", 2021, []),
])
def test_what_a_name_may_mean(name, within, year, codes):
    assert [region.code for region in regions_named(name, within, year)] == codes


@pytest.mark.parametrize(("text", "names"), [
    ("沈阳、锦州和盘锦三市率先完成", ["沈阳", "锦州", "盘锦"]),
    ("指导中牟县、新乡市红旗区先行", ["中牟县", "新乡市", "红旗区"]),
    ("新建互助型养老设施，平均标准提高，公安机关配合", []),
    ("城区和郊区服务网络", []),
    ("完成县级任务，提高县域水平，创新县乡联动", []),
    ("许昌和杞县、成县先行，陇南市成县", ["许昌", "杞县", "成县", "陇南市", "成县"]),
    ("推广安全经验，成长治理，制定西部规划，幸福安康，新增城市社区", []),
    ("广安、长治和定西，安康市", ["广安", "长治", "定西", "安康市"]),
    ("内蒙古自治区民政厅", ["内蒙古自治区"]),
    ("", []), ("省", []),
])
def test_places_in_a_text(text, names):
    places = list(find_places(text))
    assert [place.name for place in places] == names
    assert all(text[place.start:place.stop] == place.name for place in places)


def test_an_unknown_code_is_said_to_be_unknown():
    with pytest.raises(CodeListError, match="999999"):
        region_of("999999")


def test_all_contradictions_are_reported_at_once(tmp_path, monkeypatch):
    path = tmp_path / "regions.csv"
    path.write_text("code,name,short,level,parent,since,until\n"
                    "000000,全国,,nation,,,\n"
                    "21000,辽宁省,,province,000000,,\n"
                    "210800,营口市,,city,210000,2010,2001\n", encoding="utf-8")
    monkeypatch.setattr(regions, "_CSV", path)
    load_regions.cache_clear()
    try:
        with pytest.raises(CodeListError) as raised:
            load_regions()
    finally:
        load_regions.cache_clear()
    for complaint in ("six digits", "'city'", "'210000'", "before it begins"):
        assert complaint in str(raised.value)


def test_accidents_are_of_names_in_the_list():
    names = {name for region in load_regions() for name in (region.name, *region.short)}
    assert set(regions._accidents()) <= names


def test_the_list_loads_in_a_moment_and_without_heavy_packages():
    code = ("import sys, time; start = time.process_time()\n"
            "from minzheng.reference.regions import load_regions; load_regions()\n"
            "assert not {'pandas', 'jieba', 'numpy'} & set(sys.modules)\n"
            "print(time.process_time() - start)")
    seconds = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
                  for _ in range(3))
    assert seconds < 0.3        # 0.03 s on an idle machine
