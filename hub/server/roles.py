"""What each role may do, ask and see. Pure tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hub.messages import commands as cmd
from hub.messages.frames import Role

_COUNTER: Final[frozenset[type[cmd.Command]]] = frozenset(
    {
        cmd.CallNext,
        cmd.CallTicket,
        cmd.Recall,
        cmd.Start,
        cmd.Finish,
        cmd.Park,
        cmd.Transfer,
        cmd.Requeue,
        cmd.MarkNoShow,
        cmd.LinkDossier,
        cmd.AskFee,
        cmd.SettleFee,
        cmd.OpenCounter,
        cmd.PauseCounter,
        cmd.CloseCounter,
        cmd.SignIn,
        cmd.SignOut,
        cmd.Rate,
    }
)

_DESK: Final[frozenset[type[cmd.Command]]] = frozenset(
    {
        cmd.IssueTicket,
        cmd.Cancel,
        cmd.Reinstate,
        cmd.SetPriority,
        cmd.AnswerHelp,
        cmd.Reprint,
        cmd.ReportDevice,
    }
)
"""What staff do for any citizen of the hall."""

MAY_COMMAND: Final[Mapping[Role, frozenset[type[cmd.Command]]]] = {
    "kiosk": frozenset({cmd.IssueTicket, cmd.Cancel, cmd.ReportDevice, cmd.AskHelp}),
    "display": frozenset({cmd.ReportDevice, cmd.AskHelp}),
    "counter": _COUNTER | _DESK | {cmd.AskHelp},
    "rating": frozenset({cmd.Rate, cmd.ReportDevice, cmd.AskHelp}),
    "gateway": frozenset({cmd.ReportDevice}),
    "supervisor": _DESK | {cmd.AssignServices, cmd.CloseDay, cmd.Broadcast},
}

MAY_ASK: Final[Mapping[Role, frozenset[str]]] = {
    "kiosk": frozenset({"dossier", "dossier_board", "catalogue", "ticket", "appointment"}),
    "display": frozenset({"dossier_board", "catalogue"}),
    "counter": frozenset({"dossier", "dossier_board", "catalogue", "ticket", "appointment"}),
    "rating": frozenset({"clerk_photo"}),
    "gateway": frozenset({"dossier_board", "catalogue", "ticket"}),
    "supervisor": frozenset({"dossier", "dossier_board", "catalogue", "ticket", "appointment", "audit"}),
}

_PUBLIC: Final = frozenset(
    {
        "id",
        "number",
        "service",
        "state",
        "issued_at",
        "counter",
        "called_at",
        "started_at",
        "ended_at",
        "lang",
    }
)
_LINE: Final = frozenset({"waiting_since", "absences"})
_STAFF: Final = (
    _PUBLIC
    | _LINE
    | frozenset(
        {
            "priority",
            "appointment",
            "appointment_from",
            "appointment_to",
            "procedure",
            "dossier",
            "fee",
            "note",
            "transferred_from",
            "reason",
            "rated",
            "ahead",
            "estimate",
        }
    )
)

TICKET_FIELDS: Final[Mapping[Role, frozenset[str]]] = {
    "kiosk": _PUBLIC,
    "display": _PUBLIC,
    "counter": _STAFF,
    "rating": _PUBLIC | {"rated", "transferred_from", "procedure", "fee"},
    "gateway": _PUBLIC | _LINE | {"link", "ahead", "estimate"},
    "supervisor": _STAFF,
}
"""Fields of a ticket's view; an answer to ``issue_ticket`` is whole, for the ticket's own paper."""

STAFF: Final[frozenset[Role]] = frozenset({"counter", "supervisor"})
"""Whoever sits there needs no receipt's code to see a dossier, and may mistype as often as they like."""
SEES_ENDED: Final[frozenset[Role]] = frozenset({"counter", "rating", "gateway", "supervisor"})
"""Snapshots for these also hold the tickets of today that are over."""
SEES_CLERKS: Final[frozenset[Role]] = frozenset({"counter", "rating", "supervisor"})
SEES_SCORES: Final[frozenset[Role]] = frozenset({"rating", "supervisor"})
"""Not the counter: a clerk should not see at once who was not content."""
SEES_DEVICES: Final[frozenset[Role]] = frozenset({"kiosk", "counter", "supervisor"})
SEES_HELP: Final[frozenset[Role]] = frozenset({"kiosk", "counter", "rating", "supervisor"})
"""Who asked for help, and who answered."""
SEES_STATIONS: Final[frozenset[Role]] = frozenset({"supervisor"})
