"""What every counter's command asks first: which counter, is it working, whom does it have. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hub.domain import events as ev
from hub.domain.life_cycle import allows
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import CounterNow, State, Ticket
from hub.messages.views import TicketState


def own_counter(state: State, context: Context) -> CounterNow:
    """Return the counter the device belongs to. Raises Refusal: the centre has none of that name."""
    if context.actor.name not in context.rules.counters:
        raise Refusal("unknown_counter")
    return state.counter(context.actor.name)


def signed_in(counter: CounterNow, context: Context) -> None:
    """Raises Refusal: the centre wants a clerk's name first."""
    if context.rules.hall.calling.require_sign_in and counter.clerk is None:
        raise Refusal("sign_in_first")


def opened(counter: CounterNow, context: Context) -> list[ev.Event]:
    """Return the event that opens a counter by its first call of the day; none when it is open.

    Raises Refusal: the clerk closed or paused it and must open it on purpose.
    """
    signed_in(counter, context)
    if counter.state == "open":
        return []
    if counter.state == "paused":
        raise Refusal("closed", "Quầy đang tạm nghỉ; hãy mở lại quầy rồi gọi.")
    if counter.services is not None:
        raise Refusal("closed", "Quầy đã đóng; hãy mở quầy rồi gọi.")
    return [ev.CounterOpened(counter=counter.id, services=list(context.rules.counters[counter.id].services))]


def current(state: State, counter: CounterNow) -> Ticket:
    """Raises Refusal: the counter has nobody."""
    ticket = state.current_ticket(counter.id)
    if ticket is None:
        raise Refusal("no_current_ticket")
    return ticket


def todays(state: State, ticket: str) -> Ticket:
    """Raises Refusal: no ticket of today has this id."""
    found = state.tickets.get(ticket)
    if found is None:
        raise Refusal("unknown_ticket")
    return found


def may_step(ticket: Ticket, step: type[ev.TicketEvent]) -> None:
    """Raises Refusal: the life cycle does not allow the step."""
    if not allows(ticket.state, step):
        raise wrong_state(ticket)


def wrong_state(ticket: Ticket) -> Refusal:
    """Return the refusal that says where the ticket is now."""
    return Refusal("wrong_state", _WRONG_STATE[ticket.state])


_WRONG_STATE: Final[Mapping[TicketState, str]] = {
    "waiting": "Số này đang chờ, chưa được gọi.",
    "called": "Số này đang được gọi tại một quầy.",
    "serving": "Số này đang được phục vụ.",
    "parked": "Số này đang tạm gác; hãy gọi lại trước.",
    "served": "Số này đã phục vụ xong.",
    "no_show": "Số này đã bị đánh dấu vắng mặt; hãy khôi phục trước.",
    "cancelled": "Số này đã bị hủy.",
    "expired": "Số này đã hết hạn.",
}
