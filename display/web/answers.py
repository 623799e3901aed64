"""What the gateway's answers have in common: who asked, what is never kept, a refusal."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

NEVER = {"cache-control": "no-store"}
_encode = msgspec.json.Encoder().encode


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def refusal(status: int, code: str) -> Response:
    headers = {**NEVER, **({"retry-after": "5"} if status in (429, 503) else {})}
    return Response(_encode({"error": code}), status, headers, "application/json")
