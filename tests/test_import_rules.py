"""Who may import whom, and how long a piece may be: the design's tables, kept by a test."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Room -> the rooms it may import besides itself. A room inside a room (hub.domain) has rules of its own.
APP = {"config", "hub.client", "hub.messages", "hardware", "ui"}
ROOMS: dict[str, set[str]] = {
    "config": set(),
    "hub": {"config", "hub.errors", "hub.domain", "hub.messages", "hub.client"},
    "hub.errors": set(),
    "hub.messages": {"hub.errors"},
    "hub.domain": {"config", "hub.errors", "hub.messages"},
    "hub.client": {"hub.errors", "hub.messages"},
    "hardware": set(),
    "ui": {"config", "hub.client", "hub.messages"},
    "kiosk": APP,
    "display": APP,
    "counter_client": APP,
}
# These see everything: they drive the whole hall.
OUTSIDE = {"deploy", "bench", "tests"}

# Room -> the packages from outside it may import; the standard library is free to all but the domain.
PACKAGES: dict[str, set[str]] = {
    "config": {"pydantic"},
    "hub": {"apsw", "argon2", "msgspec", "psycopg", "python_calamine", "structlog", "urllib3"},
    "hub.errors": set(),
    "hub.messages": {"msgspec"},
    "hub.domain": {"msgspec"},  # plain records; its encoders stay in hub.messages
    "hub.client": {"msgspec", "structlog"},
    "hardware": {"PIL", "cv2", "escpos", "numpy", "pymodbus", "pyzbar", "qrcode", "structlog", "zxingcpp"},
    "ui": {"PySide6", "numpy", "qrcode", "qtawesome", "rapidfuzz", "shiboken6", "structlog"},
    "kiosk": {"PySide6", "argon2", "msgspec", "numpy", "rapidfuzz", "structlog"},
    "display": {"PySide6", "msgspec", "qrcode", "starlette", "structlog", "uvicorn", "uvloop"},
    "counter_client": {"PySide6", "Xlib", "msgspec", "structlog", "vietnam_qr_pay"},
}
# Packages with one door: the only modules that may open it.
DOORS: dict[str, tuple[str, ...]] = {
    "websockets": ("hub.server", "hub.client"),
    "serial": ("hardware.pipes",),
}

# The domain has no clock, no chance and no I/O.
DOMAIN_MAY_USE = {
    "__future__",
    "abc",
    "bisect",
    "collections",
    "contextlib",
    "copy",
    "dataclasses",
    "datetime",
}
DOMAIN_MAY_USE |= {
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "itertools",
    "math",
    "operator",
    "re",
}
DOMAIN_MAY_USE |= {"statistics", "string", "types", "typing", "unicodedata", "zoneinfo"}
DOMAIN_NEVER_CALLS = {"now", "utcnow", "today", "open", "print", "input"}

LONGEST_MODULE, LONGEST_FUNCTION = 300, 40


def sources() -> list[Path]:
    folders = sorted(OUTSIDE | {room for room in ROOMS if "." not in room})
    return [path for folder in folders for path in (ROOT / folder).rglob("*.py")]


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_inside(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def room_of(module: str) -> str | None:
    """Return the innermost room the module lives in."""
    return max((room for room in ROOMS if is_inside(module, room)), key=len, default=None)


def imports(tree: ast.Module, path: Path) -> Iterator[str]:
    """Yield the full dotted name of everything imported, wherever in the file the import stands."""
    folder = path.parent.relative_to(ROOT).parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [*folder[: len(folder) - node.level + 1]] if node.level else []
            base += [node.module] if node.module else []
            yield from (".".join([*base, alias.name]) for alias in node.names)


def complaint(module: str, imported: str) -> str | None:
    """Say why ``module`` may not import ``imported``; None when it may."""
    room, top = room_of(module), imported.partition(".")[0]
    if room is None:
        return None
    if top in DOORS:
        allowed = any(is_inside(module, door) for door in DOORS[top])
        return None if allowed else f"{top} is only for {', '.join(DOORS[top])}"
    if top in OUTSIDE:
        return f"nothing imports {top}/"
    if top in ROOMS:
        target = room_of(imported)
        return None if target == room or target in ROOMS[room] else f"{room} may not import {target}"
    if top in sys.stdlib_module_names:
        impure = room == "hub.domain" and top not in DOMAIN_MAY_USE
        return f"the domain is pure: no {top}" if impure else None
    return None if top in PACKAGES[room] else f"{room} may not import the package {top}"


def complaints(path: Path) -> Iterator[str]:
    module = module_of(path)
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    for imported in imports(tree, path):
        if problem := complaint(module, imported):
            yield f"{path.relative_to(ROOT)}: import {imported}: {problem}"


def impure_calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.rpartition(".")[2] in DOMAIN_NEVER_CALLS:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {called}()"


def too_long(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    place = path.relative_to(ROOT)
    if (length := len(text.splitlines())) > LONGEST_MODULE:
        yield f"{place}: {length} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{place}:{node.lineno}: {node.name} has {length} lines"


def test_every_module_imports_only_what_its_room_may() -> None:
    found = [problem for path in sources() for problem in complaints(path)]
    assert not found, "\n".join(found)


def test_the_domain_asks_no_clock_and_opens_nothing() -> None:
    found = [call for path in (ROOT / "hub" / "domain").rglob("*.py") for call in impure_calls(path)]
    assert not found, "\n".join(found)


def test_no_module_and_no_function_is_too_long() -> None:
    found = [problem for path in sources() for problem in too_long(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("kiosk.__main__", "display.voice"),
        ("kiosk.view", "hub.server.app"),
        ("kiosk.view", "hub"),
        ("ui.link", "hardware.printer"),
        ("ui.link", "websockets.asyncio"),
        ("hardware.printer", "hub.messages"),
        ("hardware.printer", "PySide6.QtCore"),
        ("hardware.printer", "serial"),
        ("hub.store.sqlite", "PySide6.QtCore"),
        ("hub.store.sqlite", "websockets"),
        ("hub.client.link", "hub.server"),
        ("hub.domain.queue", "asyncio"),
        ("hub.domain.queue", "apsw"),
        ("hub.messages.frames", "hub.domain.events"),
        ("kiosk.view", "hub.errors"),
        ("config.schema", "hub.domain"),
        ("config.schema", "yaml"),
        ("hub.server.app", "tests.helpers"),
    ],
)
def test_the_rules_refuse(module: str, imported: str) -> None:
    assert complaint(module, imported) is not None


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("kiosk.__main__", "hub.client.Link"),
        ("kiosk.__main__", "hardware.printer.Printer"),
        ("hub.server.app", "websockets.asyncio.server.serve"),
        ("hardware.pipes.serial", "serial"),
        ("hub.server.app", "hub.domain.decide"),
        ("hub.domain.queue", "collections.abc.Mapping"),
        ("tests.hub.test_x", "display.voice"),
    ],
)
def test_the_rules_allow(module: str, imported: str) -> None:
    assert complaint(module, imported) is None


def test_a_relative_import_is_judged_by_its_full_name() -> None:
    tree = ast.parse("from ..server import app\nfrom . import pace")
    assert list(imports(tree, ROOT / "hub/client/link.py")) == ["hub.server.app", "hub.client.pace"]
