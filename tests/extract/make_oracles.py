#!/usr/bin/env python3
"""What cn2an and JioNLP make of numerals and sums of money that are generated here: writes oracles.json beside this file.

    make_oracles.py        (in an environment with cn2an and jionlp; they are no dependencies of the project)

cn2an reads Chinese and mixed numerals, JioNLP's money parser amounts with their unit. The answers are kept as they are;
where we differ on purpose is told in test_oracles.py.
"""
import json
import random
from importlib.metadata import version
from pathlib import Path

OUT = Path(__file__).with_name("oracles.json")


def numerals(chance: random.Random) -> list[str]:
    """Chinese numerals of every size, made from their values by cn2an itself, and mixed ones with 万 and 亿."""
    import cn2an

    values = [*range(10, 120, 7), *(chance.randrange(10 ** size) + 10 for size in range(2, 9) for _ in range(12))]
    chinese = [cn2an.an2cn(value, "low") for value in values]
    mixed = [f"{chance.randrange(1, 10_000)}万" for _ in range(15)] + [f"{chance.randrange(1, 900)}亿" for _ in range(15)]
    decimal = [f"{chance.randrange(1, 999)}.{chance.randrange(1, 99):02d}{unit}" for unit in "万亿" for _ in range(15)]
    spoken = ["两万三千", "一千零五", "三百二十", "十五", "二十", "一百", "两千", "三亿二千万", "五万零八", "九百九十九", "1万2千",
              "三千五", "一百五", "3千5", "一二三", "二〇二一"]
    return sorted({*chinese, *mixed, *decimal, *spoken})


def amounts(chance: random.Random) -> list[str]:
    """Sums of money as bulletins write them."""
    plain = [f"{chance.randrange(1, 99_999)}{unit}" for unit in ("元", "万元", "亿元") for _ in range(15)]
    decimal = [f"{chance.randrange(1, 999)}.{chance.randrange(1, 99):02d}{unit}"
               for unit in ("元", "万元", "亿元") for _ in range(15)]
    grouped = [f"{chance.randrange(1_000, 9_999_999):,}元" for _ in range(10)]
    joined = ["3亿2000万元", "1亿500万元", "三百万元", "两千五百元", "一亿元", "十二万元", "近300万元", "约2.5亿元", "超过40万元", "1万2千元", "1万2元"]
    joined += [f"{chance.randrange(1, 9)}{zeros}{word}{unit}" for zeros in ("00", "000") for word in "多余" for unit in ("元", "万元")]
    return sorted({*plain, *decimal, *grouped, *joined})


def main() -> None:
    import cn2an
    import jionlp

    chance = random.Random(4)
    told = {"versions": {name: version(name) for name in ("cn2an", "jionlp")}, "numerals": {}, "amounts": {}}
    for text in numerals(chance):
        told["numerals"][text] = cn2an.cn2an(text, "smart")
    for text in amounts(chance):
        answer = jionlp.parse_money(text)
        told["amounts"][text] = [answer["num"], answer["case"]]
    OUT.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
