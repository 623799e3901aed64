"""The citizen's page in a real browser, with a real gateway and hub behind it."""

import pytest

from hub.messages import commands as cmd
from tests.display.browser import PROGRAM, browser
from tests.display.gateway import gateway

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
VIBRATION_WORD = "navigator.vibrate"  # Chromium refuses it before a touch, and says so


@pytest.fixture(scope="module")
def page():
    with browser() as page:
        page.size(390, 844)
        yield page


def is_(state):
    return f"document.body && document.body.classList.contains('{state}')"


def test_a_visit_on_the_phone(page, hub, hand, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        hand.do("counter", "q1", cmd.OpenCounter())
        hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))
        ticket = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]
        page.go(f"{url}/#t={ticket['link'].partition('#t=')[2]}")
        page.until(is_("waiting"))
        assert "A002" in page.text()
        assert "Trước bạn còn 1 người" in page.text()
        hand.do("counter", "q1", cmd.CallNext())
        page.until("document.getElementById('first').textContent === 'Bạn là người tiếp theo'")
        hub.stop()
        page.until(is_("stale"))
        assert "Mất kết nối – tin cuối lúc" in page.text()
        hub.start()
        page.until(f"!({is_('stale')})")
        hand.do("counter", "q1", cmd.CallNext())
        page.until(is_("called"))
        assert "Mời đến quầy 1" in page.text()
        assert page.value("document.title") == "★ Mời đến quầy 1"
        assert page.value("document.getElementById('ring').hidden")
        page.value("document.getElementById('language').click()")
        assert "Please go to counter 1" in page.text()
        page.value("document.getElementById('language').click()")
        hand.do("counter", "q1", cmd.Finish())
        page.until(is_("served"))
        assert "Xin cảm ơn" in page.text()
        assert page.value("document.cookie") == ""
        assert [one for one in page.complaints if VIBRATION_WORD not in one] == []


def test_a_gateway_that_restarts_is_found_again(page, hub, hand, tmp_path):
    token = hub.pair("gateway", "gateway")
    link = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["link"]
    with gateway(hub.address, token, tmp_path) as url:
        page.go(f"{url}/#t={link.partition('#t=')[2]}")
        page.until(is_("waiting"))
    page.until(is_("stale"))
    with gateway(hub.address, token, tmp_path, url.removeprefix("http://")):
        page.until(f"!({is_('stale')})")
        assert "A001" in page.text()


def test_an_unknown_link_is_answered_kindly(page, hub, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        page.go(f"{url}/#t=no-such-token-at-all")
        page.until(is_("unknown"))
        assert "Liên kết này không còn dùng được" in page.text()
        page.go(f"{url}/busy")
        page.until("document.querySelectorAll('#fields li').length === 2")
        assert "không phải chờ" in page.text()


def test_without_a_token_the_page_says_what_to_do(page, hub, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        page.go(url)
        page.until(is_("missing"))
        assert "Xin quét mã QR" in page.text()


def test_a_phone_that_slept_knows_its_turn_when_it_wakes(page, hub, hand, tmp_path):
    token = hub.pair("gateway", "gateway")
    hand.do("counter", "q1", cmd.OpenCounter())
    link = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["link"]
    with gateway(hub.address, token, tmp_path) as url:
        page.go(f"{url}/#t={link.partition('#t=')[2]}")
        page.until(is_("waiting"))
        page.send("Page.setWebLifecycleState", state="frozen")
    with gateway(hub.address, token, tmp_path, url.removeprefix("http://")):
        hand.do("counter", "q1", cmd.CallNext())
        page.send("Page.setWebLifecycleState", state="active")
        page.until(is_("called"))
        assert "Mời đến quầy 1" in page.text()


def test_a_bell_can_be_asked_for_and_silenced(page, hub, hand, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        hand.do("counter", "q1", cmd.OpenCounter())
        link = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["link"]
        page.go(f"{url}/#t={link.partition('#t=')[2]}")
        page.until(is_("waiting"))
        page.value("document.getElementById('ring').click()")
        assert "Sẽ báo chuông" in page.text()
        hand.do("counter", "q1", cmd.CallNext())
        page.until(is_("called"))
        assert "Tắt chuông" in page.text()
        page.value("document.getElementById('ring').click()")
        assert page.value("document.getElementById('ring').hidden")


def test_who_was_called_in_vain_is_told_so(page, hub, hand, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        link = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["link"]
        hand.do("counter", "q1", cmd.OpenCounter(), cmd.CallNext(), cmd.Requeue())
        page.go(f"{url}/#t={link.partition('#t=')[2]}")
        page.until(is_("waiting"))
        assert "Đã gọi bạn 1 lần nhưng chưa thấy" in page.text()


def test_one_phone_may_open_many_tickets_one_after_another(page, hub, hand, tmp_path):
    """A browser has six connections for one address: a page left behind must keep none."""
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        for place in range(8):
            ticket = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]
            page.go("about:blank")
            page.go(f"{url}/#t={ticket['link'].partition('#t=')[2]}")
            page.until(is_("waiting"))
            assert f"A{place + 1:03}" in page.text()
