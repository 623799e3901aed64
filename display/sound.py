"""The loudspeaker a station file asks for: the default device, a folder of WAV files, or none."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import structlog
from PySide6.QtCore import QTimer

from config.model import Voice
from display.announcements import LANGUAGES
from ui.voice.announcer import Call
from ui.voice.clips import ClipLibrary, NoSpeaker, Source, build, default_cache
from ui.voice.player import Output, Sounded, VoicePlayer, WavFolder

log = structlog.get_logger(__name__)


def output_of(sound: str) -> Output | None:
    """Return where a station with ``devices.sound = sound`` sounds; None: nowhere."""
    if sound == "off":
        return None
    if sound.startswith("file:"):
        return WavFolder(Path(unquote(urlsplit(sound).path)), after)
    from ui.voice.speaker import QtSpeaker  # QtMultimedia costs 40 MB: only where there is a loudspeaker

    return QtSpeaker()


def after(seconds: float, work: Callable[[], None]) -> None:
    QTimer.singleShot(round(seconds * 1000), work)


def library_for(voice: Voice, data: Path) -> ClipLibrary:
    """Return the centre's clips; ``data`` is the station's folder, where studio recordings may lie."""
    studio = data / voice.studio_clips if voice.studio_clips else None
    return ClipLibrary(default_cache(), voice.region, studio)


def make_missing(voice: Voice) -> None:
    """Make the built-in clips nobody made at set-up. Takes a second or two; for a thread of its own."""
    for language in LANGUAGES:
        if language in voice.languages:
            try:
                made = sum(1 for _ in build(Source(language, voice.region), default_cache()))
                log.info("clips ready", language=language, made=made)
            except (NoSpeaker, OSError) as error:
                log.warning("clips not made", why=str(error))


def player_for(
    library: ClipLibrary,
    output: Output,
    sounded: Callable[[Sounded], None],
    spoken: Callable[[Call], None],
    silent: Callable[[], None],
) -> VoicePlayer:
    return VoicePlayer(
        library,
        output,
        monotonic_ns=time.monotonic_ns,
        sounded=sounded,
        spoken=spoken,
        silent=silent,
        after=after,
    )
