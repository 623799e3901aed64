"""One machine: how it finds the hub, who it is, which devices hang on it (``station.toml``)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from config.model import Part


class Hub(Part):
    addresses: tuple[str, ...] = Field(min_length=1)
    """``ws://host:port``, tried in order."""
    key_file: str
    """File that holds the device token alone; relative to the station file."""


class Devices(Part):
    """Device URLs as ``hardware`` opens them; empty: not present."""

    printer: str = ""
    printer_profile: str = "default"
    rendering: Literal["hybrid", "text", "raster"] = "hybrid"
    scanner: str = ""
    camera: str = ""
    keypad: str = ""
    call_keypad: str = ""
    sign: str = ""
    sound: str = "default"
    """``default``, ``off``, or ``file:///DIR``: write what would sound as WAV files there."""


class Screen(Part):
    full_screen: bool = True
    size: str = ""
    """``WIDTHxHEIGHT`` of the window when not full screen."""
    width_mm: float = Field(default=0, ge=0)
    """Real width of the panel, to size touch targets; 0: ask the system."""
    language: str = "vi"


class Station(Part):
    """``id`` is one of the centre's kiosk, display or counter ids."""

    id: str
    role: Literal["kiosk", "display", "counter", "rating", "gateway", "supervisor"]
    hub: Hub
    devices: Devices = Devices()
    screen: Screen = Screen()
    data: str = "."
    """Where this station keeps what must survive a crash; relative to the station file."""
