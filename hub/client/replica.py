"""A station's copy of the hall: a snapshot, then every event's changes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from hub.messages.frames import Ev, Snap
from hub.messages.views import CallView, HallState, TickerView

CALLS_KEPT = 50


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)
_Any = TypeVar("_Any")


def apply_event(state: HallState, event: Ev) -> HallState:
    """Return ``state`` with what ``event`` changed; ``state`` itself is untouched."""
    changed = event.changed
    if changed.day is not None:
        state = replace(state, day=changed.day, tickets=[], calls=[], help=[], ticker=None)
    return replace(
        state,
        now=event.at,
        hall=state.hall if changed.hall is None else changed.hall,
        services=_merged(state.services, changed.services),
        counters=_merged(state.counters, changed.counters),
        tickets=_merged(state.tickets, changed.tickets),
        calls=_calls_after(state.calls, event),
        devices=_merged_by(state.devices, changed.devices, lambda view: (view.station, view.device)),
        stations=_merged_by(state.stations, changed.stations, lambda view: (view.role, view.name)),
        help=state.help if changed.help is None else changed.help,
        ticker=_ticker_after(state.ticker, changed.ticker),
    )


def call_of(event: Ev) -> CallView | None:
    """Return the announcement ``event`` asks for, if it is a call."""
    if event.ev != "ticket_called" or event.ticket is None or event.number is None:
        return None
    return CallView(
        seq=event.seq,
        ticket=event.ticket,
        number=event.number,
        counter=event.counter or "",
        zone=event.zone or "",
        service=event.service or "",
        recall=bool(event.recall),
        at=event.at,
    )


def missed_calls(held: HallState | None, seq: int, snap: Snap) -> list[Ev]:
    """Return the calls in ``snap`` that a station holding ``held`` at ``seq`` was never sent, oldest first.

    So a slow display that is given a snapshot instead of events still shows and speaks every call.
    """
    if held is None or held.day != snap.state.day or snap.seq < seq:
        return []
    return [_event_of(call) for call in snap.state.calls if call.seq > seq]


def _event_of(call: CallView) -> Ev:
    return Ev(
        seq=call.seq,
        prev=call.seq,
        ev="ticket_called",
        at=call.at,
        ticket=call.ticket,
        number=call.number,
        service=call.service,
        counter=call.counter,
        zone=call.zone,
        recall=call.recall,
    )


def _calls_after(calls: list[CallView], event: Ev) -> list[CallView]:
    call = call_of(event)
    return calls if call is None else [*calls, call][-CALLS_KEPT:]


def _ticker_after(ticker: TickerView | None, changed: TickerView | None) -> TickerView | None:
    if changed is None:
        return ticker
    return changed if changed.text else None


def _merged(kept: list[_Item], news: Sequence[_Item]) -> list[_Item]:
    return _merged_by(kept, news, lambda view: view.id)


def _merged_by(kept: list[_Any], news: Sequence[_Any], key: Callable[[_Any], Hashable]) -> list[_Any]:
    by_key = {key(view): view for view in kept}
    by_key.update((key(view), view) for view in news)
    return list(by_key.values()) if news else kept
