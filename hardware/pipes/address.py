"""Pipe addresses: text to a closed union. Opening them is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from hardware.errors import BadAddress

PARITIES = "NEOMS"
FLOWS = ("none", "rtscts", "xonxoff")
SERIAL_KEYS = ("baud", "bits", "parity", "stop", "flow")


@dataclass(frozen=True, slots=True)
class TcpAddress:
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """``port`` is what ``serial.serial_for_url`` takes: a device path or a URL such as socket://host:port."""

    port: str
    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: int = 1
    flow: str = "none"


@dataclass(frozen=True, slots=True)
class DeviceAddress:
    """A character device that speaks plain bytes, such as /dev/usb/lp0."""

    path: str


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A plain file that collects what is written; it never answers."""

    path: str


@dataclass(frozen=True, slots=True)
class KeyboardAddress:
    """A keyboard scanner's event device, such as /dev/input/by-path/…-event-kbd."""

    path: str


Address = TcpAddress | SerialAddress | DeviceAddress | FileAddress | KeyboardAddress


def parse_address(url: str) -> Address:
    """Return what ``url`` names.

    Raises:
        BadAddress: unknown scheme, missing host, port or path, or a bad serial setting.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadAddress(url, str(error)) from error
    match parts.scheme:
        case "tcp":
            if not parts.hostname or not port:
                raise BadAddress(url, "host and port are both needed")
            return TcpAddress(parts.hostname, port)
        case "serial":
            return _serial(url, parts.netloc, parts.path, parts.query)
        case "usb":
            return DeviceAddress(_path(url, parts.netloc, parts.path))
        case "evdev":
            return KeyboardAddress(_path(url, parts.netloc, parts.path))
        case "file":
            return FileAddress(_path(url, parts.netloc, parts.path))
        case other:
            raise BadAddress(url, f"unknown scheme {other!r}" if other else "the scheme is missing")


def _path(url: str, netloc: str, path: str) -> str:
    if netloc or not path.startswith("/") or path == "/":
        raise BadAddress(url, "three slashes and an absolute path are needed")
    return path


def _serial(url: str, netloc: str, path: str, query: str) -> SerialAddress:
    settings = dict(parse_qsl(query))
    if strange := sorted(set(settings) - set(SERIAL_KEYS)):
        raise BadAddress(url, f"unknown serial setting {strange[0]!r} (valid: {', '.join(SERIAL_KEYS)})")
    try:
        address = SerialAddress(
            port=_path(url, netloc, path),
            baud=int(settings.get("baud", "9600")),
            bits=int(settings.get("bits", "8")),
            parity=settings.get("parity", "N").upper(),
            stop=int(settings.get("stop", "1")),
            flow=settings.get("flow", "none"),
        )
    except ValueError as error:
        raise BadAddress(url, str(error)) from error
    _check_serial(url, address)
    return address


def _check_serial(url: str, address: SerialAddress) -> None:
    checks = (
        (50 <= address.baud <= 4_000_000, "baud must be 50 to 4000000"),
        (address.bits in (5, 6, 7, 8), "bits must be 5 to 8"),
        (len(address.parity) == 1 and address.parity in PARITIES, f"parity must be one of {PARITIES}"),
        (address.stop in (1, 2), "stop must be 1 or 2"),
        (address.flow in FLOWS, f"flow must be one of {', '.join(FLOWS)}"),
    )
    for fine, problem in checks:
        if not fine:
            raise BadAddress(url, problem)
