"""The gateway's HTTP: pages, one ticket's stream, how busy it is. No secret stands in an address or a log."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from display.web.answers import NEVER, address_of, refusal
from display.web.assets import Asset, Assets
from display.web.browser_tvs import BrowserTvs
from display.web.busy import busy_page
from display.web.hall_watch import HallWatch
from display.web.limits import Limits
from display.web.stream import EventStream
from display.web.tickets import UNKNOWN_BYTES, UNKNOWN_EVENT, page_bytes, page_events

LARGEST_BODY = 512
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
_encode = msgspec.json.Encoder().encode


class AskTicket(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    t: str


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class Gateway:
    """The routes. ``monotonic_s`` is the clock of the limits."""

    def __init__(
        self,
        watch: HallWatch,
        assets: Assets,
        limits: Limits | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
        *,
        data: Path = Path(),
        need: Callable[[str], None] = lambda _layout: None,
    ) -> None:
        """``data`` and ``need`` as for BrowserTvs."""
        self._watch, self._assets, self._monotonic_s = watch, assets, monotonic_s
        self._limits = limits or Limits()
        version = assets.pages["tv"].etag
        self._tvs = BrowserTvs(watch, self._limits, version, data, need, monotonic_s)

    def routes(self) -> list[Route]:
        return [
            Route("/", self.phone),
            Route("/busy", self.busy),
            Route("/tv", self.tv),
            Route("/tv/{display}", self.tv),
            Route("/static/{name}", self.static),
            Route("/api/ticket", self.ticket, methods=["POST"]),
            Route("/api/busy", self.busy_data),
            *self._tvs.routes(),
            Route("/healthz", self.health),
        ]

    async def phone(self, request: Request) -> Response:
        return self._page(request, self._assets.pages["phone"])

    async def busy(self, request: Request) -> Response:
        return self._page(request, self._assets.pages["busy"])

    async def tv(self, request: Request) -> Response:
        return self._page(request, self._assets.pages["tv"])

    async def static(self, request: Request) -> Response:
        asset = self._assets.files.get(request.path_params["name"])
        if asset is None:
            return Response(status_code=404)
        return Response(asset.body, media_type=asset.media_type, headers=FOR_EVER)

    async def health(self, request: Request) -> Response:
        picture = self._watch.picture
        return Response(b"ok" if picture and picture.online else b"away", headers=NEVER)

    async def busy_data(self, request: Request) -> Response:
        if not self._limits.may_ask(address_of(request), self._monotonic_s()):
            return refusal(429, "busy")
        if self._watch.picture is None:
            return refusal(503, "away")
        headers = {"cache-control": "public, max-age=5"}
        body = _encode(busy_page(self._watch.picture))
        return Response(body, media_type="application/json", headers=headers)

    async def ticket(self, request: Request) -> Response:
        """The token comes in the body. Streams events, or answers once to who accepts JSON only."""
        address, now_s = address_of(request), self._monotonic_s()
        if not self._limits.may_ask(address, now_s):
            return refusal(429, "busy")
        token = await _token(request)
        if token is None:
            return refusal(400, "bad_request")
        if self._watch.picture is None:
            return refusal(503, "away")
        ticket = self._watch.ticket_of(token)
        if ticket is None:
            return refusal(404 if self._limits.may_be_wrong(address, now_s) else 429, "unknown")
        if "text/event-stream" not in request.headers.get("accept", ""):
            return Response(self._seen_by(ticket), media_type="application/json", headers=NEVER)
        if not self._limits.begin_stream(address):
            return refusal(503, "busy")
        return EventStream(
            self._watch,
            ticket,
            lambda: page_events(self._watch.picture, ticket),
            lambda: self._limits.end_stream(address),
            over=UNKNOWN_EVENT,
        )

    def _seen_by(self, ticket: str) -> bytes:
        picture = self._watch.picture
        return UNKNOWN_BYTES if picture is None else page_bytes(picture, ticket)

    def _page(self, request: Request, page: Asset) -> Response:
        headers = {"cache-control": "no-cache", "etag": page.etag}
        if request.headers.get("if-none-match") == page.etag:
            return Response(status_code=304, headers=headers)
        return Response(page.body, media_type="text/html", headers=headers)


async def _token(request: Request) -> str | None:
    """Return the token in the body, None where the body is not ``{"t": "…"}``."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return None
        return msgspec.json.decode(body, type=AskTicket).t
    except (msgspec.DecodeError, ClientDisconnect):
        return None


def application(gateway: Gateway) -> ASGIApp:
    return SecurityHeaders(Starlette(routes=gateway.routes()))
