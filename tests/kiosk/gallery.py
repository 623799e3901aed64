"""Pictures of every page of the kiosk: ``python -m tests.kiosk.gallery OUT [WORD…]``. Look at them!"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSize

from config.loader import Loaded
from hub.messages.views import TicketView
from kiosk.__main__ import QML, TRANSLATIONS
from kiosk.catalogue_desk import CatalogueDesk, build_index
from kiosk.dossier import LookUp
from kiosk.dossier_desk import DossierDesk
from kiosk.hall_watch import HallWatch
from kiosk.idle import Idle, Pace
from kiosk.pending import PendingTicket
from kiosk.reception import Desks, Reception
from kiosk.screens import Screens
from kiosk.ticket import Issue
from kiosk.ticket_desk import TicketDesk
from kiosk.visit import Visit
from tests.kiosk.halls import StillLink, a_dossier, a_ticket, example, state_of
from ui.application import Screen, start_qt
from ui.loop_thread import LoopThread

SIZES = {
    "portrait": QSize(1080, 1920),
    "landscape": QSize(1920, 1080),
    "small": QSize(1024, 768),
    "4k": QSize(2160, 3840),
}
LOOKS = {
    "vi": ("vi", False, False),
    "en": ("en", False, False),
    "contrast": ("vi", True, False),
    "large": ("vi", False, True),
}


@dataclass
class Stand:
    """A kiosk without a hub behind it."""

    link: StillLink
    reception: Reception
    screens: Screens
    screen: Screen
    centre: Loaded

    def show(self, visit: Visit) -> None:
        self.reception.visit = visit
        self.reception.changed.emit()

    def issue(self, **parts: object) -> None:
        self.reception.desks.tickets.issue = Issue(**parts)  # type: ignore[arg-type]

    def look_up(self, **parts: object) -> None:
        self.reception.desks.dossiers.look_up = LookUp(**parts)  # type: ignore[arg-type]


class PaperThere:
    """A printer that is fine, for the buttons that need one."""

    able = True


def stand(centre: Loaded, size: QSize, data: Path) -> Stand:
    link = StillLink()
    watch = HallWatch(centre.hall.kiosks[0].id, lambda: 0.0)
    file = PendingTicket(data)
    desks = Desks(
        watch=watch,
        tickets=TicketDesk(link, watch, None, file, lambda: datetime.now(UTC)),  # type: ignore[arg-type]
        dossiers=DossierDesk(link),  # type: ignore[arg-type]
        catalogue=CatalogueDesk(link, LoopThread()),  # type: ignore[arg-type]
        idle=Idle(Pace()),
        scans=True,
    )
    reception = Reception(desks, "vi")
    object.__setattr__(desks, "printer", PaperThere())
    screens = Screens(reception)
    screen = Screen(QML / "KioskMain.qml", screens.properties, size)
    screen.window.setProperty("reducedMotion", True)
    reception.languageChanged.connect(lambda language: screen.use_language(language, TRANSLATIONS))
    return Stand(link, reception, screens, screen, centre)


def settle(ms: int = 60) -> None:
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < ms:
        QCoreApplication.processEvents()


def waiting_ticket(stand: Stand, number: str = "", **changes: object) -> TicketView:
    services = stand.centre.hall.services
    service = next((one for one in services if len(one.name["vi"]) > 30), services[2])
    return a_ticket(stand.centre.hall, service.id, number or f"{service.prefix}012", **changes)


def poses(at: Stand) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every page in every state, by name."""
    yield from list_poses(at)
    yield from ticket_poses(at)
    yield from reading_poses(at)


SUBMIT = Visit(purpose="submit", before=Visit())


def visiting(at: Stand, page: str, **parts: object) -> Callable[[], None]:
    return lambda: at.show(replace(SUBMIT, page=page, **parts))  # type: ignore[arg-type]


def longest_service(at: Stand) -> str:
    return max(at.centre.hall.services, key=lambda one: len(one.name["vi"])).id


def list_poses(at: Stand) -> Iterator[tuple[str, Callable[[], None]]]:
    hall = at.centre.hall
    counts = Counter(one.field for one in hall.services)
    crowded = max(counts, key=lambda field: counts[field])
    agency = next(one.agency for one in hall.fields if one.id == crowded)
    yield "home", visiting(at, "home")
    yield "agencies", visiting(at, "agencies")
    yield "agencies-2", visiting(at, "agencies", sheet=1)
    yield "fields", visiting(at, "fields")
    yield "services", visiting(at, "services", agency=agency, field=crowded)
    yield "services-all", visiting(at, "services")
    yield "priority", visiting(at, "priority", service=longest_service(at))


def ticket_poses(at: Stand) -> Iterator[tuple[str, Callable[[], None]]]:
    def ticket(**parts: object) -> Callable[[], None]:
        show = visiting(at, "ticket", service=longest_service(at))
        return lambda: (at.issue(**parts), show())[-1]

    reason = at.centre.hall.priority.reasons[0].id
    no_paper = {"paper": "failed", "paper_problem": "paper_out"}
    preferred = waiting_ticket(at, priority=reason, number="ĐA0127")
    later = "Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số. Lấy số lại từ 13:00."
    yield "ticket-asking", ticket(stage="asking")
    yield "ticket-waiting", ticket(stage="waiting_for_hub")
    yield "ticket-printing", ticket(stage="issued", ticket=waiting_ticket(at), paper="printing")
    yield "ticket-printed", ticket(stage="issued", ticket=waiting_ticket(at, ahead=0), paper="printed")
    yield (
        "ticket-paper-out",
        ticket(stage="issued", ticket=preferred, **no_paper),
    )
    yield "ticket-closed", ticket(stage="refused", why_not="closed", why_not_text=later)


def reading_poses(at: Stand) -> Iterator[tuple[str, Callable[[], None]]]:
    def dossier(page: str, typed: str = "", **parts: object) -> Callable[[], None]:
        show = visiting(at, page, purpose=None, typed=typed)
        return lambda: (at.look_up(**parts), show())[-1]

    known = at.reception.desks.catalogue.procedure("1.001193")
    code = known.code if known else at.centre.procedures[0].code
    wordy = max(at.centre.procedures, key=lambda one: len(one.papers)).code
    more = a_dossier(5, note="Bổ sung bản sao thẻ căn cước của người được ủy quyền.")
    wrong = "H57.132-261104-0000"
    yield "search-empty", visiting(at, "search", purpose=None)
    yield "search", visiting(at, "search", typed="giay khai sih")
    yield "search-none", visiting(at, "search", purpose=None, typed="qqqq zzzz")
    yield "guide", visiting(at, "guide", procedure=code)
    yield "guide-long", visiting(at, "guide", procedure=wordy)
    yield "dossier", dossier("dossier")
    yield "dossier-typed", dossier("dossier", typed="H57.132-2611")
    yield "dossier-unknown", dossier("dossier", typed=wrong, asking="unknown")
    yield "dossier-slow", dossier("dossier", typed=wrong, asking="unknown", wait_s=8)
    yield "dossier-ready", dossier("dossier_state", dossier=a_dossier(9))
    yield "dossier-more", dossier("dossier_state", dossier=more)


def moods(at: Stand) -> Iterator[tuple[str, Callable[[], None]]]:
    """What happens to the whole hall."""
    watch, hall = at.reception.desks.watch, at.centre.hall
    services = Visit(page="services", purpose="submit", before=Visit())

    def away(visit: Visit) -> None:
        watch.take_online(False, datetime.now(UTC) - timedelta(minutes=3))
        at.show(visit)

    yield "home-closed", lambda: (watch.take_state(state_of(hall, issuing=False)), at.show(Visit()))[-1]
    yield (
        "home-warned",
        lambda: (watch.take_state(state_of(hall)), at.show(services), at.reception._warn(14))[-1],
    )
    yield "home-away", lambda: (at.reception._warn(0), away(Visit()))[-1]
    yield "services-away", lambda: away(services)


def take(at: Stand, out: Path, name: str, wanted: list[str]) -> None:
    for pose, act in (*poses(at), *moods(at)):
        if wanted and not any(word in f"{name}-{pose}" for word in wanted):
            continue
        act()
        settle()
        at.screen.grab(out / f"kiosk-{pose}-{name}.png")


def dress(at: Stand, language: str, contrast: bool, large: bool) -> None:
    at.reception.use_language(language)
    if contrast:
        at.reception.toggle_contrast()
    if large:
        at.reception.toggle_large()


def main() -> None:
    out, wanted = Path(sys.argv[1]), sys.argv[2:]
    start_qt("gallery")
    for centre_name in ("tinh", "phuong"):
        centre = example(centre_name)
        index = build_index({"procedures": [one.model_dump(mode="json") for one in centre.procedures]})
        for size_name, size in SIZES.items():
            for look_name, look in LOOKS.items():
                name = f"{centre_name}-{size_name}-{look_name}"
                if size_name in ("small", "4k") and look_name != "vi":
                    continue
                with TemporaryDirectory() as data:
                    at = stand(centre, size, Path(data))
                    at.reception.desks.catalogue._take(index)
                    at.reception.desks.watch.take_online(True, None)
                    at.reception.desks.watch.take_state(state_of(centre.hall))
                    dress(at, *look)
                    at.screen.show(False)
                    take(at, out, name, wanted)
                    at.reception.desks.tickets.stop()
                    at.screen.discard()


if __name__ == "__main__":
    main()
