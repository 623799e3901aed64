"""Dossiers from a one-stop system's HTTP service that answers JSON."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import quote

import urllib3
from urllib3.exceptions import HTTPError

from hub.dossiers.breaker import Breaker
from hub.dossiers.fields import FieldMap, by_code, dig, most_pressing, plain_code
from hub.dossiers.source import Dossier, SourceAway

_Read = TypeVar("_Read")
MOST_BYTES: Final = 4 * 1024 * 1024
CHUNK_BYTES: Final = 64 * 1024
CONNECTIONS: Final = 4
NO_SUCH_DOSSIER: Final = frozenset({204, 404, 410})
WORDS_OF_A_CODE: Final = re.compile(r"\w[\w./-]{0,63}")
"""What may go into an address; two dots in a row, which could lead out of it, never do."""


@dataclass(frozen=True, slots=True)
class Service:
    """How to ask: ``{code}`` in ``url`` is the dossier's, ``{states}`` in ``board_url`` is e.g. ``4,5,9``."""

    url: str
    board_url: str = ""
    headers_file: Path | None = None
    row: str = ""
    """Where the dossier stands in the answer; empty: the answer is the dossier."""
    rows: str = ""
    """Where the list stands in the board's answer; empty: the answer is the list."""
    timeout_s: float = 2.0
    rest_s: float = 15.0


class HttpSource:
    """Implements ``DossierSource``; keeps nothing between questions but its connections."""

    def __init__(
        self,
        service: Service,
        fields: FieldMap,
        now: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._service = service
        self._fields = fields
        self._now = now
        self._monotonic = monotonic
        self._breaker = Breaker(service.rest_s, monotonic)
        self._pool = urllib3.PoolManager(maxsize=CONNECTIONS)

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        wanted = plain_code(code)
        if not WORDS_OF_A_CODE.fullmatch(wanted) or ".." in wanted:
            return None, self._now()
        url = self._service.url.replace("{code}", quote(wanted, safe=""))
        return self._asked(url, lambda answer: self._one(answer, wanted)), self._now()

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        if not self._service.board_url:
            raise SourceAway("the centre has no board_url")
        url = self._service.board_url.replace("{states}", ",".join(map(str, states)))
        found = self._asked(url, self._several) or {}
        return most_pressing(found.values(), states), self._now()

    def _asked(self, url: str, read: Callable[[object], _Read]) -> _Read | None:
        """Return what ``read`` makes of the answer, None where there is no such thing. Raises SourceAway."""
        headers = self._headers()
        if not self._breaker.may_try():
            raise SourceAway("left alone after several failures")
        try:
            status, body = self._get(url, headers)
            if status >= 500 or status == 429:
                raise SourceAway(f"the service answered {status}")
            result = read(_json(body)) if status == 200 else None
        except SourceAway:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        if status != 200 and status not in NO_SUCH_DOSSIER:
            raise SourceAway(f"the service answered {status}")
        return result

    def _get(self, url: str, headers: Mapping[str, str]) -> tuple[int, bytes]:
        give_up_at = self._monotonic() + self._service.timeout_s
        timeout = urllib3.Timeout(total=self._service.timeout_s)
        try:
            answer = self._pool.request(
                "GET",
                url,
                headers=headers,
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                body = self._body(answer, give_up_at)
            except BaseException:
                answer.close()
                raise
            answer.release_conn()
            return answer.status, body
        except (HTTPError, OSError, ValueError) as error:
            raise SourceAway(type(error).__name__) from error

    def _body(self, answer: urllib3.BaseHTTPResponse, give_up_at: float) -> bytes:
        body = b""
        while chunk := answer.read1(CHUNK_BYTES):
            body += chunk
            if len(body) > MOST_BYTES:
                raise SourceAway("the answer is too long")
            if self._monotonic() > give_up_at:
                raise SourceAway("the answer came too slowly")
        return body

    def _headers(self) -> dict[str, str]:
        """Return what goes with each question; read each time, so a key may change while we serve."""
        if self._service.headers_file is None:
            return {"Accept": "application/json"}
        try:
            lines = self._service.headers_file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SourceAway(f"headers_file: {type(error).__name__}") from error
        pairs = (line.partition(":") for line in lines if ":" in line and not line.startswith("#"))
        return {"Accept": "application/json"} | {name.strip(): value.strip() for name, _, value in pairs}

    def _one(self, answer: object, wanted: str) -> Dossier | None:
        row = dig(answer, self._service.row) if self._service.row else answer
        if row in (None, [], {}, ""):
            return None
        if isinstance(row, list):
            row = row[0]
        dossier = self._fields.dossier(row, wanted) if isinstance(row, dict) else None
        if dossier is None or plain_code(dossier.code) != wanted:
            raise SourceAway("the answer is not about the dossier asked for")
        return dossier

    def _several(self, answer: object) -> dict[str, Dossier]:
        rows = dig(answer, self._service.rows) if self._service.rows else answer
        if not isinstance(rows, list):
            raise SourceAway("the answer has no list of dossiers")
        return by_code(self._fields.dossier(row) for row in rows if isinstance(row, dict))


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SourceAway("the answer is no JSON") from error
