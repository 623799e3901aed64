"""Where the clips of a centre's voice come from, and how those are made that nobody made at set-up. No Qt."""

from __future__ import annotations

from pathlib import Path

import structlog

from config.model import Voice
from display.announcements import LANGUAGES
from ui.voice.clips import ClipLibrary, NoSpeaker, Source, build, default_cache

log = structlog.get_logger(__name__)


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
