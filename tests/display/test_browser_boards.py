"""The browser TV's other boards in a real browser: guide, dossiers, media, the supervisor's word."""

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from hub.messages import commands as cmd
from tests.display.browser import PROGRAM, browser
from tests.display.gateway import Hand, gateway
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
ZONES = ["tang-1", "tang-2"]
DISPLAYS = [
    {"id": "guide", "zones": ZONES, "layout": "guide"},
    {"id": "dossiers", "zones": ZONES, "layout": "dossiers"},
    {"id": "pictures", "zones": ZONES, "layout": "calls_media", "media": ["broken.png", "gone.png", "a.png"]},
    {"id": "broken", "zones": ZONES, "layout": "calls_media", "media": ["broken.png"]},
    {"id": "film", "zones": ZONES, "layout": "calls_media", "media": ["b.webm"], "speaks": True},
]
SHOWN = "document.getElementById('{}').getClientRects().length > 0"


@pytest.fixture(scope="module")
def page():
    with browser() as page:
        page.size(1920, 1080)
        yield page


@pytest.fixture
def hall_with_boards(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor(200, 40, 40))
    picture.save(str(data / "a.png"))
    (data / "broken.png").write_bytes(b"no picture")
    film(data / "b.webm")
    (tmp_path / "hub").mkdir()
    with (
        serving(tmp_path / "hub", sample_hall(hours=round_the_clock(), displays=DISPLAYS)) as hub,
        gateway(
            hub.address, hub.pair("gateway", "gateway"), tmp_path, "127.0.0.1:0", "--data", str(data)
        ) as url,
    ):
        yield url, Hand(hub)


def film(file):
    """Write half a minute of film: nothing in a test waits for its end."""
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"VP80"), 5, (64, 48))
    assert writer.isOpened()
    for step in range(150):
        writer.write(np.full((48, 64, 3), step, dtype=np.uint8))
    writer.release()


def shown(name):
    return SHOWN.format(name)


def open_tv(page, url, name):
    page.go(f"{url}/tv/{name}")
    page.until("document.getElementById('clock') && document.getElementById('clock').textContent !== ''")


def test_the_guide_has_the_whole_screen(page, hall_with_boards):
    url, _ = hall_with_boards
    open_tv(page, url, "guide")
    page.until(shown("guide"))
    assert not page.value(shown("calls"))
    assert page.value("document.getElementById('slide').children.length") == 1


def test_the_dossiers_board_says_what_it_waits_for(page, hall_with_boards):
    url, _ = hall_with_boards
    open_tv(page, url, "dossiers")
    page.until(shown("dossiers"))
    page.until("document.getElementById('no-dossiers').textContent.indexOf('Đang lấy') === 0")
    assert not page.value(shown("calls"))


def test_pictures_stand_beside_the_calls_and_what_is_broken_is_left_out(page, hall_with_boards):
    url, hand = hall_with_boards
    open_tv(page, url, "pictures")
    page.until(f"{shown('picture')} && document.getElementById('picture').naturalWidth === 40")
    hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))
    hand.do("counter", "q1", cmd.OpenCounter(), cmd.CallNext())
    page.until("document.getElementById('number').textContent === 'A001'")
    open_tv(page, url, "broken")
    page.until(f"!({shown('media')}) && {shown('guide')}")


def test_a_film_plays_and_is_lowered_under_the_voice(page, hall_with_boards):
    url, hand = hall_with_boards
    open_tv(page, url, "film")
    page.until(f"{shown('film')} && document.getElementById('film').currentTime > 0")
    page.until("document.getElementById('film').volume === 1 && !document.getElementById('film').muted")
    page.until("!!tvVoice.buffers['chime']")
    hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))
    hand.do("counter", "q1", cmd.OpenCounter(), cmd.CallNext())
    page.until("tvVoice.said.length === 1 && document.getElementById('film').volume < 0.2")
    page.until("!tvVoice.busy && document.getElementById('film').volume === 1")


def test_the_supervisors_word_comes_first_in_the_ticker(page, hall_with_boards):
    url, hand = hall_with_boards
    open_tv(page, url, "pictures")
    hand.do("supervisor", "chief", cmd.Broadcast(text="Xe 29A-123.45 xin dời chỗ"))
    page.until("document.getElementById('news').textContent === 'Xe 29A-123.45 xin dời chỗ'")
