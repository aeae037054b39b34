"""What the structure of a sentence says about a reading: brackets and quotation marks pair up."""
from itertools import pairwise

from minzheng.patterns import Late

UNPAIRED = -6.0         # natural logarithm of how much an unpaired mark speaks against a reading
SHORT_QUOTE = -10.0     # a name in quotation marks does not end with a stop
_PAIRS = ("“”", "（）", "《》")
_STOP_IN_QUOTE = Late(r"“[^“”]{1,4}[。，；、]”|[。，；、]”[，。；、的]")


def structure_cost(text: str) -> float:
    """How much speaks against a piece of simplified text, 0 for nothing.

    A piece may begin or end inside of brackets, but a line end leaves none open.

    >>> structure_cost("做好“六保”工作（试行）") == 0, structure_cost("做好“六。”工作"), structure_cost("“一“二”")
    (True, -10.0, -6.0)
    >>> structure_cost("工作”很好") == 0, structure_cost("\\n工作”很好")
    (True, -6.0)
    """
    unpaired = sum(_unpaired(text, *pair) for pair in _PAIRS)
    return UNPAIRED * unpaired + SHORT_QUOTE * len(_STOP_IN_QUOTE.findall(text))


def _unpaired(text: str, opening: str, closing: str) -> int:
    marks = [char for char in text if char in (opening, closing, "\n")]
    wrong = {(opening, opening), (closing, closing), ("\n", closing), (opening, "\n")}
    return sum(pair in wrong for pair in pairwise(marks))
