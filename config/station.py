"""One machine: how it finds the hub, who it is, which devices hang on it (``station.toml``)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from config.part import CHORD_PATTERN, Part


class Hub(Part):
    """Where the hub is."""

    addresses: tuple[str, ...] = Field(min_length=1)
    """``ws://host:port``, tried in order."""
    key_file: str
    """File that holds the device token alone; relative to the station file."""


class Devices(Part):
    """Device URLs as ``hardware`` opens them; empty: not present."""

    printer: str = ""
    """The ticket printer of a kiosk; at a counter it prints the closing report."""
    printer_profile: str = "generic-80"
    """Its model, as ``motcua-hardware print-test --profile`` names them."""
    printer_pictures: str = ""
    """The record ``motcua-hardware nv-provision`` wrote, relative to the station file; empty: none."""
    spare_printer: str = ""
    """A second printer; takes a job only when not one byte of it left for the first."""
    spare_printer_profile: str = "generic-80"
    rendering: Literal["hybrid", "text", "raster"] = "hybrid"
    """How Vietnamese reaches the paper; ``text`` only where a printed test sheet proved it."""
    scanner: str = ""
    """A hand or built-in barcode scanner."""
    camera: str = ""
    """A camera that reads codes held before it."""
    keypad: str = ""
    """The citizen's rating keypad."""
    keypad_kind: str = "rating-5"
    """Its model, as ``motcua-hardware simulate keypad`` names it, or the whole path of its sheet."""
    call_keypad: str = ""
    """A clerk's keypad for calling."""
    call_keypad_kind: str = "call-16"
    """Its model, as for ``keypad_kind``."""
    sign: str = ""
    """The line of signs over the counters of a screen's zones, or the one sign over a counter; a sign's
    address is its counter's number."""
    sign_kind: str = "led-4"
    """What hangs on it, as ``motcua-hardware sign --sign`` names it, or the whole path of its sheet."""
    sound: str = "default"
    """``default``, ``off``, or ``file:///DIR``: write what would sound as WAV files there."""


class Screen(Part):
    """The screen of this machine."""

    full_screen: bool = True
    size: str = ""
    """``WIDTHxHEIGHT`` of the window when not full screen."""
    width_mm: float = Field(default=0, ge=0)
    """Real width of the panel, to size touch targets; 0: ask the system."""
    language: str = "vi"
    """What it starts in."""


class HotKeys(Part):
    """Chords that reach a clerk's console while another program has the keyboard; an empty one is off.

    ``Ctrl``, ``Alt``, ``Shift``, ``Meta`` (the Windows key) and a key, joined by ``+``.
    """

    next: str = Field(default="Meta+F1", pattern=CHORD_PATTERN)
    recall: str = Field(default="Meta+F2", pattern=CHORD_PATTERN)
    finish: str = Field(default="Meta+F4", pattern=CHORD_PATTERN)


class Station(Part):
    """Who this machine is."""

    id: str
    """One of the centre's kiosk, display or counter ids."""
    role: Literal["kiosk", "display", "counter", "rating", "gateway", "supervisor"]
    hub: Hub
    devices: Devices = Devices()
    screen: Screen = Screen()
    hot_keys: HotKeys = HotKeys()
    data: str = "."
    """Where this station keeps what must survive a crash; relative to the station file."""
