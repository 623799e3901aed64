"""What the signs over the counters show: each its counter's number, blinking while called. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from config.model import Counter
from display.hall_sight import HallSight
from hub.messages.views import HallState


@dataclass(frozen=True, slots=True)
class SignText:
    address: int
    text: str
    blinking: bool = False


def sign_texts(state: HallState, place: HallSight) -> tuple[SignText, ...]:
    """Return the text of every sign of the screen's zones, in the counters' order; nobody there: empty."""
    views = {view.id: view for view in state.counters}
    called = {ticket.id for ticket in state.tickets if ticket.state == "called"}
    texts = []
    for counter, address in addresses(place):
        view = views.get(counter.id)
        number = view.number if view and view.number else ""
        texts.append(SignText(address, number, bool(view and view.ticket in called)))
    return tuple(texts)


def addresses(place: HallSight) -> Iterator[tuple[Counter, int]]:
    """A sign's address on the line is its counter's number; for one without, its place in the hall."""
    for order, counter in enumerate(place.hall.counters, 1):
        if counter.zone in place.display.zones:
            yield counter, int(counter.number) if counter.number.isdecimal() else order
