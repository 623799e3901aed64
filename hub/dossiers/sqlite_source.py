"""Dossiers by a SELECT from another system's SQLite database, which is never written to."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from hub.dossiers.fields import FieldMap, by_code, most_pressing, plain_code
from hub.dossiers.source import Dossier, SourceAway

MOST_ROWS: Final = 5_000
STEPS_BETWEEN_LOOKS: Final = 10_000
"""After so many virtual machine instructions SQLite asks whether to go on."""


class SqliteSource:
    """Implements ``DossierSource``; ``query`` has ``:code``, ``board_query`` may have ``:states`` (JSON)."""

    def __init__(
        self,
        path: Path,
        query: str,
        board_query: str,
        fields: FieldMap,
        timeout_s: float,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path = path
        self._query = query
        self._board_query = board_query
        self._fields = fields
        self._timeout_s = timeout_s
        self._now = now
        self._monotonic = monotonic

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        wanted = plain_code(code)
        rows = self._rows(self._query, {"code": wanted})
        return by_code(self._fields.dossier(row, wanted) for row in rows).get(wanted), self._now()

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        if not self._board_query:
            raise SourceAway("the centre has no board_query")
        rows = self._rows(self._board_query, {"states": json.dumps(list(states))})
        dossiers = by_code(self._fields.dossier(row) for row in rows)
        return most_pressing(dossiers.values(), states), self._now()

    def _rows(self, query: str, values: Mapping[str, str]) -> list[Mapping[str, object]]:
        give_up_at = self._monotonic() + self._timeout_s
        address = f"{self._path.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, timeout=self._timeout_s, uri=True)) as database:
                database.set_progress_handler(lambda: self._monotonic() > give_up_at, STEPS_BETWEEN_LOOKS)
                cursor = database.execute(query, values)
                names = [column[0] for column in cursor.description or ()]
                return [dict(zip(names, row, strict=True)) for row in cursor.fetchmany(MOST_ROWS)]
        except sqlite3.Error as error:
            raise SourceAway(f"{type(error).__name__}: {error}") from error
