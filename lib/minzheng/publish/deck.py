"""A region's figures as slides: native charts and tables that can be edited. The door of python-pptx.

The Chinese face is set once in the theme (`<a:ea>`), so that titles, tables and charts inherit it;
python-pptx's own `font.name` sets the Latin face only. Everything a slide says stands with its sentence
in the speaker notes.
"""
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pandas as pd
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches, Pt

from minzheng.publish.atomic import write_whole
from minzheng.publish.panels import DECIMALS, is_doubtful
from minzheng.publish.style import ACCENT, INK, QUIET
from minzheng.publish.tables import Table
from minzheng.publish.wording import MARK, shorten, width, words

CHINESE_FACE, LATIN_FACE = "Microsoft YaHei", "Calibri"
MOST_ROWS, MOST_NOTES = 10, 40
LEFT, TOP, WIDE, HIGH = Inches(0.6), Inches(1.35), Inches(12.13), Inches(5.4)
BLANK_LAYOUT, TITLE_ONLY, TITLE_SLIDE = 6, 5, 0


def new_deck(title: str, subtitle: str, lang: str = "zh"):
    """An empty 16:9 deck with its Chinese face and a title slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for master in deck.slide_masters:
        _set_faces(master)
    properties = deck.core_properties
    properties.title, properties.author, properties.language = title, "minzheng", "zh-CN" if lang == "zh" else "en"
    properties.created = properties.modified = datetime(2000, 1, 1)      # equal input, equal parts
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK_LAYOUT])
    _write(slide, title, LEFT, Inches(2.5), 40, ACCENT)
    _write(slide, subtitle, LEFT, Inches(3.6), 18, "#5A6670")
    return deck


def add_table_slide(deck, title: str, table: Table, notes: list[str], foot: str = "", lang: str = "zh") -> None:
    """A slide with one native table (the first rows; how many are left out is said) and notes."""
    slide, rest = _slide(deck, title, notes), len(table.rows) - MOST_ROWS
    table = replace(table, rows=table.rows[:MOST_ROWS]).without_empty()
    shown = table.rows
    shape = slide.shapes.add_table(len(shown) + 1, len(table.columns), LEFT, TOP, WIDE, Inches(0.42 * (len(shown) + 1)))
    _describe(shape, f"{title}: {len(shown)} × {len(table.columns)}")
    _set_widths(shape.table, [table.columns, *shown])
    for column, name in enumerate(table.columns):
        align = PP_ALIGN.RIGHT if name in table.numeric else PP_ALIGN.LEFT
        for line, text in enumerate([name, *(row[column] for row in shown)]):
            _fill(shape.table.cell(line, column), shorten(str(text), 64), align, heading=line == 0)
    left_out = words(lang)["more_in_table"].format(n=rest) if rest > 0 else ""
    _foot(slide, "　".join(part for part in (left_out, foot) if part))


def add_growth_slide(deck, title: str, rates: pd.DataFrame, notes: list[str], foot: str = "", lang: str = "zh") -> None:
    """A slide with a native bar chart: per indicator the published and the computed growth of one year.

    `rates`: columns label, growth_reported, growth_computed (%), in the order of the bars.
    """
    slide, say, shown = _slide(deck, title, notes), words(lang), rates.head(MOST_ROWS)
    data = CategoryChartData(number_format='0.0##"%"')
    data.categories = [shorten(row.label, 38) + (MARK if is_doubtful(row) else "") for row in shown.itertuples()]
    kinds = [kind for kind in ("reported", "computed") if shown[f"growth_{kind}"].notna().any()]
    for kind in kinds:
        rates_shown = [None if pd.isna(rate) else round(rate, DECIMALS[kind]) for rate in shown[f"growth_{kind}"]]
        data.add_series(say[f"{kind}_rate"], rates_shown)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, LEFT, TOP, WIDE, HIGH, data)
    _describe(shape, f"{title}: " + "; ".join(shown["label"]))
    _dress(shape.chart, {"reported": ACCENT, "computed": QUIET}, kinds)
    _foot(slide, foot)


def add_picture_slide(deck, title: str, chart, notes: list[str], foot: str = "") -> None:
    """A slide with a designed chart (a `charts.Chart`) as a picture with its alt text."""
    slide = _slide(deck, title, notes)
    wide = min(WIDE, int(HIGH * chart.figure.get_figwidth() / chart.figure.get_figheight()))
    shape = slide.shapes.add_picture(io.BytesIO(chart.png), LEFT + (WIDE - wide) // 2, TOP, width=wide)
    _describe(shape, chart.alt)
    _foot(slide, foot)


def save_deck(deck, path: str | Path) -> None:
    """Write the deck whole or not at all."""
    write_whole(path, deck.save)


def _slide(deck, title, notes):
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = LEFT, Inches(0.45), WIDE, Inches(0.75)
    shape.text_frame.text = shorten(title, 60)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment, paragraph.font.size, paragraph.font.color.rgb = PP_ALIGN.LEFT, Pt(26), _rgb(INK)
    lines = notes[:MOST_NOTES]
    slide.notes_slide.notes_text_frame.text = "\n".join(lines)
    return slide


def _set_faces(master):
    """Set the theme's Latin and East Asian faces: every run, table and chart inherits them."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for kind, face in (("ea", CHINESE_FACE), ("latin", LATIN_FACE)):
        for node in theme.findall(f".//a:fontScheme//a:{kind}", names):
            node.set("typeface", face)
    part._blob = serialize_part_xml(theme)


def _set_widths(table, lines):
    """Share the slide's width by the longest text of each column, none narrower than a tenth of an even share."""
    longest = [min(44, max(width(str(line[i])) for line in lines)) + 4 for i in range(len(lines[0]))]
    for column, columns in zip(table.columns, longest, strict=True):
        column.width = Emu(int(WIDE * columns / sum(longest)))


def _fill(cell, text, align, heading):
    cell.text = text
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment, paragraph.font.size = align, Pt(12)
    paragraph.font.bold = False
    paragraph.font.color.rgb = _rgb("#FFFFFF" if heading else INK)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(ACCENT if heading else "#FFFFFF")


def _dress(chart, colours, kinds):
    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size, chart.font.color.rgb = Pt(13), _rgb(INK)
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW       # beside falls, not on them
    chart.category_axis.format.line.color.rgb = _rgb(QUIET)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 60, -5, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = '0.0#"%"', False
    plot.data_labels.position, plot.data_labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(12)
    for series, kind in zip(plot.series, kinds, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colours[kind])
        series.invert_if_negative = False


def _write(slide, text, left, top, size, colour):
    box = slide.shapes.add_textbox(left, top, WIDE, Inches(0.9))
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.color.rgb = Pt(size), _rgb(colour)


def _foot(slide, text):
    if text:
        _write(slide, shorten(text, 150), LEFT, Inches(6.85), 11, "#5A6670")


def _describe(shape, text):
    """Set the alt text of a picture, chart or table."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def _rgb(colour):
    return RGBColor.from_string(colour.lstrip("#"))
