"""The kiosk with its printer and scanner, and with a hub that comes and goes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from hub.messages.commands import IssueTicket
from kiosk.pending import FILE_NAME, Pending, PendingTicket
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, Witness, a_kiosk, a_printer, write_station


def take_number(rig: Rig) -> None:
    rig.until_ready()
    rig.touch("choice-submit")
    rig.touch("field-ho-tich")
    rig.touch("service-khai-sinh")
    rig.touch("priority-none")


def paper(rig: Rig) -> str:
    return str(rig.kiosk.screens.ticket.shown.paper)


def test_the_number_comes_on_paper(hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot) -> None:
    with (
        a_printer() as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until(lambda: witness.device("printer") == "ok")
        take_number(rig)
        rig.until(lambda: paper(rig) == "printed")
        assert len(printer.slips) == 1
        assert printer.clipped == 0


def test_out_of_paper_keeps_the_number_on_screen_tells_staff_and_prints_once_reloaded(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with (
        a_printer() as (printer, loop),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until(lambda: rig.kiosk.reception.desks.printer.state == "ok")  # type: ignore[union-attr]
        loop.submit(printer.pull_paper()).result(5)
        rig.until(lambda: witness.device("printer") == "paper_out")
        take_number(rig)
        rig.until(lambda: paper(rig) == "failed")
        assert rig.text("number") == "A001"
        assert "hết giấy" in rig.text("paper-words")
        loop.submit(printer.load_paper()).result(5)
        rig.until(lambda: paper(rig) == "printed")
        rig.until(lambda: witness.device("printer") == "ok")
        assert len(printer.slips) == 1
        assert len(witness.tickets) == 1


def test_paper_that_ends_in_mid_ticket_is_said_at_once_and_nothing_is_printed_twice(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with (
        a_printer(mm_per_s=20) as (printer, loop),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until(lambda: rig.kiosk.reception.desks.printer.state == "ok")  # type: ignore[union-attr]
        take_number(rig)
        rig.until(lambda: printer.received != [] or paper(rig) == "printing")
        loop.submit(printer.pull_paper()).result(5)
        rig.until(lambda: paper(rig) == "failed")
        assert "hết giấy" in rig.text("paper-words")
        loop.submit(printer.load_paper()).result(5)
        rig.until(lambda: len(printer.slips) == 1)
        rig.until(lambda: paper(rig) in ("printed", "unknown"))
        assert len(printer.slips) == len(witness.tickets) == 1


def test_without_a_printer_the_number_is_on_the_screen(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    station = write_station(tmp_path / "kiosk", hub, printer="tcp://127.0.0.1:9")
    with a_kiosk(qtbot, station) as rig:
        take_number(rig)
        rig.until(lambda: paper(rig) == "failed")
        rig.until(lambda: witness.device("printer") == "offline")
        assert rig.text("number") == "A001"


def test_the_hub_goes_and_comes_back(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        hub.stop()
        rig.until(lambda: rig.kiosk.screens.frame.shown.connection == "away")
        assert rig.kiosk.screens.frame.shown.last_heard
        rig.touch("choice-submit")
        assert rig.page == "home"
        hub.start()
        rig.until(lambda: rig.kiosk.screens.frame.shown.connection == "online")
        take_number(rig)
        rig.until(lambda: rig.text("number") == "A001")


def test_a_number_asked_for_while_the_hub_is_away_comes_when_it_is_back_and_only_once(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("field-ho-tich")
        rig.touch("service-khai-sinh")
        rig.until_page("priority")
        hub.stop()
        rig.touch("priority-none")
        rig.until(lambda: rig.kiosk.screens.ticket.shown.stage == "waiting_for_hub")
        assert (tmp_path / "kiosk" / "data" / FILE_NAME).exists()
        hub.start()
        rig.until(lambda: rig.text("number") == "A001")
    with Witness.of(hub) as witness:
        rig.until(lambda: witness.state is not None)
        assert len(witness.tickets) == 1


def keep_pending(folder: Path, asked_at: datetime) -> Pending:
    pending = Pending(
        key="11111111-2222-3333-4444-555555555555",
        command=IssueTicket(service="khai-sinh"),
        language="vi",
        asked_at=asked_at,
    )
    PendingTicket(folder / "data").keep(pending)
    return pending


def test_after_a_crash_the_same_key_is_sent_again_and_its_answer_shown(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    for _ in range(2):
        keep_pending(tmp_path / "kiosk", datetime.now(UTC))
        with a_kiosk(qtbot, station) as rig:
            rig.until(lambda: rig.text("number") == "A001")
    rig.until(lambda: len(witness.tickets) == 1)


def test_after_a_crash_while_printing_nothing_is_printed_again(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_printer() as (printer, _):
        station = write_station(tmp_path / "kiosk", hub, printer=printer.url)
        for _ in range(2):
            keep_pending(tmp_path / "kiosk", datetime.now(UTC))
            with a_kiosk(qtbot, station) as rig:
                rig.until(lambda: paper(rig) == "printed")
        assert len(printer.slips) == 1


def test_a_number_nobody_waits_for_any_more_is_not_asked_for_again(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    keep_pending(tmp_path / "kiosk", datetime.now(UTC) - timedelta(hours=1))
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        assert rig.page == "home"
        assert not (tmp_path / "kiosk" / "data" / FILE_NAME).exists()
    assert witness.tickets == []


def test_what_is_kept_is_read_back_and_rubbish_is_nothing(tmp_path: Path) -> None:
    pending = keep_pending(tmp_path, datetime.now(UTC))
    file = PendingTicket(tmp_path / "data")
    assert file.read() == pending
    assert json.loads((tmp_path / "data" / FILE_NAME).read_bytes())["key"] == pending.key
    (tmp_path / "data" / FILE_NAME).write_bytes(msgspec.json.encode({"key": 1}))
    assert file.read() is None
    file.forget()
    file.forget()
    assert file.read() is None
