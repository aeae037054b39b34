"""A document made of a text of our own, for the tests of this folder."""
from minzheng.decode.aligned import AlignedText
from minzheng.decode.document import Document
from minzheng.extract.observations import Observation, extract_observations


def read(text: str, **known) -> list[Observation]:
    """Observations of a text that needs no decoding."""
    return extract_observations(document(text, **known))


def document(text: str, *, aligned: AlignedText | None = None, marks=(),
             issuer="", title="", date="", flags=()) -> Document:
    """A document of that text, read from a file of UTF-8; `aligned`: how the text came from a damaged one."""
    return Document("0" * 16, "own.txt", aligned or AlignedText.of(text), tuple(marks), title, issuer, date,
                    "utf-8", "txt", "0" * 64, tuple(flags))
