"""Which place a whole document is about, where it does not say its name in so many words."""
import pytest

from minzheng.extract.home import find_home


@pytest.mark.parametrize(("text", "home"), [
    ("全区民政会议在南宁召开。自治区民政厅作报告，柳州市、百色市发言。", "450000"),           # an autonomous region
    ("全区养老现场会在呼和浩特举行，自治区副主席到会，通辽市、包头市发言。", "150000"),
    ("本报昆明3月2日讯 我省新建敬老院30所，大理州5所。全省床位9万张。", "530000"),      # the place of the press
    ("全州民政会议在恩施市召开，建始县、巴东县作了发言。", "422800"),
    ("全盟民政会议在锡林浩特市召开，苏尼特左旗发言。", "152500"),
    ("全旗救助800人，准格尔旗民政局发放补贴。", "150622"),
    # the city itself is meant: an office of it is named, or its own word stands there
    ("营口市民政局：新建站点12个，数量居全省首位。", "210800"),
    ("南宁市新建站点12个。全市共有站点60个。", "450100"),
    ("银川市金凤区新建站点12个。全区共有站点60个，金凤区投入30万元。", "640106"),
    ("全省发放补贴2亿元。", ""),
    # the last of several names in a row is meant
    ("淄博市周村区新建站点12个，救助30人。", "370306"),
    ("浙江省杭州市西湖区发放补贴30万元。", "330106"),
    ("淄博市新建站点12个。周村区新建2个，淄博市投入30万元。", "370300"),
])
def test_the_home_of_a_document(text, home):
    assert find_home(text) == home
