"""The voice's clips as files for browser TVs: the very sounds the TV app joins."""

from __future__ import annotations

import asyncio
import hashlib
import io
import wave
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from config.model import Voice
from display.announcements import LANGUAGES
from ui.voice.numbers import Clip, Language
from ui.voice.words import vocabulary

if TYPE_CHECKING:
    from ui.voice.clips import ClipLibrary

CHIME = "chime"
WORDS: dict[str, Clip] = {
    f"{language}/{clip.name}": clip for language in LANGUAGES for clip in vocabulary(language)
}


@dataclass(frozen=True, slots=True)
class ClipFile:
    body: bytes
    etag: str


@dataclass(slots=True)
class ClipFiles:
    """``data`` is the gateway's folder, where a centre's recordings may lie. Nothing is made unless asked."""

    data: Path
    _voice: Voice | None = None
    _library: ClipLibrary | None = None
    _made: dict[str, ClipFile] = field(default_factory=dict)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def file(self, voice: Voice, name: str) -> ClipFile | None:
        """Return the clip ``vi/so-5``, or ``chime``; None for a name no announcement needs."""
        if name != CHIME and name not in WORDS:
            return None
        async with self._one_at_a_time:
            if voice != self._voice:
                self._voice, self._made = voice, {}
                self._library = await asyncio.to_thread(_prepared, voice, self.data)
            if name not in self._made:
                self._made[name] = await asyncio.to_thread(self._make, name)
            return self._made[name]

    def _make(self, name: str) -> ClipFile:
        from ui.voice.sound import chime

        assert self._library is not None
        language: Language = "vi" if name.startswith("vi/") else "en"
        samples = chime() if name == CHIME else self._library.clip(WORDS[name], language)
        body = _wav(samples)
        return ClipFile(body, f'"{hashlib.sha256(body).hexdigest()[:12]}"')


def _prepared(voice: Voice, data: Path) -> ClipLibrary:
    from display.clip_store import library_for, make_missing  # numpy: only where a browser really speaks

    make_missing(voice)
    return library_for(voice, data)


def _wav(samples: object) -> bytes:
    from ui.voice.sound import RATE, to_pcm

    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(to_pcm(samples))  # type: ignore[arg-type]
    return out.getvalue()
