"""One hub per data directory, held by a file lock that the system frees whatever becomes of the process."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from hub.store.errors import StoreTaken


class Lease:
    """Held from ``acquire`` to ``release``."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    @classmethod
    def acquire(cls, data: Path) -> Lease:
        """Raises StoreTaken: another process holds it."""
        path = data / "hub.lock"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = os.pread(handle, 64, 0).decode("ascii", "replace").strip()
            os.close(handle)
            raise StoreTaken(data, owner) from error
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()}\n".encode(), 0)
        return cls(path, handle)

    def release(self) -> None:
        os.close(self._handle)

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
