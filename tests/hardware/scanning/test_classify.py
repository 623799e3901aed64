import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanning import (
    Appointment,
    CitizenCard,
    DossierCode,
    Refused,
    ScanRules,
    TicketLink,
    Unknown,
    understand,
)
from hardware.scanning.gate import MOST_BYTES, GateRefusal, pass_gate

CARD = "001085012345||Nguyễn Thị Ánh Nguyệt|01021985|Nữ|Số 5, phường Hưng Dũng, Nghệ An|01012022"
RULES = ScanRules(ticket_links=("https://hangcho.example/t#",))


@pytest.mark.parametrize(
    "code",
    [
        "000.00.14.H56-200203-0118",
        "H57.132-260804-0583",
        "h57.132-260804-0583",
        "  H57.132-260804-0583\r\n",
        "https://dichvucong.example/tra-cuu?ma=H57.132-260804-0583&x=1",
        "https://dichvucong.example/ho-so/H57.132-260804-0583",
    ],
)
def test_a_dossier_code_is_known_however_it_is_written(code: str) -> None:
    found = understand(code.encode())
    assert isinstance(found, DossierCode)
    assert found.code in code.upper()


@pytest.mark.parametrize("code", ["H57.132-261304-0583", "H57.132-260804-05", "57.132-260804-0583", "A012"])
def test_what_only_resembles_a_dossier_code_is_unknown(code: str) -> None:
    assert isinstance(understand(code.encode()), Unknown)


def test_a_centre_may_have_its_own_pattern() -> None:
    rules = ScanRules(dossier=r"HS\d{5}")
    assert understand(b"hs12345", rules) == DossierCode("HS12345")


def test_our_own_ticket_and_appointment_are_told_apart() -> None:
    assert understand(b"https://hangcho.example/t#Zk3v9", RULES) == TicketLink("Zk3v9")
    assert understand(b"HEN-7K2M9Q", RULES) == Appointment("HEN-7K2M9Q")
    assert isinstance(understand(b"https://hangcho.example/t#", RULES), Unknown)


def test_a_citizen_card_is_read_but_never_shows_itself() -> None:
    card = understand(CARD.encode())
    assert isinstance(card, CitizenCard)
    assert (card.name, card.sex, card.born.year) == ("Nguyễn Thị Ánh Nguyệt", "Nữ", 1985)
    assert not card.consistent, "the fourth digit says a man of the 1900s"
    for shown in (repr(card), str(card), f"{[card]}"):
        assert "Nguyễn" not in shown and "0010" not in shown


def test_a_consistent_number_is_said_to_be() -> None:
    card = understand(CARD.replace("001085", "001185").encode())
    assert isinstance(card, CitizenCard) and card.consistent


def test_secrets_and_strangers_stay_out_of_logs() -> None:
    assert "Zk3v9" not in repr(TicketLink("Zk3v9"))
    assert "Nguyễn" not in repr(Unknown("Nguyễn Văn A"))


def test_decomposed_names_come_out_composed() -> None:
    card = understand(unicodedata.normalize("NFD", CARD).encode())
    assert isinstance(card, CitizenCard)
    assert card.name == "Nguyễn Thị Ánh Nguyệt"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", GateRefusal.EMPTY),
        (b" \r\n", GateRefusal.EMPTY),
        (b"x" * (MOST_BYTES + 1), GateRefusal.TOO_LONG),
        ("Nguyễn".encode("utf-16"), GateRefusal.NOT_UTF8),
        (b"H57\x00", GateRefusal.CONTROL_CHARACTERS),
        (b"\x1b[2J", GateRefusal.CONTROL_CHARACTERS),
        ("A\u202e012".encode(), GateRefusal.CONTROL_CHARACTERS),
    ],
)
def test_the_gate_refuses(data: bytes, why: GateRefusal) -> None:
    assert understand(data) == Refused(why)


@given(st.binary(max_size=1200))
def test_any_bytes_are_understood_or_refused(data: bytes) -> None:
    assert repr(understand(data, RULES))


@given(st.text(max_size=300))
def test_what_passes_the_gate_is_short_composed_and_without_controls(text: str) -> None:
    passed = pass_gate(text.encode("utf-8", errors="surrogatepass"))
    if isinstance(passed, str):
        assert unicodedata.is_normalized("NFC", passed)
        assert not any(unicodedata.category(letter) in ("Cc", "Cf") for letter in passed)


@given(st.text(alphabet="0123456789|NamữPđ /", max_size=120))
def test_almost_cards_never_break_the_reader(text: str) -> None:
    understand(text.encode())
