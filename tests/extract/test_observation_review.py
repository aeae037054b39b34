from sentences import document

from minzheng.extract.observations import extract_observations
from minzheng.extract.review import by_doubt, count_by, review_html


def test_doubtful_figures_come_first_and_the_document_cannot_write_html():
    bulletin = document("江西省2021年<script>alert(1)</script>新建中心20个。全市发放补贴30万元。", title="<b>标题</b>")
    observations = extract_observations(bulletin)
    page = review_html(bulletin, by_doubt(observations)) + count_by(bulletin, observations)
    assert "<script>" not in page and "<b>标题" not in page
    assert "<mark>20个</mark>" in page
    assert "2 个数字" in page
