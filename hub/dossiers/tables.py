"""Reads the tables people save: CSV with commas or semicolons, and the first sheet of an XLSX workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from python_calamine import CalamineError, load_workbook

from hub.dossiers.fields import FieldMap, as_text

NEEDED = ("code", "state")


class Unreadable(ValueError):
    """A table cannot be understood."""


def table_of(file: Path, fields: FieldMap) -> Iterator[Mapping[str, object]]:
    """Yield the rows of a ``.csv`` or ``.xlsx`` file under their headings.

    Raises:
        OSError, Unreadable: also while the rows are taken.
    """
    if file.suffix.lower() == ".xlsx":
        return sheet_rows(file, fields)
    try:
        return csv_rows(file.read_text(encoding="utf-8-sig"), fields)
    except UnicodeDecodeError as error:
        raise Unreadable("the file is not UTF-8") from error


def csv_rows(text: str, fields: FieldMap) -> Iterator[Mapping[str, object]]:
    heading = text.partition("\n")[0]
    comma = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=comma)
    try:
        _check_heading(reader.fieldnames or (), fields)
        yield from reader
    except csv.Error as error:
        raise Unreadable(str(error)) from error


def sheet_rows(file: Path, fields: FieldMap) -> Iterator[Mapping[str, object]]:
    """Yield the rows under the first row that has the needed headings, so a title above may stay."""
    with file.open("rb") as opened:
        try:
            with load_workbook(opened) as book:
                rows = book.get_sheet_by_index(0).to_python()
        except (CalamineError, IndexError) as error:
            raise Unreadable(f"{type(error).__name__}: {error}") from error
    headings = [[as_text(cell) for cell in row] for row in rows[:20]]
    start = next((n for n, row in enumerate(headings) if not _missing(row, fields)), 0)
    heading = headings[start] if headings else []
    _check_heading(heading, fields)
    for row in rows[start + 1 :]:
        yield dict(zip(heading, row, strict=False))


def _missing(heading: Sequence[str], fields: FieldMap) -> list[str]:
    return [name for name in map(fields.name, NEEDED) if name not in heading]


def _check_heading(heading: Sequence[str], fields: FieldMap) -> None:
    if missing := _missing(heading, fields):
        raise Unreadable(f"no column {', '.join(missing)}")
