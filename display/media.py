"""A centre's own pictures and films, and whose turn it is. Pure but for the look whether a file is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

PICTURES = frozenset({".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
FILMS = frozenset({".avi", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".ogv", ".webm", ".wmv"})
AGAIN_AFTER_S = 60.0
"""What is missing or could not be shown is left out for this long."""


@dataclass(frozen=True, slots=True)
class Medium:
    kind: Literal["picture", "film"]
    file: Path


def media_of(names: Sequence[str], folder: Path) -> tuple[Medium, ...]:
    """Return what ``names`` mean on a machine whose files lie in ``folder``; unknown kinds are left out."""
    found = []
    for name in names:
        file = folder / name
        if file.suffix.lower() in PICTURES:
            found.append(Medium("picture", file))
        elif file.suffix.lower() in FILMS:
            found.append(Medium("film", file))
    return tuple(found)


@dataclass(slots=True)
class Round:
    """Goes round ``media``, past what is missing or failed of late."""

    media: tuple[Medium, ...] = ()
    exists: Callable[[Path], bool] = Path.is_file
    _place: int = -1
    _failed: dict[Path, float] = field(default_factory=dict)

    def failed(self, medium: Medium, now_s: float) -> None:
        self._failed[medium.file] = now_s

    def next(self, now_s: float) -> Medium | None:
        """Return whose turn it is; None where nothing can be shown."""
        for step in range(1, len(self.media) + 1):
            place = (self._place + step) % len(self.media)
            medium = self.media[place]
            if self._fit(medium, now_s):
                self._place = place
                return medium
        return None

    def _fit(self, medium: Medium, now_s: float) -> bool:
        failed_s = self._failed.get(medium.file)
        return (failed_s is None or now_s >= failed_s + AGAIN_AFTER_S) and self.exists(medium.file)
