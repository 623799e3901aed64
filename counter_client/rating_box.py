"""Ratings on their way to the hub: stored with their key before they are sent, sent until the hub answered.

A rating outlives this station's crash and the hub's absence; whether it came in time is the hub's to say.
"""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from counter_client.desk import Sender
from hub.messages.commands import Rate
from ui.hall_link import Answer

_log = logging.getLogger(__name__)
FILE_NAME = "ratings-on-their-way.json"
AGAIN_MS = 2_000
MOST_KEPT = 100


class Pending(Struct, frozen=True):
    key: str
    rate: Rate


def _new_key() -> str:
    return str(uuid.uuid4())


class RatingBox(QObject):
    """``settled(ticket, code)``: the hub took it (empty code) or refused it for good."""

    settled = Signal(str, str)

    def __init__(self, link: Sender, folder: Path, new_key: Callable[[], str] = _new_key) -> None:
        super().__init__()
        self._link = link
        self._file = folder / FILE_NAME
        self._new_key = new_key
        self._pending = _read(self._file)
        self._under_way = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.send_next)

    def __len__(self) -> int:
        return len(self._pending)

    def put(self, rate: Rate) -> None:
        """Keep ``rate`` on disk, then send it."""
        self._pending = [*self._pending, Pending(self._new_key(), rate)][-MOST_KEPT:]
        self._write()
        self.send_next()

    def send_next(self) -> None:
        """Send the oldest that has no answer yet; call it when the hub is back, too."""
        if self._pending and not self._under_way:
            self._under_way = True
            first = self._pending[0]
            self._link.send(first.rate, lambda answer: self._take(first, answer), key=first.key)

    def _take(self, sent: Pending, answer: Answer) -> None:
        self._under_way = False
        if not answer.ok and answer.retry:
            self._again.start()
            return
        self._pending = [one for one in self._pending if one.key != sent.key]
        self._write()
        if not answer.ok:
            _log.info("the hub did not take a rating: %s", answer.code)
        self.settled.emit(sent.rate.ticket or "", answer.code)
        self.send_next()

    def _write(self) -> None:
        fresh = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(msgspec.json.encode(self._pending))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._file)
        except OSError as error:  # the rating still goes out; only a crash in this second would lose it
            _log.warning("ratings cannot be kept in %s: %s", self._file.name, error.strerror)


def _read(file: Path) -> list[Pending]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[Pending])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("ratings kept in %s cannot be read: %s", file.name, error)
        return []
