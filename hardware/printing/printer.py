"""The ticket printer: owns its pipe in one task, prints each job at most once, tells its state as a stream.

Out of paper or unplugged is a state, never an exception. What happens to a job is in ``jobs``.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from hardware.backoff import waits
from hardware.errors import HardwareError
from hardware.latest import Latest
from hardware.pipes import BytePipe
from hardware.printing.fences import fence_command, token
from hardware.printing.jobs import NO_BYTE_LEFT, REASONS, JobChange, JobState, Outcome, Reason
from hardware.printing.journal import Entry, PrintJournal
from hardware.printing.link import PrinterLink
from hardware.printing.polling import Poller, derive_auto
from hardware.printing.profiles import Fence, PrinterProfile
from hardware.printing.slips import Slip
from hardware.printing.state import STARTING, PrinterState, Problem
from hardware.printing.status import AUTO_STATUS_ON, decode_auto

# After a job that was cut short, the printer may still wait for the rest of a picture: feed it emptiness,
# then reset and cut, so that the next ticket is whole. NUL does nothing outside a command.
MEND = b"\x1b@\x1dVB\x00"
MEND_AFTER_CRASH_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class Timing:
    """Every wait of the driver, in seconds; ``waiting_jobs`` may queue."""

    poll_s: float = 1.0
    reply_s: float = 0.5
    confirm_s: float = 20.0
    grace_s: float = 2.0
    first_wait_s: float = 0.25
    most_wait_s: float = 5.0
    waiting_jobs: int = 8


@dataclass(slots=True)
class _Job:
    slip: Slip
    job_id: str
    done: asyncio.Future[Outcome]
    entry: Entry | None = None
    first_byte_s: float | None = None
    sent_bytes: int = 0
    size: int = 0


@dataclass(slots=True)
class _Desk:
    """What outlives a connection: who waits, what was cut short, which fences may still answer."""

    inbox: asyncio.Queue[_Job]
    open_jobs: dict[str, _Job] = field(default_factory=dict)
    late: dict[bytes, str] = field(default_factory=dict)
    mend_bytes: int = 0


class TicketPrinter:
    """``connect`` opens the pipe each time. :meth:`run` goes in a TaskGroup; the rest in the same loop."""

    def __init__(
        self,
        connect: Callable[[], Awaitable[BytePipe]],
        profile: PrinterProfile,
        journal: PrintJournal,
        *,
        timing: Timing | None = None,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._connect = connect
        self._profile = profile
        self._journal = journal
        self._timing = timing or Timing()
        self._clock = clock
        self._jitter = jitter
        self._desk = _Desk(asyncio.Queue(self._timing.waiting_jobs))
        self.states = Latest[PrinterState](STARTING)
        self.job_changes = Latest[JobChange | None](None)

    @property
    def state(self) -> PrinterState:
        return self.states.value

    async def print(self, slip: Slip, job_id: str) -> Outcome:
        """Print ``slip`` at most once under ``job_id`` and return how that ended.

        A job that was sent, confirmed or unknown before is not printed again: its old outcome comes back.
        To reprint, take a new id and ``reprint=True`` on the slip. While the printer cannot print, the job
        fails at once.
        """
        if running := self._desk.open_jobs.get(job_id):
            return await asyncio.shield(running.done)
        # Registered before the first await: a second caller with this id must find it.
        job = _Job(slip, job_id, asyncio.get_running_loop().create_future())
        self._desk.open_jobs[job_id] = job
        try:
            await self._queue(job)
        except BaseException:
            self._settle(job, JobState.FAILED, Reason.STOPPED)
            raise
        return await asyncio.shield(job.done)

    async def has_begun(self, job_id: str) -> bool:
        """Whether a byte of this job may have left, now or ever."""
        return job_id in self._desk.open_jobs or await self._begun(job_id) is not None

    async def _begun(self, job_id: str) -> Entry | None:
        entry = await self._journal.find(job_id) if self._journal.is_open else None
        return entry if entry and entry.state not in NO_BYTE_LEFT else None

    async def _queue(self, job: _Job) -> None:
        problem = await self._problem()
        if entry := await self._begun(job.job_id):  # whatever ails the printer now
            self._settle(job, entry.state, entry.reason)
        elif problem:
            self._settle(job, JobState.FAILED, REASONS[problem], self.state.detail)
        elif self._desk.inbox.full():
            self._settle(job, JobState.FAILED, Reason.BUSY)
        else:
            self._desk.inbox.put_nowait(job)
            self.job_changes.set(JobChange(job.job_id, JobState.QUEUED))

    async def _problem(self) -> Problem | None:
        """Wait a moment for the first connection after the start; else answer at once."""
        with contextlib.suppress(TimeoutError):
            await self.states.until(lambda now: now.problem is not Problem.CONNECTING, self._timing.grace_s)
        return self.state.problem

    async def run(self) -> None:
        """Keep the printer connected until cancelled."""
        await asyncio.to_thread(_load_encoder)
        if await self._journal.open():
            self._desk.mend_bytes = MEND_AFTER_CRASH_BYTES
        try:
            while True:
                await self._reach_and_serve()
        finally:
            self.states.set(PrinterState(tried=True, detail="stopped"))
            self._fail_waiting(Reason.STOPPED)
            await self._journal.close()

    async def _reach_and_serve(self) -> None:
        for wait_s in waits(self._timing.first_wait_s, self._timing.most_wait_s, self._jitter):
            try:
                pipe = await self._connect()
            except (OSError, HardwareError) as error:
                self._lost(str(error))
                await asyncio.sleep(wait_s)
                continue
            try:
                await self._serve(pipe)
            except* OSError as errors:
                self._lost(str(errors.exceptions[0]))
            finally:
                await pipe.close()
            await asyncio.sleep(wait_s)
            return

    def _lost(self, detail: str) -> None:
        self.states.set(PrinterState(tried=True, detail=detail))
        self._fail_waiting(Reason.DISCONNECTED)

    async def _serve(self, pipe: BytePipe) -> None:
        link = PrinterLink(pipe, self._timing.reply_s, self._take_auto, self._take_late)
        async with asyncio.TaskGroup() as group:
            group.create_task(link.read_forever())
            group.create_task(self._greet_and_work(group, link))

    async def _greet_and_work(self, group: asyncio.TaskGroup, link: PrinterLink) -> None:
        if self._profile.auto_status:
            await link.send(AUTO_STATUS_ON, lambda _count: None)
        if self._desk.mend_bytes:
            await link.send(b"\x00" * self._desk.mend_bytes + MEND, lambda _count: None)
            self._desk.mend_bytes = 0
        poller = Poller(link)
        self.states.set(await poller.state(PrinterState(connected=True, tried=True)))
        group.create_task(self._poll_forever(poller))
        while True:
            await self._do(await self._desk.inbox.get(), link)

    async def _poll_forever(self, poller: Poller) -> None:
        while True:
            await asyncio.sleep(self._timing.poll_s)
            self.states.set(await poller.state(self.state))

    async def _do(self, job: _Job, link: PrinterLink) -> None:
        """Print one job; whatever interrupts it, it is settled afterwards."""
        try:
            await self._print(job, link)
        finally:
            if not job.done.done():
                gone = Reason.DISCONNECTED
                self._settle(job, JobState.UNKNOWN if job.first_byte_s else JobState.FAILED, gone)

    async def _print(self, job: _Job, link: PrinterLink) -> None:
        if problem := self.state.problem:
            self._settle(job, JobState.FAILED, REASONS[problem])
            return
        try:
            data = await asyncio.to_thread(_encode, job.slip, self._profile)
        except HardwareError as error:
            self._settle(job, JobState.FAILED, Reason.CANNOT_DRAW, str(error))
            return
        job.entry = await self._journal.record(job.job_id, JobState.SENDING)
        self.job_changes.set(JobChange(job.job_id, JobState.SENDING))
        name = token(job.entry.number)
        fence = self._profile.fence
        answered = link.expect(fence, name)
        link.job_on_the_way = True
        try:
            await self._send(job, link, data + fence_command(fence, name))
            await self._confirm(job, link, answered, name)
        finally:
            link.job_on_the_way = False

    async def _send(self, job: _Job, link: PrinterLink, data: bytes) -> None:
        job.size = len(data)

        def on_sent(count: int) -> None:
            job.first_byte_s = job.first_byte_s or self._clock()
            job.sent_bytes = count

        try:
            await link.send(data, on_sent)
        except TimeoutError:
            self._settle(job, JobState.UNKNOWN, Reason.STALLED)
            raise
        job.sent_bytes = job.size
        self.job_changes.set(JobChange(job.job_id, JobState.SENT))

    async def _confirm(
        self, job: _Job, link: PrinterLink, answered: asyncio.Future[None], name: bytes
    ) -> None:
        if self._profile.fence is Fence.NONE:
            self._settle(job, JobState.SENT)
            return
        try:
            async with asyncio.timeout(self._timing.confirm_s):
                await asyncio.shield(answered)
                if not await link.still_there(self._profile.fence):
                    raise TimeoutError
        except TimeoutError:
            self._desk.late[name] = job.job_id
            problem = self.state.problem
            reason = REASONS[problem] if problem else Reason.NO_CONFIRMATION
            self._settle(job, JobState.UNKNOWN, reason)
            return
        self._settle(job, JobState.CONFIRMED)

    def _settle(self, job: _Job, state: JobState, reason: Reason | None = None, detail: str = "") -> None:
        """Synchronous, so that no second cancellation can leave a job open."""
        if job.first_byte_s and job.sent_bytes < job.size:
            self._desk.mend_bytes = job.size
        self._desk.open_jobs.pop(job.job_id, None)
        if job.entry is not None:
            self._journal.note(job.job_id, state, reason)
        if not job.done.done():
            job.done.set_result(Outcome(job.job_id, state, reason, detail, job.first_byte_s))
        self.job_changes.set(JobChange(job.job_id, state, reason))

    def _fail_waiting(self, reason: Reason) -> None:
        while not self._desk.inbox.empty():
            self._settle(self._desk.inbox.get_nowait(), JobState.FAILED, reason)

    def _take_auto(self, report: bytes) -> None:
        if self.state.connected:
            self.states.set(derive_auto(self.state, decode_auto(report)))

    def _take_late(self, name: bytes) -> None:
        """A fence answered after we gave up: the ticket is on paper after all."""
        if job_id := self._desk.late.pop(name, None):
            self.job_changes.set(JobChange(job_id, JobState.CONFIRMED))
            self._journal.note(job_id, JobState.CONFIRMED, None)


def _load_encoder() -> None:
    """Import the drawing libraries (0.3 s) away from the event loop."""
    import hardware.printing.encoding  # noqa: F401


def _encode(slip: Slip, profile: PrinterProfile) -> bytes:
    from hardware.printing.encoding import encode

    return encode(slip, profile).data
