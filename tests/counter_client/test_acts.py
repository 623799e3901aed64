"""The clerk's keys without a hub: what is held back, what is said, and for how long."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from counter_client.acts import SLIP_MS, Acts
from counter_client.desk import Desk
from counter_client.hall_watch import HallWatch
from hub.messages import commands
from hub.messages.commands import Command
from hub.messages.views import FeeView, TicketView
from tests.counter_client.scene import NOW, hall_state, ticket
from ui.hall_link import Answer, Done


class Wire:
    """Answers everything at once with ``answer``."""

    def __init__(self) -> None:
        self.sent: list[Command] = []
        self.answer = Answer(True)

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        self.sent.append(command)
        if done is not None:
            done(self.answer)


class Bench:
    def __init__(self, notice_ms: int = 60_000, slip_ms: int = SLIP_MS) -> None:
        self.time_s = 0.0
        self.wire = Wire()
        self.watch = HallWatch("q1", "vi", lambda: self.time_s)
        self.desk = Desk(self.wire, "q1", lambda: self.time_s)
        self.acts = Acts(self.watch, self.desk, notice_ms, slip_ms)
        self.watch.take_online(True, None)

    def show(self, *tickets: TicketView) -> None:
        self.watch.take_state(hall_state(*tickets))


CALLED = ticket(1, "called", counter="q1", called_at=NOW.isoformat())


def test_a_second_press_right_after_a_call_ends_nothing(qtbot: QtBot) -> None:
    bench = Bench()
    bench.show(CALLED)
    assert not bench.acts.canCallNext
    assert bench.acts.canStart
    bench.acts.callNext()
    assert bench.wire.sent == []


def test_a_moment_after_a_call_the_next_may_be_called(qtbot: QtBot) -> None:
    bench = Bench(slip_ms=20)
    bench.show(CALLED)
    assert not bench.acts.canCallNext
    bench.time_s = 1.0
    qtbot.waitUntil(lambda: bench.acts.canCallNext)


def test_nothing_is_sent_that_is_not_allowed(qtbot: QtBot) -> None:
    bench = Bench()
    bench.show()
    bench.acts.finish()
    bench.acts.recall()
    bench.acts.transferToService("chung-thuc", True)
    assert bench.wire.sent == []


def test_a_refusal_is_said_in_the_hubs_words_and_fades(qtbot: QtBot) -> None:
    bench = Bench(notice_ms=30)
    bench.show()
    bench.wire.answer = Answer(False, code="queue_empty", text="Không còn ai chờ ở quầy này.")
    bench.acts.callNext()
    assert (bench.acts.noticeKind, bench.acts.noticeText) == ("refused", "Không còn ai chờ ở quầy này.")
    qtbot.waitUntil(lambda: bench.acts.noticeKind == "")


def test_the_next_act_takes_the_last_notice_away(qtbot: QtBot) -> None:
    bench = Bench()
    bench.show()
    bench.wire.answer = Answer(False, code="queue_empty")
    bench.acts.callNext()
    bench.wire.answer = Answer(True)
    bench.acts.callNext()
    assert bench.acts.noticeKind == ""


def test_undo_reinstates_the_very_ticket_that_was_marked(qtbot: QtBot) -> None:
    bench = Bench()
    bench.show(CALLED)
    bench.acts.markNoShow()
    assert (bench.acts.noticeNumber, bench.acts.undoAct) == ("A001", "reinstate")
    qtbot.waitUntil(lambda: not bench.desk.busy)
    bench.show(ticket(1, "no_show", counter="q1"))
    bench.acts.undo()
    assert bench.wire.sent[-1] == commands.Reinstate(ticket="a001")


def test_blanks_around_a_note_are_not_kept(qtbot: QtBot) -> None:
    bench = Bench()
    bench.show(ticket(1, "serving", counter="q1"))
    bench.acts.park("  đi phô tô ")
    assert bench.wire.sent == [commands.Park(note="đi phô tô")]


UNPAID = ticket(
    1, "serving", counter="q1", started_at=NOW.isoformat(), fee=FeeView(amount_vnd=8_000, state="asked")
)


@pytest.mark.parametrize(
    ("press", "command"), [("finish", commands.Finish()), ("callNext", commands.CallNext())]
)
def test_an_unpaid_fee_is_said_before_the_visit_ends_and_a_second_press_ends_it(
    qtbot: QtBot, press: str, command: Command
) -> None:
    bench = Bench()
    bench.show(UNPAID)
    getattr(bench.acts, press)()
    assert bench.wire.sent == []
    assert (bench.acts.noticeKind, bench.acts.noticeText) == ("warning", "8.000 đ")
    getattr(bench.acts, press)()
    assert bench.wire.sent == [command]


@pytest.mark.parametrize("state", ["paid", "cancelled", "refunded"])
def test_a_settled_fee_asks_nothing(qtbot: QtBot, state: Any) -> None:
    bench = Bench()
    bench.show(replace(UNPAID, fee=FeeView(amount_vnd=8_000, state=state)))
    bench.acts.finish()
    assert bench.wire.sent == [commands.Finish()]


def test_the_question_about_the_fee_is_forgotten_with_its_notice(qtbot: QtBot) -> None:
    bench = Bench(notice_ms=20)
    bench.show(UNPAID)
    bench.acts.finish()
    qtbot.waitUntil(lambda: bench.acts.noticeKind == "")
    bench.acts.finish()
    assert bench.wire.sent == []
