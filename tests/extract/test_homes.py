"""Which place a whole document is about, where it does not say its name in so many words."""
import pytest

from minzheng.extract.places.home import find_home


@pytest.mark.parametrize(("text", "home"), [
    ("全区民政会议在南宁召开。自治区民政厅作报告，柳州市、百色市发言。", "450000"),           # an autonomous region
    ("全区养老现场会在呼和浩特举行，自治区副主席到会，通辽市、包头市发言。", "150000"),
    ("本报昆明3月2日讯 我省新建敬老院30所，大理州5所。全省床位9万张。", "530000"),      # the place of the press
    ("全州民政会议在恩施市召开，建始县、巴东县作了发言。", "422800"),
    ("全盟民政会议在锡林浩特市召开，苏尼特左旗发言。", "152500"),
    ("全旗救助800人，准格尔旗民政局发放补贴。", "150622"),
    # those who speak at a meeting, and an office above them that calls it
    ("会议由自治区民政厅召开，桂林市、来宾市民政局作了典型发言。全区床位9万张。", "450000"),
    ("省民政厅举行培训班。铜陵市民政局发放补贴30万元，滁州市民政局20万元，全省共900万元，全省救助8万人。", "340000"),
    # the city itself is meant: an office of it is named, or its own word stands there
    ("营口市民政局：新建站点12个，数量居全省首位。", "210800"),
    ("南宁市新建站点12个。全市共有站点60个。", "450100"),
    ("银川市金凤区新建站点12个。全区共有站点60个，金凤区投入30万元。", "640106"),
    ("全省发放补贴2亿元。", ""),
    # a county whose name stands bare
    ("问：父亲户口在慈溪，每月能领多少？\n答：全市统一为每人每月60元。", "330282"),
    ("诸暨：助餐点开进山村\n2022-05-01\n新建站点12个。", "330681"),
    ("江阴养老服务再升级\n今年以来，全市新建站点12个。", "320281"),
    ("我在余姚工作，低保标准是多少？\n答：每人每月900元。", "330281"),
    ("公安民警走进社区，全市救助30人。", ""),                  # 公安县, but words like others
    # the paper that a page without places is from, where its own word fits it
    ("全市民政会议召开\n2022年1月27日　来源：濮阳日报\n去年全市救助30人。", "410900"),
    ("全州民政会议召开\n来源：大理日报\n去年全州救助30人。", "532900"),
    ("全县民政会议召开\n来源：河南日报\n去年全县救助30人。", ""),
    # a district whose name is a word like others, behind its city's or at the head of the page
    ("西安市新城区民政局总结\n全区新建站点12个。", "610102"),
    ("攀枝花市东区新建站点12个。", "510402"),
    ("大连市新城区建设提速\n全市新建站点12个。", "210200"),
    ("晋城市民政局 > 区县动态\n城区：关爱孤儿\n新建站点12个。", "140502"),
    # rows of a table are no headlines
    ("温州市低保情况表\n地区 | 户数\n鹿城区 | 900户\n龙湾区 | 300户\n温州市民政局", "330300"),
    ("鼓楼区新建站点12个。来源：福州日报", "350102"),          # of several so called the one that is near
    ("日前，民政部通报，救助对象4000万人。", "000000"),
    # the last of several names in a row is meant
    ("淄博市周村区新建站点12个，救助30人。", "370306"),
    ("浙江省杭州市西湖区发放补贴30万元。", "330106"),
    ("淄博市新建站点12个。周村区新建2个，淄博市投入30万元。", "370300"),
])
def test_the_home_of_a_document(text, home):
    assert find_home(text) == home


def test_a_short_name_is_no_part_of_a_longer_one():
    assert find_home("黔西南日报\n昨日，市民政局送去助学金31万元。") == ""          # not 黔西
