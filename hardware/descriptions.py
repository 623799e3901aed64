"""Device descriptions in TOML: a keypad or a sign from its maker's sheet, without a line of code."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from hardware.errors import BadDescription
from hardware.keypads.frames import Checksum, FrameDescription
from hardware.keypads.shipped import SHIPPED as BUILT_IN
from hardware.keypads.shipped import KeypadDescription
from hardware.names import unknown
from hardware.signs.description import Alignment, Protocol, SignDescription

E = TypeVar("E", bound=Enum)
SHIPPED = Path(__file__).parent / "described"
KEYPAD_KEYS = ("kind", "name", "baud", "frame", "keys")
SIGN_KEYS = (
    "kind", "name", "baud", "frame", "width", "protocol", "before", "blink", "register", "align", "answers",
    "gap_ms",
)  # fmt: skip
FRAME_KEYS = ("head", "payload_bytes", "addressed", "checksum", "tail")


def load_keypad(path: Path) -> KeypadDescription:
    """Raises BadDescription, UnknownName."""
    told = _Table(path)
    told.only("keypad", KEYPAD_KEYS)
    keys = told.table("keys")
    pairs = tuple((_hex(path.name, payload), str(name)) for payload, name in keys.items())
    if not pairs:
        raise BadDescription(path.name, "[keys] is empty")
    return KeypadDescription(_frame(told), pairs, told.number("baud", 9600))


def load_sign(path: Path) -> SignDescription:
    """Raises BadDescription, UnknownName."""
    told = _Table(path)
    told.only("sign", SIGN_KEYS)
    return SignDescription(
        name=told.text("name", path.stem),
        width=told.number("width", 0),
        protocol=told.one_of("protocol", Protocol, Protocol.FRAME),
        frame=_frame(told) if "frame" in told.values else None,
        before=told.hex("before"),
        blink=told.hex("blink"),
        register=told.number("register", 0),
        alignment=told.one_of("align", Alignment, Alignment.LEFT),
        answers=told.flag("answers", False),
        baud=told.number("baud", 9600),
        gap_s=told.number("gap_ms", 20) / 1000,
    )


def find_sign(name: str) -> SignDescription:
    """Return a sign we describe ourselves, or the one in the file ``name``; raises as load_sign."""
    return load_sign(_find("sign", name))


def find_described_keypad(name: str) -> KeypadDescription:
    """Return a keypad built in, one of our sheets, or the one in the file ``name``; raises as load_keypad."""
    return BUILT_IN[name] if name in BUILT_IN else load_keypad(_find("keypad", name))


def _find(kind: str, name: str) -> Path:
    if name.endswith(".toml"):
        return Path(name)
    ours = {path.stem: path for path in sorted(SHIPPED.glob("*.toml")) if _Table(path).kind == kind}
    if name not in ours:
        built_in = BUILT_IN if kind == "keypad" else {}
        raise unknown(kind, name, {**built_in, **ours})
    return ours[name]


def _frame(told: _Table) -> FrameDescription:
    part = told.part("frame", FRAME_KEYS)
    return FrameDescription(
        told.text("name", told.path.stem),
        head=part.hex("head"),
        payload_bytes=part.number("payload_bytes", 0),
        addressed=part.flag("addressed", True),
        checksum=part.one_of("checksum", Checksum, Checksum.NONE),
        tail=part.hex("tail"),
    )


def _hex(name: str, value: object) -> bytes:
    try:
        return bytes.fromhex(str(value))
    except ValueError as error:
        raise BadDescription(name, f"{value!r} is not hexadecimal, as in 'AA 55'") from error


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadDescription(str(path), f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDescription(str(path), f"is no TOML: {error}") from error


class _Table:
    """One table of a file; says file and key in what it raises."""

    def __init__(self, path: Path, values: Mapping[str, Any] | None = None) -> None:
        self.path = path
        self.values = _read(path) if values is None else values

    @property
    def kind(self) -> str:
        return str(self.values.get("kind", ""))

    def only(self, kind: str, keys: tuple[str, ...]) -> None:
        if self.kind != kind:
            raise BadDescription(self.path.name, f'kind is {self.kind!r}, "{kind}" is needed')
        self._known(keys)

    def _known(self, keys: tuple[str, ...]) -> None:
        for key in self.values:
            if key not in keys:
                raise unknown(f"key in {self.path.name}", key, dict.fromkeys(keys))

    def table(self, key: str) -> Mapping[str, Any]:
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise BadDescription(self.path.name, f"[{key}] must be a table")
        return value

    def part(self, key: str, keys: tuple[str, ...]) -> _Table:
        part = _Table(self.path, self.table(key))
        part._known(keys)
        return part

    def _typed(self, key: str, default: Any, right: Callable[[Any], bool], what: str) -> Any:
        value = self.values.get(key, default)
        if not right(value):
            raise BadDescription(self.path.name, f"{key} must be {what}")
        return value

    def text(self, key: str, default: str) -> str:
        return str(self._typed(key, default, lambda value: isinstance(value, str), "text"))

    def number(self, key: str, default: int) -> int:
        return int(self._typed(key, default, lambda value: type(value) is int, "a whole number"))

    def flag(self, key: str, default: bool) -> bool:
        return bool(self._typed(key, default, lambda value: isinstance(value, bool), "true or false"))

    def hex(self, key: str) -> bytes:
        return _hex(self.path.name, self.values.get(key, ""))

    def one_of(self, key: str, kind: type[E], default: E) -> E:
        names = {str(one.value): one for one in kind}
        value = str(self.values.get(key, default.value))
        if value not in names:
            raise unknown(f"{key} in {self.path.name}", value, names)
        return names[value]
