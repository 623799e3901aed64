"""Looking up a dossier, reading a guide, searching: by touch, before a real hub."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hardware.simulated.scanner import SimulatedScanner
from kiosk.gallery.halls import example
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, Witness, a_kiosk, a_printer, ward_hub, write_station
from ui.loop_thread import LoopThread


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
