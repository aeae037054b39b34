"""Smaller kinds of damage for samples and tests: what scraping, page furniture and wrong charsets do to a text."""
import random
import re

SPAM = "亚星游戏网"     # invented; real sites put the name of a betting site in place of a word


def put_spam(text: str, word: str, token: str = SPAM) -> str:
    """Put the token in place of each `word`.

    >>> put_spam("关于低保的通知", "关于")
    '亚星游戏网低保的通知'
    """
    return text.replace(word, token)


def add_furniture(text: str, title: str, issuer: str, date: str) -> str:
    """Put the usual page furniture around the text: where one is, the title, source, date, font size, the way out."""
    head = ["当前位置：首页 > 工作动态", title, f"来源：{issuer}", f"发布时间：{date}", "字号：[ 大 中 小 ]"]
    return "\n".join([*head, "", text, "", "【打印本页】 【关闭窗口】", "扫一扫在手机打开当前页"]) + "\n"


def blanks_to_question(text: str) -> str:
    """Each blank becomes `?`, as a no-break space does on its way through GBK.

    >>> blanks_to_question("共有 3 处")
    '共有?3?处'
    """
    return re.sub(r"[ \u3000\xa0]", "?", text)


def dots_to_question(text: str) -> str:
    """Each middle dot becomes `?`.

    >>> dots_to_question("700元/人·月")
    '700元/人?月'
    """
    return text.replace("·", "?")


def wrap_hard(text: str, width: int = 40) -> str:
    """Break every line after `width` characters, as text of a PDF or an e-mail is broken."""
    lines = text.split("\n")
    return "\n".join("\n".join(line[at:at + width] for at in range(0, len(line), width)) for line in lines)


def utf8_as_gbk(text: str) -> str:
    """Read the UTF-8 bytes as Windows-936; what does not fit is U+FFFD.

    >>> utf8_as_gbk("民政")
    '姘戞斂'
    """
    return text.encode("utf-8").decode("gb18030", "replace")


def gbk_as_latin1(text: str) -> str:
    """Read the GBK bytes as Latin-1.

    >>> gbk_as_latin1("民政")
    'ÃñÕþ'
    """
    return text.encode("gbk", "replace").decode("latin-1")


def lose_digits(text: str, share: float, seed: int = 0) -> str:
    """Lose some digits, as pages whose figures were drawn by scripts do."""
    chance = random.Random(seed)
    return re.sub(r"[0-9]", lambda digit: "" if chance.random() < share else digit[0], text)
