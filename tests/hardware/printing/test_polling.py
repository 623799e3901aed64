"""When silence is trouble: not while a job's bytes may still stand before the question."""

from __future__ import annotations

from hardware.printing.link import PrinterLink
from hardware.printing.polling import PATIENCE, Poller
from hardware.printing.state import PrinterState, Problem
from tests.hardware.running import in_loop


class Talk:
    """A pipe whose far end answers every question, or none."""

    def __init__(self) -> None:
        self.answers = True
        self.link = PrinterLink(self, 0.01, lambda _report: None, lambda _token: None)

    async def write(self, data: bytes) -> None:
        if self.answers and self.link._answer:
            self.link._answer.set_result(0x12)

    async def read(self, size: int, timeout_s: float) -> bytes:
        raise TimeoutError

    async def close(self) -> None:
        pass


@in_loop
async def test_a_slow_line_full_of_a_job_is_no_silent_printer() -> None:
    talk = Talk()
    poller = Poller(talk.link)
    state = await poller.state(PrinterState(connected=True, tried=True))
    assert state.problem is None
    talk.answers, talk.link.job_on_the_way = False, True
    for _ in range(3 * PATIENCE):
        state = await poller.state(state)
    assert state.problem is None
    talk.link.job_on_the_way = False
    for _ in range(PATIENCE):
        state = await poller.state(state)
    assert state.problem is Problem.NOT_ANSWERING


@in_loop
async def test_a_round_of_questions_ends_at_the_first_silence() -> None:
    """A late answer must not pass for the answer to another question."""
    talk = Talk()
    asked: list[bytes] = []

    async def note(data: bytes) -> None:
        asked.append(data)

    talk.write = note  # type: ignore[method-assign]
    await Poller(talk.link).state(PrinterState(connected=True, tried=True))
    assert asked == [b"\x10\x04\x01"]
