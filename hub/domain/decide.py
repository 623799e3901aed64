"""What a command makes happen: events, or a refusal and nothing at all. Pure.

Whether the device's role may send the command, and a clerk's PIN, are checked before, at the hub's door.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from hub.domain import events as ev
from hub.domain.decide_counter import close_counter, open_counter, pause_counter, sign_in, sign_out
from hub.domain.decide_fee import ask_fee, settle_fee
from hub.domain.decide_hall import answer_help, ask_help, assign_services, broadcast, close_day, reprint
from hub.domain.decide_rating import rate
from hub.domain.decide_ticket import (
    call_next,
    call_ticket,
    cancel,
    finish,
    issue_ticket,
    link_dossier,
    mark_no_show,
    park,
    recall,
    reinstate,
    requeue,
    set_priority,
    start,
    transfer,
)
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import State
from hub.messages import commands as cmd

MOST_DEVICES: Final = 32
"""Of one station, far more than hang on any: every snapshot holds them, so a station gone mad is stopped."""


def report_device(state: State, command: cmd.ReportDevice, context: Context) -> list[ev.Event]:
    """Only news is worth an event. Raises Refusal: the station has told of too many devices."""
    station = context.actor.name
    known = state.devices.get((station, command.device))
    if known is not None and known.state == command.state:
        return []
    if known is None and sum(owner == station for owner, _ in state.devices) >= MOST_DEVICES:
        raise Refusal("bad_request", f"Máy này đã báo đủ {MOST_DEVICES} thiết bị.")
    return [ev.DeviceReported(station=station, device=command.device, state=command.state)]


_DECIDERS: Final[dict[type[cmd.Command], Callable[[State, Any, Context], list[ev.Event]]]] = {
    cmd.IssueTicket: issue_ticket,
    cmd.CallNext: call_next,
    cmd.CallTicket: call_ticket,
    cmd.Recall: recall,
    cmd.Start: start,
    cmd.Finish: finish,
    cmd.Park: park,
    cmd.Transfer: transfer,
    cmd.Requeue: requeue,
    cmd.MarkNoShow: mark_no_show,
    cmd.Reinstate: reinstate,
    cmd.Cancel: cancel,
    cmd.SetPriority: set_priority,
    cmd.LinkDossier: link_dossier,
    cmd.AskFee: ask_fee,
    cmd.SettleFee: settle_fee,
    cmd.AssignServices: assign_services,
    cmd.CloseDay: close_day,
    cmd.AskHelp: ask_help,
    cmd.AnswerHelp: answer_help,
    cmd.Broadcast: broadcast,
    cmd.Reprint: reprint,
    cmd.OpenCounter: open_counter,
    cmd.PauseCounter: pause_counter,
    cmd.CloseCounter: close_counter,
    cmd.SignIn: sign_in,
    cmd.SignOut: sign_out,
    cmd.Rate: rate,
    cmd.ReportDevice: report_device,
}


def decide(state: State, command: cmd.Command, context: Context) -> list[ev.Event] | Refusal:
    """Return what ``command`` makes happen; ``state`` is only read."""
    try:
        return _DECIDERS[type(command)](state, command, context)
    except Refusal as refusal:
        return refusal
