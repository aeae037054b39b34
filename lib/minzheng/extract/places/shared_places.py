"""Places that are no subject of their clause, and yet what is told there is theirs: 支持甲县、乙县各新建1处, 检查组到丙县，查出…."""
import re

from minzheng.extract.places.named import Area, code_within
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late
from minzheng.reference.regions import place_at

_EACH = Late(
    f"(?:今年|明年|年内|20[0-9]{{2}}年)?[，]?(?:将|拟|计划|要)?(?:其中|{one_of('caring')}|指导|帮助|安排|确保|推动|[在为给])?(?P<places>[^，。；0-9]{{2,9}}(?:、[^，。；、0-9]{{2,9}})*(?:、|和|与|及)[^，。；、0-9]{{2,9}}?)(?:[两三四五六]?个?[县市区旗州])?"
    f"(?:分别)?各(?:自)?(?=新?{one_of('building', 'founding', 'buying', 'funding')}|[0-9]|有|新增)")
_AMONG = Late("、|和|与|及")
# 检查组到岚山区，抽查…, 赴岚山区走访…; it opens with a set of characters, for speed
goes_to = re.compile(
    "[赴到前走深抵](?:(?<=赴)|(?<=到)(?<![达高加升降增减扩给]到)|(?<=前)往|(?<=走)[进访]|(?<=深)入|(?<=抵)达)(?=(?P<place>[^，。；、0-9]{2,11}?)(?:$|[^，。；0-9]{1,16}(?:[乡镇村院站]|街道|社区|中心|机构|等地)$|(?:实地|现场|专题|集中|联合|随机|开展|进行)*"
    f"(?:{one_of('checking')}|走访|调研|指导|慰问|看望|观摩|采访|探访)))").search
_SITES = Late("(?:[乡镇村院站]|街道|社区|中心|机构|等地)$")         # 深入岚山区碑廓、巨峰等镇
_FIGURE = Late("[0-9](?![0-9]*[年月日])")


def places_of_each(clause: str, home: str) -> tuple[Area, ...]:
    """The places that have as much each; () where the words before 各 are no places within `home`.

    >>> [area.code for area in places_of_each("支持镇巴、宁强各建设1处", "610700")], places_of_each("城市、农村各建设1处", "610700")
    (['610728', '610726'], ())
    """
    each = _EACH.match(clause) if "各" in clause else None
    codes = [code_within(name, home) for name in _AMONG.split(each["places"])] if each else []
    return tuple(map(Area, codes)) if all(codes) else ()


def place_gone_to(clause: str, home: str) -> Area | None:
    """The place within `home` that somebody went to; None where a figure stands before it.

    >>> place_gone_to("3月2日检查组到瑞安市", "330300"), place_gone_to("选派9人到瑞安市", "330300")
    (Area(code='330381', scope='whole'), None)
    """
    gone = goes_to(clause)
    place = place_at(clause, gone.end()) if gone and not _FIGURE.search(clause, 0, gone.start()) else None
    code = code_within(place.name, home) if place and (place.stop == gone.end("place") or _SITES.search(clause, gone.end("place"))) else ""
    return Area(code) if code and code != home else None
