"""The packages this stands on: the traps that were measured once stay shut."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tests.test_import_rules import DOORS, PACKAGES

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
HASHES = r"(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+"
PINS = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ;[^\\]*)? \\" + HASHES + "$", re.MULTILINE)


def _installed() -> dict[str, str]:
    return {_canonical(found.metadata["Name"]): found.version for found in importlib.metadata.distributions()}


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_a_void_qt_call_keeps_its_reference_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one a call and aborted after some 5,300."""
    item = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        item.setObjectName("A012")
    assert before - sys.getrefcount(None) < 100


def test_opencv_comes_without_its_own_qt() -> None:
    installed = _installed()
    assert "opencv-python" not in installed
    assert "opencv-python-headless" in installed


def test_every_locked_package_is_pinned_and_hashed() -> None:
    entries = re.findall(r"^[a-z0-9-]+==", LOCK, re.MULTILINE)
    assert entries
    assert len(PINS.findall(LOCK)) == len(entries)


def test_the_lock_names_no_package_host() -> None:
    assert "://" not in LOCK


def test_the_lock_holds_every_dependency_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = {name for name, _ in PINS.findall(LOCK)}
    assert {_canonical(re.split(r"[<>=!~\[; ]", line)[0]) for line in wanted} <= locked


def test_every_package_a_room_may_import_is_locked() -> None:
    providers = importlib.metadata.packages_distributions()
    locked = {name for name, _ in PINS.findall(LOCK)}
    allowed = {*DOORS, *(package for packages in PACKAGES.values() for package in packages)}
    assert [
        package
        for package in sorted(allowed)
        if not locked & set(map(_canonical, providers.get(package, [])))
    ] == []


@pytest.mark.parametrize("name", ["pyside6", "websockets", "msgspec", "pydantic", "zxing-cpp"])
def test_what_is_installed_is_what_is_locked(name: str) -> None:
    assert _installed()[name] == dict(PINS.findall(LOCK))[name]
