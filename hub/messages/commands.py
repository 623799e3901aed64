"""The commands a station may send, one record each; the wire name is the class's tag.

A counter's commands act for its own counter: the hub knows which one from the credential.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeAlias

from msgspec import Struct, field


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all commands; ``wire_name`` is what stands in ``cmd``."""

    wire_name: ClassVar[str] = ""


class IssueTicket(Command, frozen=True):
    wire_name = "issue_ticket"
    service: str
    priority: str | None = None
    appointment: str | None = None
    procedure: str | None = None
    dossier: str | None = None
    lang: str = "vi"


class CallNext(Command, frozen=True):
    wire_name = "call_next"


class CallTicket(Command, frozen=True):
    wire_name = "call_ticket"
    ticket: str


class Recall(Command, frozen=True):
    wire_name = "recall"


class Start(Command, frozen=True):
    wire_name = "start"


class Finish(Command, frozen=True):
    wire_name = "finish"


class Park(Command, frozen=True):
    wire_name = "park"
    note: str = ""


class Transfer(Command, frozen=True):
    """Exactly one of ``to_service`` and ``to_counter``."""

    wire_name = "transfer"
    to_service: str | None = None
    to_counter: str | None = None
    keep_place: bool = True


class Requeue(Command, frozen=True):
    wire_name = "requeue"


class MarkNoShow(Command, frozen=True):
    wire_name = "mark_no_show"


class Reinstate(Command, frozen=True):
    wire_name = "reinstate"
    ticket: str


class Cancel(Command, frozen=True):
    wire_name = "cancel"
    ticket: str


class OpenCounter(Command, frozen=True):
    wire_name = "open_counter"
    services: list[str] | None = None


class PauseCounter(Command, frozen=True):
    wire_name = "pause_counter"
    reason: str


class CloseCounter(Command, frozen=True):
    wire_name = "close_counter"


class SignIn(Command, frozen=True):
    wire_name = "sign_in"
    clerk: str
    pin: str


class SignOut(Command, frozen=True):
    wire_name = "sign_out"


class Rate(Command, frozen=True):
    """``ticket`` defaults to the one this counter finished last."""

    wire_name = "rate"
    score: int
    ticket: str | None = None
    reasons: list[str] = field(default_factory=list)
    remark: str = ""


class ReportDevice(Command, frozen=True):
    wire_name = "report_device"
    device: str
    state: str


AnyCommand: TypeAlias = (
    IssueTicket
    | CallNext
    | CallTicket
    | Recall
    | Start
    | Finish
    | Park
    | Transfer
    | Requeue
    | MarkNoShow
    | Reinstate
    | Cancel
    | OpenCounter
    | PauseCounter
    | CloseCounter
    | SignIn
    | SignOut
    | Rate
    | ReportDevice
)

COMMANDS: dict[str, type[Command]] = {kind.wire_name: kind for kind in Command.__subclasses__()}
"""Wire name → record."""


class TicketAnswer(Struct, frozen=True):
    """``data`` of an answer that concerns one ticket (issue, call, …)."""

    ticket: dict[str, Any]
    reason: str = ""
