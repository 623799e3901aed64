"""The browser TV in a real browser, with a real gateway and hub behind it."""

import re

import pytest

from hub.messages import commands as cmd
from tests.display.browser import PROGRAM, browser
from tests.display.gateway import gateway

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
OURS = "^Failed to load resource|ERR_|EventSource"  # what Chromium says when a server goes away


@pytest.fixture(scope="module")
def page():
    with browser() as page:
        page.size(1920, 1080)
        yield page


@pytest.fixture
def tv(page, hub, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        yield url


def call(hand, counter="q1", service="khai-sinh"):
    hand.do("counter", counter, cmd.OpenCounter())
    number = hand.do("kiosk", "k1", cmd.IssueTicket(service=service))["ticket"]["number"]
    hand.do("counter", counter, cmd.CallNext())
    return number


def shows(number):
    return f"document.getElementById('number').textContent === '{number}'"


def open_board(page, address):
    page.go(address)
    page.until("document.getElementById('welcome') && document.getElementById('clock').textContent !== ''")


def test_a_call_is_shown_large_with_its_counter(page, tv, hand):
    open_board(page, f"{tv}/tv")
    assert "Kính chào quý khách" in page.text()
    number = call(hand)
    page.until(shows(number))
    assert page.value("document.getElementById('counter').textContent") == "1"
    assert page.value("document.body.classList.contains('lit')")
    assert page.value("document.getElementById('said').textContent") == f"Mời số {number} đến quầy 1"
    second = call(hand, "q2", "chung-thuc")
    page.until(f"document.getElementById('rows').textContent.indexOf('{second}') >= 0")
    page.until(shows(second))
    assert [one for one in page.complaints if not re.search(OURS, one)] == []


def test_a_zone_has_only_its_own_calls(page, tv, hand):
    open_board(page, f"{tv}/tv?zone=tang-2")
    call(hand)
    number = call(hand, "q3", "tach-thua")
    page.until(shows(number))
    assert "A001" not in page.text()
    assert "Tầng 2" in page.text()
    page.go(f"{tv}/tv?zone=nowhere")
    page.until("document.body && document.body.classList.contains('unknown')")


def test_a_display_of_the_configuration_can_be_a_browser(page, tv, hand):
    open_board(page, f"{tv}/tv/tv1?lang=en")
    number = call(hand)
    page.until(shows(number))
    assert "to counter" in page.text()


def test_the_hubs_outage_is_marked_and_its_return_too(page, tv, hub, hand):
    open_board(page, f"{tv}/tv")
    number = call(hand)
    page.until(shows(number))
    hub.stop()
    page.until("document.body.classList.contains('stale')")
    assert "Mất kết nối – tin cuối lúc" in page.text()
    assert number in page.text()
    hub.start()
    page.until("!document.body.classList.contains('stale')")


def test_a_gateway_that_restarts_is_found_again_and_no_old_call_rings(page, hub, hand, tmp_path):
    token = hub.pair("gateway", "gateway")
    with gateway(hub.address, token, tmp_path) as url:
        open_board(page, f"{url}/tv")
        first = call(hand)
        page.until(shows(first))
    page.until("document.body.classList.contains('stale')")
    with gateway(hub.address, token, tmp_path, url.removeprefix("http://")):
        page.until("!document.body.classList.contains('stale')")
        assert page.value(shows(first))
        page.until(shows(call(hand, "q2", "chung-thuc")))


def test_a_television_that_slept_shows_the_newest_call_when_it_wakes(page, hub, hand, tmp_path):
    token = hub.pair("gateway", "gateway")
    with gateway(hub.address, token, tmp_path) as url:
        open_board(page, f"{url}/tv")
        page.until(shows(call(hand)))
        page.send("Page.setWebLifecycleState", state="frozen")
    with gateway(hub.address, token, tmp_path, url.removeprefix("http://")):
        number = call(hand, "q2", "chung-thuc")
        page.send("Page.setWebLifecycleState", state="active")
        page.until(shows(number))
        page.until("!document.body.classList.contains('stale')")


def test_after_loading_the_last_call_stands_there_but_does_not_ring(page, tv, hand):
    number = call(hand)
    open_board(page, f"{tv}/tv")
    page.until(shows(number))
    assert not page.value("document.body.classList.contains('lit')")


def test_the_spotlight_is_the_tv_apps_own(page, tv):
    """The same rules as display/spotlight.py: every call, in order, at least FLOOR, at most LEAST seconds."""
    open_board(page, f"{tv}/tv")
    seen = page.value(
        """(function () {
            var spot = new Spotlight(), seen = [], now = 0, next = 1;
            while (seen.length < 60) {
                now += 0.05;
                var due = next <= 60 && now >= next * 0.3;
                if (due ? spot.add({ seq: next++ }, now) : spot.step(now)) seen.push(spot.showing.seq);
            }
            return [seen, now];
        })()"""
    )
    assert seen[0] == list(range(1, 61))
    assert seen[1] < 60 * 0.3 + 12


def test_sound_asks_for_one_touch_where_the_browser_wants_it(tv, hand):
    with browser("--autoplay-policy=document-user-activation-required") as page:
        page.size(1920, 1080)
        open_board(page, f"{tv}/tv")
        page.until("!document.getElementById('sound').hidden")
        assert "Chạm để bật tiếng" in page.text()
        for kind in ("mousePressed", "mouseReleased"):
            page.send(
                "Input.dispatchMouseEvent", type=kind, x=960, y=900, button="left", buttons=1, clickCount=1
            )
        page.until("document.getElementById('sound').hidden")
