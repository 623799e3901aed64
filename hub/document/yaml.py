"""Writes plain data as YAML: mappings, lists, texts, numbers. Pure; reads nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# Every plain scalar that YAML might read as something other than the text it is gets quotes.
_SAFE = re.compile(r"^[A-Za-z/_][\w ./#–-]*$")
_WORDS_WITH_MEANING = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def dump(value: Any) -> str:
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _entry(f"{_scalar(str(key))}:", inner)
    elif isinstance(value, list | tuple) and value:
        for inner in value:
            first, *rest = _lines(inner)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _scalar(value)


def _entry(key: str, inner: Any) -> Iterator[str]:
    if isinstance(inner, Mapping | list | tuple) and inner:
        yield key
        yield from (f"  {line}" for line in _lines(inner))
    else:
        yield f"{key} {_scalar(inner)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    if not _SAFE.match(text) or text.endswith(" ") or " #" in text:
        return False
    return text.lower() not in _WORDS_WITH_MEANING
