"""Edits, marks and doubts in words for people, in Chinese (`zh`) or English (`en`); the words are in decoding.toml."""
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from minzheng.decode.aligned import Edit
from minzheng.decode.document import Document
from minzheng.errors import CodeListError
from minzheng.patterns import Late

_UNSEEN = Late("[\x00-\x1f\x7f-\x9f\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3000\ue000-\uf8ff\ufeff]")
_SHOWN = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\xa0": "⍽", "\u3000": "␣"}


@cache
def wording(lang: str = "zh") -> dict[str, dict[str, str]]:
    """The tables `kinds`, `rules`, `flags` and `words` of one language; CodeListError for one that there is not."""
    table = tomllib.loads((files("minzheng.reference") / "decoding.toml").read_text(encoding="utf-8"))
    if lang not in table:
        raise CodeListError(f"no wording for language {lang!r}; there is {', '.join(table)}")
    return table[lang]


def explain(document: Document, lang: str = "zh") -> list[str]:
    """One line in words for every edit and mark, in text order, then the doubts about the whole."""
    words = wording(lang)["words"]
    flags = (wording(lang)["flags"].get(flag, flag) for flag in document.flags)
    return [*_edits_in_words(document, lang), *_marks_in_words(document, lang),
            *(words["whole"].format(flag=flag) for flag in flags)]


def _edits_in_words(document: Document, lang: str) -> Iterator[str]:
    words = wording(lang)["words"]
    for edit in document.aligned.edits:
        before, after = seen(document.raw[edit.start:edit.stop]), seen(edit.replacement)
        done = words["changed" if before and after else "taken_out" if before else "put_in"]
        others = words["others"].format(others=" / ".join(map(seen, edit.candidates))) if edit.candidates else ""
        yield words["edit"].format(start=edit.start, kind=kind_in_words(edit.kind, lang), evidence=evidence(edit, lang),
                                   done=done.format(before=before, after=after), others=others)


def _marks_in_words(document: Document, lang: str) -> Iterator[str]:
    words = wording(lang)["words"]
    for mark in document.marks:
        yield words["mark"].format(
            start=document.aligned.raw_span(mark.start, mark.stop)[0], kind=kind_in_words(mark.kind, lang),
            words=seen(document.text[mark.start:mark.stop]),
            proposal=words["proposal"].format(proposal=seen(mark.proposal)) if mark.proposal else "")


def kind_in_words(kind: str, lang: str = "zh") -> str:
    """A class, or several joined by `+`.

    >>> kind_in_words("misalignment+traditional"), kind_in_words("spoiled", "en")
    ('错位修复、繁体', 'spoiled figure')
    """
    kinds = wording(lang)["kinds"]
    return ("、" if lang == "zh" else ", ").join(kinds.get(one, one) for one in kind.split("+"))


def evidence(edit: Edit, lang: str = "zh") -> str:
    """The rules behind an edit and how sure it is.

    >>> evidence(Edit(0, 1, "到", rule="utf-8 read as gbk, lost byte", score=0.99, certified=True))
    'utf-8 误读作 gbk，有字节丢失，已验证'
    """
    words, rules = wording(lang)["words"], wording(lang)["rules"]
    told = [rules.get(part, part.replace("read as", rules["read as"]))
            for rule in edit.rule.split("+") for part in ([rule] if rule in rules else rule.split(", "))]
    if edit.certified:
        told.append(words["certified"])
    elif edit.score < 1:
        told.append(words["score"].format(score=edit.score))
    return words["comma"].join(told)


def seen(text: str) -> str:
    """A text with signs for what the eye does not see.

    >>> seen("低\\u200b保\\n")
    '低〔U+200B〕保⏎'
    """
    return _UNSEEN.sub(lambda found: _SHOWN.get(found[0], f"〔U+{ord(found[0]):04X}〕"), text)
