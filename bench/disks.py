"""A disk that fails as disks do, as an SQLite file layer: the power goes, it is full, it cannot write.

What was written and not synced is kept in memory; the real file below is always as it was last synced. The
names of files are durable at once; that a new file's name may be lost is not played.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

_names = itertools.count(1)


class _Contents:
    """One file: what a reader sees, and the steps there from the disk; one without bytes truncates."""

    def __init__(self, path: str) -> None:
        self.seen = bytearray(Path(path).read_bytes())
        self.unsynced: list[tuple[int, bytes | None]] = []

    def take(self, offset: int, data: bytes | None) -> None:
        self.unsynced.append((offset, data))
        _step(self.seen, offset, data)


class Disk(apsw.VFS):
    """``spared``: the end of the name of files that never fail.

    ``fails_in``: so many writes and syncs still succeed, then ``failing`` is raised until it is None.
    """

    def __init__(self, name: str, chance: random.Random, spared: str) -> None:
        self.name = name
        self._spared = spared
        self.failing: type[apsw.Error] | None = None
        self.fails_in = 0
        self.failed = False
        self._chance = chance
        self._files: dict[str, _Contents] = {}
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if not self.failed:  # SQLite does not ask whether it worked
            self._files.pop(filename, None)
            super().xDelete(filename, syncdir)

    def fail(self, error: type[apsw.Error], after: int) -> None:
        self.failing, self.fails_in, self.failed = error, after, False

    def tick(self, path: str) -> None:
        """Count one write or sync; raises ``failing`` when its time has come."""
        if self.failing is None or (self._spared and path.endswith(self._spared)):
            return
        if self.fails_in <= 0:
            self.failed = True
            raise self.failing("the disk fails in a drill")
        self.fails_in -= 1

    def contents(self, path: str) -> _Contents:
        if path not in self._files:
            self._files[path] = _Contents(path)
        return self._files[path]

    def lose_power(self, *, some_reach_it: bool) -> None:
        """Forget what was not synced; with ``some_reach_it`` a part of it got through, in any order."""
        for path, contents in self._files.items():
            if some_reach_it:
                steps = [step for step in contents.unsynced if self._chance.random() < 0.5]
                _write(Path(path), steps)
        self._files.clear()
        self.failing = None


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        assert name is not None
        self._disk = disk
        super().__init__("", name, flags)
        self._path = name if isinstance(name, str) else name.filename()
        self._contents = disk.contents(self._path)

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._contents.seen[offset : offset + amount])

    def xFileSize(self) -> int:
        return len(self._contents.seen)

    def xWrite(self, data: Any, offset: int) -> None:
        self._disk.tick(self._path)
        self._contents.take(offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        self._disk.tick(self._path)
        self._contents.take(newsize, None)

    def xSync(self, flags: int) -> None:
        if not self._contents.unsynced:
            return
        self._disk.tick(self._path)
        _write(Path(self._path), self._contents.unsynced)
        self._contents.unsynced = []


def _step(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _write(path: Path, steps: list[tuple[int, bytes | None]]) -> None:
    if not steps:
        return
    with path.open("r+b") as file:
        for offset, data in steps:
            if data is None:
                file.truncate(offset)
            else:
                file.seek(offset)
                file.write(data)


@contextmanager
def failing_disk(chance: random.Random, *, spared: str = "") -> Iterator[Disk]:
    disk = Disk(f"drill-{next(_names)}", chance, spared)
    try:
        yield disk
    finally:
        disk.unregister()
