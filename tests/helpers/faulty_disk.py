"""A disk that fails on command: an SQLite file layer under the real store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw

_names = itertools.count(1)


class FaultyDisk(apsw.VFS):
    """``failing``: what every write and sync raises (``apsw.FullError``, ``apsw.IOError``), or None."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failing: type[apsw.Error] | None = None
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _File(self, name, flags)


class _File(apsw.VFSFile):
    def __init__(self, disk: FaultyDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__("", name, flags)

    def _fail(self) -> None:
        if self._disk.failing is not None:
            raise self._disk.failing("the disk fails for a test")

    def xWrite(self, data: Any, offset: int) -> None:
        self._fail()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._fail()
        super().xSync(flags)


@contextmanager
def faulty_disk() -> Iterator[FaultyDisk]:
    disk = FaultyDisk(f"faulty-{next(_names)}")
    try:
        yield disk
    finally:
        disk.unregister()
