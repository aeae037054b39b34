"""The whole dataset as one Excel file for colleagues: 说明, 指标明细, 省份汇总, 来源, 待复核."""
from pathlib import Path

import pandas as pd

from minzheng.panel.codebook import load_codebook
from minzheng.panel.comparable import conversions_of, in_one_unit
from minzheng.panel.exports import write_sheets
from minzheng.panel.growth import reported_shares, year_over_year
from minzheng.panel.review import list_doubts, with_names
from minzheng.reference.regions import region_name

_SUMMARY = {
    "region": "区划代码", "region_name": "地区", "name": "指标", "unit": "单位", "period": "时期",
    "period_kind": "时期类型",
    "value": "数值", "value_min": "区间下限", "value_max": "区间上限", "value_kind": "数值来历",
    "growth_reported": "公布增速（%）", "growth_computed": "计算增速（%）", "growth_agrees": "两者是否相符",
    "converted": "单位换算", "obs_ids": "观测编号",
}
_KINDS = {"reported": "公布", "implied": "推算"}
_AGREES = {True: "相符", False: "不符"}
_SOURCES = {
    "source": "文件", "title": "标题", "issuer": "发布单位", "region": "区划代码", "date": "日期", "format": "格式",
    "encoding": "编码", "edits": "修复（按类别）", "flags": "存疑标记", "observations": "观测数", "sha256": "SHA-256",
    "reason": "未读入的原因",
}
_DOUBTS = {
    "region": "区划代码", "name": "指标", "measure": "度量", "value": "数值", "unit": "单位", "period": "时期",
    "doubt": "疑点", "sentence": "原句", "source": "文件", "confidence": "可信度", "obs_id": "观测编号",
}
_GUIDE = [
    ("指标明细", "每行一个数字，附原文字样、所在句和在原文中的位置；各列含义见下。"),
    ("省份汇总", "有指标代码的数值和比例，按地区、指标、时期排列；“公布”为文件所载，“推算”由次年数值与增速倒推，附区间。"),
    ("单位换算", "同一指标的标准有按月、按年或省写“每人”的，“省份汇总”按登记的规则换成同一单位并注明；“指标明细”一律照原文。"),
    ("增速", "公布增速为文件所载，计算增速由相隔一年的两个公布数值得出；两者在四舍五入范围内一致即为相符。"),
    ("来源", "读入的每个文件，以及未能读入的文件和原因。"),
    ("待复核", "带存疑标记、可信度低于 0.5，或多个来源不一致的数字。"),
]


def write_workbook(observations: pd.DataFrame, documents: pd.DataFrame, set_aside: pd.DataFrame, path: Path) -> None:
    """Write the tables that load_dataset, load_documents and load_set_aside give as one .xlsx file."""
    write_sheets({
        "说明": _guide(), "指标明细": observations, "省份汇总": _summary(observations),
        "来源": _sources(documents, set_aside),
        "待复核": list_doubts(observations)[list(_DOUBTS)].rename(columns=_DOUBTS),
    }, path)


def _guide() -> pd.DataFrame:
    book = load_codebook()
    columns = [(row.column, f"{row.含义}：{row.values}".rstrip("：")) for row in book.itertuples()]
    return pd.DataFrame([*_GUIDE, *columns], columns=["项目", "说明"], dtype="str")


def _summary(observations: pd.DataFrame) -> pd.DataFrame:
    """Levels, growth and shares of whole areas by coded indicator, each series in one unit, in Chinese."""
    observations = observations[(observations["indicator"] != "") & (observations["area_scope"] == "whole")]
    observations = in_one_unit(observations)
    rows = pd.concat([year_over_year(observations), reported_shares(observations)], ignore_index=True)
    told = {row.obs_id: f"原文{row.unit_before}，×{row.factor:.4g}：{row.理由}"
            for row in conversions_of(observations).itertuples()}
    rows = with_names(rows).assign(
        converted=[told.get(ids.partition(";")[0], "") for ids in rows["obs_ids"]],
        region_name=rows["region"].map(region_name),
        value_kind=rows["value_kind"].map(_KINDS),
        growth_agrees=rows["growth_agrees"].astype("object").map(_AGREES).fillna(""),
    )
    return rows.sort_values(["region", "indicator", "unit", "period"])[list(_SUMMARY)].rename(columns=_SUMMARY)


def _sources(documents: pd.DataFrame, set_aside: pd.DataFrame) -> pd.DataFrame:
    rows = pd.concat([documents, set_aside], ignore_index=True).reindex(columns=list(_SOURCES))
    texts = {name: "" for name in _SOURCES if name != "observations"}
    return rows.fillna(texts).sort_values("source").rename(columns=_SOURCES)
