"""The fee of a visit: typed by the clerk, shown to the citizen, confirmed, called off, given back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_client.fee import FeeProps, derive_fee, in_dong
from counter_client.vietqr import transfer_code
from hub.messages.views import FeeView
from tests.counter_client.rig import Hand, Station, running, station_file
from tests.counter_client.scene import floor, ticket
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FEES = {"bank_bin": "970436", "account": "0123456789", "account_name": "UBND PHUONG THU"}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    with serving(tmp_path / "hub", sample_hall(hours=round_the_clock(), fees=FEES)) as hub:
        yield hub


@pytest.fixture
def desk(qtbot: QtBot, hub: HubThread, panel: Hand, kiosk: Station, tmp_path: Path) -> Iterator[Hand]:
    with running(qtbot, station_file(tmp_path / "q1", hub)) as desk:
        desk.press(Key.Key_F1)
        desk.wait_page("idle")
        kiosk.issue()
        desk.wait(lambda: desk.enabled("call-next"))
        desk.press(Key.Key_F1)
        desk.wait_page("called")
        desk.wait(lambda: desk.enabled("fee"))
        yield desk


def ask(desk: Hand, amount: str) -> None:
    desk.press(Key.Key_L, CONTROL)
    desk.wait(lambda: desk.find("fee-amount"))
    desk.type(amount)
    desk.press(Key.Key_Return)
    desk.wait(lambda: desk.find("fee-paid"))


def test_the_panel_shows_the_amount_until_the_clerk_saw_the_money(desk: Hand, panel: Hand) -> None:
    ask(desk, "8000")
    panel.wait_page("pay")
    assert panel.text("pay-amount") == "8.000 đ"
    desk.wait(lambda: desk.enabled("fee-paid"))
    desk.press(Key.Key_Return)
    assert desk.find("fee-paid"), "a second Enter was not meant as paid"
    desk.press(Key.Key_Return, CONTROL)
    desk.wait(lambda: desk.text("fact-fee") == "8.000 đ · đã nộp")
    panel.wait_page("called")


def test_a_fee_is_called_off_and_another_given_back(desk: Hand, panel: Hand, kiosk: Station) -> None:
    ask(desk, "8.000")
    desk.click("fee-cancelled")
    panel.wait_page("called")
    desk.wait(lambda: desk.enabled("fee"))
    ask(desk, "9000")
    desk.click("fee-paid")
    desk.wait(lambda: desk.enabled("fee"))
    desk.press(Key.Key_L, CONTROL)
    desk.click("fee-refunded")
    desk.wait(lambda: desk.text("fact-fee") == "9.000 đ · đã hoàn lại")
    assert [kind for kind in kiosk.kinds() if kind.startswith("fee")] == [
        *("fee_asked", "fee_settled"),
        *("fee_asked", "fee_settled", "fee_settled"),
    ]


def test_an_amount_over_the_centres_limit_is_refused_in_words(desk: Hand, panel: Hand) -> None:
    desk.press(Key.Key_L, CONTROL)
    desk.wait(lambda: desk.find("fee-amount"))
    desk.type("99999999")
    desk.press(Key.Key_Return)
    desk.wait(lambda: "mức" in desk.text("notice"))
    assert panel.page == "called"


def test_the_code_holds_the_account_the_amount_the_dossier_and_the_number() -> None:
    fee = FeeView(amount_vnd=8_000, state="asked", dossier="H57.132-260804-0583")
    here = floor(ticket(1, "serving", counter="q1", fee=fee), hall=sample_hall(fees=FEES))
    assert derive_fee(here).code == transfer_code(
        "970436", "0123456789", 8_000, bill="H57.132-260804-0583", purpose="Le phi A001"
    )


def test_without_an_account_no_fee_is_offered() -> None:
    assert derive_fee(floor(ticket(1, "serving", counter="q1"))) == FeeProps(someone=True, number="A001")
    assert derive_fee(None) == FeeProps()


def test_amounts_are_written_as_prices_are_here() -> None:
    assert in_dong(1_250_000) == "1.250.000 đ"
