"""The text of a VietQR transfer code (EMVCo merchant-presented QR with NAPAS' template). Pure."""

from __future__ import annotations

import unicodedata

MOST_WORDS = 25
"""EMVCo: the additional data's bill number and purpose are 25 characters at most."""


def transfer_code(bank_bin: str, account: str, amount_vnd: int, *, bill: str = "", purpose: str = "") -> str:
    """Return the payload for a transfer of ``amount_vnd`` (0: the payer fills it in) to an account.

    ``bill`` and ``purpose`` are brought to plain letters and cut to what the format holds.
    """
    beneficiary = _field("00", bank_bin) + _field("01", account)
    template = _field("00", "A000000727") + _field("01", beneficiary) + _field("02", "QRIBFTTA")
    extra = _optional("01", _plain(bill)) + _optional("08", _plain(purpose))
    body = "".join(
        (
            _field("00", "01"),
            _field("01", "12" if amount_vnd else "11"),  # 12: for one payment, 11: for many
            _field("38", template),
            _field("53", "704"),
            _optional("54", str(amount_vnd) if amount_vnd else ""),
            _field("58", "VN"),
            _optional("62", extra),
            "6304",
        )
    )
    return f"{body}{crc16(body.encode('ascii')):04X}"


def crc16(data: bytes) -> int:
    """Return CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def _field(tag: str, value: str) -> str:
    """Return tag, two digits of length, value. Raises ValueError over 99 characters."""
    if len(value) > 99:
        raise ValueError(f"field {tag} is {len(value)} characters long")
    return f"{tag}{len(value):02}{value}"


def _optional(tag: str, value: str) -> str:
    return _field(tag, value) if value else ""


def _plain(words: str) -> str:
    """Banks pass on plain letters only."""
    bare = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return bare.encode("ascii", "ignore").decode()[:MOST_WORDS].strip()
