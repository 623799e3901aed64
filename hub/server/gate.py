"""What may stand in the words of a command: no control characters, as at every gate of the hall. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec.structs import astuple

from hub.errors import HubError
from hub.messages.commands import Command

ALLOWED = frozenset("\n\t")
"""A remark may have lines."""
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the writing round: a code or a note would read otherwise on a screen than it is."""


class ControlCharacters(HubError):
    """A word holds a character that no keyboard writes."""


def gated(command: Command) -> Command:
    """Return ``command`` as it is. Raises ControlCharacters."""
    for word in _words(astuple(command)):
        if not word.isprintable() and any(_is_control(letter) for letter in word):
            raise ControlCharacters("control characters")
    return command


def _is_control(letter: str) -> bool:
    return letter in TURNING or (letter not in ALLOWED and unicodedata.category(letter) == "Cc")


def _words(values: Any) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from _words(value)
