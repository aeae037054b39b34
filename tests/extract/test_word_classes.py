"""Rules know classes of words, not the words they were grown on: rarer members of each class, in our own sentences."""
import re
import tomllib
from collections import Counter

import pytest
from sentences import read

from minzheng.extract import syntax
from minzheng.extract.syntax import one_of, words

TITLE = "清原县民政局2023年工作总结\n"
SUBJECTS = {
    "verb of a list": ("全县兴建互助大院12所、老年书屋30个。", ["兴建互助大院", "兴建老年书屋"]),
    "an office named by a verb opens no list": ("救助站5个、观察室12间。", ["救助站", "观察室"]),
    "those who did it": ("各救助站搭建临时安置点15个、发放点40个。", ["搭建临时安置点", "搭建发放点"]),
    "the office of here": ("县里下达困难群众救助资金800万元。当晚转移群众46人。", ["下达困难群众救助资金", "转移群众"]),
    "what is to be done with it": ("已下拨的620万元护理补贴必须足额到人。", ["下拨护理补贴"]),
    "since when": ("半年多来开展义诊17场。", ["开展义诊"]),
    "whom everybody helps": ("为困难群众办理医疗救助手续260件。", ["办理医疗救助手续"]),
    "money of what was done, whatever it is for": ("实施临时救助900人次，支出资金62万元，主要用于重病家庭。", ["实施临时救助", "实施临时救助支出资金"]),
    "how it came to them": ("650元慰问金就存入了她的账户。", ["慰问金"]),
    "a task that is done": ("改造任务已分解到镇。列入规划的210户危房加固任务如期完成。", ["列入规划危房加固"]),
    "what became of a deed": ("市政府将老旧敬老院消防改造列入民生实事项目，全年任务17所，已完成9所。",
                              ["老旧敬老院消防改造全年任务", "老旧敬老院消防改造"]),
    "what is still left": ("尚有6个乡镇没有食堂。", ["乡镇没有食堂"]),
    "who gives": ("下达困难群众救助资金800万元，县级匹配120万元。", ["下达困难群众救助资金", "县级匹配困难群众救助资金"]),
    "how a standard is applied": ("特困人员1200人，按每人每月90元核算。", ["特困人员", "特困人员标准"]),
    "whom a payment is for": ("高龄津贴分两档，80至89岁长者每月60元，90至99岁长者每月120元。",
                             ["80至89岁长者高龄津贴", "90至99岁长者高龄津贴"]),
    "step of a project": ("适老化改造项目60个，封顶32个。", ["适老化改造项目", "适老化改造项目封顶"]),
    "off the roll": ("新纳入低保对象300户，停保210户。", ["新纳入低保对象", "停保低保对象"]),
    "what came of it": ("护理补贴标准日趋完善，达到每人每月110元。", ["护理补贴标准"]),
    "link": ("公益性公墓剧增至45处。", ["公益性公墓"]),
    "prizes": ("案例评选中，我县喜获一等奖2个、二等奖5个。", ["喜获一等奖", "喜获二等奖"]),
}
STATUS = {
    "务必": ("有关部门务必翻修敬老院20所。", "target"),
    "计划 and a deed": ("县福利院计划添置助餐车12辆。", "target"),
    "要 and a deed": ("各乡镇要孵化互助社30家。", "target"),
    "将 and a deed": ("县福利院将轮训护理员300人。", "target"),
    "将 for 把": ("县福利院将救助对象300人送往医院。", "actual"),
    "a deed done": ("下一步打算：\n会上说，上周调处了纠纷150起。", "actual"),
    "a task that is set": ("下一步打算：\n制定了新建食堂15个的任务。", "target"),
}


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject(text, subjects):
    assert [o.subject for o in read(TITLE + text)] == subjects


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_status(text, status):
    assert [o.status for o in read(TITLE + text)] == [status]


def test_every_class_names_words_and_known_classes():
    lists = tomllib.loads(syntax._TOML.read_text(encoding="utf-8"))
    listed = [(name, word) for name, text in lists.items() for word in text.split()]
    assert [(name, word) for name, word in listed if word.startswith("@") and word[1:] not in lists] == []
    assert [(name, word) for name, word in listed if not word.startswith("@") and not re.fullmatch("[\u4e00-\u9fff]+", word)] == []
    assert [one for one, times in Counter(listed).items() if times > 1] == []


def test_pattern_finds_every_word_and_the_longest_first():
    pattern = re.compile(one_of("deeds"))
    assert all(pattern.fullmatch(word) for word in words("deeds"))
    assert pattern.match("新改扩建敬老院")[0] == "新改扩建"
    assert pattern.match("敬老院") is None
