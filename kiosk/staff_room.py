"""What staff see and do at the kiosk itself: the self-check, paper again, sound, the way out."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from config.station import Station
from kiosk.hall_watch import HallWatch
from kiosk.printing import KioskPrinter
from kiosk.read_aloud import Reader
from kiosk.scanning import KioskScanner
from kiosk.self_check import Check, Facts, checks
from kiosk.slips import trial_slip
from kiosk.staff_door import StaffDoor
from kiosk.ticket_desk import TicketDesk
from kiosk.waits import moment

LEFT_BY_STAFF = 3
"""Exit code when staff ended the programme; a service manager should leave it ended."""
STAYS_S = 180
"""So long the staff screen stays up untouched."""
TRIAL = {"vi": "Xin chào. Loa của máy đang hoạt động.", "en": "Hello. The loudspeaker of this kiosk works."}


@dataclass(frozen=True, slots=True)
class Paper:
    """A ticket that can be printed again."""

    id: str
    number: str
    time: str


@dataclass(frozen=True, slots=True)
class StaffProps:
    door: str = "shut"
    digits: int = 0
    was_wrong: bool = False
    wait_s: int = 0
    checks: tuple[Check, ...] = ()
    papers: tuple[Paper, ...] = ()
    prints: bool = False
    sounds: bool = False
    printed: str = ""
    """What was sent to the printer last here: a number, ``trial``, or nothing."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the staff screen looks at. ``address``: the hub's, as the station file says."""

    station: Station
    watch: HallWatch
    tickets: TicketDesk
    scanner: KioskScanner
    printer: KioskPrinter | None = None
    reader: Reader | None = None


class StaffRoom(QObject):
    """``changed`` when the screen may look different, ``left`` when staff end the programme."""

    changed = Signal()
    left = Signal()

    def __init__(self, rooms: Rooms, door: StaffDoor, local_now: Callable[[], datetime]) -> None:
        super().__init__()
        self.door = door
        self._rooms = rooms
        self._local_now = local_now
        self._scanned = self._printed = self._since = ""
        self._still_s = 0
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._tick)
        door.changed.connect(self._door_moved)
        rooms.watch.connected.connect(self._note_time)
        rooms.scanner.seen.connect(self._saw)

    def stop(self) -> None:
        self._second.stop()
        self.door.stop()

    @property
    def props(self) -> StaffProps:
        door, printer = self.door, self._rooms.printer
        if door.door != "open":
            return StaffProps(door.door, len(door.typed), door.was_wrong, door.wait_s)
        return StaffProps(
            door="open",
            checks=checks(self._facts()),
            papers=tuple(_paper(one.id, one.number, one.issued_at) for one in self._rooms.tickets.recent),
            prints=printer is not None and printer.able,
            sounds=self._rooms.reader is not None,
            printed=self._printed,
        )

    # what staff do ---------------------------------------------------------------------------------

    def touched(self) -> None:
        self._still_s = 0

    def do(self, what: str, language: str) -> None:
        """``leave`` ends the programme, ``back`` shuts the screen, ``sound`` and ``trial`` try a device."""
        if self.door.door != "open":
            return
        match what:
            case "leave":
                self.left.emit()
            case "back":
                self.door.shut()
            case "sound" if self._rooms.reader is not None:
                self._rooms.reader.read([TRIAL.get(language, TRIAL["vi"])], language)
            case "trial":
                self._print_trial(language)

    def print_again(self, ticket: str) -> None:
        found = next((one for one in self._rooms.tickets.recent if one.id == ticket), None)
        if self.door.door == "open" and found is not None:
            self._rooms.tickets.print_again(found)
            self._printed = found.number
            self.changed.emit()

    def _print_trial(self, language: str) -> None:
        hall, printer, now = self._rooms.watch.hall, self._rooms.printer, self._local_now()
        if hall is not None and printer is not None:
            slip = trial_slip(hall, self._rooms.station.id, f"{now:%H:%M  %d/%m/%Y}", language)
            printer.print(slip, f"trial-{now.timestamp()}", lambda _outcome: self.changed.emit())
            self._printed = "trial"
            self.changed.emit()

    # what is found ---------------------------------------------------------------------------------

    def _facts(self) -> Facts:
        rooms, watch = self._rooms, self._rooms.watch
        hand, camera = rooms.scanner.hand_state, rooms.scanner.camera_state
        here, there = self._local_now(), watch.now()
        return Facts(
            station=rooms.station.id,
            blocked=watch.blocked,
            online=watch.online,
            address=rooms.station.hub.addresses[0],
            since=self._since,
            trouble=watch.trouble,
            printers=rooms.printer.reports if rooms.printer is not None else (),
            last_paper=rooms.printer.last if rooms.printer is not None else "",
            scanner=hand.connected if hand is not None else None,
            camera=camera.connected if camera is not None else None,
            scanned=self._scanned,
            sound=rooms.reader is not None,
            disk_mb=shutil.disk_usage(Path(rooms.station.data)).free // 2**20,
            clock_off_s=round((here - there).total_seconds()) if there is not None else None,
            versions=versions(),
        )

    def _saw(self, kind: str) -> None:
        if self.door.door == "open":
            self._scanned = kind
            self.changed.emit()

    def _note_time(self, _online: bool) -> None:
        self._since = f"{self._local_now():%H:%M}"

    def _door_moved(self) -> None:
        self._rooms.scanner.trial = self.door.door == "open"
        if self.door.door == "open" and not self._second.isActive():
            self._still_s = 0
            self._second.start()
        elif self.door.door != "open":
            self._second.stop()
            self._scanned = self._printed = ""
        self.changed.emit()

    def _tick(self) -> None:
        self._still_s += 1
        if self._still_s >= STAYS_S:
            self.door.shut()
        self.changed.emit()


def _paper(id: str, number: str, issued_at: str) -> Paper:
    at = moment(issued_at)
    return Paper(id, number, f"{at:%H:%M}" if at else "")


@cache
def versions() -> str:
    """Return ours, Python's and Qt's."""
    try:
        ours = version("mot-cua")
    except PackageNotFoundError:
        ours = "?"
    return f"Một Cửa {ours} · Python {platform.python_version()} · Qt {version('PySide6')}"
