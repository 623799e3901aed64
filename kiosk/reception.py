"""What happens when a citizen touches something: from page to page, to the hub, to the printer, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from config.model import Procedure, Purpose
from hub.messages.commands import IssueTicket
from kiosk import visit as steps
from kiosk.desks import Desks
from kiosk.dossier import as_code
from kiosk.ticket import Issue
from kiosk.typing_in import typed_code, typed_words
from kiosk.visit import Visit


@dataclass(frozen=True, slots=True)
class Settings:
    """How this citizen wants the screen; wiped with the visit."""

    language: str = "vi"
    contrast: bool = False
    large: bool = False
    warning_s: int = 0


class Reception(QObject):
    """``changed`` whenever a page may look different; ``languageChanged`` before it. GUI thread only."""

    changed = Signal()
    languageChanged = Signal(str)

    def __init__(self, desks: Desks, language: str) -> None:
        super().__init__()
        self.desks = desks
        self.visit = Visit()
        self.settings = Settings(language)
        self.alone = False
        self._language = language
        self._connect()

    def _connect(self) -> None:
        desks = self.desks
        for signal in (desks.watch.changed, desks.catalogue.changed, desks.dossiers.changed):
            signal.connect(self.changed)
        desks.watch.configured.connect(self._configured)
        desks.watch.connected.connect(self._hub_came_or_went)
        desks.tickets.changed.connect(self._ticket_changed)
        desks.tickets.recovered.connect(lambda: self.go(Visit(page="ticket")))
        desks.dossiers.found.connect(self._dossier_found)
        desks.idle.warned.connect(self._warn)
        desks.idle.expired.connect(self.start_over)
        desks.idle.alone.connect(self._left_alone)
        desks.idle.left.connect(self._wipe)
        if desks.help is not None:
            desks.help.changed.connect(self.changed)
        if desks.bookings is not None:
            desks.bookings.changed.connect(self.changed)
        if desks.printer is not None:
            desks.printer.stateChanged.connect(lambda _state: self.changed.emit())

    # from page to page -----------------------------------------------------------------------------

    def start_over(self) -> None:
        """Wipe everything this citizen typed, chose and was shown."""
        self._wipe()
        self.go(Visit())

    def _wipe(self) -> None:
        """Leave nothing of this citizen: no answer, no language, no larger letters. The page stays."""
        self.desks.tickets.done()
        self.desks.dossiers.done()
        if self.desks.bookings is not None:
            self.desks.bookings.typing()
        if self.desks.help is not None:
            self.desks.help.close()
        if self.settings != Settings(self._language):
            self._use(Settings(self._language))

    def back(self) -> None:
        if self.visit.page == "ticket":
            self.start_over()
        else:
            self.desks.dossiers.typing()
            self.go(self.visit.back())

    def turn(self, sheets: int, count: int) -> None:
        self.go(self.visit.turned(sheets, count))

    def begin(self, choice: str) -> None:
        """One of the choices of the first page."""
        match choice:
            case "submit" | "collect":
                self.narrow(Visit(purpose=choice))
            case "dossier":
                self.go(Visit().step("dossier"))
            case "guide":
                self.go(Visit().step("search"))
            case "booked":
                self.go(Visit().step("checkin"))

    def search(self) -> None:
        self.go(self.visit.step("search"))

    def ask_for_help(self) -> None:
        """A number for being advised, where the centre has such a line."""
        self.narrow(replace(self.visit, purpose="ask"))

    def choose(self, id: str) -> None:
        """Something was chosen in the list this page shows."""
        hall = self.desks.watch.hall
        if hall is None:
            return
        match self.visit.page:
            case "agencies":
                self.narrow(replace(self.visit, agency=id), self.visit)
            case "fields":
                self.narrow(replace(self.visit, field=id), self.visit)
            case "services":
                self.go(steps.choose_service(hall, self.visit, id))
            case "priority":
                self.go(steps.choose_priority(self.visit, id))
            case "search":
                self._choose_procedure(id)

    def _choose_procedure(self, code: str) -> None:
        hall, services = self.desks.watch.hall, self.desks.watch.services
        procedure = self.desks.catalogue.procedure(code)
        if hall is None or procedure is None:
            return
        if self.visit.purpose is None:
            self.go(self.visit.step("guide", procedure=code))
        else:
            self.go(steps.choose_procedure(hall, services, self.visit, procedure))

    def narrow(self, chosen: Visit, before: Visit | None = None) -> None:
        hall = self.desks.watch.hall
        if hall is None:
            return
        following = steps.narrow(hall, self.desks.watch.services, chosen)
        self.go(replace(following, before=before or self.visit))

    def go(self, visit: Visit) -> None:
        arriving = visit.page != self.visit.page
        self.visit = visit
        if visit.page == "home":
            self.desks.idle.rest()
        elif arriving:
            self.desks.idle.watch()
        if visit.page == "ticket" and arriving and visit.service:
            self._ask_for_number()
        self.changed.emit()

    def _configured(self) -> None:
        hall = self.desks.watch.hall
        if hall is not None:
            self.desks.idle.alone_after = hall.at_kiosks.attract_after_s
        self.desks.catalogue.fetch()

    # numbers ---------------------------------------------------------------------------------------

    def _ask_for_number(self) -> None:
        visit = self.visit
        command = IssueTicket(
            service=visit.service,
            priority=visit.priority or None,
            appointment=visit.appointment or None,
            procedure=visit.procedure or None,
            dossier=visit.dossier or None,
            lang=self.settings.language,
        )
        self.desks.tickets.ask(command, self.settings.language, anew=visit.anew)
        self.visit = replace(visit, anew=False, before=None)

    def _ticket_changed(self, issue: Issue) -> None:
        if self.visit.page == "ticket":
            self.desks.idle.watch(reading_a_ticket=issue.stage in ("issued", "refused"))
        self.changed.emit()

    def change_service(self) -> None:
        """It was the wrong service: choose another one; its number takes the place of this one."""
        if self.desks.tickets.issue.ticket is not None:
            self.narrow(Visit(priority=self.visit.priority, anew=True))

    def take_number_for_guide(self) -> None:
        hall, procedure = self.desks.watch.hall, self.procedure
        if hall is not None and procedure is not None:
            visit = replace(self.visit, purpose=self.visit.purpose or "submit")
            following = steps.choose_procedure(hall, self.desks.watch.services, visit, procedure)
            if following.page != "guide":
                self.go(replace(following, before=self.visit))

    def take_number_for_dossier(self, purpose: Purpose) -> None:
        dossier = self.desks.dossiers.look_up.dossier
        if dossier is not None and purpose:
            self.narrow(replace(self.visit, purpose=purpose, dossier=dossier.code))

    # typing ----------------------------------------------------------------------------------------

    def key(self, key: str) -> None:
        """A key of the on-screen keyboard."""
        visit = self.visit
        if visit.page == "search":
            self.go(replace(visit, typed=typed_words(visit.typed, key), sheet=0))
        elif visit.page in ("dossier", "lookup"):
            self.desks.dossiers.typing()
            self.go(replace(visit, typed=typed_code(visit.typed, key)))
        elif visit.page == "checkin" and self.desks.bookings is not None:
            self.desks.bookings.typing()
            self.go(replace(visit, typed=typed_code(visit.typed, key)))

    def typed(self, text: str) -> None:
        """A real keyboard hangs on the machine."""
        for letter in text:
            self.key({" ": "space", "\b": "backspace"}.get(letter, letter))

    # dossiers --------------------------------------------------------------------------------------

    def ask_dossier(self) -> None:
        """The code, or the look-up code of the receipt where the centre asks it too, is typed."""
        visit, hall = self.visit, self.desks.watch.hall
        if hall is None or not visit.typed:
            return
        if visit.page == "lookup":
            self.desks.dossiers.ask(visit.dossier, visit.typed)
        elif visit.page == "dossier" and hall.dossiers.ask_lookup_code:
            self.desks.dossiers.typing()
            self.go(visit.step("lookup", dossier=visit.typed))
        elif visit.page == "dossier":
            self.desks.dossiers.ask(visit.typed)

    def scanned(self, code: str) -> None:
        """A dossier's code was scanned: look it up, whatever page is up, unless a number is made."""
        if self.visit.page == "ticket":
            return
        self.desks.idle.touched()
        self.leave_number()
        self.desks.dossiers.typing()
        self.go(replace(Visit().step("dossier"), typed=as_code(code)))
        self.ask_dossier()

    def leave_number(self) -> None:
        """A scan begins another matter: the number that was to be changed stays as it is."""
        if self.visit.anew:
            self.desks.tickets.done()

    def scanned_something_else(self) -> None:
        if self.visit.page == "dossier":
            self.desks.idle.touched()
            self.desks.dossiers.not_a_code()

    def _dossier_found(self) -> None:
        if self.visit.page in ("dossier", "lookup"):
            self.go(self.visit.step("dossier_state"))

    # paper -----------------------------------------------------------------------------------------

    @property
    def procedure(self) -> Procedure | None:
        return self.desks.catalogue.procedure(self.visit.procedure)

    def print_dossier(self) -> None:
        self.desks.slips.print_dossier(self.desks.dossiers.look_up.dossier, self.settings.language)

    def print_guide(self) -> None:
        self.desks.slips.print_guide(self.procedure, self.settings.language)

    # the frame -------------------------------------------------------------------------------------

    def use_language(self, language: str) -> None:
        self._use(replace(self.settings, language=language))

    def toggle_contrast(self) -> None:
        self._use(replace(self.settings, contrast=not self.settings.contrast))

    def toggle_large(self) -> None:
        self._use(replace(self.settings, large=not self.settings.large))

    def _use(self, settings: Settings) -> None:
        spoken = self.settings.language
        self.settings = settings
        if settings.language != spoken:
            self.languageChanged.emit(settings.language)
        self.changed.emit()

    def _warn(self, left: int) -> None:
        self._use(replace(self.settings, warning_s=left))

    def _left_alone(self, alone: bool) -> None:
        self.alone = alone
        self.changed.emit()

    def _hub_came_or_went(self, online: bool) -> None:
        if online and self.desks.catalogue.index is None and self.desks.watch.hall is not None:
            self.desks.catalogue.fetch()
