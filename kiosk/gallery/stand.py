"""A whole kiosk that stands before nothing: the link answers nobody, the printer is always fine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSize

from config.loader import Loaded
from kiosk.booking import Booking
from kiosk.booking_desk import BookingDesk
from kiosk.catalogue_desk import CatalogueDesk, build_index
from kiosk.desks import Desks
from kiosk.dossier import LookUp
from kiosk.dossier_desk import DossierDesk
from kiosk.gallery.halls import StillLink, state_of
from kiosk.hall_watch import HallWatch
from kiosk.help_desk import HelpDesk
from kiosk.idle import Idle, Pace
from kiosk.pending import PendingTicket
from kiosk.reception import Reception
from kiosk.screens import Screens
from kiosk.slip_desk import SlipDesk
from kiosk.ticket import Issue
from kiosk.ticket_desk import TicketDesk
from kiosk.visit import Visit
from ui.application import Screen
from ui.loop_thread import LoopThread

ROOM = Path(__file__).parents[1]
QML, TRANSLATIONS = ROOM / "qml", ROOM / "translations"


@dataclass(frozen=True, slots=True)
class Look:
    """How the citizen set the screen."""

    language: str = "vi"
    contrast: bool = False
    large: bool = False


@dataclass
class Stand:
    """A kiosk without a hub behind it."""

    reception: Reception
    screens: Screens
    screen: Screen
    centre: Loaded
    help: HelpDesk
    loop: LoopThread

    def show(self, visit: Visit) -> None:
        self.reception.visit = visit
        self.reception.changed.emit()

    def issue(self, **parts: Any) -> None:
        self.reception.desks.tickets.issue = Issue(**parts)

    def look_up(self, **parts: Any) -> None:
        self.reception.desks.dossiers.look_up = LookUp(**parts)

    def book(self, **parts: Any) -> None:
        assert self.reception.desks.bookings is not None
        self.reception.desks.bookings.booking = Booking(**parts)

    def open(self, look: Look) -> None:
        """The hall is busy, the catalogue read, the screen set as ``look`` says."""
        catalogue, watch = self.reception.desks.catalogue, self.reception.desks.watch
        rows = [one.model_dump(mode="json") for one in self.centre.procedures]
        catalogue._take(build_index({"procedures": rows}))
        watch.take_online(True, None)
        watch.take_state(state_of(self.centre.hall))
        self.reception.use_language(look.language)
        if look.contrast:
            self.reception.toggle_contrast()
        if look.large:
            self.reception.toggle_large()
        self.screens.hear(reads=True, reading=False)
        self.screen.show(False)

    def close(self) -> None:
        self.reception.desks.tickets.stop()
        self.screen.discard()
        self.loop.stop()


class PaperThere:
    """A printer that is fine, for the buttons that need one."""

    able = True
    state = "ok"


def stand(centre: Loaded, size: QSize, data: Path, width_mm: float = 0) -> Stand:
    link, loop = cast(Any, StillLink()), LoopThread()
    watch = HallWatch(centre.hall.kiosks[0].id, lambda: 0.0)
    help = HelpDesk(link, watch, watch.kiosk)
    desks = Desks(
        watch=watch,
        tickets=TicketDesk(link, watch, None, PendingTicket(data), lambda: datetime.now(UTC)),
        dossiers=DossierDesk(link),
        catalogue=CatalogueDesk(link, loop),
        idle=Idle(Pace()),
        scans=True,
        help=help,
        bookings=BookingDesk(link),
        slips=SlipDesk(watch, None),
    )
    reception = Reception(desks, "vi")
    object.__setattr__(desks, "printer", PaperThere())
    screens = Screens(reception)
    properties = {**screens.properties, "widthMm": width_mm}
    screen = Screen(QML / "KioskMain.qml", properties, size)
    screen.window.setProperty("reducedMotion", True)
    reception.languageChanged.connect(lambda language: screen.use_language(language, TRANSLATIONS))
    return Stand(reception, screens, screen, centre, help, loop)
