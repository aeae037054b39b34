"""Question marks that stand for a middle dot or a blank which an encoding did not have."""

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import HAN, kind, matches, places
from minzheng.decode.furniture import Mark
from minzheng.patterns import Late

LEAST_INDENTS = 3       # lines that begin with question marks, before these count as blanks
_DOT = Late(r"[?？•・‧∙．.](?<=(?:[元次张件只][/／]|[/／][千万百])[人户名床].)(?=[月年天日])")
DOT, QUESTION = kind("?？•・‧∙．."), kind("?？")
_COUNTED, _LINE_END = kind("人户名床"), kind("\n")
_LONE = Late(r"[?？](?<=[一-鿿].)(?=[一-鿿])")
_WORDS_BEFORE = Late(r"[一-鿿]*.$")
LONGEST_BEFORE = 12     # characters before a question mark that can make a question of it
_ASKING = Late("[吗呢么何谁哪几否吧嘛怎啥]|多少|是不是|能不能|要不要|好不好|[不没](?=[?？])")
_INDENT = Late(r"[?？](?<![^\n].)[?？]{0,7}(?=[一-鿿（(“\"0-9])")
_BLANKS = Late(r"[?？](?<![?？].)(?: [?？]){2,}(?: (?![?？]))?")


def find_dots(text: str) -> list[Edit]:
    """Find `元/人?月` and `元/人•月`: by the grammar of units only a middle dot can stand there.

    >>> find_dots("补助50元/人?月?")[0][:3]
    (7, 8, '·')
    """
    return [Edit(*match.span(), "·", "question-mark", "dot between units") for match in matches(_DOT, text, places(text, DOT, before=_COUNTED))]


def mark_lone(text: str) -> list[Mark]:
    """Mark the question marks that stand between two words and behind no question: a sign that an encoding lacked.

    >>> [mark.start for mark in mark_lone("买买提?艾力代表发言，问题在哪？如何解决？共3人")]
    [3]
    """
    between = places(text, QUESTION, before=HAN, after=HAN)
    lone = ((match, text[max(0, match.start() - LONGEST_BEFORE):match.end()]) for match in matches(_LONE, text, between))
    return [Mark(*match.span(), "question-mark", "· / 空格") for match, before in lone
            if not _ASKING.search(_WORDS_BEFORE.search(before)[0])]


def find_blanks(text: str) -> list[Edit]:
    """Find `? ? ?` and the question marks that indent lines, in a document with at least three such lines.

    >>> [edit[:3] for edit in find_blanks("? ? ? 低保")]
    [(0, 6, '')]
    """
    indents = [Edit(*match.span(), "", "question-mark", "indent") for match in matches(_INDENT, text, places(text, QUESTION, before=_LINE_END))]
    blanks = [Edit(*match.span(), "", "question-mark", "blanks") for match in matches(_BLANKS, text, places(text, QUESTION))]
    taken = {edit.start for edit in blanks}
    return sorted(blanks + [edit for edit in indents if len(indents) >= LEAST_INDENTS and edit.start not in taken])
