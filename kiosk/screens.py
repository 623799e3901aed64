"""Shows what the reception knows on the page that is up, and hands the citizen's touches to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kiosk.booking import AppointmentProps, CheckInProps, derive_appointment, derive_check_in
from kiosk.check_in import CheckIn
from kiosk.dossier import CodeProps, DossierProps, derive_code, derive_dossier
from kiosk.guide import GuideProps, derive_guide
from kiosk.home import FrameProps, HomeProps, derive_frame, derive_home
from kiosk.lists import (
    ListProps,
    derive_agencies,
    derive_fields,
    derive_priority,
    derive_results,
    derive_services,
)
from kiosk.news import NewsProps, derive_news
from kiosk.reception import Reception
from kiosk.search_props import SearchProps, derive_search
from kiosk.staff_room import StaffProps, StaffRoom
from kiosk.ticket import TicketProps, derive_ticket
from kiosk.view_models import (
    AppointmentModel,
    CheckInModel,
    ChoicesModel,
    CodeModel,
    DossierModel,
    FrameModel,
    GuideModel,
    HomeModel,
    NewsModel,
    SearchModel,
    StaffModel,
    TicketModel,
)

MOST_RESULTS = 20
TICK_MS = 1_000


class Screens(QObject):
    """Owns the view models; ``properties`` is what the QML window requires."""

    def __init__(self, reception: Reception) -> None:
        super().__init__()
        self._reception = reception
        self.frame = FrameModel(FrameProps())
        self.home = HomeModel(HomeProps())
        self.choices = ChoicesModel(ListProps())
        self.search = SearchModel(SearchProps())
        self.ticket = TicketModel(TicketProps())
        self.code = CodeModel(CodeProps())
        self.dossier = DossierModel(DossierProps())
        self.guide = GuideModel(GuideProps())
        self.check_in = CheckInModel(CheckInProps())
        self.appointment = AppointmentModel(AppointmentProps())
        self.news = NewsModel(NewsProps())
        self.staff = StaffModel(StaffProps())
        self._reads = self._reading = False
        self._second = QTimer(self, interval=TICK_MS)
        self._second.timeout.connect(self._show_frame)
        self._connect()
        reception.changed.connect(self.show)
        self.show()

    def start(self) -> None:
        self._second.start()

    def stop(self) -> None:
        self._second.stop()

    @property
    def properties(self) -> dict[str, QObject]:
        return {
            "frame": self.frame,
            "home": self.home,
            "choices": self.choices,
            "search": self.search,
            "ticket": self.ticket,
            "code": self.code,
            "dossier": self.dossier,
            "guide": self.guide,
            "checkIn": self.check_in,
            "appointment": self.appointment,
            "news": self.news,
            "staff": self.staff,
        }

    def _connect(self) -> None:
        reception, frame = self._reception, self.frame
        frame.touched.connect(reception.desks.idle.touched)
        frame.backWanted.connect(reception.back)
        frame.homeWanted.connect(reception.start_over)
        frame.languageWanted.connect(reception.use_language)
        frame.contrastWanted.connect(reception.toggle_contrast)
        frame.largeWanted.connect(reception.toggle_large)
        self.home.chosen.connect(reception.begin)
        if (desk := reception.desks.help) is not None:
            frame.helpWanted.connect(desk.ask)
            frame.helpClosed.connect(desk.close)
        self.ticket.finished.connect(reception.start_over)
        self.ticket.changeWanted.connect(reception.change_service)
        for lists in (self.choices, self.search):
            lists.chosen.connect(reception.choose)
            lists.searchWanted.connect(reception.search)
            lists.turned.connect(lambda by, lists=lists: reception.turn(by, lists.shown.sheets))
        self.search.keyPressed.connect(reception.key)
        self.search.askWanted.connect(reception.ask_for_help)
        self.code.keyPressed.connect(reception.key)
        self.code.asked.connect(reception.ask_dossier)
        self.dossier.printWanted.connect(reception.print_dossier)
        self.dossier.numberWanted.connect(
            lambda: reception.take_number_for_dossier(self.dossier.shown.purpose)
        )
        self.guide.turned.connect(lambda by: reception.turn(by, self.guide.shown.sheets))
        self.guide.askWanted.connect(reception.ask_for_help)
        self.guide.printWanted.connect(reception.print_guide)
        self.guide.numberWanted.connect(reception.take_number_for_guide)

    def let_check_in(self, check_in: CheckIn) -> None:
        """Whoever booked a visit is led by ``check_in``."""
        self.check_in.keyPressed.connect(self._reception.key)
        self.check_in.asked.connect(check_in.ask)
        self.appointment.taken.connect(check_in.take)
        for page in (self.check_in, self.appointment):
            page.withoutWanted.connect(check_in.without)

    def let_staff_in(self, room: StaffRoom) -> None:
        """Whoever knows the corner and the PIN finds ``room``; the citizen's visit ends there."""
        self.frame.cornerTouched.connect(room.door.corner)
        self.staff.keyPressed.connect(room.door.key)
        self.staff.touched.connect(room.touched)
        self.staff.done.connect(lambda what: room.do(what, self._reception.settings.language))
        self.staff.printWanted.connect(room.print_again)
        room.door.opened.connect(self._reception.start_over)
        room.changed.connect(lambda: self.staff.show(room.props))

    def show(self) -> None:
        """Derive the page that is up, and the frame last: what it turns to is ready by then."""
        hall = self._reception.desks.watch.hall
        if hall is not None:
            self._show_page()
        self._show_frame()

    def hear(self, *, reads: bool, reading: bool) -> None:
        """Whether a screen can be read aloud, and whether one is being read now."""
        self._reads, self._reading = reads, reading
        self._show_frame()

    def _show_frame(self) -> None:
        reception = self._reception
        watch, settings, desk = reception.desks.watch, reception.settings, reception.desks.help
        self.frame.show(
            derive_frame(
                watch.hall,
                reception.visit.page,
                watch.connection,
                watch.last_heard,
                watch.now(),
                language=settings.language,
                contrast=settings.contrast,
                large=settings.large,
                reads=self._reads,
                reading=self._reading,
                warning_s=settings.warning_s,
                blocked=watch.blocked,
                station=watch.kiosk,
                help=desk.state if desk is not None else "none",
                help_open=desk is not None and desk.open,
                alone=reception.alone and watch.online,
            )
        )

    def _show_page(self) -> None:
        match self._reception.visit.page:
            case "home":
                self._show_home()
            case "agencies" | "fields" | "services" | "priority":
                self._show_choices()
            case "search":
                self._show_search()
            case "ticket":
                self._show_ticket()
            case "dossier" | "lookup" | "dossier_state":
                self._show_dossier()
            case "guide":
                self._show_guide()
            case "checkin" | "appointment":
                self._show_booking()

    def _show_home(self) -> None:
        watch = self._reception.desks.watch
        assert watch.hall is not None
        self.home.show(derive_home(watch.hall, watch.lines, watch.services, watch.online))
        if self._reception.alone:
            language = self._reception.settings.language
            self.news.show(
                derive_news(watch.hall, watch.lines, watch.services, watch.ticker, watch.now(), language)
            )

    def _show_choices(self) -> None:
        reception = self._reception
        watch, visit, language = reception.desks.watch, reception.visit, reception.settings.language
        hall = watch.hall
        assert hall is not None
        match visit.page:
            case "agencies":
                props = derive_agencies(hall, watch.services, visit, language)
            case "fields":
                props = derive_fields(hall, watch.services, visit, language)
            case "services":
                props = derive_services(hall, watch.lines, watch.services, visit, language)
            case _:
                props = derive_priority(hall, visit, language)
        self.choices.show(props)

    def _show_search(self) -> None:
        reception = self._reception
        hall = reception.desks.watch.hall
        assert hall is not None
        found = reception.desks.catalogue.find(reception.visit.typed, MOST_RESULTS)
        results = derive_results(found, hall, reception.visit, reception.settings.language)
        ready = reception.desks.catalogue.index is not None
        asks = any("ask" in one.purposes for one in reception.desks.watch.services)
        self.search.show(derive_search(results, reception.visit, asks, ready))

    def _show_ticket(self) -> None:
        reception = self._reception
        watch, issue = reception.desks.watch, reception.desks.tickets.issue
        assert watch.hall is not None
        language = reception.settings.language
        able = watch.online and len(watch.services) > 1
        service = reception.visit.service
        self.ticket.show(derive_ticket(issue, watch.hall, watch.counters, service, language, online=able))

    def _show_dossier(self) -> None:
        reception = self._reception
        hall, look_up = reception.desks.watch.hall, reception.desks.dossiers.look_up
        assert hall is not None
        printer = reception.desks.printer
        self.code.show(derive_code(look_up, reception.visit, reception.desks.scans))
        self.dossier.show(
            derive_dossier(look_up, hall, reception.settings.language, printer is not None and printer.able)
        )

    def _show_booking(self) -> None:
        reception = self._reception
        watch, desk = reception.desks.watch, reception.desks.bookings
        if watch.hall is None or desk is None:
            return
        submits = derive_home(watch.hall, watch.lines, watch.services, watch.online).submits
        scans, language = reception.desks.scans, reception.settings.language
        self.check_in.show(derive_check_in(desk.booking, reception.visit, watch.hall, scans, submits))
        self.appointment.show(
            derive_appointment(desk.booking, watch.hall, watch.now(), language, watch.online)
        )

    def _show_guide(self) -> None:
        reception = self._reception
        watch, printer = reception.desks.watch, reception.desks.printer
        assert watch.hall is not None
        self.guide.show(
            derive_guide(
                reception.procedure,
                watch.hall,
                watch.services,
                reception.visit,
                reception.settings.language,
                printer is not None and printer.able,
            )
        )
