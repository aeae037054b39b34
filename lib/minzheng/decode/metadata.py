"""Title, issuer and date, read out of a clean text."""
import re
from typing import NamedTuple

from minzheng.decode.furniture import Line
from minzheng.patterns import Late


class Metadata(NamedTuple):
    """What a bulletin says about itself; empty where it does not tell. The date is ISO."""

    title: str = ""
    issuer: str = ""
    date: str = ""


LONGEST_TITLE = 50
_BODY = Late(r"[。；！？，]")
_ISSUER = Late(
    r"[一-鿿]{2,8}?(?:省|市|县|区|州|盟|旗)(?:民政[厅局]|统计局|人民政府)|民政部(?!门)(?=召开|印发|发布|举行)|"
    r"国家统计局(?!.{0,6}调查)|国务院(?=召开|印发|总理)")
_SOURCE = Late(r"来源[:：]\s?(\S{2,30})")           # on one line with the date
_DATE = Late(      # none since which or before which something holds
    r"(?<![自从])((?:19|20)\d{2}) ?[年.\-/] ?(\d{1,2}) ?[月.\-/] ?(\d{1,2})(?!\d*日?(?:起|之?前))")
_DAY = Late(r"(?<!\d)(\d{1,2})月(\d{1,2})日[^。\n]{0,40}?(20\d{2})年")


def read_metadata(text: str, furniture: list[Line]) -> Metadata:
    """Title: the first short line that is no sentence. Issuer and date: what the page says, else the lead."""
    body = _without(text, furniture)
    told = {line.field: line.told for line in reversed(furniture) if line.field}
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    title = lines[0] if lines and _is_title(lines[0]) else ""
    lead = "\n".join(lines[:4])[:400]
    heads = "\n".join(text[line.mark.start:line.mark.stop] for line in furniture if line.mark.kind == "head")
    source = told.get("issuer", "") or ((beside := _SOURCE.search(heads)) and beside[1]) or ""
    issuer = _first(_ISSUER, source) or source or _first(_ISSUER, lead)
    return Metadata(title, issuer, _date(told.get("date", "")) or _date(heads) or _date(lead) or _date(source))


def _without(text: str, furniture: list[Line]) -> str:
    pieces, done = [], 0
    for line in furniture:
        pieces.append(text[done:line.mark.start])
        done = max(done, line.mark.stop)
    return "".join([*pieces, text[done:]])


def _is_title(line: str) -> bool:
    return 4 <= len(line) <= LONGEST_TITLE and not _BODY.search(line)


def _first(pattern: re.Pattern, text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _date(text: str) -> str:
    """The first full date, or a day whose year stands later in the same sentence."""
    full, day = _DATE.search(text), _DAY.search(text)
    if full and not (day and day.start() < full.start()):
        year, month, date = full.groups()
    elif day:
        month, date, year = day.groups()
    else:
        return ""
    return f"{year}-{int(month):02}-{int(date):02}" if 1 <= int(month) <= 12 and 1 <= int(date) <= 31 else ""
