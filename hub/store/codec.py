"""Events as the log keeps them: JSON without the fields that may tell about a person. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from hub.domain.events import PERSONAL_FIELDS, Event

_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)
_encoder = msgspec.json.Encoder()


def split(event: Event) -> tuple[str, dict[str, str]]:
    """Return the log's text of ``event`` and the personal fields taken out of it."""
    personal = {name: text for name in PERSONAL_FIELDS if (text := getattr(event, name, None))}
    bare: Any = replace(event, **_emptied(event, personal)) if personal else event
    return _encoder.encode(bare).decode(), personal


def join(body: str | bytes, personal: Mapping[str, str]) -> Event:
    """Return the event again; personal fields that were erased stay empty.

    Raises:
        msgspec.DecodeError: ``body`` is no event (its child ValidationError: of an unknown shape).
    """
    event = _decoder.decode(body)
    known: Any = {name: text for name, text in personal.items() if hasattr(event, name)}
    return replace(event, **known) if known else event


def _emptied(event: Event, personal: Mapping[str, str]) -> dict[str, Any]:
    defaults = _defaults(type(event))
    return {name: defaults[name] for name in personal}


@cache
def _defaults(kind: type[Event]) -> dict[str, Any]:
    """msgspec reads a class's annotations anew each time it is asked: a millisecond a ticket."""
    return {each.name: each.default for each in msgspec.structs.fields(kind)}
