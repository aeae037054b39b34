"""Speed of extraction on one core: characters of clean text a second, that it grows in step with the text, start-up."""
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))
from sentences import document

from minzheng.decode.document import Document, read_bulletin
from minzheng.extract.observations import extract_observations

PARAGRAPH = ("会议指出，2021年，全省城市、农村低保标准分别达到820元/月、6900元/年，增幅5.1%、8.2%。养老机构总数126家，床位1.9万张。"
             "各地深入推进移风易俗，持续改善服务环境，不断健全工作机制，努力提升群众的获得感和满意度，推动各项任务落到实处。"
             "要坚持问题导向，完善制度设计，强化队伍建设，加强部门协同，抓好督促检查，把好事办好、实事办实。\n")


# So dense is a communiqué; so dense are its tables.
DENSE = ("各级民政部门围绕中心工作履职尽责，基本民生保障、基层社会治理、基本社会服务水平稳步提升。年末全省注册的养老机构共1260家，比上年增加35家，其中公办机构410家、民办机构850家；机构内床位9.6万张，入住老人4.1万人，同比增长3.2%。"
         "全年支出城市低保资金12.3亿元，农村低保资金25.8亿元，分别下降4.1%和1.6%。孤儿集中养育标准由每人每月1450元提高到1520元，"
         "散居标准达到每人每月1180元。新成立社会团体86个，基金会12个，志愿者服务18.5万人次，彩票销售36.42亿元，筹集公益金10.7亿元，增速为6.3%。"
         "殡葬服务更加规范，地名文化保护取得新的进展，行业监管和安全生产责任得到落实，为民办事的效率明显改善。\n")
TABLE = "表1 民政事业主要指标\n指标 | 单位 | 2020年 | 2021年 | 比上年增长（%）\n" + "".join(
    f"{name} | {unit} | {value} | {value + 7} | {growth}\n" for name, unit, value, growth in (
        ("养老机构", "家", 1253, 0.6), ("养老床位", "万张", 95, 7.4), ("城市低保对象", "人", 36512, -3.1),
        ("农村低保对象", "人", 128455, -1.9), ("结婚登记", "对", 88120, 2.5), ("离婚登记", "对", 30211, -4.4),
        ("社会团体", "个", 2140, 0.3), ("福利彩票销售额", "亿元", 36, 19.4))) + "\n各地工作平稳有序。\n"
START = """
import sys, time
sys.path.insert(0, sys.argv[1])
from sentences import read
assert len(read("2021年，营口市城市低保标准达到每人每月820元，同比增长5.1%。")) == 2
print(time.process_time())
"""


def rate(text: str) -> float:
    """Characters a second of processor time."""
    bulletin = document("江西省民政厅工作总结\n" + text)
    start = time.process_time()
    assert extract_observations(bulletin)
    return len(text) / (time.process_time() - start)


def density(text: str) -> float:
    """Figures a thousand characters."""
    return 1000 * len(extract_observations(document(text * 10))) / len(text * 10)


def test_speed_of_extraction():
    rate(PARAGRAPH * 20)        # code lists are read once
    small, large = rate(PARAGRAPH * 200), rate(PARAGRAPH * 5000)
    print(f"\nextraction of {density(PARAGRAPH):.0f} figures a thousand characters: {small / 1e6:.2f} M characters/s, "
          f"{large / 1e6:.2f} M on {len(PARAGRAPH) * 5000 / 1e6:.1f} M characters")
    assert large > small / 3


@pytest.mark.parametrize(("kind", "text", "figures"), [("communiqué", DENSE, 20), ("table", TABLE, 24)])
def test_speed_on_a_dense_text(kind, text, figures):
    assert len(extract_observations(document(text))) == figures
    best = max(rate(text * 100) for _ in range(3))
    print(f"\n{kind} of {density(text):.0f} figures a thousand characters: {best / 1e6:.2f} M characters/s")


ENDLESS = {
    "plain": "新建设施{n}个", "with brackets": "新建设施{n}个（其中公办{n}个）", "with goals": "为年初目标（{n}户）的85%", "with months": "9月新建设施{n}个",
    "dealt": "城市、农村分别新建{n}个、3个", "with semicolons": "截至9月底新建设施{n}个；二是改造{n}个", "a list": "{n}个、2个、3个、4个", "no mark": "{n}个2个3个4个",
}


@pytest.mark.parametrize(("name", "clause"), ENDLESS.items(), ids=ENDLESS)
def test_speed_of_a_sentence_without_a_stop(name, clause):
    between = {"a list": "、", "no mark": ""}.get(name, "，")
    short, long = ("2021年新建设施" + between.join(clause.format(n=n) for n in range(count)) for count in (2_000, 12_000))
    small, large = (max(rate(text) for _ in range(2)) for text in (short, long))
    print(f"\none sentence of {len(long)} characters: {large / 1e6:.2f} M characters/s, {small / 1e6:.2f} M on {len(short)}")
    assert large > small / 2


@pytest.mark.shared
def test_speed_on_real_documents(shared):
    """All texts beside the checkout, in a process that has read others: met for the first time, and again."""
    texts = sorted(path for folder in ("seeds", "corpus") for path in (shared / folder).glob("*.txt") if "gbk" not in path.name)
    bulletins = [read_bulletin(path) for path in texts]
    rate(DENSE)
    first, again = ([_seconds(bulletin) for bulletin in bulletins] for _ in range(2))
    sizes = [len(bulletin.text) for bulletin in bulletins]
    rates = sorted(size / seconds / 1e6 for size, seconds in zip(sizes, again, strict=True))
    print(f"\n{len(bulletins)} real documents, {sum(sizes)} characters: {sum(sizes) / sum(first) / 1e6:.2f} M characters/s at first sight, "
          f"{sum(sizes) / sum(again) / 1e6:.2f} M again ({rates[0]:.2f} to {rates[-1]:.2f})")
    assert sum(again) < 2 * sum(first)


def _seconds(bulletin: Document) -> float:
    start = time.process_time()
    extract_observations(bulletin)
    return time.process_time() - start


def test_start_up():
    """Imports, code lists and a first small document, in a process of its own."""
    folder = Path(__file__).parents[1] / "extract"
    seconds = [float(subprocess.run([sys.executable, "-c", START, str(folder)], capture_output=True, text=True, check=True).stdout)
               for _ in range(3)]
    print(f"\nstart-up: {min(seconds):.2f} s of processor time")
    assert min(seconds) < 1.5          # 0.35 on an idle core
