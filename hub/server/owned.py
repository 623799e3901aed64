"""A centre's store and devices while this hub owns the centre, whichever database keeps them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hub.store.devices import DeviceList, Devices
from hub.store.records import Store
from hub.store.sqlite import SqliteStore


@dataclass(frozen=True, slots=True)
class Owned:
    """``held``: no other hub can own the centre by now. Asked before every word to a station."""

    store: Store
    devices: DeviceList
    held: Callable[[], bool]

    def close(self) -> None:
        with suppress(OSError):
            self.devices.close()
        self.store.close()


def own_files(data: Path, centre: str, *, vfs: str | None = None, synchronous: str = "FULL") -> Owned:
    """Take the files in ``data`` over; nobody else can while this process lives.

    Raises StoreTaken, StoreUnusable.
    """
    devices = Devices(data)
    try:
        store = SqliteStore(data, centre, vfs=vfs, synchronous=synchronous)
    except BaseException:
        devices.close()
        raise
    return Owned(store, devices, held=_always)


def _always() -> bool:
    return True
