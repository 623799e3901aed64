"""The announcer at work: takes calls, lets an output sound them one after another, tells when. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import structlog

from ui.voice.announcer import Announcer, Call
from ui.voice.clips import ClipLibrary
from ui.voice.sound import Samples, duration_s, write_wav
from ui.voice.words import Form, Manner, call_speech

log = structlog.get_logger(__name__)

After = Callable[[float, Callable[[], None]], None]
"""``after(seconds, work)``: run ``work`` that much later, on the caller's thread."""


MARGIN_S = 0.2
"""Between turns of loudspeakers that hear each other: none knows to the moment when another ends."""


class Output(Protocol):
    """Where sound goes."""

    def play(self, samples: Samples, done: Callable[[bool], None]) -> None:
        """Begin to sound without blocking, then later ``done``: True once it was heard, False where not."""


@dataclass(frozen=True, slots=True)
class Sounded:
    """An announcement whose first sample was just written; ``at_ns`` is the monotonic clock's."""

    call: Call
    form: Form
    at_ns: int
    duration_s: float


class VoicePlayer:
    """One announcer of one hall. All methods and callbacks on one thread."""

    def __init__(
        self,
        library: ClipLibrary,
        output: Output,
        *,
        monotonic_ns: Callable[[], int],
        sounded: Callable[[Sounded], None],
        spoken: Callable[[Call], None],
        silent: Callable[[], None] = lambda: None,
        after: After | None = None,
    ) -> None:
        """``sounded`` is told when a call begins to sound, ``spoken`` when it has really been heard whole.

        ``silent`` when nothing is left to say. ``after`` is needed for calls announced elsewhere only.
        """
        self._manner = Manner()
        self._library = library
        self._output = output
        self._monotonic_ns = monotonic_ns
        self._sounded = sounded
        self._spoken = spoken
        self._silent = silent
        self._after = after
        self._announcer = Announcer()

    @property
    def waiting(self) -> int:
        return self._announcer.waiting

    def use(self, library: ClipLibrary, manner: Manner) -> None:
        """Speak with these clips and in this manner from the next call on."""
        self._library, self._manner = library, manner

    def announce(self, call: Call) -> None:
        self._announcer.add(call)
        self._next()

    def clear(self) -> None:
        self._announcer.clear()

    def _next(self) -> None:
        turn = self._announcer.begin()
        if turn is None:
            return
        call = turn.call
        speech = call_speech(call.ticket, call.counter, self._manner, turn.form, call.prefix)
        samples = self._library.speech(speech)
        lasts_s = duration_s(samples)
        if call.elsewhere and self._after is not None:
            self._after(lasts_s + MARGIN_S, lambda: self._over(lasts_s + MARGIN_S))
            return
        whole = self._library.complete(speech)
        self._output.play(samples, lambda heard: self._said(call, heard and whole, lasts_s))
        self._sounded(Sounded(call, turn.form, self._monotonic_ns(), lasts_s))

    def _said(self, call: Call, heard: bool, lasts_s: float) -> None:
        if heard:
            self._spoken(call)
        if call.at_s is not None and self._after is not None:
            self._after(MARGIN_S, lambda: self._over(lasts_s + MARGIN_S))
        else:
            self._over(lasts_s)

    def _over(self, lasts_s: float) -> None:
        self._announcer.finish(lasts_s)
        if self._announcer.waiting == 0:
            self._silent()
        self._next()


class WavFolder:
    """Writes what would sound as ``announcement-NNN.wav`` and takes as long as it would sound."""

    def __init__(self, folder: Path, after: After) -> None:
        self._folder = folder
        self._after = after
        self._count = len(list(folder.glob("announcement-*.wav")))

    def play(self, samples: Samples, done: Callable[[bool], None]) -> None:
        self._count += 1
        file = self._folder / f"announcement-{self._count:03}.wav"
        try:
            write_wav(file, samples)
        except OSError as error:
            log.warning("announcement not written", file=file.name, why=error.strerror)
            self._after(0, lambda: done(False))
            return
        self._after(duration_s(samples), lambda: done(True))
