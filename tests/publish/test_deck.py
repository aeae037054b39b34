"""Slides: native and editable, every figure with its sentence in the notes, nothing left to a screen reader's guess."""
import shutil
import subprocess
import zipfile

import pytest
from pptx import Presentation
from pptx.util import Inches

from minzheng.publish.deck import save_deck
from minzheng.publish.slides import region_deck


@pytest.fixture(scope="module")
def path(observations, documents, tmp_path_factory):
    path = tmp_path_factory.mktemp("deck") / "slides.pptx"
    save_deck(region_deck(observations, documents, "210000"), path)
    return path


@pytest.fixture(scope="module")
def slides(path):
    return list(Presentation(path).slides)


def titled(slides, word):
    return next(slide for slide in slides if slide.shapes.title and word in slide.shapes.title.text)


def test_the_deck_is_wide_and_opens_with_region_years_and_counts(path, slides):
    deck = Presentation(path)
    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    told = [shape.text_frame.text for shape in slides[0].shapes]
    assert told == ["辽宁省民政数据", "2019—2022年　17 条数据　3 份文件　带 ※ 的数存疑，用前请核对原文\n"
                    "文件日期 2020-02-11 至 2021-12-31"]


def test_growth_is_a_native_chart_with_the_published_rates(slides):
    chart = next(shape.chart for shape in titled(slides, "2021年 比上年增长").shapes if shape.has_chart)
    values = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert values == {"城市低保平均标准": 4.9, "农村低保平均标准": 9.9, "城市特困人员基本生活平均标准": 8.2}
    assert chart.plots[0].series[0].name == "公布增幅"


def test_key_figures_are_a_native_table(slides):
    table = next(shape.table for shape in titled(slides, "主要数据").shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1][:4] == ["城市低保平均标准", "705元/月", "2021年", "4.9% 公布"]
    assert [row[:2] for row in rows[2:]] == [
        ["农村低保平均标准", "6,107元/年"], ["城市特困人员基本生活平均标准", "1,160元/月"],
        ["城乡低保对象总人数", "99.54万人※"], ["城乡低保金发放额", "46.78亿元"],
            ["居委会主任“一肩挑”比例", "比例 99.6%※"]]


def test_targets_are_called_targets(slides):
    table = next(shape.table for shape in titled(slides, "目标与完成情况").shapes if shape.has_table)
    told = [cell.text for cell in table.rows[1].cells]
    assert told[:4] == ["新建示范型居家社区养老服务中心", "水平 30个", "2022年", "目标：未到期"]


def test_notes_hold_the_sentences_behind_the_figures(slides):
    notes = titled(slides, "2021年 比上年增长").notes_slide.notes_text_frame.text
    assert "城市低保平均标准 705元/月；城市低保平均标准 +4.9%：" in notes
    assert "城市低保的平均标准调到705元/月，涨4.9%。（ln21.txt）" in notes


def test_pictures_charts_and_tables_have_alt_text(slides):
    graphic = [shape for slide in slides for shape in slide.shapes
               if shape.shape_type is not None and (shape.has_chart or shape.has_table or hasattr(shape, "image"))]
    assert len(graphic) >= 5
    assert all(len(shape._element.xpath(".//p:cNvPr")[0].get("descr", "")) > 10 for shape in graphic)


def test_the_theme_names_a_chinese_face(path):
    with zipfile.ZipFile(path) as parts:
        themes = [parts.read(name).decode() for name in parts.namelist() if "/theme/" in name]
    assert themes and all('<a:ea typeface="Microsoft YaHei"' in theme for theme in themes[:1])


def test_two_saves_have_equal_parts(path, observations, documents, tmp_path):
    save_deck(region_deck(observations, documents, "210000"), tmp_path / "again.pptx")
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(tmp_path / "again.pptx") as other:
        assert one.namelist() == other.namelist()
        drawn = [name for name in one.namelist() if "embeddings" not in name]     # the sheets behind charts are dated
        assert [name for name in drawn if one.read(name) != other.read(name)] == []


def test_a_region_with_only_targets_still_has_a_deck(observations, documents):
    rows = observations[(observations["region"] == "210800") & (observations["status"] == "target")]
    titles = [slide.shapes.title.text for slide in region_deck(rows, documents, "210800").slides if slide.shapes.title]
    assert titles == ["目标与完成情况", "数据来源"]


@pytest.mark.office
def test_libreoffice_opens_the_deck(path, slides, tmp_path):
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
                    "pdf", "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=180)
    assert shutil.which("pdftoppm")
    subprocess.run(["pdftoppm", "-png", "-r", "30", str(tmp_path / "slides.pdf"), str(tmp_path / "slide")], check=True)
    assert len(list(tmp_path.glob("slide-*.png"))) == len(slides)
