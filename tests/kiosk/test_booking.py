"""Whoever has an appointment takes its number; whoever chose the wrong service changes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from hardware.scanning import Appointment, CitizenCard, Unknown
from kiosk.booking import Booking, age_reason, derive_appointment
from kiosk.gallery.halls import an_appointment, example
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, Witness, a_kiosk, ward, write_station

CARD = CitizenCard("000000000009", "Nguyễn Văn Mẫu", date(1940, 5, 2), "Nam", "Số 1, đường Mẫu", True)


def listed(directory: Path) -> None:
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).replace(second=0, microsecond=0)
    day = now.date()
    begins = max(now - timedelta(minutes=5), datetime(day.year, day.month, day.day, tzinfo=now.tzinfo))
    ends = begins + timedelta(minutes=1)
    tomorrow = day + timedelta(days=1)
    rows = [
        "code,service,from,to,name,citizen_id",
        f"HEN-0001,khai-sinh,{begins:%Y-%m-%d %H:%M},{ends:%Y-%m-%d %H:%M},TRẦN THỊ MẪU,",
        f"MAU-0002,khai-sinh,{begins:%Y-%m-%d %H:%M},{ends:%Y-%m-%d %H:%M},,{CARD.number}",
        f"HEN-0003,khai-sinh,{tomorrow} 08:00,{tomorrow} 08:30,,",
    ]
    (directory / "appointments.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    from hub.server.hub import Settings

    directory = tmp_path / "centre"
    directory.mkdir()
    listed(directory)
    loaded = example("phuong")
    (directory / "dossiers.csv").write_bytes((loaded.directory / "dossiers.csv").read_bytes())
    hall = ward(appointments={"file": "appointments.csv"}, at_kiosks={"citizen_card": True})
    thread = HubThread(
        Settings(hall=hall, data=tmp_path / "hub", directory=directory, procedures=loaded.procedures)
    )
    thread.start()
    yield thread
    thread.stop()


def issued(rig: Rig) -> bool:
    return bool(rig.kiosk.screens.ticket.shown.stage == "issued")


def test_a_scanned_appointment_gives_its_number_in_one_touch(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.scanner._scanned(Appointment("HEN-0001"))
        rig.until_page("appointment")
        assert rig.kiosk.screens.appointment.shown.name == "TRẦN T*** M"
        rig.touch("take-booked")
        rig.until(lambda: issued(rig))
        rig.until(lambda: [one.appointment for one in witness.tickets] == ["HEN-0001"])
        rig.touch("done")
        rig.kiosk.scanner._scanned(Appointment("HEN-0001"))
        rig.until(lambda: rig.kiosk.screens.appointment.shown.state == "used")
        assert not rig.sees("take-booked")


def test_a_typed_code_finds_it_too(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-booked")
        rig.until_page("checkin")
        rig.type("MAU-0002")
        rig.touch("ask-booking")
        rig.until_page("appointment")


def test_on_its_page_a_code_of_the_centres_own_making_is_read(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.scanner._scanned(Unknown("MAU-0002"))
        rig.touch("choice-booked")
        rig.until_page("checkin")
        rig.kiosk.scanner._scanned(Unknown("MAU-0002"))
        rig.until_page("appointment")


def test_an_unknown_code_is_said_and_an_ordinary_number_offered(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-booked")
        rig.type("NO-9")
        rig.touch("ask-booking")
        rig.until(lambda: rig.kiosk.screens.check_in.shown.asking == "unknown")
        rig.touch("without-booking")
        rig.until_page("fields")


def test_another_days_appointment_is_no_number_today(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.scanner._scanned(Appointment("HEN-0003"))
        rig.until(lambda: rig.kiosk.screens.appointment.shown.state == "other_day")
        assert not rig.sees("take-booked")


def test_a_card_finds_the_appointment_and_claims_the_priority_of_age(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.scanner._scanned(CARD)
        rig.until_page("appointment")
        rig.touch("take-booked")
        rig.until(lambda: [one.priority for one in witness.tickets] == ["cao-tuoi"])
        rig.touch("done")
        rig.until_page("home")
        visit, booking = rig.kiosk.reception.visit, rig.kiosk.reception.desks.bookings
        assert booking is not None
        assert (visit.claimed, booking.booking) == ("", Booking())


def test_a_card_in_the_middle_of_a_visit_only_speaks_for_its_age(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("field-ho-tich")
        rig.touch("service-khai-sinh")
        rig.until_page("priority")
        rig.kiosk.scanner._scanned(CARD)
        rig.until(lambda: rig.kiosk.screens.choices.shown.claimed == "cao-tuoi")
        assert rig.page == "priority"


def test_nothing_of_a_card_is_written_anywhere(
    hub: HubThread, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.scanner._scanned(CARD)
        rig.until_page("appointment")
        rig.touch("take-booked")
        rig.until(lambda: issued(rig))
    kept = [file for file in (tmp_path / "kiosk").rglob("*") if file.is_file()]
    for secret in (CARD.number, CARD.name):
        assert secret not in caplog.text
        assert not [file for file in kept if secret.encode() in file.read_bytes()]


@pytest.mark.parametrize(
    ("born", "reason"),
    [(date(1951, 11, 20), "cao-tuoi"), (date(1951, 11, 21), ""), (date(2001, 1, 1), "")],
)
def test_the_priority_of_age_begins_on_the_birthday(born: date, reason: str) -> None:
    assert age_reason(example("phuong").hall, born, date(2026, 11, 20)) == reason


@pytest.mark.parametrize(
    ("state", "day", "shown", "can_take"),
    [
        ("early", "2026-11-20", "early", True),
        ("open", "2026-11-20", "open", True),
        ("late", "2026-11-20", "late", True),
        ("used", "2026-11-20", "used", False),
        ("early", "2026-11-24", "other_day", False),
        ("late", "2026-11-19", "other_day", False),
    ],
)
def test_each_state_of_an_appointment(state: str, day: str, shown: str, can_take: bool) -> None:
    hall = example("phuong").hall
    now = datetime.fromisoformat("2026-11-20T10:00:00+07:00")
    booking = Booking(found=an_appointment("khai-sinh", state, day))
    props = derive_appointment(booking, hall, now, "vi", online=True)
    assert (props.state, props.can_take) == (shown, can_take)


def test_the_wrong_service_is_changed_and_the_old_number_void(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("field-ho-tich")
        rig.touch("service-khai-sinh")
        rig.touch("priority-cao-tuoi")
        rig.until(lambda: issued(rig))
        old = rig.text("number")
        rig.touch("change-service")
        rig.until_page("fields")
        rig.touch("field-ho-tich")
        rig.touch("service-ket-hon")
        rig.until(lambda: rig.kiosk.screens.ticket.shown.replaced == old)
        assert rig.text("number") != old
        assert rig.text("replaced").startswith(f"Số cũ {old} đã hủy")
        rig.until(lambda: [one.state for one in witness.tickets] == ["cancelled", "waiting"])
        assert [one.priority for one in witness.tickets] == ["cao-tuoi", "cao-tuoi"]


def test_going_back_from_the_change_keeps_the_number(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("field-ho-tich")
        rig.touch("service-khai-sinh")
        rig.touch("priority-none")
        rig.until(lambda: issued(rig))
        number = rig.text("number")
        rig.touch("change-service")
        rig.until_page("fields")
        rig.touch("back")
        rig.until_page("ticket")
        assert rig.text("number") == number
        assert len(witness.tickets) == 1


def test_when_the_other_service_is_refused_the_number_stays(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.touch("field-ho-tich")
        rig.touch("service-khai-sinh")
        rig.touch("priority-none")
        rig.until(lambda: issued(rig))
        number = rig.text("number")
        reception = rig.kiosk.reception
        reception.go(replace(reception.visit, page="services", anew=True))
        reception.choose("no-such-service")
        rig.until(lambda: rig.kiosk.screens.ticket.shown.kept == number)
        assert [one.state for one in witness.tickets] == ["waiting"]
