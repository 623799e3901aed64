"""The QR code of the Vietnamese citizen card: a claim, not proof; never stored or logged raw. Pure.

Fields: 12-digit number, old number or empty, name, birth date, sex, address, issue date; new cards add more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NUMBER = re.compile(r"\d{12}")
LEAST_FIELDS = 6
SEXES = ("Nam", "Nữ")


@dataclass(frozen=True, slots=True, repr=False)
class CitizenCard:
    """``consistent`` is False where the number contradicts birth year or sex: warn, never refuse."""

    number: str
    name: str
    born: date
    sex: str
    address: str
    consistent: bool

    def __repr__(self) -> str:
        return "CitizenCard(…)"  # personal data stays out of logs and tracebacks


def read_citizen_card(text: str) -> CitizenCard | None:
    """Return the card ``text`` claims to be, or None."""
    fields = text.split("|")
    if len(fields) < LEAST_FIELDS or not NUMBER.fullmatch(fields[0]):
        return None
    number, _old, name, birth, sex, address = (field.strip() for field in fields[:LEAST_FIELDS])
    born = _date(birth)
    if born is None or not name or sex not in SEXES:
        return None
    return CitizenCard(number, name, born, sex, address, _consistent(number, born, sex))


def _date(ddmmyyyy: str) -> date | None:
    if not re.fullmatch(r"[0-9]{8}", ddmmyyyy):
        return None
    try:
        return date(int(ddmmyyyy[4:]), int(ddmmyyyy[2:4]), int(ddmmyyyy[:2]))
    except ValueError:
        return None


def _consistent(number: str, born: date, sex: str) -> bool:
    """Digit 4 is century and sex (0 and 1 for the 1900s, men first), digits 5 and 6 the year of birth."""
    century_and_sex = (born.year // 100 - 19) * 2 + SEXES.index(sex)
    return int(number[3]) == century_and_sex and int(number[4:6]) == born.year % 100
