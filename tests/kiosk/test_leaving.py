"""Whoever goes leaves nothing behind: no answer, no number nobody knows, no language of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from pytestqt.qtbot import QtBot

from hub.messages.commands import Cancel, Command, IssueTicket
from kiosk.dossier_desk import FREE_TRIES, DossierDesk
from kiosk.gallery.halls import StillLink, a_dossier, a_ticket, done_with, example
from kiosk.hall_watch import HallWatch
from kiosk.idle import Pace
from kiosk.pending import PendingTicket
from kiosk.ticket_desk import TicketDesk
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, a_kiosk, write_station
from ui.hall_link import Answer, Done

SOON = Pace(quiet=40, ticket_quiet=1_000_000, tick_ms=5)
WRONG = Answer(ok=False, code="not_found")


class SlowLink(StillLink):
    """Answers when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Done] = []

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        super().send(command, done, key=key)
        if done is not None:
            self.waiting.append(done)

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        self.waiting.append(done)


def test_a_dossier_nobody_waits_for_any_more_is_not_kept(qtbot: QtBot) -> None:
    link = SlowLink()
    desk = DossierDesk(cast(Any, link))
    desk.ask("H57.132-1")
    desk.typing()
    link.waiting[0](done_with(a_dossier()))
    assert desk.look_up.dossier is None
    desk.ask("H57.132-2")
    assert desk.look_up.asking == "asking"


def test_a_wrong_code_counts_also_when_nobody_waits_for_its_answer(qtbot: QtBot) -> None:
    link = SlowLink()
    desk = DossierDesk(cast(Any, link))
    for turn in range(FREE_TRIES):
        desk.ask("H57.132-0")
        desk.typing()
        link.waiting[turn](WRONG)
    assert desk.look_up.wait_s > 0
    assert desk.look_up.asking == "typing"


def test_a_number_that_comes_too_late_is_cancelled(tmp_path: Path, qtbot: QtBot) -> None:
    hall, link = example("phuong").hall, SlowLink()
    watch = HallWatch(hall.kiosks[0].id, lambda: 0.0)
    with a_desk(TicketDesk(cast(Any, link), watch, None, PendingTicket(tmp_path), now)) as desk:
        desk.ask(IssueTicket(service=hall.services[0].id), "vi")
        qtbot.waitUntil(lambda: len(link.waiting) == 1)
        desk.done()
        ticket = a_ticket(hall, hall.services[0].id)
        link.waiting[0](done_with({"ticket": ticket}))
        assert [command for command, _ in link.sent[1:]] == [Cancel(ticket=ticket.id)]
        assert desk.issue.ticket is None


def now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def a_desk(desk: TicketDesk) -> Iterator[TicketDesk]:
    try:
        yield desk
    finally:
        desk.stop()


def test_a_language_chosen_on_the_first_page_goes_with_whoever_chose_it(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub), SOON) as rig:
        rig.until_ready()
        rig.touch("larger")
        rig.touch("language")
        rig.until(lambda: rig.text("choice-submit") == "Submit a dossier")
        rig.until(lambda: rig.text("choice-submit") == "Lấy số nộp hồ sơ")
        assert not rig.kiosk.screens.frame.shown.large
        assert rig.page == "home"


def test_a_scan_in_the_middle_of_a_change_begins_another_matter(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        number(rig)
        rig.touch("change-service")
        rig.until_page("fields")
        rig.kiosk.reception.scanned("H57.132-261104-0583")
        assert rig.kiosk.reception.desks.tickets.issue.ticket is None
        rig.touch("home")
        rig.until_page("home")
        number(rig)
        assert rig.kiosk.screens.ticket.shown.number == "A002"


def number(rig: Rig) -> None:
    for name in ("choice-submit", "field-ho-tich", "service-khai-sinh", "priority-none"):
        rig.touch(name)
    rig.until(lambda: bool(rig.kiosk.screens.ticket.shown.number))
