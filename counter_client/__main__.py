"""``motcua-counter``: builds and wires the clerk's console or the citizen's rating panel."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

from config.loader import ConfigError, load_station
from config.station import Devices, Station
from counter_client.acts import Acts
from counter_client.attention import Attention, Bell
from counter_client.audit_trail import AuditTrail
from counter_client.call_keys import CallKeys
from counter_client.clerk_photos import ClerkPhotos
from counter_client.console import Console, HallLists, Visit
from counter_client.day_report import DayReport
from counter_client.desk import Desk
from counter_client.device_reports import DeviceReports
from counter_client.dossiers import Dossiers
from counter_client.fee import Fee
from counter_client.front_desk import FrontDesk
from counter_client.hall_watch import HallWatch
from counter_client.help_calls import HelpCalls
from counter_client.hot_keys import ABSENT, HotKeys, why_not
from counter_client.keypads import Keypads
from counter_client.low_marks import LowMarks
from counter_client.panel import Panel
from counter_client.procedures import Procedures
from counter_client.rating import Rating
from counter_client.rating_box import RatingBox
from counter_client.report_printer import ReportPrinter
from counter_client.scanner import ClerkScanner
from counter_client.sign import CounterSign
from counter_client.supervisor import HallActs, Supervisor
from hardware.descriptions import find_described_keypad, find_sign
from hardware.errors import HardwareError
from hardware.pipes import parse_address
from hardware.printing.profiles import find_profile
from ui.application import Screen, arguments, chosen_size, start_qt
from ui.hall_link import HallLink
from ui.loop_thread import LoopThread
from ui.watchdog import Pulse, Watchdog

HERE = Path(__file__).parent
QML = HERE / "qml"
TRANSLATIONS = HERE / "translations"
ROLES = ("counter", "rating", "supervisor")
STRIP_FROM = 1.4
"""A window this many times as high as wide is the clerk's strip."""


class CounterApp:
    """The running station. ``start`` shows it and connects; ``stop`` ends its threads."""

    def __init__(self, application: QGuiApplication, station: Station, options: Namespace) -> None:
        self.application = application
        self._station = station
        self._options = options
        self._loop = LoopThread("counter")
        self._watch = HallWatch(station.id, station.screen.language, time.monotonic, station.role)
        self._link = HallLink(station, Path(station.hub.key_file).parent, self._loop)
        self._box = RatingBox(self._link, Path(station.data))
        asks_reasons = station.role == "rating"
        self.rating = Rating(self._watch, self._box, asks_reasons=asks_reasons)
        self._reports = DeviceReports(self._link)
        self._keypads = Keypads(self._reports, self._loop)
        self._watchdog = Watchdog(os.environ, Pulse(self._loop).answered)
        self._keypads.ratePressed.connect(self.rating.choose)
        self._use_devices()
        self._ends: list[Callable[[], None]] = []
        self._bell = Bell(station.devices.sound)
        self.screen = self._screen_of_role()
        self._listen()
        self._use_language(station.screen.language)

    @property
    def language(self) -> str:
        return self._watch.language

    @property
    def online(self) -> bool:
        return self._watch.online

    def start(self) -> None:
        self.screen.show(self._station.screen.full_screen and self._options.size is None)
        self._loop.start()
        self._link.start()
        self._watch.start()
        self._watchdog.start()
        if self._options.screenshot is not None:
            self.screen.grab_when([self._link.stateChanged], self._options.screenshot)

    def stop(self) -> None:
        self._watchdog.stop()
        self._watch.stop()
        for end in self._ends:
            end()
        self._loop.stop()
        self.screen.close()

    def _use_devices(self) -> None:
        devices = self._station.devices
        if devices.keypad:
            self._keypads.listen_for_ratings(devices.keypad, devices.keypad_kind)
        if devices.call_keypad:
            self._keypads.listen_for_acts(devices.call_keypad, devices.call_keypad_kind)
        if devices.sign:
            self._sign = CounterSign(self._watch, devices.sign, devices.sign_kind, self._loop, self._reports)
        self._printer = (
            ReportPrinter(devices, Path(self._station.data), self._loop, self._reports)
            if devices.printer
            else None
        )

    def _screen_of_role(self) -> Screen:
        match self._station.role:
            case "rating":
                return self._panel()
            case "supervisor":
                return self._supervisor()
            case _:
                return self._console()

    def _supervisor(self) -> Screen:
        self._low = LowMarks(self._link, self._watch)
        self._link.eventArrived.connect(lambda event, fresh: self._low.heard(event))
        supervisor = Supervisor(self._watch, self._low)
        supervisor.languageChosen.connect(self._use_language)
        desk = Desk(self._link, self._station.id, time.monotonic)
        self._models = {
            "hall": supervisor,
            "acts": HallActs(self._watch, desk),
            "trail": AuditTrail(self._link, self._watch),
            "help": self._help(desk),
        }
        return self._screen("SupervisorMain.qml")

    def _console(self) -> Screen:
        desk = Desk(self._link, self._station.id, time.monotonic)
        self._link.eventArrived.connect(lambda event, fresh: desk.heard(event))
        self._watch.changed.connect(desk.state_came)
        console = Console(self._watch)
        console.languageChosen.connect(self._use_language)
        acts = Acts(self._watch, desk)
        self._attention = Attention(self._watch)
        self._attention.wanted.connect(self._bell.ring)
        self._call_keys = CallKeys(acts, console)  # a connection does not keep it alive
        self._keypads.actPressed.connect(self._call_keys.press)
        self._models = {
            "place": console,
            "visit": self._visit(),
            "acts": acts,
            "lists": HallLists(self._watch),
            "desk": FrontDesk(self._watch),
            "fee": Fee(self._watch, desk),
            "hotKeys": self._hot_keys(),
            "help": self._help(desk),
            "day": DayReport(self._watch, desk, self._printer),
        }
        if self._station.devices.scanner:
            self._scanner = ClerkScanner(self._station.devices.scanner, self._loop)
            self._scanner.dossierScanned.connect(acts.linkDossier)
        size = chosen_size(self._options, self._station.screen.size)
        narrow = size is not None and size.height() > size.width() * STRIP_FROM
        return self._screen("StripMain.qml" if narrow else "ConsoleMain.qml")

    def _help(self, desk: Desk) -> HelpCalls:
        calls = HelpCalls(self._watch, desk)
        calls.arrived.connect(self._bell.ring)
        return calls

    def _hot_keys(self) -> HotKeys:
        """Grab what the desktop lets us have; what it does not is on the screen that lists the keys."""
        hindered = why_not(QGuiApplication.platformName(), os.environ)
        keys = HotKeys(self._station.hot_keys.model_dump(), hindered)
        keys.pressed.connect(self._call_keys.press)
        if not hindered:
            from counter_client.x11_keys import NoDesktop, X11Keys  # a console elsewhere needs no X11

            try:
                keys.grab(X11Keys(keys.heard))
            except NoDesktop:
                keys.refuse(ABSENT)
        self._ends.append(keys.close)
        return keys

    def _visit(self) -> Visit:
        return Visit(self._watch, Procedures(self._link, self._watch), Dossiers(self._link, self._watch))

    def _panel(self) -> Screen:
        panel = Panel(self._watch, self.rating, ClerkPhotos(self._link, self._watch))
        panel.languageChosen.connect(self._use_language)
        self._models = {"panel": panel, "fee": Fee(self._watch)}
        return self._screen("RatingMain.qml")

    def _screen(self, main: str) -> Screen:
        return Screen(QML / main, self._models, chosen_size(self._options, self._station.screen.size))

    def _listen(self) -> None:
        self._link.eventArrived.connect(lambda event, fresh: self.rating.heard(event))
        self._link.stateChanged.connect(self._watch.take_state)
        self._link.onlineChanged.connect(self._watch.take_online)
        self._link.onlineChanged.connect(lambda online, heard: self._watch.take_trouble(self._link.trouble))
        self._watch.ticked.connect(lambda: self._watch.take_trouble(self._link.trouble))
        self._link.onlineChanged.connect(lambda online, heard: self._reports.online_changed(online))
        self._link.onlineChanged.connect(lambda online, heard: self._box.send_next() if online else None)

    def _use_language(self, language: str) -> None:
        self.screen.use_language(language, TRANSLATIONS)
        self._watch.use_language(language)


def build(argv: Sequence[str]) -> CounterApp:
    """Return the station ``argv`` describes, ready to start. Raises SystemExit (2) with one clear line."""
    options = arguments(
        "motcua-counter", "Bàn gọi số của cán bộ, hoặc bảng đánh giá của công dân"
    ).parse_args(argv)
    station = _station(options)
    present = QGuiApplication.instance()
    application = present if isinstance(present, QGuiApplication) else start_qt("motcua-counter")
    return CounterApp(application, station, options)


def _station(options: Namespace) -> Station:
    """Read the station file and look at everything it names, before anything is started."""
    if options.station is None:
        _give_up("cần --station FILE")
    name = options.station.name
    try:
        station = load_station(options.station)
        if station.role not in ROLES:
            _give_up(f"{name}: role: phải là một trong: {', '.join(ROLES)}")
        _look_at_devices(station.devices)
        Path(station.hub.key_file).read_text(encoding="utf-8")
    except ConfigError as error:
        _give_up(str(error))
    except HardwareError as error:
        _give_up(f"{name}: devices: {error}")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "không phải UTF-8"
        _give_up(f"không đọc được tệp khóa {station.hub.key_file} ({why})")
    return station


def _look_at_devices(devices: Devices) -> None:
    """Raises HardwareError: an address or a model makes no sense."""
    urls = (devices.keypad, devices.call_keypad, devices.scanner, devices.sign, devices.printer)
    for url in filter(None, urls):
        parse_address(url)
    if devices.keypad:
        find_described_keypad(devices.keypad_kind)
    if devices.call_keypad:
        find_described_keypad(devices.call_keypad_kind)
    if devices.sign:
        find_sign(devices.sign_kind)
    if devices.printer:
        find_profile(devices.printer_profile, devices.rendering)


def _give_up(why: str) -> NoReturn:
    print(f"motcua-counter: {why}", file=sys.stderr)
    raise SystemExit(2)


def main() -> int:
    app = build(sys.argv[1:])
    app.start()
    try:
        return app.application.exec()
    finally:
        app.stop()


if __name__ == "__main__":
    sys.exit(main())
