"""Numbers and names as the command line takes them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Final

from config.part import ID_PATTERN

LONGEST_NAME: Final = 64
"""A station's name on the wire is no longer (``hub.messages.commands.Id``)."""


def at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"at least {least}, not {value}")
        return value

    return number


def share(text: str) -> float:
    """A part of the whole, 0 to 1."""
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"a share from 0 to 1, not {text}")
    return value


def station_name(text: str) -> str:
    """What could be an id of the centre's configuration."""
    if len(text) > LONGEST_NAME or not re.fullmatch(ID_PATTERN, text):
        raise argparse.ArgumentTypeError(f"no station can have this name: {text!r}")
    return text
