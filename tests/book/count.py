"""Count the reading book: the words, and the twos and threes of them that stand together more often than chance.

python tests/book/count.py      writes lib/minzheng/reference/genre_counts.txt
"""
import math
import re
from collections import Counter
from pathlib import Path

from minzheng.decode.phrases import LONGEST
from minzheng.decode.words import MARKS, cut, language_costs

BOOK = Path(__file__).parent
COUNTS = BOOK.parents[1] / "lib/minzheng/reference/genre_counts.txt"
GAIN = 1.5          # natural logarithm of how much more often than by chance
GAIN_ONCE = 3.0     # ... of two that stand together once, which may be chance
LEAST_THREE = 2     # times that three words stand together
_WORD = re.compile(f"[㐀-鿿{re.escape(''.join(MARKS).replace(' ', '').strip())}]+")


def count_book() -> Counter[tuple[str, ...]]:
    """One, two or three words -> how often they stand side by side in a line."""
    counts, costs = Counter(), language_costs()
    for path in sorted(BOOK.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = cut(line, costs)
            for size in (1, 2, 3):
                rows = zip(*(words[n:] for n in range(size)), strict=False)
                counts.update(row for row in rows if all(map(_WORD.fullmatch, row)))
    return counts


def telling(counts: Counter[tuple[str, ...]]) -> list[tuple[int, str]]:
    """What is worth keeping, most frequent first."""
    total = sum(count for words, count in counts.items() if len(words) == 1)
    rows = [(count, " ".join(words)) for words, count in counts.items() if len(words) == 1 or (
        len("".join(words)) <= LONGEST and (len(words) == 2 or count >= LEAST_THREE)
        and math.log(count * total / counts[words[:-1]] / counts[words[-1:]]) >= (GAIN if count > 1 else GAIN_ONCE))]
    return sorted(rows, key=lambda row: (-row[0], row[1]))


def as_text(rows: list[tuple[int, str]]) -> str:
    head = "# Made by tests/book/count.py from tests/book/*.txt (our own prose): count, then one to three words.\n"
    return head + "".join(f"{count} {words}\n" for count, words in rows)


if __name__ == "__main__":
    COUNTS.write_text(as_text(telling(count_book())), encoding="utf-8")
