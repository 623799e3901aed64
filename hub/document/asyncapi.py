"""The protocol as an AsyncAPI 3.0 document, from the records themselves."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from hub.document.protocol import HUB_FRAMES, STATION_FRAMES
from hub.document.words import field_words, summary
from hub.messages.commands import COMMANDS
from hub.messages.frames import PROTOCOL_VERSION

_REF: Final = "#/components/schemas/{name}"


def document() -> dict[str, Any]:
    messages = {str(kind.__struct_config__.tag): _message(kind) for kind in (*STATION_FRAMES, *HUB_FRAMES)}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Một Cửa: stations and hub",
            "version": f"{PROTOCOL_VERSION}.0.0",
            "description": "One WebSocket, JSON text frames tagged by `t`. See protocol.md.",
        },
        "defaultContentType": "application/json",
        "servers": {
            "hub": {
                "host": "hub.example:8760",
                "protocol": "ws",
                "security": [{"$ref": "#/components/securitySchemes/token"}],
            }
        },
        "channels": {"station": {"address": "/", "messages": {name: _to_message(name) for name in messages}}},
        "operations": {
            "fromStation": _operation("receive", STATION_FRAMES),
            "toStation": _operation("send", HUB_FRAMES),
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "messages": messages,
            "schemas": _schemas(),
        },
    }


def _message(kind: type[msgspec.Struct]) -> dict[str, Any]:
    said = summary(kind)
    payload = {"$ref": _REF.format(name=kind.__name__)}
    return {"name": kind.__struct_config__.tag, **({"summary": said} if said else {}), "payload": payload}


def _to_message(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/messages/{name}"}


def _operation(action: str, kinds: tuple[type[msgspec.Struct], ...]) -> dict[str, Any]:
    names = [str(kind.__struct_config__.tag) for kind in kinds]
    return {
        "action": action,
        "channel": {"$ref": "#/channels/station"},
        "messages": [{"$ref": f"#/channels/station/messages/{name}"} for name in names],
    }


def _schemas() -> dict[str, Any]:
    kinds: list[type[msgspec.Struct]] = [*STATION_FRAMES, *HUB_FRAMES, *COMMANDS.values()]
    _, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    schemas: dict[str, Any] = dict(sorted(components.items()))
    for kind in _every_record(kinds):
        for name, words in field_words(kind).items():
            schemas[kind.__name__].get("properties", {}).get(name, {}).setdefault("description", words)
    return schemas


def _every_record(kinds: list[type[msgspec.Struct]]) -> set[type[msgspec.Struct]]:
    """Return ``kinds`` and every record their fields are made of."""
    found: set[type[msgspec.Struct]] = set()
    open_ends: list[Any] = list(msgspec.inspect.multi_type_info(kinds))
    while open_ends:
        info = open_ends.pop()
        if isinstance(info, msgspec.inspect.StructType) and info.cls not in found:
            found.add(info.cls)
            open_ends += [field.type for field in info.fields]
        open_ends += getattr(info, "types", ())
        open_ends += [info.item_type] if isinstance(info, msgspec.inspect.ListType) else []
    return found
