"""Starts the kiosk, or its search on the command line; the only place that builds and wires the objects."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace

    from PySide6.QtGui import QGuiApplication

    from config.station import Station
    from kiosk.desks import Desks
    from kiosk.idle import Pace
    from kiosk.lock import Lock
    from kiosk.machine import Kiosk
    from kiosk.read_aloud import Reader
    from kiosk.reception import Reception
    from kiosk.scanning import KioskScanner
    from kiosk.screens import Screens
    from kiosk.staff_room import StaffRoom
    from kiosk.ticket_desk import TicketDesk
    from ui.application import Screen
    from ui.hall_link import HallLink
    from ui.loop_thread import LoopThread

QML = Path(__file__).parent / "qml"
TRANSLATIONS = Path(__file__).parent / "translations"


def build(arguments: Sequence[str], pace: Pace | None = None) -> Kiosk:
    """Return the kiosk that ``motcua-kiosk ARGUMENTS`` runs, not started yet.

    Raises:
        ConfigError: the station file is missing or wrong.
        OSError: the key file cannot be read, or the data directory not made.
        HardwareError: a device's address or profile makes no sense.
    """
    from config.loader import load_station
    from ui.application import start_qt
    from ui.hall_link import HallLink
    from ui.loop_thread import LoopThread

    options = _options(arguments)
    station = load_station(options.station)
    Path(station.data).mkdir(parents=True, exist_ok=True)
    application = start_qt("Một Cửa – ki-ốt")
    with ExitStack() as undo:
        loop = LoopThread("kiosk")
        undo.callback(loop.stop)
        link = HallLink(station, options.station.parent, loop)
        reception = _reception(station, link, loop, pace)
        scanner = _scanner(station, loop, reception)
        undo.pop_all()
    return _assembled(options, station, application, reception, link, loop, scanner)


def _assembled(
    options: Namespace,
    station: Station,
    application: QGuiApplication,
    reception: Reception,
    link: HallLink,
    loop: LoopThread,
    scanner: KioskScanner,
) -> Kiosk:
    from kiosk.machine import Kiosk
    from kiosk.screens import Screens
    from ui.application import Screen, chosen_size
    from ui.watchdog import Pulse, Watchdog

    screens = Screens(reception)
    properties = {**screens.properties, "widthMm": station.screen.width_mm}
    screen = Screen(QML / "KioskMain.qml", properties, chosen_size(options, station.screen.size))
    reception.languageChanged.connect(lambda language: screen.use_language(language, TRANSLATIONS))
    screen.use_language(station.screen.language, TRANSLATIONS)
    reader = _reader(station, screen, reception, screens)
    dog = Watchdog(os.environ, Pulse(loop).answered)
    _check_in(reception, screens, scanner)
    staff = _staff(station, reception, screens, scanner, reader)
    lock = _lock(screen, scanner, reception)
    return Kiosk(
        application, screen, station, reception, screens, link, loop, scanner, reader, dog, staff, lock,
        options,
    )  # fmt: skip


def _options(arguments: Sequence[str]) -> Namespace:
    from ui.application import arguments as parser_of

    parser = parser_of("motcua-kiosk", "Ki-ốt lấy số của công dân.")
    options = parser.parse_args(arguments)
    if options.station is None:
        parser.error("cần --station FILE (station.toml của máy này)")
    return options


def _reception(station: Station, link: HallLink, loop: LoopThread, pace: Pace | None) -> Reception:
    from kiosk.printing import report
    from kiosk.reception import Reception

    reception = Reception(_desks(station, link, loop, pace), station.screen.language)
    if reception.desks.printer is not None:
        report(reception.desks.printer, reception.desks.watch, link)
    return reception


def _desks(station: Station, link: HallLink, loop: LoopThread, pace: Pace | None) -> Desks:
    import time

    from kiosk.booking_desk import BookingDesk
    from kiosk.catalogue_desk import CatalogueDesk
    from kiosk.desks import Desks
    from kiosk.dossier_desk import DossierDesk
    from kiosk.hall_watch import HallWatch
    from kiosk.help_desk import HelpDesk
    from kiosk.idle import Idle, Pace
    from kiosk.printing import KioskPrinter
    from kiosk.slip_desk import SlipDesk

    watch = HallWatch(station.id, time.monotonic, lambda: link.trouble)
    link.stateChanged.connect(watch.take_state)
    link.onlineChanged.connect(watch.take_online)
    printer = None
    if station.devices.printer:
        printer = KioskPrinter(station.devices, Path(station.data), loop)
    return Desks(
        watch=watch,
        tickets=_ticket_desk(station, link, watch, printer),
        dossiers=DossierDesk(link),
        catalogue=CatalogueDesk(link, loop),
        idle=Idle(pace or Pace()),
        printer=printer,
        scans=bool(station.devices.scanner or station.devices.camera),
        help=HelpDesk(link, watch, station.id),
        bookings=BookingDesk(link),
        slips=SlipDesk(watch, printer),
    )


def _ticket_desk(station: Station, link: HallLink, watch: Any, printer: Any) -> TicketDesk:
    from datetime import UTC, datetime

    from kiosk.pending import PendingTicket
    from kiosk.ticket_desk import TicketDesk

    return TicketDesk(link, watch, printer, PendingTicket(Path(station.data)), lambda: datetime.now(UTC))


def _scanner(station: Station, loop: LoopThread, reception: Reception) -> KioskScanner:
    from kiosk.scanning import KioskScanner

    scanner = KioskScanner(station.devices, loop)
    scanner.dossierScanned.connect(reception.scanned)
    scanner.somethingElseScanned.connect(reception.scanned_something_else)
    return scanner


def _reader(station: Station, screen: Screen, reception: Reception, screens: Screens) -> Reader | None:
    """Each screen can be read aloud where there is sound; a step further or another language silences it."""
    from PySide6.QtCore import Qt

    from kiosk.read_aloud import Reader, has_sound, sentences

    if not has_sound(station.devices.sound):
        return None
    reader = Reader(station.devices.sound)

    def asked() -> None:
        if reader.reading:
            reader.hush()
        else:
            reader.read(sentences(screen.window.contentItem()), reception.settings.language)

    screens.frame.readWanted.connect(asked)
    # Queued: the binding that turned the page is still being evaluated.
    screen.window.pageChanged.connect(reader.hush, Qt.ConnectionType.QueuedConnection)  # type: ignore[attr-defined]
    reception.languageChanged.connect(lambda _language: reader.hush())
    reader.changed.connect(lambda: screens.hear(reads=True, reading=reader.reading))
    screens.hear(reads=True, reading=False)
    return reader


def _staff(
    station: Station,
    reception: Reception,
    screens: Screens,
    scanner: KioskScanner,
    reader: Reader | None,
) -> StaffRoom:
    import time
    from datetime import datetime

    from PySide6.QtCore import QCoreApplication

    from kiosk.staff_door import StaffDoor
    from kiosk.staff_room import LEFT_BY_STAFF, Rooms, StaffRoom

    desks = reception.desks
    watch = desks.watch

    def pin_hash() -> str:
        return watch.hall.at_kiosks.staff_pin_hash if watch.hall is not None else ""

    rooms = Rooms(station, watch, desks.tickets, scanner, desks.printer, reader)
    room = StaffRoom(rooms, StaffDoor(pin_hash, time.monotonic), lambda: datetime.now().astimezone())
    room.left.connect(lambda: QCoreApplication.exit(LEFT_BY_STAFF))
    screens.let_staff_in(room)
    return room


def _check_in(reception: Reception, screens: Screens, scanner: KioskScanner) -> None:
    from kiosk.check_in import CheckIn

    bookings = reception.desks.bookings
    assert bookings is not None
    check_in = CheckIn(reception, bookings)
    check_in.setParent(reception)
    screens.let_check_in(check_in)
    scanner.appointmentScanned.connect(check_in.scanned)
    scanner.otherCodeScanned.connect(check_in.scanned_unknown)
    scanner.cardScanned.connect(check_in.card)


def _lock(screen: Screen, scanner: KioskScanner, reception: Reception) -> Lock:
    """Keys end at the lock: a scanner may be among them, or somebody types on a real keyboard."""
    import time

    from kiosk.key_scanner import KeyScanner
    from kiosk.lock import Lock

    keys = KeyScanner(scanner.take, reception.typed, time.monotonic)
    lock = Lock(screen.window, keys.press)
    keys.setParent(lock)
    return lock


def main(arguments: Sequence[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["search"]:
        from kiosk.search_command import run

        return run(arguments[1:])
    if arguments[:1] == ["--gallery"]:
        from kiosk.gallery.run import run as draw

        return draw(arguments[1:])
    return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    from config.mistakes import ConfigError
    from hardware.errors import HardwareError

    try:
        kiosk = build(arguments)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"không mở được {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except HardwareError as error:
        print(error, file=sys.stderr)
        return 2
    return _serve(kiosk)


def _serve(kiosk: Kiosk) -> int:
    from ui.termination import Termination

    kiosk.ending = Termination(kiosk.application)
    kiosk.start()
    try:
        return int(kiosk.application.exec())
    finally:
        kiosk.stop()


if __name__ == "__main__":
    sys.exit(main())
