"""Numbers that lost some of their digits or their unit to damage, and what tells so."""
import re

from minzheng.extract.numbers.numerals import Numeral
from minzheng.patterns import Late

_LOST = frozenset("?\ufffd□■*’'")
_LIKE_DIGITS = "OoIlSsZzB"
_DOUBTFUL = _LOST | set(_LIKE_DIGITS + ",，. -−xX？")      # before a number: some of it may be lost
# A dash between the ends of a range, or the sign of a rate: 增长-3.2%.
_MINUS_MEANT = Late(r"[0-9][^，。；0-9]{0,3}[-−]$|(?:增长|增长率|增速|增幅|涨幅|上涨)(?:率|分别)?(?:为|达|是)?[-−]$")
# What reading or scraping made of a number: letters for digits, two decimal points; a unit follows.
GARBLED = re.compile(r"(?=[0-9OoIl]*[0-9])[0-9]*[OoIl][0-9OoIl]*(?=[万亿元人名户个张家所件对%])"
                      r"|[0-9]+(?:\.[0-9]+){2,}(?=[万亿元人名户个张家所件对%])")
# What is counted in wholes but on average, and within how many characters before its number that is said
_WHOLE, _ON_AVERAGE, _SAYS_SO = frozenset({"人", "户", "人次", "户次", "对"}), Late("均|每"), 16
# A unit or digits went missing behind the number: 886/月, 4.%, 12?人.
BROKEN = Late(rf" ?/(?:人·)?[月年]|\.[%‰]|[{''.join(sorted(_LOST))}？]+[万亿元人名户个张家所件对%]")


def may_lack_digits(folded: str, numeral: Numeral, stop: int) -> bool:
    """A digit may be lost where ? or a replacement character touches the number, or x stands for one.

    Also where a letter looks like one (O5), or the number goes on from digits, a comma or a minus before it.
    """
    if folded[numeral.digits_stop:numeral.digits_stop + 1] in _LOST or folded[stop:stop + 1] in ("\ufffd", "□"):
        return True
    if folded[max(0, numeral.start - 1):numeral.start] not in _DOUBTFUL:
        return False
    before = folded[max(0, numeral.start - 2):numeral.start].rjust(2)
    if before[1] in _LIKE_DIGITS and not (before[0].isascii() and before[0].isalpha()):
        return True
    if before[1] in ",，. " and before[0].isdigit():
        return True
    if before[1] in "-−" and not _MINUS_MEANT.search(folded[max(0, numeral.start - 8):numeral.start]):
        return True
    crossed = before[1] in "xX？" and before[0] in "xX0123456789"
    headless = before[1] == "." and before[0] not in "0123456789一二三四五六七八九十"      # 增长.5%
    return crossed or headless or before[1] in _LOST


def is_part_of_one(folded: str, start: int, value: float, unit: str) -> bool:
    """增加0.49人: nobody counts a part of a person, so its 万 was lost; but 户均2.3人, and what a table's column says.

    >>> is_part_of_one("比上年增加0.49人", 5, 0.49, "人"), is_part_of_one("每户平均2.3人", 4, 2.3, "人")
    (True, False)
    """
    return bool(value % 1) and unit in _WHOLE and start > 0 and not _ON_AVERAGE.search(folded, max(0, start - _SAYS_SO), start)
