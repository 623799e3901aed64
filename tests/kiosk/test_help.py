"""Calling a member of staff, the news of a kiosk nobody uses, and a machine that may serve nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hub.messages.commands import AnswerHelp, Broadcast
from kiosk.gallery.halls import example, state_of
from kiosk.idle import Pace
from kiosk.news import derive_news
from tests.helpers.hub import HubThread
from tests.kiosk.rig import PATIENT, Witness, a_kiosk, ward_hub, write_station


def test_staff_are_called_and_the_citizen_sees_them_come(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.touch("call-staff")
        rig.until(lambda: rig.text("help-title") == "Đã gọi nhân viên")
        station = rig.kiosk.station.id
        rig.until(lambda: bool(witness.state) and [one.station for one in witness.state.help] == [station])
        rig.touch("help-close")
        assert rig.page == "search"
        witness.do(AnswerHelp(station=station))
        rig.until(lambda: rig.text("help-title") == "Nhân viên đang đến")
        rig.touch("help-close")
        rig.until(lambda: rig.kiosk.screens.frame.shown.help == "none")


def test_without_a_hub_the_citizen_is_sent_to_the_guidance_desk(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        hub.stop()
        rig.until(lambda: not rig.kiosk.reception.desks.watch.online)
        rig.touch("call-staff")
        assert rig.text("help-title") == "Chưa gọi được nhân viên"
        rig.touch("help-close")
        rig.until(lambda: not rig.sees("help-title"))
        hub.start()


def test_who_leaves_leaves_no_panel_but_the_call_stays(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("call-staff")
        rig.until(lambda: rig.kiosk.screens.frame.shown.help == "waiting")
        rig.kiosk.reception.start_over()
        rig.until(lambda: not rig.sees("help-title"))
        assert witness.state is not None
        rig.until(lambda: len(witness.state.help) == 1)  # type: ignore[union-attr]


QUICK = Pace(quiet=1_000_000, ticket_quiet=1_000_000, tick_ms=5)


def test_a_kiosk_left_alone_shows_the_halls_news_and_a_touch_only_wakes_it(
    tmp_path: Path, qtbot: QtBot
) -> None:
    hub = ward_hub(tmp_path / "hub", at_kiosks={"attract_after_s": 60})
    hub.start()
    try:
        with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub), QUICK) as rig:
            rig.until_ready()
            place = rig.middle("choice-submit")
            rig.until(lambda: rig.sees("news-call"))
            QTest.mouseClick(
                rig.kiosk.screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
            rig.until(lambda: not rig.sees("news-call"))
            assert rig.page == "home"
    finally:
        hub.stop()


def test_by_default_two_minutes_pass_first(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub), PATIENT) as rig:
        rig.until_ready()
        assert rig.kiosk.reception.desks.idle.alone_after == 120


def test_a_visit_is_never_taken_for_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    hub = ward_hub(tmp_path / "hub", at_kiosks={"attract_after_s": 1})
    hub.start()
    try:
        with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
            rig.until_ready()
            rig.touch("choice-guide")
            rig.until_page("search")
            rig.kiosk.reception.alone = True
            rig.kiosk.screens.show()
            assert not rig.sees("news-call")
    finally:
        hub.stop()


def test_the_supervisors_message_stands_in_the_news_alone(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        witness.do(Broadcast(text="Chiều nay nghỉ từ 16:00."))
        watch = rig.kiosk.reception.desks.watch
        rig.until(lambda: watch.ticker is not None)
        assert watch.hall is not None
        news = derive_news(watch.hall, watch.lines, watch.services, watch.ticker, watch.now(), "vi")
        assert news.messages == ("Chiều nay nghỉ từ 16:00.",)


def test_the_news_are_the_longest_lines_first() -> None:
    hall = example("phuong").hall
    views = {one.id: one for one in state_of(hall).services}
    news = derive_news(hall, views, hall.services, None, None, "vi")
    waits = [one.waiting for one in news.lines]
    assert waits == sorted(waits, reverse=True)
    assert news.waiting == sum(one.waiting for one in views.values())
    assert news.hotline == hall.centre.hotline
    assert news.hours


def test_a_wrong_token_sends_citizens_away_and_tells_staff_what_to_do(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    (tmp_path / "kiosk" / "key").write_text("no such token\n", encoding="utf-8")
    with a_kiosk(qtbot, station) as rig:
        rig.until(lambda: rig.text("blocked") == "Máy tạm ngừng phục vụ")
        assert "chưa được ghép nối" in rig.text("blocked-why")
        assert rig.kiosk.station.id in rig.text("blocked-why")
        QTest.mouseClick(
            rig.kiosk.screen.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(500, 900),
        )
        assert rig.page == "home"


def test_an_id_the_centre_does_not_have_is_said(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    known = hub.settings.hall.kiosks[0].id
    station.write_text(station.read_text(encoding="utf-8").replace(f'"{known}"', '"K77"'), encoding="utf-8")
    (tmp_path / "kiosk" / "key").write_text(hub.pair("kiosk", "K77") + "\n", encoding="utf-8")
    with a_kiosk(qtbot, station) as rig:
        rig.until(lambda: "K77" in rig.text("blocked-why"))
        assert "[[kiosks]]" in rig.text("blocked-why")
