"""A real kiosk before a real hub, with simulated devices, touched through Qt's own events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from config.model import Hall
from hardware.simulated.printer import Model, SimulatedPrinter
from hub.client.link import Link
from hub.messages.commands import Command
from hub.messages.frames import Ev
from hub.messages.views import HallState, TicketView
from hub.server.hub import Settings
from kiosk.__main__ import build
from kiosk.gallery.halls import example
from kiosk.idle import Pace
from kiosk.machine import Kiosk
from tests.helpers.hall import round_the_clock
from tests.helpers.hub import HubThread
from ui.loop_thread import LoopThread

LIMIT_MS = 8_000
PATIENT = Pace(quiet=1_000_000, ticket_quiet=1_000_000)
STATION = """
id = "{id}"
role = "kiosk"
data = "data"
[hub]
addresses = ["{address}"]
key_file = "key"
[devices]
{devices}
[screen]
full_screen = false
size = "1080x1920"
"""


def ward(**parts: object) -> Hall:
    """The shipped ward, open round the clock unless ``hours`` say otherwise."""
    hall = example("phuong").hall
    data = {**hall.model_dump(mode="json"), "hours": round_the_clock(), **parts}
    return Hall.model_validate(data)


def ward_hub(data: Path, **parts: object) -> HubThread:
    loaded = example("phuong")
    return HubThread(
        Settings(hall=ward(**parts), data=data, directory=loaded.directory, procedures=loaded.procedures)
    )


@contextmanager
def a_printer(into: Path | None = None, **model: float) -> Iterator[tuple[SimulatedPrinter, LoopThread]]:
    """``into``: where the pictures of its papers go."""
    if into is not None:
        into.mkdir()
    loop = LoopThread("simulated")
    loop.start()
    printer = SimulatedPrinter(into=into, model=Model(**{"mm_per_s": 0, **model}))  # type: ignore[arg-type]
    loop.submit(printer.start()).result(5)
    try:
        yield printer, loop
    finally:
        loop.submit(printer.stop()).result(5)
        loop.stop()


def write_station(folder: Path, hub: HubThread, **devices: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    kiosk = hub.settings.hall.kiosks[0].id
    (folder / "key").write_text(hub.pair("kiosk", kiosk) + "\n", encoding="utf-8")
    lines = "\n".join(f'{name} = "{url}"' for name, url in devices.items())
    file = folder / "station.toml"
    file.write_text(STATION.format(id=kiosk, address=hub.address, devices=lines), encoding="utf-8")
    return file


class Witness:
    """A supervisor's link: what the hub really holds."""

    def __init__(self, hub: HubThread) -> None:
        self.state: HallState | None = None
        self._loop = LoopThread("witness")
        self._link = Link([hub.address], hub.pair("supervisor", "W"), "supervisor", "W", self)

    @classmethod
    @contextmanager
    def of(cls, hub: HubThread) -> Iterator[Witness]:
        witness = cls(hub)
        witness._loop.start()
        witness._loop.supervise("witness", witness._link.run)
        try:
            yield witness
        finally:
            witness._loop.stop()

    @property
    def tickets(self) -> list[TicketView]:
        return [] if self.state is None else list(self.state.tickets)

    def do(self, command: Command) -> None:
        """Have the hub do ``command``, as a supervisor may."""
        self._loop.submit(self._link.send(command)).result(5)

    def device(self, name: str) -> str:
        views = [] if self.state is None else self.state.devices
        return next((one.state for one in views if one.device == name), "")

    def on_online(self) -> None: ...

    def on_away(self, since: datetime) -> None: ...

    def on_state(self, state: HallState, seq: int) -> None:
        self.state = state

    def on_event(self, event: Ev, fresh: bool) -> None: ...


@dataclass
class Rig:
    """The kiosk under a test's finger."""

    kiosk: Kiosk
    qtbot: QtBot

    @property
    def page(self) -> str:
        return str(self.kiosk.screen.window.property("page"))

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=LIMIT_MS)

    def until_page(self, page: str) -> None:
        self.until(lambda: self.page == page)

    def until_ready(self) -> None:
        """The hub is heard, the catalogue there."""
        desks = self.kiosk.reception.desks
        self.until(lambda: desks.watch.online and desks.catalogue.index is not None)

    def find(self, name: str) -> QQuickItem | None:
        waiting = [self.kiosk.screen.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.objectName() == name and item.isVisible():
                return item
            waiting.extend(item.childItems())
        return None

    def sees(self, name: str) -> bool:
        return self.find(name) is not None

    def text(self, name: str) -> str:
        item = self.find(name)
        return "" if item is None else str(item.property("text"))

    def touch(self, name: str) -> None:
        """Touch the middle of what bears the name, as soon as it is there."""
        self.until(lambda: self.sees(name))
        QTest.mouseClick(
            self.kiosk.screen.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.middle(name),
        )

    def middle(self, name: str) -> QPoint:
        """Return where ``name`` is, once its page takes touches."""
        self.until(lambda: bool(self.kiosk.screen.window.property("settled")))
        item = self.find(name)
        assert item is not None, f"nothing named {name}"
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def type(self, keys: str) -> None:
        for key in keys:
            self.touch("key-space" if key == " " else f"key-{key.lower()}")


@contextmanager
def a_kiosk(qtbot: QtBot, station: Path, pace: Pace = PATIENT) -> Iterator[Rig]:
    kiosk = build(["--station", str(station)], pace)
    kiosk.screen.window.setProperty("reducedMotion", True)
    kiosk.start()
    try:
        yield Rig(kiosk, qtbot)
    finally:
        kiosk.stop()
