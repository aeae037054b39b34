"""The door: a document with its metadata, edit list and explanation."""
import hashlib
import json

import pytest

from minzheng.decode.aligned import Edit, replay
from minzheng.decode.document import edits_json, read_bulletin

RAW = """首頁 > 動態
某市民政局召開例會
來源:某市民政局
發布時間:2021-04-06
會(huì)議聽(tīng)取匯(huì)報(bào),著力保障民生,補貼886/月。"""
CLEAN = """首页 > 动态
某市民政局召开例会
来源：某市民政局
发布时间：2021-04-06
会议听取汇报，着力保障民生，补贴886/月。"""
FIELDS = {"start", "stop", "replacement", "class", "rule", "score", "certified", "candidates"}


@pytest.fixture
def document(tmp_path):
    (tmp_path / "a.txt").write_text(RAW, encoding="utf-8", newline="")
    return read_bulletin(tmp_path / "a.txt")


def test_text_and_metadata(document):
    assert document.text == CLEAN
    assert (document.title, document.issuer, document.date) == ("某市民政局召开例会", "某市民政局", "2021-04-06")
    assert (document.source, document.encoding, document.format) == ("a.txt", "utf-8", "txt")
    assert document.sha256 == hashlib.sha256(RAW.encode()).hexdigest()


def test_the_edit_list_is_complete(document):
    listed = json.loads(json.dumps(edits_json(document)))
    assert listed["raw_sha256"] == hashlib.sha256(RAW.encode()).hexdigest()
    edits = [Edit(edit["start"], edit["stop"], edit["replacement"]) for edit in listed["edits"]]
    assert replay(RAW, edits) == CLEAN
    assert set(listed["edits"][0]) == FIELDS
    spoiled = listed["marks"][-1]
    assert RAW[spoiled["start"]:spoiled["stop"]] == CLEAN[spoiled["clean_start"]:spoiled["clean_stop"]] == "886/月"
    assert spoiled["class"] == "spoiled"


@pytest.mark.parametrize(("lead", "date"), [
    ("2019年3月12日，省民政厅印发通知，新标准自2019年1月1日起执行。", "2019-03-12"),
    ("省民政厅印发通知，新标准自2019年1月1日起执行。", ""),
    ("省民政厅要求，资金于2019年12月31日前发放到位。", ""),
])
def test_since_or_before_when_something_holds_is_no_date_of_the_document(tmp_path, lead, date):
    (tmp_path / "a.txt").write_text("关于调整低保标准的消息\n" + lead, encoding="utf-8")
    assert read_bulletin(tmp_path / "a.txt").date == date


def test_width_can_be_left_as_it_is(tmp_path):
    (tmp_path / "a.txt").write_text("全市,全省", encoding="utf-8")
    assert read_bulletin(tmp_path / "a.txt", full_width=False).text == "全市,全省"
    assert read_bulletin(tmp_path / "a.txt").text == "全市，全省"


@pytest.mark.parametrize(("line", "kind"), [
    ("记者：四季度还有哪些安排？", ""), ("记者：请问明年怎么做", ""), ("记者：张三 李四", "head"), ("某某晚报记者 张三", "head"),
])
def test_a_question_at_a_press_conference_is_no_byline(tmp_path, line, kind):
    (tmp_path / "b.txt").write_text(f"某市召开发布会\n{line}\n局长：新建食堂12个。", encoding="utf-8")
    assert [mark.kind for mark in read_bulletin(tmp_path / "b.txt").marks] == [kind] * bool(kind)


def test_a_source_on_one_line_with_the_date(tmp_path):
    (tmp_path / "c.txt").write_text("食堂开进村\n发布时间：2022-04-06  信息来源：淇县民政局\n全县新建食堂12个。", encoding="utf-8")
    read = read_bulletin(tmp_path / "c.txt")
    assert (read.issuer, read.date) == ("淇县民政局", "2022-04-06")
    (tmp_path / "g.txt").write_text("食堂开进村\n全县新建食堂12个。\n（来源：淇县民政局　2022年4月6日）", encoding="utf-8")
    assert read_bulletin(tmp_path / "g.txt").date == "2022-04-06"


def test_blanks_that_part_the_cells_of_a_table_stay(tmp_path):
    rows = "指标　单位　数值\n敬老院　所　12\n床位　张　960\n低保对象　人　4120\n结婚登记　对　780\n孤儿　人　31\n"
    (tmp_path / "d.txt").write_text(f"鹤壁市民政数据\n{rows}", encoding="utf-8")
    assert rows.strip() in read_bulletin(tmp_path / "d.txt").text
    (tmp_path / "e.txt").write_text("全市有敬老院 12 所、床位 960 张，登记 780 对，孤儿 31 人。", encoding="utf-8")
    assert read_bulletin(tmp_path / "e.txt").text == "全市有敬老院12所、床位960张，登记780对，孤儿31人。"
