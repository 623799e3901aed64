"""The sign over the counter and the closing report on paper, with simulated devices before a real hub."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_client.__main__ import build
from counter_client.day_report import DayFigures, DayReport, derive_figures, figure_rows, report_slip
from counter_client.desk import Desk, Outcome
from counter_client.device_reports import DeviceReports
from counter_client.hall_watch import HallWatch
from counter_client.phase import Act
from counter_client.sign import CounterSign, SignText, sign_text
from hardware.descriptions import find_sign
from hardware.printing.slips import ReportSlip, Slip
from hardware.simulated.printer import Model, SimulatedPrinter
from hardware.simulated.sign import SimulatedSigns
from hub.messages.views import FeeView
from tests.counter_client.rig import running, station, station_file
from tests.counter_client.scene import NOW, ago, floor, hall_state, ticket
from tests.counter_client.test_acts import Wire
from tests.helpers.hub import serving
from ui.loop_thread import LoopThread

HERE: dict[str, Any] = {"counter": "q1"}


def test_the_sign_blinks_while_its_number_is_called_and_is_dark_without_a_hub() -> None:
    called, served = ticket(1, "called", **HERE), ticket(1, "serving", **HERE)
    assert sign_text(floor(called), online=True) == SignText(1, "A001", True)
    assert sign_text(floor(served), online=True) == SignText(1, "A001")
    assert sign_text(floor(), online=True) == SignText(1, "")
    assert sign_text(floor(called), online=False) == SignText(1, "")


def test_a_day_is_counted_from_its_tickets() -> None:
    fee = FeeView(amount_vnd=8_000, state="paid")
    tickets = [
        ticket(
            1, "served", **HERE, issued_at=ago(60), called_at=ago(50), started_at=ago(50), ended_at=ago(40)
        ),
        ticket(
            2,
            "served",
            **HERE,
            issued_at=ago(60),
            called_at=ago(30),
            started_at=ago(29),
            ended_at=ago(25),
            fee=fee,
        ),
        ticket(3, "served", counter="q2"),
        ticket(4, "no_show", **HERE),
        ticket(5, "waiting", service="chung-thuc", transferred_from="q1"),
    ]
    day = derive_figures(floor(*tickets), hall_state(*tickets))
    assert day == DayFigures(2, 1, 1, 1_200, 1_800, 420, 1, 8_000)
    assert [(one.key, one.text) for one in figure_rows(day)] == [
        ("served", "2"),
        ("no-shows", "1"),
        ("transferred", "1"),
        ("mean-service", "7"),
        ("mean-wait", "20"),
        ("longest-wait", "30"),
        ("fees", "1|8.000 đ"),
    ]
    assert derive_figures(None, None) == DayFigures()


def test_the_report_names_counter_clerk_and_day() -> None:
    slip = report_slip(floor(clerk="lan"), DayFigures(served=3), NOW, again=True)
    assert isinstance(slip, ReportSlip)
    assert ("Quầy", "1") in slip.rows and ("Cán bộ", "Nguyễn Thị Lan") in slip.rows
    assert ("Ngày", "20/11/2026") in slip.rows and ("Lượt đã phục vụ", "3") in slip.rows
    assert slip.reprint


class Paper:
    """Says how every print ends."""

    def __init__(self, how: str) -> None:
        self.how, self.slips = how, list[Slip]()

    def print(self, slip: Slip, job_id: str, done: Callable[[str], None]) -> None:
        self.slips.append(slip)
        done(self.how)


@pytest.mark.parametrize(
    ("how", "marked"), [("printed", [False, True]), ("unknown", [False, True]), ("failed", [False, False])]
)
def test_a_second_report_is_marked_unless_the_first_did_not_come_out(
    qtbot: QtBot, how: str, marked: list[bool]
) -> None:
    watch, paper = HallWatch("q1", "vi", lambda: 0.0), Paper(how)
    day = DayReport(watch, Desk(Wire(), "q1", lambda: 0.0), paper)
    watch.take_state(hall_state())
    for _ in range(2):
        day.print()
    assert day.state == how
    assert [slip.reprint for slip in paper.slips] == marked


def test_it_is_offered_when_a_counter_that_served_somebody_is_closed(qtbot: QtBot) -> None:
    watch = HallWatch("q1", "vi", lambda: 0.0)
    desk = Desk(Wire(), "q1", lambda: 0.0)
    day = DayReport(watch, desk)
    offered: list[bool] = []
    day.closed.connect(lambda: offered.append(True))
    watch.take_state(hall_state())
    desk.told.emit(Outcome(Act.CLOSE))
    assert not offered
    watch.take_state(hall_state(ticket(1, "served", **HERE)))
    desk.told.emit(Outcome(Act.CLOSE, "wrong_state"))
    assert not offered
    desk.told.emit(Outcome(Act.CLOSE))
    assert offered == [True]


@contextmanager
def a_printer() -> Iterator[tuple[SimulatedPrinter, LoopThread]]:
    loop = LoopThread("simulated")
    loop.start()
    printer = SimulatedPrinter(model=Model(mm_per_s=0))
    loop.submit(printer.start()).result(5)
    try:
        yield printer, loop
    finally:
        loop.submit(printer.stop()).result(5)
        loop.stop()


def test_a_clerk_closes_and_prints_the_day_by_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        serving(tmp_path / "hub") as hub,
        a_printer() as (printer, far_end),
        station(qtbot, hub, "kiosk", "k1") as kiosk,
    ):
        file = station_file(tmp_path / "q1", hub, devices=f'printer = "{printer.url}"')
        with running(qtbot, file) as desk:
            kiosk.issue()
            desk.press(Qt.Key.Key_F1)
            desk.wait_page("idle")
            desk.press(Qt.Key.Key_F1)
            desk.wait(lambda: desk.enabled("start"))
            desk.press(Qt.Key.Key_F3)
            desk.wait(lambda: desk.enabled("finish"))
            desk.press(Qt.Key.Key_F4)
            desk.wait(lambda: desk.enabled("close"))
            desk.press(Qt.Key.Key_F12)
            desk.wait(lambda: desk.text("day-served") == "1")
            desk.press(Qt.Key.Key_Return)
            desk.wait(lambda: desk.text("day-paper") == "Đã in xong")
            assert far_end.submit(printer.until_slips(1, 10)).result(11)
            desk.press(Qt.Key.Key_F1)
            desk.wait_page("idle")


def test_the_sign_follows_the_counter(qtbot: QtBot, tmp_path: Path) -> None:
    asyncio.run(_follow(tmp_path))


async def _follow(folder: Path) -> None:
    async with SimulatedSigns(folder / "line", find_sign("led-4")) as signs:
        loop = LoopThread("sign")
        loop.start()
        watch = HallWatch("q1", "vi", lambda: 0.0)
        sign = CounterSign(watch, signs.url, "led-4", loop, DeviceReports(Wire()))
        try:
            watch.take_online(True, None)
            watch.take_state(hall_state(ticket(12, "called", **HERE)))
            await signs.until_shown(1, "A012", 10)
            watch.take_state(hall_state(ticket(13, "serving", **HERE)))
            await signs.until_shown(1, "A013", 10)
            watch.take_online(False, NOW)
            await signs.until_shown(1, "", 10)
        finally:
            with suppress(asyncio.CancelledError):
                await asyncio.to_thread(loop.stop)
        del sign


@pytest.mark.parametrize(
    "wrong", ['sign = "serial:///x"\nsign_kind = "led-9"', 'keypad = "serial:///x"\nkeypad_kind = "no"']
)
def test_a_device_of_no_known_kind_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    with serving(tmp_path / "hub") as hub, pytest.raises(SystemExit):
        build(["--station", str(station_file(tmp_path / "q1", hub, devices=wrong))])
    assert "devices:" in capsys.readouterr().err
