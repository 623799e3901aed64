"""The calls of a lobby screen: the newest, the list, each counter's number, who is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from display.hall_sight import HallSight, Sight
from display.spotlight import Spotlight
from hub.messages.views import CallView, CounterView, TicketView

ROWS = 12
"""More than any screen has room for."""
ABSENT = 8


@dataclass(frozen=True, slots=True)
class CallRow:
    """The last call of one counter."""

    key: str
    number: str
    counter: str
    coming: bool
    """Its turn in the spotlight is still to come."""


@dataclass(frozen=True, slots=True)
class CounterTile:
    key: str
    counter: str
    number: str
    """Empty: nobody is at it."""
    standing: str
    """open · paused · closed"""
    lit: bool


@dataclass(frozen=True, slots=True)
class CallsProps:
    known: bool = False
    """False: the hub was never heard, so nothing here is news."""
    newest_seq: int = 0
    newest_number: str = ""
    newest_counter: str = ""
    newest_place: str = ""
    """The zone's name, where this screen serves several."""
    lit: bool = False
    recall: bool = False
    rows: tuple[CallRow, ...] = ()
    tiles: tuple[CounterTile, ...] = ()
    absent: tuple[str, ...] = ()
    waiting: int = 0
    likely_from: int = 0
    likely_to: int = 0
    """Minutes the shortest and the longest line would take who joins now; 0: nothing is known."""


def derive_calls(sight: Sight, spotlight: Spotlight, now_s: float) -> CallsProps:
    place = sight.place
    calls = [call for call in sight.state.calls if place.shows(call)]
    newest = _newest(calls, spotlight)
    coming = {call.seq for call in spotlight.waiting}
    waits = [view for view in sight.state.services if view.id in place.services and view.waiting]
    likely = [minutes(view.estimate.likely_s) for view in waits if view.estimate]
    return CallsProps(
        known=True,
        newest_seq=newest.seq if newest else 0,
        newest_number=newest.number if newest else "",
        newest_counter=_number_of(newest.counter, place) if newest else "",
        newest_place=_place_of(newest, place) if newest else "",
        lit=sight.online and newest is not None and newest == spotlight.showing and spotlight.lit(now_s),
        recall=newest is not None and newest.recall,
        rows=tuple(islice(_rows(calls, newest, coming, place), ROWS)),
        tiles=tuple(_tiles(sight, newest)),
        absent=tuple(islice(_absent(sight, newest), ABSENT)),
        waiting=sum(view.waiting for view in waits),
        likely_from=min(likely, default=0),
        likely_to=max(likely, default=0),
    )


def _newest(calls: Sequence[CallView], spotlight: Spotlight) -> CallView | None:
    """The call in the spotlight; at rest the last one, so a call heard of late is not hidden."""
    if spotlight.showing is not None and (spotlight.waiting or _is_last(spotlight.showing, calls)):
        return spotlight.showing
    return calls[-1] if calls else spotlight.showing


def _is_last(call: CallView, calls: Sequence[CallView]) -> bool:
    return not calls or call.seq >= calls[-1].seq


def _rows(
    calls: Sequence[CallView], newest: CallView | None, coming: set[int], place: HallSight
) -> Iterator[CallRow]:
    told: set[str] = set()
    for call in reversed(calls):
        if newest is not None and call.seq <= newest.seq:
            told.add(newest.counter)
        if call.counter not in told:
            told.add(call.counter)
            yield CallRow(call.counter, call.number, _number_of(call.counter, place), call.seq in coming)


def _tiles(sight: Sight, newest: CallView | None) -> Iterator[CounterTile]:
    views = {view.id: view for view in sight.state.counters}
    for counter in sight.place.counters:
        view = views.get(counter.id) or CounterView(id=counter.id, state="closed", services=[])
        lit = newest is not None and newest.counter == counter.id and newest.number == view.number
        yield CounterTile(counter.id, counter.number, view.number or "", view.state, lit)


def _absent(sight: Sight, newest: CallView | None) -> Iterator[str]:
    """People called and not come, the latest first."""
    missing = [ticket for ticket in sight.state.tickets if _is_absent(ticket, sight.place)]
    missing.sort(key=lambda ticket: ticket.called_at or ticket.ended_at or "", reverse=True)
    return (ticket.number for ticket in missing if newest is None or ticket.number != newest.number)


def _is_absent(ticket: TicketView, place: HallSight) -> bool:
    back_in_line = ticket.state == "waiting" and ticket.called_at is not None and ticket.started_at is None
    return (ticket.state == "no_show" or back_in_line) and ticket.service in place.services


def _number_of(counter: str, place: HallSight) -> str:
    return place.counter_numbers.get(counter, counter)


def _place_of(call: CallView, place: HallSight) -> str:
    return place.zone_names.get(call.zone, "") if len(place.display.zones) > 1 else ""


def minutes(seconds: float) -> int:
    """Rounded up, to five from ten on: nobody counts on a minute."""
    minutes = max(1, -(-int(seconds) // 60))
    return minutes if minutes < 10 else -(-minutes // 5) * 5
