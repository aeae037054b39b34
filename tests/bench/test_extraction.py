"""Speed of extraction on one core: characters of clean text a second, that it grows in step with the text, start-up."""
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))
from sentences import document

from minzheng.extract.observations import extract_observations

PARAGRAPH = ("会议指出，2021年，全省城市、农村低保标准分别达到820元/月、6900元/年，增幅5.1%、8.2%。养老机构总数126家，床位1.9万张。"
             "各地深入推进移风易俗，持续改善服务环境，不断健全工作机制，努力提升群众的获得感和满意度，推动各项任务落到实处。"
             "要坚持问题导向，完善制度设计，强化队伍建设，加强部门协同，抓好督促检查，把好事办好、实事办实。\n")


PARAGRAPH_FIGURES = 6
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


def test_speed_of_extraction():
    rate(PARAGRAPH * 20)        # code lists are read once
    small, large = rate(PARAGRAPH * 200), rate(PARAGRAPH * 5000)
    figures = 1000 * PARAGRAPH_FIGURES / len(PARAGRAPH)
    print(f"\nextraction of {figures:.0f} figures a thousand characters: {small / 1e6:.2f} M characters/s, {large / 1e6:.2f} M on {len(PARAGRAPH) * 5000 / 1e6:.1f} M characters")
    assert large > small / 3


def test_speed_of_a_sentence_without_a_stop():
    text = "2021年，" + "，".join(f"新建设施{n}个" for n in range(12_000))
    print(f"\none sentence of {len(text)} characters: {rate(text) / 1e6:.2f} M characters/s")


def test_start_up():
    """Imports, code lists and a first small document, in a process of its own."""
    folder = Path(__file__).parents[1] / "extract"
    seconds = [float(subprocess.run([sys.executable, "-c", START, str(folder)], capture_output=True, text=True, check=True).stdout)
               for _ in range(3)]
    print(f"\nstart-up: {min(seconds):.2f} s of processor time")
    assert min(seconds) < 1.5          # 0.35 on an idle core
