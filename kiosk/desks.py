"""Who does the work behind the screen; the reception sends everything to the right one."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booking_desk import BookingDesk
from kiosk.catalogue_desk import CatalogueDesk
from kiosk.dossier_desk import DossierDesk
from kiosk.hall_watch import HallWatch
from kiosk.help_desk import HelpDesk
from kiosk.idle import Idle
from kiosk.printing import KioskPrinter
from kiosk.slip_desk import SlipDesk
from kiosk.ticket_desk import TicketDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """Who does the work behind the counter of the screen."""

    watch: HallWatch
    tickets: TicketDesk
    dossiers: DossierDesk
    catalogue: CatalogueDesk
    idle: Idle
    slips: SlipDesk
    printer: KioskPrinter | None = None
    scans: bool = False
    help: HelpDesk | None = None
    bookings: BookingDesk | None = None
