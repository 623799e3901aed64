"""Dossiers from a CSV file that another system writes; read again whenever it changes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Final

from hub.dossiers.source import Dossier, SourceAway, Step

COLUMNS: Final = (
    "code",
    "state",
    "procedure",
    "agency",
    "owner",
    "received_at",
    "due_at",
    "note",
    "lookup_code",
    "steps",
)
"""``steps``: ``2026-11-03T10:45|Tiếp nhận; 2026-11-05|Thẩm định``. Needed: ``code``, ``state``."""
_NEXT_STEP = re.compile(r";\s*(?=\d{4}-)")


@dataclass(frozen=True, slots=True)
class _Reading:
    signature: tuple[int, int]
    at: datetime
    by_code: dict[str, Dossier]


class CsvSource:
    """Implements ``DossierSource`` over one file (UTF-8, comma or semicolon)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading: _Reading | None = None

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        reading = self._read()
        return reading.by_code.get(_plain(code)), reading.at

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        reading = self._read()
        rows = [dossier for dossier in reading.by_code.values() if dossier.state in states]
        return sorted(rows, key=lambda dossier: (dossier.due_at or "9999", dossier.code)), reading.at

    def _read(self) -> _Reading:
        """Return what the file holds. ``at`` is when the other system wrote it, not when we looked."""
        try:
            status = self._path.stat()
            signature = (status.st_mtime_ns, status.st_size)
            if self._reading is None or self._reading.signature != signature:
                text = self._path.read_text(encoding="utf-8-sig")
                written = datetime.fromtimestamp(status.st_mtime, UTC)
                self._reading = _Reading(signature, written, parse(text))
        except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
            raise SourceAway(f"{type(error).__name__}: {error}") from error
        return self._reading


def parse(text: str) -> dict[str, Dossier]:
    """Return the dossiers of a CSV text by plain code; a row without code or state 1–10 is passed over.

    Raises:
        ValueError: the heading has no ``code`` or no ``state``.
    """
    heading = text.partition("\n")[0]
    comma = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=comma)
    missing = {"code", "state"} - set(reader.fieldnames or ())
    if missing:
        raise ValueError(f"no column {', '.join(sorted(missing))}")
    return {_plain(dossier.code): dossier for dossier in _dossiers(reader)}


def _dossiers(rows: csv.DictReader[str]) -> Iterator[Dossier]:
    for row in rows:
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        state = int(cells["state"]) if cells["state"].isdecimal() else 0
        if not cells["code"] or not 1 <= state <= 10:
            continue
        texts = {name: cells[name] for name in COLUMNS if name not in ("state", "steps")}
        yield Dossier(state=state, steps=_steps(cells["steps"]), **texts)


def _steps(text: str) -> tuple[Step, ...]:
    parts = (part.partition("|") for part in _NEXT_STEP.split(text) if "|" in part)
    return tuple(Step(at.strip(), words.strip()) for at, _, words in parts)


def _plain(code: str) -> str:
    return code.strip().upper()
