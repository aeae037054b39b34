"""Character pairs simplified–traditional, one to one, and the door to opencc's dictionaries.

Source: the STCharacters and TSCharacters lists that ship with opencc-python-reimplemented (Apache-2.0).
"""
from functools import cache
from importlib.resources import files


@cache
def traditional_forms() -> dict[str, tuple[str, ...]]:
    """Simplified character -> its traditional forms, the usual one first; characters with one form are left out.

    >>> traditional_forms()["发"]
    ('發', '髮')
    """
    return _pairs("STCharacters.txt")


@cache
def simplified_forms() -> dict[str, str]:
    """Traditional character -> its simplified form.

    >>> simplified_forms()["會"]
    '会'
    """
    return {traditional: forms[0] for traditional, forms in _pairs("TSCharacters.txt").items()}


@cache
def variant_forms() -> dict[str, str]:
    """Form used in Hong Kong -> the simplified form of what it is a variant of, where TSCharacters has none.

    >>> variant_forms()["衞"], variant_forms()["衹"]
    ('卫', '只')
    """
    simple = simplified_forms()
    standard = ((form, usual[0]) for form, usual in _pairs("HKVariantsRev.txt").items())
    return {form: simple.get(usual, usual) for form, usual in standard if simple.get(form, form) == form}


@cache
def simplified_phrases() -> dict[str, str]:
    """Words that do not become simplified character by character.

    >>> simplified_phrases()["瞭解"], simplified_phrases()["乾坤"]
    ('了解', '乾坤')
    """
    return {traditional: forms[0] for traditional, forms in _pairs("TSPhrases.txt").items()}


def to_traditional(text: str) -> str:
    """Each character by its usual traditional form, as the rewriting sites do it: no phrases, length kept.

    >>> to_traditional("社会后面")
    '社會後面'
    """
    forms = traditional_forms()
    return "".join(forms[char][0] if char in forms else char for char in text)


def to_simplified(text: str) -> str:
    """Each character by its simplified form: no phrases, length kept.

    >>> to_simplified("社會後面")
    '社会后面'
    """
    return text.translate(_simplifying())


@cache
def _simplifying() -> dict[int, str]:
    return {ord(char): form for char, form in simplified_forms().items()}


def _pairs(name: str) -> dict[str, tuple[str, ...]]:
    lines = (files("opencc") / "dictionary" / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {char: tuple(forms.split()) for char, forms in pairs}
