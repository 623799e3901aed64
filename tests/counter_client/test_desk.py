"""The desk's patience, with answers given by hand."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from counter_client.desk import RESEND_WITHIN_S, UNKNOWN_CODE, Desk, Outcome
from counter_client.phase import Act
from hub.messages import commands
from hub.messages.commands import Command
from hub.messages.frames import Ev
from ui.hall_link import AWAY_CODE, Answer, Done

AWAY = Answer(False, code=AWAY_CODE, retry=True)


class Wire:
    """Where commands go; ``answer`` answers the oldest."""

    def __init__(self) -> None:
        self.sent: list[tuple[Command, str | None]] = []
        self._waiting: list[Done] = []

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        self.sent.append((command, key))
        if done is not None:
            self._waiting.append(done)

    def answer(self, answer: Answer) -> None:
        self._waiting.pop(0)(answer)


class Bench:
    def __init__(self) -> None:
        self.wire = Wire()
        self.time_s = 0.0
        self.outcomes: list[Outcome] = []
        keys = iter("abcdef")
        self.desk = Desk(self.wire, "q1", lambda: self.time_s, lambda: next(keys), resend_ms=1)
        self.desk.told.connect(self.outcomes.append)

    def news(self, kind: str, counter: str = "q1") -> None:
        self.desk.heard(Ev(seq=2, prev=1, ev=kind, at="", counter=counter))
        self.desk.state_came()


def test_a_second_press_is_dropped_while_the_first_is_under_way(qtbot: QtBot) -> None:
    bench = Bench()
    assert bench.desk.ask(Act.RECALL, commands.Recall())
    assert not bench.desk.ask(Act.RECALL, commands.Recall())
    assert len(bench.wire.sent) == 1


def test_a_command_is_over_with_its_own_counters_event(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.START, commands.Start())
    bench.news("serving_started", counter="q2")
    assert bench.desk.busy
    bench.news("serving_started")
    assert not bench.desk.busy


def test_a_call_is_over_with_the_call_not_with_the_visit_it_ends(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.CALL_NEXT, commands.CallNext())
    bench.news("ticket_served")
    assert bench.desk.busy
    bench.news("ticket_called")
    assert not bench.desk.busy


def test_a_done_command_without_an_event_gives_the_keys_back_soon(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.OPEN, commands.OpenCounter())
    bench.wire.answer(Answer(True))
    assert bench.desk.busy
    qtbot.waitUntil(lambda: not bench.desk.busy)
    assert bench.outcomes == [Outcome(Act.OPEN)]


def test_a_refusal_is_told_and_gives_the_keys_back(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.CALL_NEXT, commands.CallNext())
    bench.wire.answer(Answer(False, code="queue_empty", text="Không còn ai."))
    assert not bench.desk.busy
    assert bench.outcomes == [Outcome(Act.CALL_NEXT, "queue_empty", "Không còn ai.")]


def test_a_cut_off_command_is_sent_again_under_the_same_key(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.FINISH, commands.Finish())
    bench.wire.answer(AWAY)
    assert bench.desk.busy
    qtbot.waitUntil(lambda: len(bench.wire.sent) == 2)
    assert bench.wire.sent[0] == bench.wire.sent[1] == (commands.Finish(), "a")


def test_after_a_long_outage_the_clerk_is_asked_to_look(qtbot: QtBot) -> None:
    bench = Bench()
    bench.desk.ask(Act.FINISH, commands.Finish())
    bench.time_s = RESEND_WITHIN_S + 1
    bench.wire.answer(AWAY)
    qtbot.waitUntil(lambda: not bench.desk.busy)
    assert [outcome.code for outcome in bench.outcomes] == [UNKNOWN_CODE]
    assert len(bench.wire.sent) == 1
