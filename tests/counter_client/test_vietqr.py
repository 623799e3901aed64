"""Codes whose text is known (the CRC's check value, NAPAS' own examples), any others taken apart again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_client.vietqr import MOST_WORDS, transfer_code


def crc16(data: bytes) -> int:
    """CRC-16/CCITT-FALSE, written anew from its definition: polynomial 0x1021, start 0xFFFF."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def test_the_checksum_is_ccitt_false() -> None:
    assert crc16(b"123456789") == 0x29B1


@pytest.mark.parametrize(
    ("amount", "bill", "purpose", "payload"),
    [
        (
            180_000,
            "NPS6869",
            "thanh toan don hang",
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
            "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
        ),
        (
            0,
            "",
            "",
            "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
        ),
    ],
)
def test_the_examples_of_napas_come_out_as_they_are_printed(
    amount: int, bill: str, purpose: str, payload: str
) -> None:
    assert transfer_code("970403", "0011012345678", amount, bill=bill, purpose=purpose) == payload


def parts(text: str) -> dict[str, str]:
    """Take a payload apart: tag → value."""
    found, at = {}, 0
    while at < len(text):
        size = int(text[at + 2 : at + 4])
        found[text[at : at + 2]] = text[at + 4 : at + 4 + size]
        at += 4 + size
    return found


@given(amount=st.integers(1, 10**9), bill=st.text(max_size=60), purpose=st.text(max_size=60))
def test_any_words_make_a_code_that_can_be_taken_apart(amount: int, bill: str, purpose: str) -> None:
    payload = transfer_code("970436", "123456789", amount, bill=bill, purpose=purpose)
    fields = parts(payload)
    assert fields["54"] == str(amount)
    assert fields["63"] == f"{crc16(payload[:-4].encode()):04X}"
    assert all(len(value) <= MOST_WORDS for value in parts(fields.get("62", "")).values())


def test_a_dossiers_code_fits_whole_and_words_lose_their_diacritics() -> None:
    code = "000.00.14.H56-200203-0118"
    extra = parts(parts(transfer_code("970436", "1", 8_000, bill=code, purpose="Lệ phí Đ012"))["62"])
    assert extra == {"01": code, "08": "Le phi D012"}


@pytest.mark.parametrize(("bank", "account"), [("97043", "1"), ("970436", ""), ("970436", "1" * 20)])
def test_a_bank_or_an_account_that_is_none_is_refused(bank: str, account: str) -> None:
    with pytest.raises(ValueError, match="account"):
        transfer_code(bank, account, 1)
