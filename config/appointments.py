"""The list of booked visits: how it is read, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from config.catalogue import Table, read_table
from config.manners import Appointments
from config.mistakes import ConfigError, Mistake, nearest
from config.references import ids
from config.schema import soundly
from config.sources import Sources

COLUMNS: Final[Mapping[str, str]] = {
    "code": "what the citizen was given, as text or QR code; capitals and spaces do not count",
    "service": "the id of a service",
    "from": "the window's beginning, local: `2026-11-23 08:30`, `2026-11-23T08:30` or `23/11/2026 08:30`",
    "to": "the window's end, the same day",
    "name": "may be left out; the hub masks it and logs it nowhere",
    "citizen_id": "may be left out; finds the visit by a scanned citizen card; stays in the hub's memory",
}
NEEDED: Final = ("code", "service", "from", "to")
FORMS: Final = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S")
LONGEST_CODE: Final = 64
ID_LENGTHS: Final = (9, 12)
"""Digits of an old identity card and of a citizen card."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One booked visit; the window's two ends carry the centre's zone."""

    code: str
    service: str
    begins: datetime
    ends: datetime
    name: str = ""
    citizen_id: str = ""


def plain_code(code: str) -> str:
    """Return a code as it is compared: without spaces, in capitals."""
    return "".join(code.split()).upper()


def read(
    file: Path, zone: tzinfo, services: Collection[str]
) -> tuple[dict[str, Appointment], tuple[Mistake, ...]]:
    """Return the good rows by plain code, and everything that is wrong with the others."""
    try:
        table = read_table(file)
    except ConfigError as error:
        return {}, error.mistakes
    if wrong := _column_mistakes(table):
        return {}, wrong
    found: dict[str, Appointment] = {}
    mistakes: list[Mistake] = []
    for line, row in table.rows:
        if not any(row.values()):
            continue
        code = row.get("code", "")
        texts = list(_row_mistakes(row, zone, services, found))
        mistakes += [Mistake(table.file, code or "code", text, guess, line) for text, guess in texts]
        if not texts:
            found[plain_code(code)] = _appointment(row, zone)
    return found, tuple(mistakes)


def mistakes(sources: Sources, directory: Path, zone: tzinfo, *, rows: bool) -> Iterator[Mistake]:
    """Yield what is wrong with the list the centre names; ``rows``: in it, too."""
    settings = soundly(Appointments, sources.values.get("appointments"))
    if settings is None or not settings.file:
        return
    if not (directory / settings.file).is_file():
        guess = nearest(settings.file, sorted(one.name for one in directory.glob("*.csv")))
        yield sources.mistake(("appointments", "file"), f"không có tệp “{settings.file}”", guess)
    elif rows:
        yield from read(directory / settings.file, zone, ids(sources, "services"))[1]


def _column_mistakes(table: Table) -> tuple[Mistake, ...]:
    strange = [
        Mistake(table.file, name, "không có cột tên này", nearest(name, COLUMNS), 1)
        for name in table.header
        if name not in COLUMNS
    ]
    guessed = {mistake.nearest for mistake in strange}
    missing = [
        Mistake(table.file, name, "thiếu cột bắt buộc", line=1)
        for name in NEEDED
        if name not in table.header and name not in guessed
    ]
    return (*strange, *missing)


def _row_mistakes(
    row: Mapping[str, str], zone: tzinfo, services: Collection[str], found: Mapping[str, Appointment]
) -> Iterator[tuple[str, str]]:
    """Yield each mistake of a row with the nearest valid name; no name or number of a person is repeated."""
    code, service, citizen = row.get("code", ""), row.get("service", ""), row.get("citizen_id", "")
    if not code or len(code) > LONGEST_CODE:
        yield f"mã hẹn phải có từ 1 đến {LONGEST_CODE} ký tự", ""
    elif plain_code(code) in found:
        yield "mã hẹn này đã có ở trên", ""
    if service not in services:
        yield f"không có dịch vụ “{service}”", nearest(service, services)
    if citizen and not (citizen.isdecimal() and len(citizen) in ID_LENGTHS):
        yield "citizen_id phải gồm 12 chữ số (hoặc 9 chữ số với giấy chứng minh cũ)", ""
    begins, ends = _moment(row.get("from", ""), zone), _moment(row.get("to", ""), zone)
    for name, moment in (("from", begins), ("to", ends)):
        if moment is None:
            yield f"cột {name} phải là ngày giờ, ví dụ 2026-11-23 08:30", ""
    if begins and ends and (begins >= ends or begins.date() != ends.date()):
        yield "giờ kết thúc (to) phải sau giờ bắt đầu (from), trong cùng một ngày", ""


def _appointment(row: Mapping[str, str], zone: tzinfo) -> Appointment:
    begins, ends = _moment(row["from"], zone), _moment(row["to"], zone)
    assert begins is not None and ends is not None
    name, citizen = row.get("name", ""), row.get("citizen_id", "")
    return Appointment(row["code"], row["service"], begins, ends, name, citizen)


def _moment(text: str, zone: tzinfo) -> datetime | None:
    """Return a date with its time; None for anything else, a bare date too."""
    if ":" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        parsed = next(filter(None, (_parsed(text, form) for form in FORMS)), None)
        if parsed is None:
            return None
        moment = parsed
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _parsed(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None
