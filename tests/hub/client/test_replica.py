"""A station's copy of the hall."""

from __future__ import annotations

from typing import Any

from hub.client.replica import CALLS_KEPT, apply_event, missed_calls
from hub.messages.frames import Ev, Snap
from hub.messages.views import (
    CallView,
    Changed,
    HallState,
    HelpView,
    StationView,
    TickerView,
    TicketView,
)

EMPTY = HallState(hall={}, day="2026-11-23", now="", services=[], counters=[], tickets=[], calls=[])


def ticket(number: str, state: Any = "waiting") -> TicketView:
    return TicketView(id=number, number=number, service="s", state=state, issued_at="")


def ev(seq: int, kind: str = "x", **parts: Any) -> Ev:
    return Ev(seq=seq, prev=seq - 1, ev=kind, at=f"at-{seq}", **parts)


def call(seq: int) -> Ev:
    return ev(seq, "ticket_called", ticket="t", number=f"A{seq}", counter="q1")


def test_views_are_replaced_by_id_and_added_at_the_end() -> None:
    state = apply_event(EMPTY, ev(1, changed=Changed(tickets=[ticket("A1"), ticket("A2")])))
    after = apply_event(state, ev(2, changed=Changed(tickets=[ticket("A1", "called"), ticket("A3")])))
    assert [(each.id, each.state) for each in after.tickets] == [
        ("A1", "called"),
        ("A2", "waiting"),
        ("A3", "waiting"),
    ]
    assert [each.state for each in state.tickets] == ["waiting", "waiting"]


def test_a_new_day_drops_tickets_and_calls() -> None:
    state = apply_event(apply_event(EMPTY, call(1)), ev(2, changed=Changed(tickets=[ticket("A1")])))
    after = apply_event(state, ev(3, "day_began", changed=Changed(day="2026-11-24")))
    assert (after.day, after.tickets, after.calls) == ("2026-11-24", [], [])


def test_calls_are_kept_in_order_up_to_a_limit() -> None:
    state = EMPTY
    for seq in range(1, CALLS_KEPT + 11):
        state = apply_event(state, call(seq))
    assert [each.seq for each in state.calls] == list(range(11, CALLS_KEPT + 11))


def test_a_counter_and_its_rating_panel_are_two_stations() -> None:
    views = [
        StationView(name="q1", role=role, online=True, last_heard_at="") for role in ("counter", "rating")
    ]
    assert apply_event(EMPTY, ev(1, changed=Changed(stations=views))).stations == views


def test_missed_calls_are_those_after_the_seq_held() -> None:
    calls = [
        CallView(seq=n, ticket="t", number=f"A{n}", counter="q", zone="z", service="s", recall=False, at="")
        for n in (3, 5, 8)
    ]
    held = EMPTY
    snap = Snap(
        seq=9,
        state=HallState(hall={}, day=held.day, now="", services=[], counters=[], tickets=[], calls=calls),
    )
    assert [event.seq for event in missed_calls(held, 4, snap)] == [5, 8]
    assert missed_calls(None, 0, snap) == []
    another_day = Snap(seq=9, state=apply_event(snap.state, ev(10, changed=Changed(day="2026-11-24"))))
    assert missed_calls(held, 4, another_day) == []


def test_calls_for_help_come_whole_and_a_message_goes_with_an_empty_one() -> None:
    asked = [HelpView(station="k1", role="kiosk", at="8"), HelpView(station="q1", role="rating", at="9")]
    ticker = TickerView(text="Nghỉ sớm", at="9")
    state = apply_event(EMPTY, _event("help_asked", Changed(help=asked, ticker=ticker)))
    assert (state.help, state.ticker) == (asked, ticker)
    state = apply_event(state, _event("ticket_called", Changed()))
    assert (state.help, state.ticker) == (asked, ticker)
    gone = apply_event(state, _event("ticker_changed", Changed(ticker=TickerView(text="", at="10"), help=[])))
    assert (gone.help, gone.ticker) == ([], None)
    tomorrow = apply_event(state, _event("day_began", Changed(day="2026-11-24")))
    assert (tomorrow.help, tomorrow.ticker) == ([], None)


def _event(kind: str, changed: Changed) -> Ev:
    return Ev(seq=2, prev=1, ev=kind, at="2026-11-23T08:00:00+07:00", changed=changed)
