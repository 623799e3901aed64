"""The clips announcements are joined from: made by espeak-ng at set-up, or recorded in a studio."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import structlog

from ui.voice.numbers import Clip, Language, Region
from ui.voice.sound import (
    Samples,
    UnreadableSound,
    chime,
    duration_s,
    levelled,
    read_wav,
    silence,
    trimmed,
    write_wav,
)
from ui.voice.words import AFTER_CHIME_S, BETWEEN_SENTENCES_S, Said, Speech, vocabulary

log = structlog.get_logger(__name__)

PROGRAM = "espeak-ng"
EDITION = "2"
"""Raised when the built-in clips must be made anew."""
SPEAK_TIMEOUT_S = 10
LONGEST_S = 5.0
"""A longer recording is no clip: perhaps the whole session in one file."""
FAINT, FULL, CUT_SHARE = 0.03, 0.999, 0.005
SPEED = 145
"""Words a minute: calm, for a hall that echoes."""


class NoSpeaker(Exception):
    """espeak-ng is not installed or does not speak this language."""


@dataclass(frozen=True, slots=True)
class Source:
    """Which synthetic voice, and so which cache folder."""

    language: Language
    region: Region = "north"

    @property
    def voice(self) -> str:
        if self.language == "en":
            return "en-gb"
        return "vi-vn-x-south" if self.region == "south" else "vi"

    @property
    def folder(self) -> str:
        return f"{self.voice}-{EDITION}"


def default_cache() -> Path:
    """Return where built-in clips are kept (XDG)."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "mot-cua" / "clips"


def synthesised(text: str, voice: str) -> Samples:
    """Return ``text`` spoken by espeak-ng, trimmed and levelled. Raises NoSpeaker."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        command = [PROGRAM, "-v", voice, "-s", str(SPEED), "-w", str(file), "--", text]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SPEAK_TIMEOUT_S)
            return levelled(trimmed(read_wav(file)))
        except (OSError, subprocess.SubprocessError, UnreadableSound) as error:
            raise NoSpeaker(f"espeak-ng cannot speak {voice}") from error


def can_synthesise() -> bool:
    return shutil.which(PROGRAM) is not None


def build(source: Source, cache: Path, *, anew: bool = False) -> Iterator[Clip]:
    """Make the built-in clips that are missing (all, with ``anew``); yields each one made."""
    for clip in vocabulary(source.language):
        file = cache / source.folder / f"{clip.name}.wav"
        if anew or not file.exists():
            write_wav(file, synthesised(clip.spoken, source.voice))
            yield clip


@dataclass(frozen=True, slots=True)
class ClipState:
    """One line of the check: where a clip comes from and whether it can be used."""

    language: Language
    clip: Clip
    origin: str
    """``studio``, ``built-in`` or ``missing``."""
    file: Path | None
    trouble: str = ""


class ClipLibrary:
    """Finds and keeps the clips of one centre; the studio's own come first."""

    def __init__(
        self,
        cache: Path,
        region: Region = "north",
        studio: Path | None = None,
        speak: Callable[[str, str], Samples] = synthesised,
    ) -> None:
        """``studio`` holds ``vi/NAME.wav`` and ``en/NAME.wav``; ``speak`` makes what no file has."""
        self._cache = cache
        self._region: Region = region
        self._studio = studio
        self._speak = speak
        self._kept: dict[tuple[Language, str], Samples] = {}
        self._chime = chime()

    def speech(self, speech: Speech) -> Samples:
        """Return a whole announcement as one sound."""
        parts: list[Samples] = [self._chime, silence(AFTER_CHIME_S)] if speech.chime else []
        for number, sentence in enumerate(speech.sentences):
            if number:
                parts.append(silence(BETWEEN_SENTENCES_S))
            parts += self._sentence(sentence.said)
        return np.concatenate([*parts, silence(0.05)])

    def complete(self, speech: Speech) -> bool:
        """Return whether every word of ``speech`` has a sound; without clips and espeak-ng none does."""
        said = (one for sentence in speech.sentences for one in sentence.said)
        return all(len(self.clip(one.clip, one.language)) for one in said)

    def words(self, text: str, language: Language = "vi") -> Samples:
        """Return free text (a screen read aloud); silence where nothing can speak it."""
        try:
            return self._speak(text, Source(language, self._region).voice)
        except NoSpeaker as error:
            log.warning("text not spoken", why=str(error))
            return silence(0)

    def warm_up(self, languages: Iterable[Language]) -> None:
        """Load every clip now, so that no call waits for a file."""
        for language in languages:
            for clip in vocabulary(language):
                self.clip(clip, language)

    def clip(self, clip: Clip, language: Language) -> Samples:
        key = (language, clip.name)
        if key not in self._kept:
            self._kept[key] = self._load(clip, language)
        return self._kept[key]

    def check(self, language: Language) -> Iterator[ClipState]:
        """Yield each clip an announcement in ``language`` can need, with its origin and what is wrong."""
        for clip in vocabulary(language):
            yield self._state(clip, language)

    def _sentence(self, said: Iterable[Said]) -> Iterator[Samples]:
        for one in said:
            yield self.clip(one.clip, one.language)
            yield silence(one.pause_s)

    def _files(self, clip: Clip, language: Language) -> Iterator[tuple[str, Path]]:
        if self._studio is not None:
            yield "studio", self._studio / language / f"{clip.name}.wav"
        yield "built-in", self._cache / Source(language, self._region).folder / f"{clip.name}.wav"

    def _state(self, clip: Clip, language: Language) -> ClipState:
        trouble = ""
        for origin, file in self._files(clip, language):
            if file.exists():
                try:
                    poor = _poor(_usable(file)) if origin == "studio" else _poor(read_wav(file))
                    return ClipState(language, clip, origin, file, trouble or poor)
                except (OSError, UnreadableSound) as error:
                    trouble = trouble or str(error)
        return ClipState(language, clip, "missing", None, trouble)

    def _load(self, clip: Clip, language: Language) -> Samples:
        for origin, file in self._files(clip, language):
            try:
                return levelled(_usable(file)) if origin == "studio" else read_wav(file)
            except FileNotFoundError:
                continue
            except (OSError, UnreadableSound) as error:
                log.warning("clip unreadable", clip=clip.name, why=str(error))
        return self.words(clip.spoken, language)


def _usable(file: Path) -> Samples:
    """Return a recording without the silence at its ends. Raises UnreadableSound, OSError."""
    samples = trimmed(read_wav(file))
    if not len(samples):
        raise UnreadableSound(f"{file.name}: only silence")
    if duration_s(samples) > LONGEST_S:
        raise UnreadableSound(f"{file.name}: {duration_s(samples):.0f} s, more than {LONGEST_S:g}")
    return samples


def _poor(samples: Samples) -> str:
    """Return what is wrong with a sound that can be used all the same."""
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    if peak < FAINT:
        return "too faint"
    cut = float((np.abs(samples) >= FULL).mean())
    return "cut off: recorded too loud" if cut > CUT_SHARE else ""
