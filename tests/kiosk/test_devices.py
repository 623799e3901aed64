"""The kiosk with its printer and scanner, and with a hub that comes and goes."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from hardware.simulated.scanner import SimulatedScanner
from hub.messages.commands import IssueTicket
from kiosk.pending import FILE_NAME, Pending, PendingTicket
from tests.helpers.hub import HubThread
from tests.kiosk.halls import example
from tests.kiosk.rig import Rig, Witness, a_kiosk, a_printer, ward_hub, write_station
from ui.loop_thread import LoopThread


def take_number(rig: Rig) -> None:
    rig.until_ready()
    rig.touch("choice-submit")
    rig.touch("field-ho-tich")
    rig.touch("service-khai-sinh")
    rig.touch("priority-none")


def paper(rig: Rig) -> str:
    return str(rig.kiosk.screens.ticket.shown.paper)


def a_dossier(state: str = "") -> tuple[str, str]:
    """Return the code and the look-up code of one of the ward's dossiers (in ``state``)."""
    text = (example("phuong").directory / "dossiers.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return next((row["code"], row["lookup_code"]) for row in rows if state in ("", row["state"]))


def look_up(rig: Rig, state: str = "") -> str:
    """Ask for a dossier as its owner does after a scan."""
    code, lookup = a_dossier(state)
    rig.kiosk.reception.scanned(code)
    rig.type(lookup)
    rig.touch("ask-dossier")
    rig.until_page("dossier_state")
    return code


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


def keep_pending(folder: Path, asked_at: datetime, paper_begun: bool = False) -> Pending:
    pending = Pending(
        key="11111111-2222-3333-4444-555555555555",
        command=IssueTicket(service="khai-sinh"),
        language="vi",
        asked_at=asked_at,
        paper_begun=paper_begun,
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
    keep_pending(tmp_path / "kiosk", datetime.now(UTC), paper_begun=True)
    with (
        a_printer() as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until(lambda: paper(rig) == "unknown")
        assert printer.slips == []


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


# dossiers ------------------------------------------------------------------------------------------------


def test_a_dossier_is_looked_up_by_its_typed_codes(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    code, lookup = a_dossier()
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-dossier")
        rig.type(code)
        rig.touch("ask-dossier")
        rig.until_page("lookup")
        rig.type(lookup)
        rig.touch("ask-dossier")
        rig.until_page("dossier_state")
        shown = rig.kiosk.screens.dossier.shown
        assert shown.code == code
        assert shown.state
        assert shown.agency


def test_a_dossier_is_looked_up_by_its_barcode_from_any_page(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    code, lookup = a_dossier()
    loop = LoopThread("scanner")
    loop.start()
    try:
        with (
            SimulatedScanner(tmp_path / "scanner") as scanner,
            a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, scanner=scanner.url)) as rig,
        ):
            rig.until_ready()
            loop.submit(scanner.scan(code)).result(5)
            rig.until_page("lookup")
            rig.type(lookup)
            rig.touch("ask-dossier")
            rig.until_page("dossier_state")
            assert rig.kiosk.screens.dossier.shown.code == code
            rig.touch("home")
            rig.touch("choice-dossier")
            loop.submit(scanner.scan("8934563138165")).result(5)
            rig.until(lambda: rig.kiosk.screens.code.shown.asking == "not_a_code")
    finally:
        loop.stop()


def test_an_open_source_asks_for_no_look_up_code(tmp_path: Path, qtbot: QtBot) -> None:
    hub = ward_hub(tmp_path / "hub", dossiers={"kind": "csv", "path": "dossiers.csv"})
    hub.start()
    try:
        with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
            rig.until_ready()
            rig.kiosk.reception.scanned(a_dossier()[0])
            rig.until_page("dossier_state")
    finally:
        hub.stop()


def test_a_wrong_code_gets_a_kind_sentence_and_many_of_them_a_pause(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.reception.scanned(a_dossier()[0])
        rig.type("00")
        for _ in range(3):
            rig.touch("key-0")
            rig.touch("ask-dossier")
            rig.until(lambda: rig.kiosk.screens.code.shown.asking == "unknown")
        assert rig.kiosk.screens.code.shown.wait_s > 0
        assert not rig.kiosk.screens.code.shown.can_ask


def test_a_ready_dossier_leads_to_a_number_for_it(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        code = look_up(rig, state="9")
        rig.touch("dossier-number")
        if rig.page == "services":
            rig.touch(rig.kiosk.screens.choices.shown.rows[0].name)
        rig.touch("priority-none")
        rig.until(lambda: rig.kiosk.screens.ticket.shown.stage == "issued")
        rig.until(lambda: [one.dossier for one in witness.tickets] == [code])


def test_the_status_of_a_dossier_and_a_guide_are_printed(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with (
        a_printer() as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until_ready()
        rig.until(lambda: rig.kiosk.reception.desks.printer.able)  # type: ignore[union-attr]
        look_up(rig)
        rig.touch("dossier-print")
        rig.until(lambda: len(printer.slips) == 1)
        rig.touch("home")
        rig.touch("choice-guide")
        rig.touch("procedure-1.001193")
        rig.touch("guide-print")
        rig.until(lambda: len(printer.slips) == 2)


# searching -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["khai sinh", "dang ki khai sih", "kha sinh"])
def test_a_procedure_is_found_while_it_is_typed(
    hub: HubThread, tmp_path: Path, qtbot: QtBot, typed: str
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("search")
        rig.until_page("search")
        rig.type(typed)
        rig.touch("procedure-1.001193")
        rig.until_page("priority")
        rig.touch("priority-none")
        rig.until(lambda: rig.text("number") == "A001")


def test_telex_and_the_tone_row_write_vietnamese(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.type("hooj tich")
        rig.touch("key-nang")
        assert rig.text("typed") == "hộ tịch"
        rig.touch("key-backspace")
        assert rig.text("typed") == "hộ tịc"
        rig.touch("key-clear")
        assert rig.kiosk.reception.visit.typed == ""


def test_a_guide_shows_the_papers_and_leads_to_a_number(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.touch("procedure-1.001193")
        rig.until_page("guide")
        guide = rig.kiosk.screens.guide.shown
        assert guide.paper_count > 0
        assert guide.url.startswith("https://")
        rig.touch("guide-number")
        rig.until_page("priority")
