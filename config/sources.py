"""The files a configuration is read from: their values, and the line each key stands on."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.mistakes import Mistake

Path_ = tuple[str | int, ...]
"""Where a value stands: ``("services", 3, "field")``."""

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"^\s*((?:\"[^\"]*\"|[\w-]+)(?:\s*\.\s*(?:\"[^\"]*\"|[\w-]+))*)\s*=\s*(.*)$")
ITEM = re.compile(r"^\s*[{\"'\[\d]")
DEEPEST = 12
SYNTAX_PLACE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


@dataclass(slots=True)
class Sources:
    """The merged top-level keys of several TOML files, and who said what."""

    values: dict[str, object] = field(default_factory=dict)
    places: dict[Path_, tuple[str, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    broken: bool = False
    """True once a file could not be read: what it would have said must not be reported as missing."""

    def mistake(self, path: Path_, text: str, nearest: str = "") -> Mistake:
        """Return a mistake about ``path``, placed on the line nearest above it."""
        file, line = self._place(path)
        return Mistake(file, self._spell(path), text, nearest, line)

    def add(self, file: Path) -> None:
        """Read ``file`` and take its top-level keys in; what is wrong goes to ``mistakes``."""
        self.files.append(file.name)
        try:
            text = file.read_text(encoding="utf-8-sig")
            values = _not_too_deep(tomllib.loads(text))
        except (OSError, ValueError, RecursionError) as error:
            self.broken = True
            self.mistakes.append(_reading_mistake(file.name, error))
            return
        lines = locate(text)
        for key, value in values.items():
            self._take(key, _composed(value), file.name, lines)

    def _take(self, key: str, value: object, file: str, lines: dict[Path_, int]) -> None:
        if key in self.values:
            other = self.places.get((key,), ("", 0))[0]
            text = f"khóa này đã có trong {other}; mỗi khóa chỉ viết trong một tệp"
            self.mistakes.append(Mistake(file, key, text, line=lines.get((key,))))
            return
        self.values[key] = value
        self.places.setdefault((key,), (file, 0))
        for path, line in lines.items():
            if path[0] == key:
                self.places[path] = (file, line)

    def _place(self, path: Path_) -> tuple[str, int | None]:
        for end in range(len(path), 0, -1):
            if found := self.places.get(path[:end]):
                return found[0], found[1] or None
        return (self.files[0] if len(self.files) == 1 else "*.toml"), None

    def _spell(self, path: Path_) -> str:
        spelled = ""
        value: object = self.values
        for step in path:
            value = _step(value, step)
            if isinstance(step, int):
                spelled += f"[{_name_of(value, step)}]"
            else:
                spelled += f".{step}" if spelled else step
        return spelled


def locate(text: str) -> dict[Path_, int]:
    """Return the line of each table and key of a TOML text; good enough for messages, never for meaning."""
    scanner = _Scanner()
    for number, line in enumerate(text.splitlines(), start=1):
        scanner.read(line, number)
    return scanner.lines


@dataclass(slots=True)
class _Scanner:
    lines: dict[Path_, int] = field(default_factory=dict)
    table: Path_ = ()
    counts: dict[Path_, int] = field(default_factory=dict)
    array: Path_ | None = None
    item: int = 0
    quoted: bool = False

    def read(self, line: str, number: int) -> None:
        if line.count('"""') % 2:
            self.quoted = not self.quoted
            if not self.quoted:
                return
        elif self.quoted:
            return
        if self.array is not None:
            self._item(line, number)
        elif header := HEADER.match(line):
            self._header(header[1] == "[[", _keys(header[2]), number)
        elif key := KEY.match(line):
            self._key(key, number)

    def _item(self, line: str, number: int) -> None:
        assert self.array is not None
        if line.lstrip().startswith("]"):
            self.array = None
        elif ITEM.match(line):
            self.lines[(*self.array, self.item)] = number
            self.item += 1

    def _header(self, repeated: bool, keys: Sequence[str], number: int) -> None:
        path: Path_ = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self.counts:
                path = (*path, self.counts[path])
        path = (*path, keys[-1])
        if repeated:
            self.lines.setdefault(path, number)
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
        self.lines[path] = number
        self.lines.setdefault(path[:1], number)
        self.table = path

    def _key(self, found: re.Match[str], number: int) -> None:
        path = (*self.table, *_keys(found[1]))
        self.lines[path] = number
        if found[2].split("#")[0].rstrip() == "[":
            self.array, self.item = path, 0


def _keys(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _step(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _name_of(row: object, index: int) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return name if isinstance(name, str) and name else f"#{index + 1}"


def _not_too_deep(values: dict[str, object]) -> dict[str, object]:
    """Raises RecursionError: no configuration nests so deep, and what reads it further on may not."""
    layer: list[object] = [values]
    for _ in range(DEEPEST):
        layer = [inner for outer in layer for inner in _inside(outer)]
    if layer:
        raise RecursionError
    return values


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _reading_mistake(file: str, error: OSError | ValueError | RecursionError) -> Mistake:
    if isinstance(error, RecursionError):
        return Mistake(file, "", f"các bảng hoặc danh sách lồng nhau quá {DEEPEST} tầng")
    if isinstance(error, OSError):
        return Mistake(file, "", f"không đọc được tệp ({error.strerror})")
    if isinstance(error, UnicodeDecodeError):
        return Mistake(file, "", "không phải văn bản UTF-8; hãy lưu lại tệp với mã UTF-8")
    message = str(error)
    place = SYNTAX_PLACE.search(message)
    line = int(place[1]) if place and place[1] else None
    return Mistake(file, "", f"sai cú pháp TOML: {SYNTAX_PLACE.sub('', message)}", line=line)


def _composed(value: object) -> object:
    """Vietnamese may arrive decomposed (NFD), which neither printers nor look-ups understand: compose it."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    if isinstance(value, dict):
        return {key: _composed(item) for key, item in value.items()}
    return value
