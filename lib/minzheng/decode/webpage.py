"""HTML -> raw text: main text with its tables as rows. The one door to trafilatura."""
import re

from minzheng.errors import UnreadableFile
from minzheng.decode.encoding import decode_bytes

_LABEL = re.compile(r"""(<meta[^>]*?charset\s*=\s*["']?)[\w-]+|(<\?xml[^>]*?encoding=["'])[\w-]+""", re.I)


def read_webpage(data: bytes) -> tuple[str, str]:
    """The main text of a page and its encoding, which the bytes tell and no label."""
    page, encoding = decode_bytes(data)
    import trafilatura

    text = trafilatura.extract(_LABEL.sub(lambda m: (m[1] or m[2]) + "utf-8", page), include_tables=True,
                               include_comments=False, favor_recall=True, deduplicate=False)
    if not text:
        raise UnreadableFile("no main text found in the page")
    return text, encoding
