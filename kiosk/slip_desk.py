"""Prints what is not a number: the state of a dossier, the guide to a procedure."""

from __future__ import annotations

import uuid

from config.model import Procedure
from hardware.printing.slips import Slip
from hub.messages.views import DossierView
from kiosk.hall_watch import HallWatch
from kiosk.printing import KioskPrinter
from kiosk.slips import dossier_slip, guide_slip


class SlipDesk:
    """Does nothing while the printer is not able to."""

    def __init__(self, watch: HallWatch, printer: KioskPrinter | None) -> None:
        self._watch = watch
        self._printer = printer

    def print_dossier(self, dossier: DossierView | None, language: str) -> None:
        if self._watch.hall is not None and dossier is not None:
            self._print(dossier_slip(dossier, self._watch.hall, self._time(), language))

    def print_guide(self, procedure: Procedure | None, language: str) -> None:
        if self._watch.hall is not None and procedure is not None:
            self._print(guide_slip(procedure, self._watch.hall, self._time(), language))

    def _print(self, slip: Slip) -> None:
        if self._printer is not None and self._printer.able:
            self._printer.print(slip, f"slip-{uuid.uuid4()}", lambda _outcome: None)

    def _time(self) -> str:
        now = self._watch.now()
        return now.strftime("%H:%M  %d/%m/%Y") if now else ""
