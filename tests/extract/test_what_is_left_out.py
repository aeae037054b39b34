"""What a name leaves out, and what it takes from the figures before it; our own words."""
import pytest
from sentences import read

CASES = {
    "to whom, where the payment says so": ("为70岁以上老年人发放长寿津贴810万元。", ["发放长寿津贴"]),
    "to which houses": ("向各县区敬老院和儿童福利院配送取暖煤400吨。", ["配送取暖煤"]),
    "who gives it to which houses": ("爱心企业向市慈善总会和养老服务中心捐款捐物210万元。", ["爱心企业捐款捐物"]),
    "people who need it stay": ("向困难残疾人发放补贴90万元。", ["向困难残疾人发放补贴"]),
    "what it includes": ("社会服务设施（包括社区食堂和日间照料站点）合计610个。", ["社会服务设施"]),
    "some of what was dealt with": ("化解彩礼攀比、赡养争执等家庭矛盾纠纷52起。", ["化解家庭矛盾纠纷"]),
    "since when": ("全市41家福利院自3月中旬起实行预约探视。", ["福利院"]),
    "since the beginning of a year": ("130名孤儿从年初起领取助学金。", ["孤儿"]),
    "how they are cared for": ("对3.2万低收入人口分层分类帮扶。", ["低收入人口"]),
    "what their life got": ("92户受灾牧民的生产生活得到有力保障。", ["受灾牧民的生产生活"]),
    "which of them": ("对连续两年以上未按规定参加年检的17家社会组织依法注销。", ["社会组织依法注销"]),
    "what a paper sets": ("方案共列出改造项目26项。", ["改造项目"]),
    "what is set from above": ("省下达我市的全年任务为改造幸福院18所。", ["改造幸福院"]),
    "of this month": ("当月救助流浪人员83人次。", ["救助流浪人员"]),
    "for each of so many": ("注册志愿者达到9万人，每百名居民拥有8.1人。", ["注册志愿者", "每百名居民拥有注册志愿者"]),
    "for each of so many, the total": ("养老床位总数达到8100张，每千名老年人有32张。", ["养老床位总数", "每千名老年人拥有养老床位"]),
    "steps of two kinds": ("今年新建食堂30家、改造福利院12所，已完工21家、9所。", ["新建食堂", "改造福利院", "完工食堂", "完工福利院"]),
    "people are in houses, not in beds": ("养老机构12家，床位900张，其中护理型床位400张，入住老年人510人。",
                                ["养老机构", "养老机构床位", "护理型床位", "养老机构入住老年人"]),
    "nothing is put into its part": ("2020年投入临时救助资金900万元；今年投入700万元，其中县级配套90万元。",
                              ["投入临时救助资金", "投入临时救助资金", "投入临时救助资金县级配套"]),
    "where some of them are kept": ("特困人员910人，其中在桥头、石门等镇敬老院集中供养160人。", ["特困人员", "特困人员集中供养"]),
    "what reached a new high grew": ("募集善款210万元；注册志愿者人数再创新高，增长7%。", ["募集善款", "注册志愿者人数"]),
    "meals of a house": ("社区食堂已经覆盖全部街道，累计供餐61万份。", ["社区食堂供餐"]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_subject(text, subjects):
    assert [o.subject for o in read(text)] == subjects


def test_a_kind_alone_is_of_what_the_sentence_before_counted():
    found = read("二、社会救助\n年末低保对象5.1万人，增长2%。从城乡看，城市4200人，农村4.7万人。")
    assert [o.subject for o in found[2:]] == ["城市低保对象", "农村低保对象"]


def test_the_number_of_those_kept_belongs_to_each_of_the_two_before_it():
    found = read("城市低保对象3100人、农村低保对象2.9万人，保障人数分别下降4%、2%。")
    assert [o.of for o in found[2:]] == [found[0].obs_id, found[1].obs_id]


def test_what_a_standard_reaches_is_counted_as_what_it_rose_by():
    assert [o.unit for o in read("散居孤儿养育标准每人每月提高90元，达到1150元。")] == ["元/人·月", "元/人·月"]


def test_beds_for_each_of_so_many_have_no_parts():
    found = read("养老床位9.1万张，每千名老年人拥有32张，其中养老机构床位5.2万张、社区床位3.9万张。")
    assert not any("sum-broken" in o.flags for o in found)


def test_what_is_set_from_above_is_still_to_be_done():
    found = read("咸宁市民政局2021年工作小结\n省下达我市的任务是改造幸福院18所，目前已完工11所。")
    assert [o.status for o in found] == ["target", "actual"]


@pytest.mark.parametrize(("text", "named"), [
    ("1.社区食堂。年度目标新建20个，实际建成23个，完成率115%。", ["社区食堂新建", "社区食堂实际建成", "社区食堂完成率"]),
    ("公车运行维护费年初预算12万元，决算9万元。", ["公车运行维护费年初预算", "公车运行维护费决算"]),
    ("本县户籍的老年人能够按季领取长寿金，其中70至79周岁每人每月30元，80至89周岁每人每月60元。", ["长寿金70至79周岁", "长寿金80至89周岁"]),
    ("在建敬老院2所，涉及资金600万元。", ["在建敬老院", "在建敬老院涉及资金"]),
])
def test_what_a_target_and_an_account_leave_out(text, named):
    assert [one.subject for one in read("温州市民政局2022年实事完成情况\n" + text)] == named
