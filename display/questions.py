"""What a lobby screen asks the hub now and then: the catalogue for its guide, the dossiers for its board."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from display.answers import catalogue, dossier_board
from display.hall_sight import HallSight
from ui.hall_link import Answer, Done

Ask = Callable[[str, dict[str, Any], Done], None]

BOARD_EVERY_MS = 60_000
AGAIN_AFTER_MS = 5_000


class Questions(QObject):
    """Asks only what the layout shows. Signals: ``procedures(tuple)``, ``dossiers(DossierBoard)``."""

    procedures = Signal(object)
    dossiers = Signal(object)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._layout = ""
        self._online = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask_now)

    def take_hall(self, place: HallSight) -> None:
        self._layout = place.display.layout
        self._ask_now()

    def take_online(self, online: bool, _heard_at: object) -> None:
        self._online = online
        self._ask_now()

    def stop(self) -> None:
        self._timer.stop()

    def _ask_now(self) -> None:
        if not self._online:
            return
        if self._layout in ("calls_media", "guide"):
            self._ask("catalogue", {}, self._take_catalogue)
        elif self._layout == "dossiers":
            self._ask("dossier_board", {}, self._take_board)

    def _take_catalogue(self, answer: Answer) -> None:
        if answer.ok:
            self.procedures.emit(catalogue(answer.data))
        elif answer.retry:
            self._timer.start(AGAIN_AFTER_MS)

    def _take_board(self, answer: Answer) -> None:
        if answer.ok:
            self.dossiers.emit(dossier_board(answer.data))
        self._timer.start(BOARD_EVERY_MS if answer.ok else AGAIN_AFTER_MS)
