"""Several printers behind one: the next takes a job only when not one byte of it left for the one before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from hardware.latest import Latest
from hardware.printing.jobs import JobState, Outcome
from hardware.printing.printer import TicketPrinter
from hardware.printing.slips import Slip
from hardware.printing.state import PrinterState


class SparePrinters:
    """``printers`` in the order they are tried, each with a journal. :meth:`run` goes in a TaskGroup."""

    def __init__(self, printers: Sequence[TicketPrinter]) -> None:
        self._printers = tuple(printers)
        self._open: dict[str, asyncio.Future[Outcome]] = {}
        self.states = Latest[PrinterState](self._state())

    async def run(self) -> None:
        """Keep all printers connected until cancelled."""
        stops = [printer.states.listen(lambda _state: self._tell()) for printer in self._printers]
        try:
            async with asyncio.TaskGroup() as group:
                for printer in self._printers:
                    group.create_task(printer.run())
        finally:
            for stop in stops:
                stop()

    async def print(self, slip: Slip, job_id: str) -> Outcome:
        """Print ``slip`` at most once under ``job_id``, on whichever printer; see TicketPrinter.print."""
        if running := self._open.get(job_id):
            return await asyncio.shield(running)
        # Registered before the first await: a second caller with this id must find it.
        done = self._open[job_id] = asyncio.get_running_loop().create_future()
        try:
            outcome = await self._print(slip, job_id)
        except BaseException:
            done.cancel()
            raise
        finally:
            del self._open[job_id]
        done.set_result(outcome)
        return outcome

    async def _print(self, slip: Slip, job_id: str) -> Outcome:
        for printer in self._printers:
            if await printer.has_begun(job_id):
                return await printer.print(slip, job_id)
        first = await self._printers[0].print(slip, job_id)
        outcome = first
        for printer in self._printers[1:]:
            if outcome.state is not JobState.FAILED:
                return outcome
            outcome = await printer.print(slip, job_id)
        return outcome if outcome.state is not JobState.FAILED else first

    def _state(self) -> PrinterState:
        """The first printer that can print says how things are; if none can, the first of all."""
        states = [printer.state for printer in self._printers]
        return next((state for state in states if state.problem is None), states[0])

    def _tell(self) -> None:
        self.states.set(self._state())
