"""The browser TV speaks: the TV app's sentences, its clips, one announcement after another."""

import http.client
import io
import time
import wave
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from config.model import Display
from display.hall_sight import HallSight
from display.web.spoken import CHIME, announcements, voice_plan
from display.web.tickets import Picture
from hub.messages import commands as cmd
from tests.display.browser import PROGRAM, browser
from tests.display.conftest import PHONES
from tests.display.gateway import Hand, gateway
from tests.display.halls import NOW, a_call, a_state
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving
from ui.voice.announcer import form_under
from ui.voice.sound import RATE, write_wav
from ui.voice.words import Form, Manner, call_speech, vocabulary

needs_browser = pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
SHORT_S = 0.08
LOCKS = """
    window.asked = 0;
    Object.defineProperty(navigator, "wakeLock", { value: { request: function () {
        asked++; window.held = new EventTarget(); return Promise.resolve(held);
    } } });
"""


def place(hall, **more):
    return HallSight(hall, Display(id="tv1", zones=("tang-1",), speaks=more.pop("speaks", True), **more))


def picture(hall, calls):
    return Picture(hall, a_state(hall, calls=calls))


def test_the_clips_are_those_of_the_tv_app_in_every_form():
    hall = sample_hall(voice={"repeat": 2, "languages": ["vi", "en"]})
    told = announcements(picture(hall, [a_call(1, "A012")]), place(hall))[0]
    for form in Form:
        speech = call_speech("A012", "1", Manner(("vi", "en"), repeat=2), form, "A")
        expected = [f"{said.language}/{said.clip.name}" for one in speech.sentences for said in one.said]
        turns = told.forms[form]
        assert [clip for turn in turns if turn != CHIME for clip, _ in told.sentences[turn]] == expected
        assert (turns[0] == CHIME) == speech.chime


def test_all_clips_of_an_announcement_are_known_beforehand():
    hall = sample_hall()
    plan = voice_plan(place(hall))
    assert plan is not None
    assert set(plan.clips) == {"chime", *(f"vi/{clip.name}" for clip in vocabulary("vi"))}
    assert voice_plan(place(hall, speaks=False)) is None


def test_only_fresh_calls_are_said_and_those_of_other_zones_take_their_time():
    displays = [{"id": "tv1", "zones": ["tang-1"]}, {"id": "tv2", "zones": ["tang-2"], "speaks": True}]
    hall = sample_hall(displays=displays)
    old = a_call(1, "A001", at=(NOW - timedelta(seconds=30)).isoformat())
    calls = [old, a_call(2, "A002"), a_call(3, "C001", "q3", "tang-2")]
    told = announcements(picture(hall, calls), place(hall))
    assert [(one.seq, one.elsewhere) for one in told] == [(2, False), (3, True)]
    assert announcements(picture(hall, calls), place(hall, speaks=False)) == []


@pytest.fixture
def speaking(tmp_path):
    """A hub with one speaking display and recordings so short that no test waits for them."""
    data = tmp_path / "gateway"
    moments = np.arange(round(SHORT_S * RATE)) / RATE
    for clip in vocabulary("vi"):
        write_wav(
            data / "studio" / "vi" / f"{clip.name}.wav", (0.4 * np.sin(3000 * moments)).astype("float32")
        )
    voice = {"repeat": 1, "studio_clips": "studio"}
    hall = sample_hall(hours=round_the_clock(), centre={"phone_url": PHONES}, voice=voice)
    (tmp_path / "hub").mkdir()
    with (
        serving(tmp_path / "hub", hall) as hub,
        gateway(
            hub.address, hub.pair("gateway", "gateway"), tmp_path, "127.0.0.1:0", "--data", str(data)
        ) as url,
    ):
        while ask(url, "/healthz")[2] != b"ok":
            time.sleep(0.02)
        yield url, hub, Hand(hub)


def ask(url, path, **headers):
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def call(hand, counter="q1", service="khai-sinh"):
    number = hand.do("kiosk", "k1", cmd.IssueTicket(service=service))["ticket"]["number"]
    hand.do("counter", counter, cmd.OpenCounter(), cmd.CallNext())
    return number


def test_clips_are_served_as_files_and_nothing_else_is(speaking):
    url = speaking[0]
    status, headers, body = ask(url, "/voice/vi/so-5.wav")
    assert (status, headers["content-type"]) == (200, "audio/wav")
    with wave.open(io.BytesIO(body)) as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (RATE, 1)
        assert 0 < sound.getnframes() / RATE < 2 * SHORT_S
    assert ask(url, "/voice/vi/so-5.wav", **{"if-none-match": headers["etag"]})[0] == 304
    assert ask(url, "/voice/chime.wav")[0] == 200
    for path in ("/voice/vi/nothing.wav", "/voice/../gateway.key.wav", "/media/tv1/0", "/media/nowhere/0"):
        assert ask(url, path)[0] == 404


@needs_browser
def test_calls_are_spoken_in_order_and_none_over_another(speaking):
    url, hub, hand = speaking
    with browser() as page:
        page.size(1920, 1080)
        page.go(f"{url}/tv/tv1")
        page.until("window.tvVoice && tvVoice.context.state === 'running' && !!tvVoice.buffers['vi/quay']")
        numbers = [call(hand), call(hand, "q2", "chung-thuc"), call(hand, "q3", "tach-thua")]
        page.until("tvVoice.said.length === 3")
        said = page.value("tvVoice.said")
        assert all(one["sounds"] for one in said)
        assert [one["seq"] for one in said] == sorted(one["seq"] for one in said)
        for number, one in zip(numbers, said, strict=True):
            assert f"vi/letter-{number[0].lower()}" in one["clips"]
        assert all(after["at"] >= one["at"] + one["lasts"] for one, after in pairwise(said))
        hub.stop()
        page.until("document.body.classList.contains('stale')")
        hub.start()
        page.until("!document.body.classList.contains('stale')")
        call(hand, "q1", "khai-sinh")
        page.until("tvVoice.said.length === 4")


@needs_browser
def test_the_load_rule_is_the_announcers_own(speaking):
    with browser() as page:
        page.go(f"{speaking[0]}/tv")
        page.until("!!window.Voice")
        assert page.value("[0,1,2,3,4,9].map(Voice.form)") == [form_under(one) for one in (0, 1, 2, 3, 4, 9)]


@needs_browser
def test_a_browser_that_may_not_sound_keeps_nobody_waiting_and_speaks_after_one_touch(speaking):
    url, _, hand = speaking
    with browser("--autoplay-policy=document-user-activation-required") as page:
        page.size(1920, 1080)
        page.go(f"{url}/tv/tv1")
        page.until("window.tvVoice && !document.getElementById('sound').hidden")
        page.until("!!tvVoice.buffers['vi/quay'] && document.getElementById('clock').textContent")
        call(hand)
        page.until("tvVoice.said.length === 1 && !tvVoice.busy")
        for kind in ("mousePressed", "mouseReleased"):
            page.send(
                "Input.dispatchMouseEvent", type=kind, x=960, y=900, button="left", buttons=1, clickCount=1
            )
        page.until("document.getElementById('sound').hidden")
        call(hand, "q2", "chung-thuc")
        page.until("tvVoice.said.length === 2")
        assert [one["sounds"] for one in page.value("tvVoice.said")] == [False, True]


@needs_browser
def test_the_screen_is_kept_awake_and_again_after_it_was_hidden(speaking):
    with browser() as page:
        page.send("Page.addScriptToEvaluateOnNewDocument", source=LOCKS)
        page.go(f"{speaking[0]}/tv")
        page.until("window.asked === 1 && !!window.held")
        page.value("held.dispatchEvent(new Event('release'))")
        page.value("document.dispatchEvent(new Event('visibilitychange'))")
        page.until("window.asked === 2")
