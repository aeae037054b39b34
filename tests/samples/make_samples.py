"""Make the sample bulletins of data/raw from the clean texts beside this file, as recipe.toml says.

    python tests/samples/make_samples.py
"""
import io
import tomllib
from dataclasses import replace
from html import escape
from itertools import groupby
from pathlib import Path

import docx

from minzheng.decode import mangle_pages
from minzheng.decode.mangle import SITES, mangle

HERE = Path(__file__).parent
RAW = HERE.parents[1] / "data" / "raw"
CELL = " | "                    # stands between the cells of a table row in a clean text
TAIWAN_FORMS = str.maketrans("啓羣爲牀衆着", "啟群為床眾著")      # Big5 holds only these


def load_recipe() -> dict[str, dict]:
    """Sample name -> how it is made."""
    return tomllib.loads((HERE / "recipe.toml").read_text(encoding="utf-8"))


def clean_source(name: str) -> str:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")


def make_sample(name: str, how: dict) -> bytes:
    """The bytes of one sample. Same source and recipe, same bytes; of .docx same content."""
    text = damaged(clean_source(name), how)
    if how["format"] == "docx":
        return word_file(text)
    if how["format"] == "html":
        text = page(text, how.get("label", ""))
    return (text.translate(TAIWAN_FORMS) if how["encoding"] == "big5" else text).encode(how["encoding"])


def damaged(text: str, how: dict) -> str:
    if "furniture" in how:
        title, body = text.split("\n", 1)
        text = mangle_pages.add_furniture(body.rstrip("\n"), title, *how["furniture"])
    for kind in how.get("pages", ()):
        text = getattr(mangle_pages, kind)(text)
    return mangle(text, replace(SITES[how["site"]], seed=how.get("seed", 0))) if "site" in how else text


def page(text: str, label: str) -> str:
    """The text on a web page: first line as the title, rows as a table."""
    title, *lines = text.splitlines()
    blocks = []
    for is_table, block in groupby(lines, key=lambda line: CELL in line):
        rows = list(block)
        if is_table:
            cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row.split(CELL)) for row in rows]
            blocks.append("<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "\n</table>")
        else:
            blocks += [f"<p>{escape(line)}</p>" for line in rows]
    meta = f'<meta charset="{label}">' if label else ""
    template = (HERE / "page.html").read_text(encoding="utf-8")
    return template.format(label=meta, title=escape(title), body="\n".join(blocks))


def word_file(text: str) -> bytes:
    """The text as a Word file: lines as paragraphs, rows as a table."""
    document = docx.Document()
    for is_table, block in groupby(text.splitlines(), key=lambda line: CELL in line):
        rows = [line.split(CELL) for line in block]
        if not is_table:
            for [line] in rows:
                document.add_paragraph(line)
            continue
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    RAW.mkdir(parents=True, exist_ok=True)
    for sample, recipe in load_recipe().items():
        (RAW / f"{sample}.{recipe['format']}").write_bytes(make_sample(sample, recipe))
