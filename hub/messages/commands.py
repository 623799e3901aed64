"""The commands a station may send, one record each; the wire name is the class's tag.

A counter's commands act for its own counter: the hub knows which one from the credential.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from msgspec import Meta, Struct, field

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Words = Annotated[str, Meta(max_length=200)]
Remark = Annotated[str, Meta(max_length=1_000)]
Lang = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]


class Command(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all commands; ``wire_name`` is what stands in ``cmd``."""

    wire_name: ClassVar[str] = ""


class IssueTicket(Command, frozen=True):
    wire_name = "issue_ticket"
    service: Id
    priority: Id | None = None
    appointment: Words | None = None
    procedure: Id | None = None
    dossier: Id | None = None
    lang: Lang = "vi"


class CallNext(Command, frozen=True):
    wire_name = "call_next"


class CallTicket(Command, frozen=True):
    wire_name = "call_ticket"
    ticket: Id


class Recall(Command, frozen=True):
    wire_name = "recall"


class Start(Command, frozen=True):
    wire_name = "start"


class Finish(Command, frozen=True):
    wire_name = "finish"


class Park(Command, frozen=True):
    wire_name = "park"
    note: Words = ""


class Transfer(Command, frozen=True):
    """Exactly one of ``to_service`` and ``to_counter``."""

    wire_name = "transfer"
    to_service: Id | None = None
    to_counter: Id | None = None
    keep_place: bool = True


class Requeue(Command, frozen=True):
    wire_name = "requeue"


class MarkNoShow(Command, frozen=True):
    wire_name = "mark_no_show"


class Reinstate(Command, frozen=True):
    wire_name = "reinstate"
    ticket: Id


class Cancel(Command, frozen=True):
    wire_name = "cancel"
    ticket: Id


class SetPriority(Command, frozen=True):
    """``priority`` left out: none any more. ``note`` says why, for whoever looks into it later."""

    wire_name = "set_priority"
    ticket: Id
    note: Annotated[str, Meta(min_length=1, max_length=200)]
    priority: Id | None = None


class LinkDossier(Command, frozen=True):
    """The dossier this counter's current visit is about."""

    wire_name = "link_dossier"
    dossier: Id


class AskFee(Command, frozen=True):
    """The current visit has to pay; the panel shows a code for it. Asking again changes the amount."""

    wire_name = "ask_fee"
    amount_vnd: Annotated[int, Meta(ge=1)]


class SettleFee(Command, frozen=True):
    """What became of the current visit's fee: the clerk saw the money, called it off, or gave it back."""

    wire_name = "settle_fee"
    state: Literal["paid", "cancelled", "refunded"]


class OpenCounter(Command, frozen=True):
    wire_name = "open_counter"
    services: Annotated[list[Id], Meta(min_length=1, max_length=64)] | None = None


class PauseCounter(Command, frozen=True):
    wire_name = "pause_counter"
    reason: Words


class CloseCounter(Command, frozen=True):
    wire_name = "close_counter"


class AssignServices(Command, frozen=True):
    """A supervisor gives an open counter other services until it is opened anew."""

    wire_name = "assign_services"
    counter: Id
    services: Annotated[list[Id], Meta(min_length=1, max_length=64)]


class CloseDay(Command, frozen=True):
    """A supervisor closes every counter and ends what is left, once no more numbers are given out today."""

    wire_name = "close_day"


class AskHelp(Command, frozen=True):
    """Somebody at this station wants a member of staff; asking again is no news."""

    wire_name = "ask_help"


class AnswerHelp(Command, frozen=True):
    """Somebody goes to the station that asked."""

    wire_name = "answer_help"
    station: Id


class Broadcast(Command, frozen=True):
    """A message for every screen of the hall, in place of the last one; empty: none any more.

    ``minutes`` left out: until it is taken back or the day ends. Line breaks become spaces.
    """

    wire_name = "broadcast"
    text: Words
    minutes: Annotated[int, Meta(ge=1, le=1_440)] | None = None


class Reprint(Command, frozen=True):
    """A kiosk prints the paper of a ticket that is not over once more."""

    wire_name = "reprint"
    ticket: Id
    kiosk: Id


class SignIn(Command, frozen=True):
    wire_name = "sign_in"
    clerk: Id
    pin: Id


class SignOut(Command, frozen=True):
    wire_name = "sign_out"


class Rate(Command, frozen=True):
    """``ticket`` defaults to the one this counter finished last."""

    wire_name = "rate"
    score: int
    ticket: Id | None = None
    reasons: Annotated[list[Id], Meta(max_length=16)] = field(default_factory=list)
    remark: Remark = ""


class ReportDevice(Command, frozen=True):
    wire_name = "report_device"
    device: Id
    state: Id


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
    | SetPriority
    | LinkDossier
    | AskFee
    | SettleFee
    | OpenCounter
    | PauseCounter
    | CloseCounter
    | AssignServices
    | CloseDay
    | AskHelp
    | AnswerHelp
    | Broadcast
    | Reprint
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
