"""One connected station: reads its frames one after another, and sends what its outbox holds."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from difflib import get_close_matches
from functools import partial
from typing import Any

import msgspec
import structlog
from msgspec import Struct
from websockets.exceptions import ConnectionClosed

from hub.domain.rules import Actor
from hub.ledger.ledger import Request
from hub.messages.commands import COMMANDS, Command, IssueTicket, SignIn
from hub.messages.frames import Auth, Cmd, Get, Res, Role, Seen, decode_station, encode
from hub.messages.views import TicketView
from hub.server.bucket import Bucket
from hub.server.cut import cut_ticket, ticket_data
from hub.server.door import StationConnection, turned_away
from hub.server.framing import framed
from hub.server.gate import ControlCharacters, gated
from hub.server.hall import Hall
from hub.server.outbox import Outbox
from hub.server.pins import PinCheck
from hub.server.questions import Questions
from hub.server.refusals import NotDone, why_malformed
from hub.server.roles import MAY_COMMAND
from hub.server.writer import QuestionFailed

log = structlog.get_logger(__name__)


class _Numbered(Struct):
    """The least that makes an answer possible."""

    id: int


class Station:
    """Implements ``hub.server.hall.Listener``."""

    def __init__(
        self,
        connection: StationConnection,
        actor: Actor,
        hall: Hall,
        questions: Questions,
        pins: PinCheck,
        bucket: Bucket,
    ) -> None:
        self.actor = actor
        self.outbox = Outbox(connection, connection.loop.call_soon)
        self._connection = connection
        connection.has_room = self.outbox.flush
        connection.was_heard = partial(hall.roll.heard, actor)
        self._hall = hall
        self._questions = questions
        self._pins = pins
        self._bucket = bucket

    async def stay(self, auth: Auth) -> None:
        """Serve the station until it leaves or must."""
        try:
            async with asyncio.TaskGroup() as tasks:
                refreshing = tasks.create_task(self._keep_fresh())
                await self._hall.admit(self, auth.since, auth.version)
                await self._read_all()
                refreshing.cancel()
        finally:
            self.outbox.close()
            self._hall.dismiss(self)

    async def _keep_fresh(self) -> None:
        while True:
            await self.outbox.behind()
            self._hall.tally.stale += 1
            await self._hall.refresh(self)

    # reading ---------------------------------------------------------------------------------------

    async def _read_all(self) -> None:
        with suppress(ConnectionClosed):
            while True:
                if self.outbox.crowded:
                    await self.outbox.room()
                text = await self._connection.recv()
                self._connection.was_heard()
                if isinstance(text, bytes):
                    await turned_away(self._connection, "not a frame")
                    return
                if not await self._take(text):
                    return

    async def _take(self, data: str) -> bool:
        """Deal with one frame; False when the connection was closed for it."""
        try:
            frame = decode_station(data)
        except msgspec.DecodeError as error:
            return await self._unreadable(data, error)
        match frame:
            case Cmd():
                await self._answer(frame.id, self._command(frame))
            case Get():
                await self._answer(frame.id, self._question(frame))
            case Seen():
                self._seen(frame)
            case Auth():
                await turned_away(self._connection, "auth came twice", 1002)
                return False
        return True

    async def _unreadable(self, data: str, error: msgspec.DecodeError) -> bool:
        """Answer what can be answered; hang up on anything else."""
        try:
            number = msgspec.json.decode(data, type=_Numbered).id
        except (msgspec.DecodeError, RecursionError):
            await turned_away(self._connection, "not a frame")
            return False
        err = NotDone("bad_request", why_malformed(error, "Yêu cầu")).as_err()
        self.outbox.answer(framed(encode(Res(id=number, ok=False, err=err))))
        return self._bucket.take(_monotonic()) or await self._flooded()

    async def _flooded(self) -> bool:
        await turned_away(self._connection, "too many unreadable frames")
        return False

    async def _answer(self, number: int, doing: Any) -> None:
        try:
            res = await doing
        except NotDone as refusal:
            res = Res(id=number, ok=False, err=refusal.as_err())
        except QuestionFailed:
            res = Res(id=number, ok=False, err=NotDone("internal").as_err())
        self.outbox.answer(framed(encode(res)))

    def _seen(self, seen: Seen) -> None:
        if self._bucket.take(_monotonic()):
            self._hall.saw(self, seen)

    # requests --------------------------------------------------------------------------------------

    async def _question(self, question: Get) -> Res:
        self._within_limit()
        return Res(id=question.id, ok=True, data=await self._questions.answer(self.actor, question))

    async def _command(self, cmd: Cmd) -> Res:
        self._within_limit()
        command = _command_of(cmd, self.actor.role)
        if isinstance(command, SignIn):
            await self._pins.check(self._hall.rules.clerks, command.clerk, command.pin)
            command = SignIn(clerk=command.clerk, pin="checked")
        outcome = await self._hall.writer.send(Request(self.actor, cmd.key, command))
        if outcome.err is not None:
            return Res(id=cmd.id, ok=False, err=outcome.err)
        data = {} if outcome.ticket is None else self._ticket_data(command, outcome.ticket, outcome.reason)
        return Res(id=cmd.id, ok=True, seq=outcome.seq, data=data)

    def _ticket_data(self, command: Command, ticket: TicketView, reason: str) -> dict[str, Any]:
        if isinstance(command, IssueTicket):
            return {"ticket": ticket_data(ticket)}
        return {"ticket": ticket_data(cut_ticket(ticket, self.actor.role)), "reason": reason}

    def _within_limit(self) -> None:
        if not self._bucket.take(_monotonic()):
            raise NotDone("rate_limited")


def _command_of(cmd: Cmd, role: Role) -> Command:
    """Raises NotDone: no such command, not for this role, or its arguments are not of its form."""
    kind = COMMANDS.get(cmd.cmd)
    if kind is None:
        near = get_close_matches(cmd.cmd, COMMANDS, n=1)
        hint = f" Có phải {near[0]}?" if near else ""
        raise NotDone("unknown_command", f"Hệ thống không biết lệnh “{cmd.cmd[:40]}”.{hint}")
    if kind not in MAY_COMMAND[role]:
        raise NotDone("not_allowed")
    try:
        return gated(msgspec.json.decode(cmd.args, type=kind))
    except RecursionError:
        raise NotDone("bad_request", f"Lệnh {cmd.cmd} lồng quá sâu.") from None
    except ControlCharacters as error:
        raise NotDone("bad_request", f"Lệnh {cmd.cmd} có ký tự không cho phép.") from error
    except msgspec.DecodeError as error:
        raise NotDone("bad_request", why_malformed(error, f"Lệnh {cmd.cmd}")) from error


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
