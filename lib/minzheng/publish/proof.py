"""A document's figures to check by eye: its text with every number marked, then each figure with its sentence, doubts first."""
from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup, escape

from minzheng.decode.document import Document
from minzheng.extract.explained import explain
from minzheng.extract.observations import Observation
from minzheng.extract.passed_over import NOT_READ, passed_over
from minzheng.publish.checkout import RAW
from minzheng.publish.pages import filled
from minzheng.publish.wording import flag_labels, period_label, quantity, words
from minzheng.reference.indicators import indicator_of
from minzheng.reference.regions import region_name

SURE = 0.9              # above it nearly all figures of annotated documents were right
MOST_ROWS = 1000
_STOPS = "。！？\n"
_REACH = 200            # characters shown at most on either side of a figure


def choose_source(source: str = "") -> Path:
    """The file asked for, else the first sample bulletin of the checkout."""
    return Path(source) if source else min(path for path in RAW.iterdir() if path.suffix == ".txt")


def sureness(observation: Observation) -> str:
    """doubt: it carries a flag; unsure: its confidence is low; sure."""
    return "doubt" if observation.flags else "unsure" if observation.confidence <= SURE else "sure"


def overview(document: Document, observations: Sequence[Observation], lang: str = "zh") -> str:
    """What was read, in a line of HTML: how many figures, how many doubtful, unsure, targets, numbers left out."""
    kinds = [sureness(one) for one in observations]
    counts = {"doubt": kinds.count("doubt"), "unsure": kinds.count("unsure"), "target": sum(one.status == "target" for one in observations),
              "passed": len(passed_over(document, observations))}
    return filled("proof_overview.html.j2", title=document.title or document.source, total=len(observations), counts=counts,
                  flags=flag_labels(";".join(document.flags), lang), say=words(lang)["proof"])


def marked_text(document: Document, observations: Sequence[Observation], lang: str = "zh") -> str:
    """The clean text with each figure marked and numbered as in `figure_list`, and what was left out told under the pointer."""
    numbers = _numbers(observations)
    marks = [(one.start, one.stop, sureness(one), f"{one.subject} {_read(one, lang)}", numbers[one.obs_id]) for one in observations]
    marks += [(one.start, one.stop, NOT_READ if one.kind == NOT_READ else "passed", words(lang)["passed"][one.kind], "")
              for one in passed_over(document, observations)]
    pieces, done = [], 0
    for start, stop, kind, told, number in sorted(marks):
        pieces += [escape(document.text[done:start]), _mark(document.text[start:stop], kind, told, number)]
        done = stop
    pieces.append(escape(document.text[done:]))
    lines = [line for line in Markup("").join(pieces).split("\n") if line.strip()]
    return filled("proof_text.html.j2", lines=lines, say=words(lang)["proof"])


def figure_list(document: Document, observations: Sequence[Observation], lang: str = "zh") -> str:
    """Every figure as a row of HTML: flagged ones first, then unsure ones, each group in text order."""
    numbers = _numbers(observations)
    groups = [(kind, [one for one in observations if sureness(one) == kind]) for kind in ("doubt", "unsure", "sure")]
    shown = [(kind, len(found), [_row(document, one, numbers, lang) for one in found[:MOST_ROWS]]) for kind, found in groups]
    return filled("proof_list.html.j2", groups=shown, say=words(lang)["proof"], most=MOST_ROWS)


def marked_sentence(text: str, start: int, stop: int) -> Markup:
    """The sentence around `[start, stop)` with that place marked, escaped.

    >>> marked_sentence("共投入<b>3亿元</b>。另有其他。", 6, 9)
    Markup('共投入&lt;b&gt;<mark>3亿元</mark>&lt;/b&gt;。')
    """
    reach = max(0, start - _REACH)
    first = max(text.rfind(mark, reach, start) for mark in _STOPS) + 1 or reach
    ends = [end for mark in _STOPS if (end := text.find(mark, stop, stop + _REACH)) >= 0]
    last = min(ends, default=stop + _REACH) + 1
    return Markup("{}<mark>{}</mark>{}").format(text[first:start].lstrip(), text[start:stop], text[stop:last].rstrip())


def _numbers(observations: Iterable[Observation]) -> dict[str, int]:
    """The number of each figure in the text, from 1, by its id."""
    return {one.obs_id: number for number, one in enumerate(observations, 1)}


def _mark(text: str, kind: str, told: str, number: int | str) -> Markup:
    index = Markup("<sup>{}</sup>").format(number) if number else ""
    return Markup('<span class="in {}" title="{}">{}{}</span>').format(kind, told, text.replace("\n", " "), index)


def _read(one: Observation, lang: str) -> str:
    """Sign, bound, value and unit for readers."""
    return f"{words(lang)['bounds'][one.bound]}{one.sign}{quantity(one.value, one.unit, lang)}"


def _row(document: Document, one: Observation, numbers: dict[str, int], lang: str) -> dict:
    """One figure in words, by the names that the template uses."""
    say = words(lang)
    indicator = indicator_of(one.indicator) if one.indicator else None
    of = say["list_mark"].join(str(numbers[level]) for level in one.of.split(";") if level in numbers)
    kind = [say["measures"][one.measure], say["proof"].get(one.basis, ""), say["proof"]["of"].format(of) if of else ""]
    return {
        "number": numbers[one.obs_id], "value": _read(one, lang), "kind": say["list_mark"].join(filter(None, kind)),
        "flags": [flag_labels(flag, lang) for flag in one.flags.split(";") if flag], "target": one.status == "target",
        "subject": one.subject, "code": one.indicator, "name": (indicator.name_en if lang == "en" else indicator.name_zh) if indicator else "",
        "region": region_name(one.region) if one.region else "", "scope": say["scopes"].get(one.area_scope, one.area_scope),
        "period": period_label(one.period, lang), "period_kind": say["proof"][one.period_kind] if one.period else "",
        "confidence": f"{one.confidence:.2f}", "sentence": marked_sentence(document.text, one.start, one.stop), "why": explain(one),
    }
