"""The text of a VietQR transfer code, built by ``vietnam-qr-pay``; that the words fit is ours. Pure."""

from __future__ import annotations

import unicodedata

from vietnam_qr_pay import QRPay

MOST_WORDS = 25
"""EMVCo: the additional data's bill number and purpose are 25 characters at most."""
MOST_ACCOUNT = 19
"""NAPAS: an account has 19 characters at most; the library counts no lengths."""


def transfer_code(bank_bin: str, account: str, amount_vnd: int, *, bill: str = "", purpose: str = "") -> str:
    """Return the payload for a transfer of ``amount_vnd`` (0: the payer fills it in) to an account.

    ``bill`` and ``purpose`` are brought to plain letters and cut to what the format holds. Raises ValueError:
    the bank or the account is none.
    """
    if len(bank_bin) != 6 or not 1 <= len(account) <= MOST_ACCOUNT:
        raise ValueError("a bank has 6 digits, an account 1 to 19 characters")
    code = QRPay.init_viet_qr(
        bank_bin, account, str(amount_vnd) if amount_vnd else None, purpose=_plain(purpose) or None
    )
    code.additional_data.bill_number = _plain(bill) or None
    payload: str = code.build()
    return payload


def _plain(words: str) -> str:
    """Banks pass on plain letters only."""
    bare = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return bare.encode("ascii", "ignore").decode()[:MOST_WORDS].strip()
