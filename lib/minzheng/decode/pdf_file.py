"""PDF with a text layer -> raw text. The one door to pypdf."""
import io
import logging

from minzheng.errors import UnreadableFile

MOST_PAGES = 2_000


def read_pdf_file(data: bytes) -> str:
    """The text of all pages; UnreadableFile where there is none (a scan)."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)       # what is wrong with a file, its reason tells
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    if len(pages) > MOST_PAGES:
        raise UnreadableFile(f"more than {MOST_PAGES:,} pages")
    text = "\n".join(page.extract_text() for page in pages)
    if not text.strip():
        raise UnreadableFile("a PDF without a text layer (a scan?); run OCR on it first")
    return text
