"""The catalogue of procedures: ``procedures.csv`` of a centre, and which service takes which procedure."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.mistakes import ConfigError, Mistake, fold, nearest
from config.model import FieldOfWork, Procedure, Purpose, Service

FILE_NAME = "procedures.csv"
COLUMNS = ("code", "name", "field", "agency", "papers", "fee", "time_limit", "url", "everyday")
PORTAL_COLUMNS = ("level", "source")
"""Columns of the national portal's table that a centre does not keep."""
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV as it stands: the header, and each row with the line it ends on."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def read_table(file: Path) -> Table:
    """Return the rows of ``file`` (commas or semicolons), trimmed and composed (NFC).

    Raises:
        ConfigError: it cannot be read, or is not a CSV in UTF-8.
    """
    try:
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig"))
        first = text.partition("\n")[0]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = tuple((reader.line_num, _trimmed(row)) for row in reader)
    except UnicodeDecodeError as error:
        unread = "không phải bảng CSV mã UTF-8; hãy lưu lại tệp với mã UTF-8"
        raise ConfigError([Mistake(file.name, "", unread)]) from error
    except csv.Error as error:
        raise ConfigError([Mistake(file.name, "", f"không phải bảng CSV ({error})")]) from error
    except OSError as error:
        raise ConfigError([Mistake(file.name, "", f"không đọc được tệp ({error.strerror})")]) from error
    return Table(file.name, tuple(name.strip() for name in reader.fieldnames or ()), rows)


def _trimmed(row: Mapping[str | None, object]) -> dict[str, str]:
    return {name.strip(): value.strip() for name, value in row.items() if name and isinstance(value, str)}


def read(file: Path) -> tuple[tuple[Procedure, ...], tuple[Mistake, ...]]:
    """Return the catalogue as written, and everything that is wrong with it."""
    try:
        table = read_table(file)
    except ConfigError as error:
        return (), error.mistakes
    mistakes = column_mistakes(table)
    if mistakes:
        return (), mistakes
    return _procedures(table)


def column_mistakes(table: Table) -> tuple[Mistake, ...]:
    """Return the columns nobody knows and the two a catalogue cannot do without."""
    known = (*COLUMNS, *PORTAL_COLUMNS)
    strange = [
        Mistake(table.file, name, "không có cột tên này", nearest(name, COLUMNS), 1)
        for name in table.header
        if name not in known
    ]
    guessed = {mistake.nearest for mistake in strange}
    missing = [
        Mistake(table.file, name, "thiếu cột bắt buộc", line=1)
        for name in ("code", "name")
        if name not in table.header and name not in guessed
    ]
    return (*strange, *missing)


def _procedures(table: Table) -> tuple[tuple[Procedure, ...], tuple[Mistake, ...]]:
    found: dict[str, Procedure] = {}
    mistakes: list[Mistake] = []
    for line, row in table.rows:
        code = row.get("code", "")
        text = _row_mistake(row, code in found)
        if text:
            mistakes.append(Mistake(table.file, code, text, line=line))
        else:
            found[code] = to_procedure(row)
    return tuple(found.values()), tuple(mistakes)


def _row_mistake(row: Mapping[str, str], repeated: bool) -> str:
    if not row.get("code"):
        return "hàng này không có mã thủ tục (code)"
    if not row.get("name"):
        return "hàng này không có tên thủ tục (name)"
    return "mã thủ tục này đã có ở một hàng trên" if repeated else ""


def to_procedure(row: Mapping[str, str]) -> Procedure:
    """Return the procedure a row of ``procedures.csv`` holds; lists are joined with `` | ``."""
    return Procedure(
        code=row["code"],
        name=row["name"],
        field=row.get("field", ""),
        agency=row.get("agency", ""),
        papers=_items(row.get("papers", "")),
        fee=row.get("fee", ""),
        time_limit=row.get("time_limit", ""),
        url=row.get("url", ""),
        everyday=_items(row.get("everyday", "")),
    )


def to_row(procedure: Procedure) -> dict[str, str]:
    """The inverse of ``to_procedure``."""
    values = procedure.model_dump()
    return {
        name: f" {SEPARATOR} ".join(value) if isinstance(value := values[name], tuple) else value
        for name in COLUMNS
    }


def _items(joined: str) -> tuple[str, ...]:
    return tuple(item for part in joined.split(SEPARATOR) if (item := part.strip()))


def settle_fields(procedures: Iterable[Procedure], fields: Sequence[FieldOfWork]) -> tuple[Procedure, ...]:
    """Return the procedures with ``field`` as the centre's id where the centre has that field."""
    ids: dict[str, str] = {}
    for one in fields:
        for name in (one.id, one.name["vi"], *one.portal_names):
            ids.setdefault(fold(name), one.id)
    return tuple(
        procedure.model_copy(update={"field": ids.get(fold(procedure.field), procedure.field)})
        for procedure in procedures
    )


def services_taking(
    procedure: Procedure, services: Iterable[Service], purpose: Purpose = "submit"
) -> tuple[Service, ...]:
    """Return the services that take ``procedure``: those that name it, else those open to its whole field."""
    fitting = [service for service in services if purpose in service.purposes]
    named = tuple(service for service in fitting if procedure.code in service.procedures)
    whole = (one for one in fitting if not one.procedures and one.field == procedure.field)
    return named or tuple(whole)


def procedures_of(service: Service, procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return what ``service`` takes, in the catalogue's order."""
    if service.procedures:
        return tuple(one for one in procedures if one.code in service.procedures)
    return tuple(one for one in procedures if one.field == service.field)
