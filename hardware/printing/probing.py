"""Asking an unknown printer what it is and which of our profiles suits it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hardware.pipes import BytePipe
from hardware.printing.fences import answers_fence, fence_command, token
from hardware.printing.polling import Answers, derive_state
from hardware.printing.profiles import EPSON_80, GENERIC_80, SILENT_80, Fence, PrinterProfile
from hardware.printing.replies import RealTimeStatus, ReplyReader
from hardware.printing.state import PrinterState
from hardware.printing.status import Question

ASK_MODEL = b"\x1d\x49\x43"  # GS I 67: the model's name, answered as _NAME NUL
ANSWER_S = 0.6
FENCE_PATIENCE = 2.5  # a printer at work answers these in their turn
MOST_ANSWER_BYTES = 80


class Doubt(Enum):
    SAYS_NOTHING = "says_nothing"
    HAS_A_FAULT = "has_a_fault"


@dataclass(frozen=True, slots=True)
class Report:
    """``state`` is None for a printer that does not answer status questions; ``model`` may be empty."""

    state: PrinterState | None
    model: str
    fence: Fence

    @property
    def doubt(self) -> Doubt | None:
        """Why ``profile`` is only a guess, or None.

        A printer out of paper, open or offline answers DLE EOT at once, but holds the fence's question back.
        """
        if self.fence is not Fence.NONE:
            return None
        if self.state is None:
            return Doubt.SAYS_NOTHING
        return Doubt.HAS_A_FAULT if self.state.problem else None

    @property
    def profile(self) -> PrinterProfile:
        """The shipped 80 mm profile that suits; the paper's width cannot be asked for."""
        return {Fence.PROCESS_ID: EPSON_80, Fence.PAPER_SENSOR: GENERIC_80, Fence.NONE: SILENT_80}[self.fence]


async def probe(pipe: BytePipe, answer_s: float = ANSWER_S) -> Report:
    """Ask; takes some seconds with a printer that never answers. Raises OSError."""
    state = await _state(pipe, answer_s)
    model = (await _ask(pipe, ASK_MODEL, answer_s)).partition(b"\x00")[0].removeprefix(b"_")
    return Report(state, model.decode("ascii", errors="replace"), await _fence(pipe, answer_s))


async def _state(pipe: BytePipe, answer_s: float) -> PrinterState | None:
    values = []
    for question in Question:
        replies = list(ReplyReader().feed(await _ask(pipe, question.command, answer_s)))
        values += [reply.value for reply in replies if isinstance(reply, RealTimeStatus)][:1]
        if not values:
            return None
    return derive_state(Answers(*values)) if len(values) == len(Question) else None


async def _fence(pipe: BytePipe, answer_s: float) -> Fence:
    name = token(0)
    for fence in (Fence.PROCESS_ID, Fence.PAPER_SENSOR):
        answer = await _ask(pipe, fence_command(fence, name), answer_s, FENCE_PATIENCE)
        if any(answers_fence(reply, fence, name) for reply in ReplyReader().feed(answer)):
            return fence
    return Fence.NONE


async def _ask(pipe: BytePipe, command: bytes, answer_s: float, patience: float = 1.0) -> bytes:
    """Return everything that comes back before the printer falls silent for ``answer_s``.

    The first byte may take ``patience`` times as long.
    """
    await pipe.write(command)
    answer = b""
    try:
        while len(answer) < MOST_ANSWER_BYTES:
            answer += await pipe.read(1, answer_s if answer else answer_s * patience)
    except TimeoutError:
        pass
    return answer
