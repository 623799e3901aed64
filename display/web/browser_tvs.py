"""The gateway's HTTP for browser TVs: the board's stream, the voice's clips, the centre's own media."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from config.model import Display
from display.hall_sight import HallSight
from display.web.answers import NEVER, address_of, refusal
from display.web.boards import BUSINESS_TIME, GONE, board_events, display_for
from display.web.clips import ClipFiles
from display.web.hall_files import HallFiles
from display.web.hall_watch import BOARDS, HallWatch
from display.web.limits import Limits
from display.web.stream import EventStream
from display.web.tickets import event

ASK_AGAIN = {"cache-control": "no-cache"}
MEDIA = {"cache-control": "public, max-age=60"}


class BrowserTvs:
    """The routes. ``version`` is the page's own: a TV with another loads it anew."""

    def __init__(
        self,
        watch: HallWatch,
        limits: Limits,
        version: str,
        data: Path,
        need: Callable[[str], None] = lambda _layout: None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """``need`` is told each layout a browser shows; ``data`` has recordings and media."""
        self._watch, self._limits, self._version, self._need = watch, limits, version, need
        self._clips, self._files, self._monotonic_s = ClipFiles(data), HallFiles(data), monotonic_s

    def routes(self) -> list[Route]:
        return [
            Route("/api/board", self.board),
            Route("/voice/{name:path}.wav", self.clip),
            Route("/media/{display}/{place:int}", self.medium),
        ]

    async def board(self, request: Request) -> Response:
        """Streams ``?display=TV1``, ``?zone=A&zone=B`` (``&speaks=1``), or the whole hall; ``lang=en``."""
        address, picture = address_of(request), self._watch.picture
        if not self._limits.may_ask(address, self._monotonic_s()):
            return refusal(429, "busy")
        if picture is None:
            return refusal(503, "away")
        asked = request.query_params
        name, zones, language = asked.get("display", ""), asked.getlist("zone"), asked.get("lang", "vi")
        display = display_for(picture, name, zones)
        if not self._limits.begin_stream(address):
            return refusal(503, "busy")
        if display is not None:
            self._need(display.layout)
        return EventStream(
            self._watch,
            BOARDS,
            lambda: self._events(name, zones, "speaks" in asked, language),
            lambda: self._limits.end_stream(address),
            over=GONE[0],
            beat=self._beat,
        )

    def _events(self, name: str, zones: Sequence[str], speaks: bool, language: str) -> tuple[bytes, ...]:
        picture = self._watch.picture
        display = display_for(picture, name, zones, speaks) if picture else None
        if picture is None or display is None:
            return GONE
        self._need(display.layout)
        place = HallSight(picture.hall, display, "en" if language == "en" else "vi")
        return board_events(picture, place, self._version, self._files.media(display))

    def _beat(self) -> bytes:
        now = self._watch.now
        return event(f"{now:{BUSINESS_TIME}}".encode() if now else b"", "beat")

    async def clip(self, request: Request) -> Response:
        picture = self._watch.picture
        if picture is None:
            return refusal(503, "away")
        found = await self._clips.file(picture.hall.voice, request.path_params["name"])
        if found is None:
            return Response(status_code=404, headers=NEVER)
        headers = {**ASK_AGAIN, "etag": found.etag}
        if request.headers.get("if-none-match") == found.etag:
            return Response(status_code=304, headers=headers)
        return Response(found.body, media_type="audio/wav", headers=headers)

    async def medium(self, request: Request) -> Response:
        display = self._display(request.path_params["display"])
        found = self._files.file(display, request.path_params["place"]) if display else None
        if found is None:
            return Response(status_code=404, headers=NEVER)
        return FileResponse(found.file, headers=MEDIA)

    def _display(self, name: str) -> Display | None:
        picture = self._watch.picture
        return display_for(picture, name, ()) if picture and name else None
