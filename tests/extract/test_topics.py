"""Parts and members that stand alone where what they are part of was named before them; our own words."""
import pytest
from sentences import read

CASES = {
    "out of a set": ("离婚登记当事人中，初次离婚1200人，占61%；复婚310人。",
                  ["离婚登记当事人中初次离婚", "离婚登记当事人中初次离婚占", "离婚登记当事人中复婚"]),
    "out of the poor": ("低保对象中，老年人3.1万人，占32%。", ["低保对象中老年人", "低保对象中老年人占"]),
    "of no set": ("执法检查中，发现隐患31处。", ["发现隐患"]),
    "parts of a sum behind a colon": ("安排公益金900万元：助老工程500万元，占55.6%；助残工程400万元。",
                              ["安排公益金", "安排公益金助老工程", "安排公益金助老工程占", "安排公益金助残工程"]),
    "cities by their number": ("2021年宁夏全区销售福利彩票9亿元，石嘴山、固原、中卫三市依次为1.2亿元、0.8亿元、0.6亿元。",
                         ["销售福利彩票", "销售福利彩票", "销售福利彩票", "销售福利彩票"]),
    "one standard for another": ("城市低保标准为每月760元，增长4%，农村标准为每月620元。", ["城市低保标准", "城市低保标准", "农村低保标准"]),
    "covered one by one": ("建成助餐点61个、农村幸福院305个，分别覆盖88%的社区和54%的行政村。",
                      ["建成助餐点", "建成农村幸福院", "建成助餐点覆盖社区", "建成农村幸福院覆盖行政村"]),
    "done of what was planned": ("资助公益项目44个，完工39个。", ["资助公益项目", "资助公益项目完工"]),
    "found and mended": ("排查发现隐患61处，销号58处。", ["排查发现隐患", "隐患销号"]),
    "brought by houses": ("全县有助残工坊31家，带动就业420人。", ["助残工坊", "助残工坊带动就业"]),
    "a total behind what is new": ("全年新增床位300张，总数达到2600张。", ["新增床位", "床位总数"]),
    "how long it is": ("新修防火通道6条，总长31公里。", ["新修防火通道", "新修防火通道总长"]),
    "the two together": ("2021年长治市福利彩票销售4亿元，其中襄垣县1.1亿元、长子县0.9亿元，两县占全市的50%。", ["福利彩票销售"] * 3 + ["福利彩票销售两县占全市"]),
    "a rate of both": ("办理结婚登记900对、离婚登记310对，登记合格率100%。",
                    ["办理结婚登记", "办理离婚登记", "结婚、离婚登记合格率"]),
    "this share": ("农村低保标准相当于城市低保标准的78%，明年这一比例要达到82%。", ["农村低保标准相当于城市低保标准"] * 2),
    "the two allowances": ("残疾人两项补贴分别发放1.1万人、0.9万人。", ["困难残疾人生活补贴发放", "重度残疾人护理补贴发放"]),
    "with several offices": ("会同消防、住建、市场监管部门检查养老机构64家次。", ["检查养老机构"]),
    "who did it": ("各殡仪服务单位接待祭扫群众9.1万人次。", ["接待祭扫群众"]),
    "all of them": ("特困人员4200人全部纳入救助供养范围。", ["特困人员"]),
    "a step told twice": ("农村养老床位却由3100张增加到4200张。", ["农村养老床位", "农村养老床位"]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_subject(text, subjects):
    assert [o.subject for o in read(text)] == subjects


def test_a_view_by_place_goes_on_with_its_section():
    found = read("二、福利彩票销售\n全年销售6.1亿元。\n分地区看：\n太原市3.4亿元，增长5%；\n大同市2.7亿元，下降2%。")
    assert [o.subject for o in found[1:]] == ["福利彩票销售"] * 4
    assert [o.measure + o.sign for o in found[1:]] == ["level", "growth+", "level", "growth-"]


def test_another_said_accordingly_repeats_measure_unit_and_links():
    found = read("城市低保标准每人每月760元，每人每月提高40元，月人均补差410元；农村相应为560元、45元和300元。")
    assert [o.subject for o in found[3:]] == ["农村低保标准", "农村低保标准", "农村低保月人均补差"]
    assert [o.measure + o.sign for o in found[3:]] == ["level", "change+", "level"]
    assert {o.unit for o in found} == {"元/人·月"}
    assert found[4].of == found[3].obs_id


def test_another_place_repeats_figures_of_several_units():
    found = read("襄垣县投入资金900万元，建成敬老院6所；长子县分别为700万元、4所。")
    assert [(o.subject, o.unit) for o in found[2:]] == [(o.subject, o.unit) for o in found[:2]]
