"""Pages stand alone: Chinese, offline, code left out, pictures with words, hostile text harmless."""
from html.parser import HTMLParser

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from minzheng.publish.pages import index_page, notebook_page


class Tags(HTMLParser):
    """(tag, attributes) of a page."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def page(*outputs, title="题"):
    cells = [new_markdown_cell("## 增长", metadata={}), new_code_cell("secret = 1", outputs=list(outputs)),
             new_markdown_cell("# 仅笔记本", metadata={"tags": ["notebook-only"]})]
    notebook = new_notebook(cells=cells)
    nbformat.validate(notebook)
    return notebook_page(notebook, title, "../../index.html")


def test_a_page_is_chinese_titled_and_without_code():
    html = page(title="<辽宁>")
    assert '<html lang="zh-CN">' in html
    assert "<title>&lt;辽宁&gt;</title>" in html
    assert "secret" not in html and "仅笔记本" not in html and "增长</h2>" in html


def test_nothing_is_loaded_from_anywhere():
    picture = new_output("display_data", data={"image/png": "iVBORw0KGgo="},
                         metadata={"image/png": {"alt": "图：<甲>", "width": 9}})
    tags = Tags(page(picture)).found
    assert not {"script", "link", "iframe", "object", "embed"} & {tag for tag, _ in tags}
    assert all(attrs["src"].startswith("data:") for _, attrs in tags if "src" in attrs)
    assert [attrs["alt"] for tag, attrs in tags if tag == "img"] == ["图：<甲>"]


def test_printed_text_and_errors_are_escaped_and_in_colourless_words():
    html = page(new_output("stream", name="stdout", text="<script>x</script>"),
                new_output("error", ename="ReportError", evalue="没有 <b>", traceback=["\x1b[31mlong\x1b[0m"]))
    assert "<script>" not in html and "<b>" not in html
    assert "ReportError: 没有 &lt;b&gt;" in html and "long" not in html


def test_a_table_of_ours_is_kept():
    data = {"text/html": "<table><tr><td>4.9%</td></tr></table>", "text/plain": "x"}
    html = page(new_output("execute_result", data=data, execution_count=1))
    assert "<td>4.9%</td>" in html


def test_hostile_names_in_the_index_are_text():
    html = index_page(run={"documents": 0, "observations": 0, "facts": [("文件夹", "<script>1</script>")]}, regions=[],
                      matrix={"years": [], "rows": []}, tables=[], failed=[("a", "<img src=x>")], unplaced=0,
                      set_aside=[("<script>.txt", "空文件")])
    assert "<script>" not in html and "<img" not in html
    assert "&lt;script&gt;.txt" in html and "空文件" in html
