"""Dossiers from files that another system writes: one CSV file, or the newest table of a drop folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import structlog

from hub.dossiers.fields import FieldMap, by_code, most_pressing, plain_code
from hub.dossiers.source import Dossier, SourceAway
from hub.dossiers.tables import Unreadable, csv_rows, table_of

log = structlog.get_logger(__name__)

PLAIN: Final = FieldMap()
TABLE_SUFFIXES: Final = (".csv", ".xlsx")
UNFINISHED: Final = (".", "~", "_")
"""How programs name what they still write, and Excel its lock files."""


@dataclass(frozen=True, slots=True)
class _Signature:
    file: Path
    written_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class _Reading:
    signature: _Signature
    at: datetime
    by_code: dict[str, Dossier]


class CsvSource:
    """Implements ``DossierSource`` over one file (UTF-8, comma or semicolon), read again when it changes."""

    def __init__(self, path: Path, fields: FieldMap = PLAIN) -> None:
        self._path = path
        self._fields = fields
        self._reading: _Reading | None = None

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        reading = self._read()
        return reading.by_code.get(plain_code(code)), reading.at

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        reading = self._read()
        return most_pressing(reading.by_code.values(), states), reading.at

    def _read(self) -> _Reading:
        """Return what the file holds. ``at`` is when the other system wrote it, not when we looked."""
        try:
            return self._read_file(_signature(self._path))
        except (OSError, Unreadable) as error:
            raise SourceAway(f"{type(error).__name__}: {error}") from error

    def _read_file(self, signature: _Signature) -> _Reading:
        if self._reading is None or self._reading.signature != signature:
            rows = table_of(signature.file, self._fields)
            dossiers = by_code(self._fields.dossier(row) for row in rows)
            written = datetime.fromtimestamp(signature.written_ns / 1e9, UTC)
            self._reading = _Reading(signature, written, dossiers)
        return self._reading


class FolderSource(CsvSource):
    """Implements ``DossierSource`` over the newest ``.csv`` or ``.xlsx`` of a folder.

    A newest file that cannot be read, as one still being copied, leaves the one before in force.
    """

    def __init__(self, folder: Path, fields: FieldMap = PLAIN) -> None:
        super().__init__(folder, fields)
        self._unreadable: set[_Signature] = set()

    def _read(self) -> _Reading:
        try:
            tables = [_signature(file) for file in self._path.iterdir() if _is_table(file)]
        except OSError as error:
            raise SourceAway(f"{type(error).__name__}: {error}") from error
        self._unreadable.intersection_update(tables)
        why = "no .csv or .xlsx in the folder"
        for table in sorted(tables, key=lambda one: (one.written_ns, one.file.name), reverse=True):
            if table in self._unreadable:
                why = f"{table.file.name} cannot be read"
                continue
            try:
                return self._read_file(table)
            except (OSError, Unreadable) as error:
                self._unreadable.add(table)
                why = f"{table.file.name}: {error}"
                log.warning("dossier table passed over", file=table.file.name, why=str(error))
        if self._reading is not None:
            return self._reading
        raise SourceAway(why)


def parse(text: str, fields: FieldMap = PLAIN) -> dict[str, Dossier]:
    """Return the dossiers of a CSV text by plain code; a row without code or state 1–10 is passed over.

    Raises:
        Unreadable: no CSV, or the heading has no column for the code or the state.
    """
    return by_code(fields.dossier(row) for row in csv_rows(text, fields))


def _is_table(file: Path) -> bool:
    return file.suffix.lower() in TABLE_SUFFIXES and not file.name.startswith(UNFINISHED)


def _signature(file: Path) -> _Signature:
    status = file.stat()
    return _Signature(file, status.st_mtime_ns, status.st_size)
