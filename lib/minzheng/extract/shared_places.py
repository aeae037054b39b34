"""Places that a clause lists before 各: 支持甲县、乙县各新建1处 tells of each of them, not of what is above them."""
from minzheng.extract.regions import Area, code_within
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_EACH = Late(
    f"(?:今年|明年|年内|20[0-9]{{2}}年)?[，]?(?:将|拟|计划|要)?(?:其中|{one_of('caring')}|指导|帮助|安排|确保|推动|[在为给])?(?P<places>[^，。；0-9]{{2,9}}(?:、[^，。；、0-9]{{2,9}})*(?:、|和|与|及)[^，。；、0-9]{{2,9}}?)(?:[两三四五六]?个?[县市区旗州])?"
    f"(?:分别)?各(?:自)?(?=新?{one_of('building', 'founding', 'buying', 'funding')}|[0-9]|有|新增)")
_AMONG = Late("、|和|与|及")


def places_of_each(clause: str, home: str) -> tuple[Area, ...]:
    """The places that have as much each; () where the words before 各 are no places within `home`.

    >>> [area.code for area in places_of_each("支持镇巴、宁强各建设1处", "610700")], places_of_each("城市、农村各建设1处", "610700")
    (['610728', '610726'], ())
    """
    each = _EACH.match(clause) if "各" in clause else None
    codes = [code_within(name, home) for name in _AMONG.split(each["places"])] if each else []
    return tuple(map(Area, codes)) if all(codes) else ()
