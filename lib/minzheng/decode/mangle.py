"""The forward model: damage a clean text as the rewriting sites do. Makes samples and tests, and certifies repairs."""
import random
from dataclasses import dataclass

from minzheng.decode.characters import to_traditional, traditional_forms
from minzheng.decode.mangle_bytes import STRAY_MARKS, fold_marks, insert_commas, insert_glosses, read_as_936
from minzheng.decode.readings import readings


@dataclass(frozen=True, slots=True)
class Site:
    """How one site rewrites its pages."""

    traditional: bool = True     # simplified -> traditional, one to one
    glosses: float = 0.0         # share of the converted characters that stand in the site's gloss table
    commas: float = 0.0          # share of the marks ，、。；！ that get a stray comma before them
    misaligned: bool = False     # the editing fires at odd byte offsets too
    folded: bool = True          # ，；：！？（） end as ASCII
    seed: int = 0                # another seed is another gloss table and another choice of marks


SITES = {
    "traditional": Site(),
    "glossed": Site(glosses=0.3),
    "glossed+commas": Site(glosses=0.3, commas=0.6),
    "glossed+misaligned": Site(glosses=0.3, misaligned=True),
    "glossed+commas+misaligned": Site(glosses=0.3, commas=0.6, misaligned=True),
    "simplified+commas": Site(traditional=False, commas=0.6),
    "simplified+commas+misaligned": Site(traditional=False, commas=0.6, misaligned=True),
}


def mangle(text: str, site: Site) -> str:
    """Damage `text`; the same site and text always give the same damage.

    Characters that GBK does not hold become `?`, as they did on the sites.

    >>> mangle("学习，基层。", Site(commas=1.0))
    '學習,,基層,。'
    """
    chance = random.Random(site.seed)
    if site.traditional:
        text = to_traditional(text)
    table = gloss_table(site)

    def chosen() -> bool:
        return chance.random() < site.commas

    if site.misaligned:
        text = read_as_936(insert_commas(insert_glosses(text.encode("gbk", "replace"), table), chosen))
    else:
        glossed = "".join(f"{char}({table[char]})" if char in table else char for char in text)
        text = "".join("," + char if char in STRAY_MARKS and chosen() else char for char in glossed)
    return fold_marks(text) if site.folded else text


def gloss_table(site: Site) -> dict[str, str]:
    """The site's table: traditional character -> reading. Two sites with equal seeds have equal tables."""
    chance = random.Random(f"table {site.seed}")
    return {char: reading for char, reading in _glossable().items() if chance.random() < site.glosses}


def _glossable() -> dict[str, str]:
    """Every traditional character of GBK that differs from a simplified character of GB2312."""
    pairs = ((simple, forms[0]) for simple, forms in traditional_forms().items())
    return {form: readings(form)[0] for simple, form in pairs
            if form != simple and _holds("gb2312", simple) and _holds("gbk", form) and readings(form)}


def _holds(charset: str, char: str) -> bool:
    return char == char.encode(charset, "ignore").decode(charset)
