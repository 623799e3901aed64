"""The loudspeaker a station file asks for: the default device, a folder of WAV files, or none."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QTimer

from ui.voice.announcer import Call
from ui.voice.clips import ClipLibrary
from ui.voice.player import Output, Sounded, VoicePlayer, WavFolder


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
