"""One document whose rows are not as the schema says must not take the others of its part along."""
from dataclasses import asdict, replace

import pyarrow as pa
import pytest

from minzheng.errors import DatasetError
from minzheng.panel.parts import KINDS, PartJob, _joined, _told_apart
from minzheng.panel.schema import DOCUMENT_DTYPES

from .rows import level

JOB = PartJob("nowhere", "version", (), ())


def reading(source, row=None, **document):
    """What was read from a document of one figure, as `_read_one` gives it."""
    row = replace(row or level("养老床位", 500, "张"), source=source)
    known = {name: 1 if dtype == "int64" else "" for name, dtype in DOCUMENT_DTYPES.items()} | {"source": source}
    return {"observations": pa.Table.from_pylist([asdict(row)], KINDS["observations"]),
            "documents": pa.Table.from_pylist([known | document], KINDS["documents"])}


@pytest.mark.parametrize(("wrong", "told"), [
    (reading("bad.txt", level("床位", 5, "张", bound="perhaps")), "bound: 'perhaps'"),
    (reading("bad.txt", level("床位", 5, "张", period="去年")), "period: '去年'"),
    (reading("bad.txt", level("", 5, "张")), "subject: ''"),
    (reading("bad.txt", level("床位", 5, "张", half=-1)), "interval_holds_value"),
    (reading("bad.txt", title=None), "title"),
])
def test_a_misshapen_document_is_set_aside_with_the_reason_and_the_others_stay(wrong, told):
    good, other = reading("good.txt"), reading("other.txt")
    with pytest.raises(DatasetError):
        _joined({"good.txt": good, "bad.txt": wrong, "other.txt": other}, JOB)
    sound, misshapen = _told_apart({"good.txt": good, "bad.txt": wrong, "other.txt": other})
    assert list(sound) == ["good.txt", "other.txt"] and list(misshapen) == ["bad.txt"]
    assert told in misshapen["bad.txt"] and misshapen["bad.txt"].startswith("bad.txt: ")
    assert _joined(sound, JOB)["observations"]["source"].to_pylist() == ["good.txt", "other.txt"]
