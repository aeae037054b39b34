"""Damage with its truth: which stretches of a mangled text are out of step, and what stood there."""
import random
from typing import NamedTuple

from minzheng.decode.characters import to_simplified, to_traditional
from minzheng.decode.mangle import Site, gloss_table
from minzheng.decode.mangle_bytes import fold_marks, insert_commas, insert_glosses, read_as_936


class Damaged(NamedTuple):
    """A mangled text with the truth about it."""

    raw: str
    sources: list[tuple[int, int]]      # for each raw character and the end: the bytes of the true text it begins at
    stretches: list[tuple[int, int]]    # raw spans out of step
    true: bytes                         # the true text in GBK

    def truth(self, start: int, stop: int) -> str:
        """What the raw span `[start, stop)` stood for, simplified; with a blank where it cuts a character."""
        return to_simplified(self.true[self.sources[start]:self.sources[stop]].decode("gbk", "replace"))


def damage(text: str, site: Site) -> Damaged:
    """As `mangle` with misalignment and folding, but traced."""
    true = (to_traditional(text) if site.traditional else text).encode("gbk", "ignore")
    chance = random.Random(site.seed)
    data = insert_commas(insert_glosses(true, gloss_table(site)), lambda: chance.random() < site.commas)
    origin = _origins(true, data)
    heads = _character_starts(true)
    raw, sources, wrong, at, source, true_since = [], [], [], 0, 0, True
    while at < len(data):
        step = 1 if data[at] < 0x81 else 2
        here = [place for place in origin[at:at + step] if place is not None]
        good = (not here and data[at] < 0x80) or (step == 2 and len(here) == 2 and here[0] in heads) \
            or (step == 1 and here and here[0] in heads and data[at] < 0x80) or (step == 2 and not here)
        char = read_as_936(data[at:at + step])
        if here:
            source = here[0]
        if not good and wrong and not true_since:
            wrong[-1] = (wrong[-1][0], len(raw) + len(char))
        elif not good:
            wrong.append((len(raw), len(raw) + len(char)))
        true_since = good and (true_since or bool(here))
        if char:
            sources.append(source)
            raw.append(char)
        source = here[-1] + 1 if here else source
        at += step
    sources.append(len(true))
    raw = "".join(raw)
    return Damaged(fold_marks(raw), sources, wrong, true)


def _origins(true: bytes, data: bytes) -> list[int | None]:
    """For each byte the true byte it comes from; None for what was put in."""
    origins, at, place = [], 0, 0
    while at < len(data):
        if place < len(true) and data[at] == true[place]:
            origins.append(place)
            place += 1
            at += 1
        else:
            stop = at + 1 if data[at] == 0x2C else data.index(b")", at) + 1
            origins += [None] * (stop - at)
            at = stop
    return origins


def _character_starts(true: bytes) -> set[int]:
    starts, at = set(), 0
    while at < len(true):
        starts.add(at)
        at += 1 if true[at] < 0x80 else 2
    return starts

