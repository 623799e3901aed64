"""Dossiers by a SELECT from another system's PostgreSQL database, which is never written to."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, TypeVar

import psycopg
from psycopg.abc import PQGen

from hub.dossiers.breaker import Breaker
from hub.dossiers.fields import FieldMap, by_code, most_pressing, plain_code
from hub.dossiers.source import Dossier, SourceAway

MOST_ROWS: Final = 5_000
CONNECT_PATIENCE_S: Final = 2
"""libpq takes whole seconds, and no fewer."""
_NAMED = re.compile(r"(?<!:):(code|states)\b")
"""Our places in a query, beside PostgreSQL's own ``::`` casts."""
_Result = TypeVar("_Result")


class _Connection(psycopg.Connection[tuple[Any, ...]]):
    """One that gives up: a server that was cut off would else hold a thread for ever."""

    patience_s = 2.0

    def wait(self, gen: PQGen[_Result], interval: float = 0.1, timeout: float | None = None) -> _Result:
        return super().wait(gen, interval, self.patience_s if timeout is None else timeout)


class PostgresqlSource:
    """Implements ``DossierSource``; ``query`` has ``:code``, ``board_query`` may have ``:states`` (JSON)."""

    def __init__(
        self,
        url: str,
        query: str,
        board_query: str,
        fields: FieldMap,
        timeout_s: float,
        now: Callable[[], datetime],
        *,
        rest_s: float = 15.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """``rest_s``: how long a server that did not answer three times running is left alone."""
        self._breaker = Breaker(rest_s, monotonic)
        self._url = url
        self._query = query
        self._board_query = board_query
        self._fields = fields
        self._timeout_s = timeout_s
        self._now = now

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        wanted = plain_code(code)
        if "\x00" in wanted:
            return None, self._now()
        rows = self._rows(self._query, {"code": wanted})
        return by_code(self._fields.dossier(row, wanted) for row in rows).get(wanted), self._now()

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        if not self._board_query:
            raise SourceAway("the centre has no board_query")
        rows = self._rows(self._board_query, {"states": json.dumps(list(states))})
        dossiers = by_code(self._fields.dossier(row) for row in rows)
        return most_pressing(dossiers.values(), states), self._now()

    def _rows(self, query: str, values: Mapping[str, str]) -> list[Mapping[str, object]]:
        if not self._breaker.may_try():
            raise SourceAway("left alone after failing several times")
        try:
            rows = self._asked(query, values)
        except SourceAway:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return rows

    def _asked(self, query: str, values: Mapping[str, str]) -> list[Mapping[str, object]]:
        try:
            with closing(self._connected()) as connection, connection.cursor(name="dossiers") as cursor:
                cursor.execute(with_places(query).encode(), values)
                names = [column.name for column in cursor.description or ()]
                return list(_named(names, cursor.fetchmany(MOST_ROWS)))
        except (psycopg.Error, ValueError) as error:
            raise SourceAway(f"{type(error).__name__}: {_without_data(error)}") from error

    def _connected(self) -> _Connection:
        """A cursor on the server takes a SELECT and nothing else, and every transaction is read-only."""
        patience_ms = round(self._timeout_s * 1000)
        connection = _Connection.connect(
            self._url,
            application_name="motcua dossiers",
            options=f"-c default_transaction_read_only=on -c statement_timeout={patience_ms}",
            connect_timeout=CONNECT_PATIENCE_S,
            tcp_user_timeout=patience_ms,
        )
        connection.patience_s = self._timeout_s
        connection.read_only = True
        return connection


def with_places(query: str) -> str:
    """Return ``query`` with our named places as the driver writes them."""
    return _NAMED.sub(r"%(\1)s", query.rstrip("; \n").replace("%", "%%"))


def _named(names: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[Mapping[str, object]]:
    for row in rows:
        yield {name: _plain(value) for name, value in zip(names, row, strict=True)}


def _plain(value: object) -> object:
    """A state may be a ``numeric``; everything else our own reader knows."""
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _without_data(error: Exception) -> str:
    """PostgreSQL's first line says what is wrong; those after it may repeat values."""
    return (str(error).strip().splitlines() or [""])[0]
