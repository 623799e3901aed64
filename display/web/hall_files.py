"""The centre's own pictures and films on the gateway's machine, for browser TVs; nothing else of its disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from config.model import Display
from display.media import AGAIN_AFTER_S, Medium, media_of
from display.web.boards import BoardMedium


@dataclass(slots=True)
class HallFiles:
    """``data`` is the gateway's folder. A file is looked for again every ``AGAIN_AFTER_S``."""

    data: Path
    monotonic_s: Callable[[], float] = time.monotonic
    _known: dict[str, tuple[float, tuple[str, ...], list[BoardMedium]]] = field(default_factory=dict)

    def media(self, display: Display) -> list[BoardMedium]:
        """Return what of ``display.media`` lies here, in order."""
        if display.layout != "calls_media" or not display.media:
            return []
        until_s, names, found = self._known.get(display.id, (0.0, (), []))
        if names != display.media or self.monotonic_s() >= until_s:
            found = [
                BoardMedium(medium.kind, f"/media/{display.id}/{place}")
                for place, medium in enumerate(media_of(display.media, self.data))
                if medium.file.is_file()
            ]
            self._known[display.id] = (self.monotonic_s() + AGAIN_AFTER_S, display.media, found)
        return found

    def file(self, display: Display, place: int) -> Medium | None:
        """Return the ``place``-th of ``display.media``; None where there is none."""
        media = media_of(display.media, self.data)
        return media[place] if 0 <= place < len(media) and media[place].file.is_file() else None
