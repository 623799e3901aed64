"""Bringing the national portal's table of procedures into a centre's own ``procedures.csv``."""

from __future__ import annotations

import csv
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from config import catalogue
from config.mistakes import ConfigError, Mistake, nearest
from config.model import Procedure

PAPER_LENGTH = 200
FEE_LENGTH = 200
LEVELS = "level"
NO_PROMISE = re.compile(r"^miễn|miễn phí|^không\b|không đồng|(?<![\d.,])0 ?(?:đồng|đ)\b", re.IGNORECASE)
"""The portal writes "free" where a province sets the fee itself, so such a word is never carried on."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one import did, in rows."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0
    """Rows of the portal's table that the filters or a missing code left out."""


def import_procedures(
    table_file: Path, directory: Path, fields: Sequence[str] = (), levels: Sequence[str] = ()
) -> Counts:
    """Merge the portal's table into ``directory/procedures.csv``; the same import twice changes nothing.

    What the portal says replaces what stood there; ``url`` and ``everyday``, the centre's own columns, stay.

    Raises:
        ConfigError: a table cannot be read, or no row has a wanted field or level.
        OSError: the directory cannot be written; the old file is untouched.
    """
    table = catalogue.read_table(table_file)
    _refuse_unless_usable(table, fields, levels)
    wanted = {row["code"]: row for _, row in table.rows if _is_wanted(row, fields, levels)}
    target = directory / catalogue.FILE_NAME
    merged, counts = merge(_existing(target), [from_portal(row) for row in wanted.values()])
    if counts.added or counts.updated:
        _write(target, merged)
    return replace(counts, left_out=len(table.rows) - len(wanted))


def merge(old: Iterable[Procedure], new: Iterable[Procedure]) -> tuple[tuple[Procedure, ...], Counts]:
    """Return the old catalogue refreshed by the new rows: old order first, then what is new by code."""
    merged = {one.code: one for one in old}
    added = updated = unchanged = 0
    for one in sorted(new, key=lambda procedure: procedure.code):
        before = merged.get(one.code)
        if before is None:
            merged[one.code], added = one, added + 1
            continue
        kept = one.model_copy(update={"url": before.url or one.url, "everyday": before.everyday})
        merged[one.code] = kept
        updated, unchanged = updated + (kept != before), unchanged + (kept == before)
    return tuple(merged.values()), Counts(added, updated, unchanged)


def from_portal(row: Mapping[str, str]) -> Procedure:
    """Return one row of the portal's table with its papers shortened and no doubtful fee."""
    flat = {name: " ".join(value.split()) for name, value in row.items()}
    procedure = catalogue.to_procedure(flat)
    papers = dict.fromkeys(shorten(paper, PAPER_LENGTH) for paper in procedure.papers)
    return procedure.model_copy(update={"papers": tuple(papers), "fee": fee_worth_telling(procedure.fee)})


def fee_worth_telling(fee: str) -> str:
    """Return ``fee``, or "" where it promises that nothing is to be paid."""
    return "" if NO_PROMISE.search(fee) else shorten(fee, FEE_LENGTH)


def shorten(text: str, length: int) -> str:
    """Return ``text`` in at most ``length`` characters, cut between words and marked with "…"."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut).rstrip(" ,;:.(") + "…"


def _is_wanted(row: Mapping[str, str], fields: Sequence[str], levels: Sequence[str]) -> bool:
    return bool(
        row.get("code")
        and row.get("name")
        and (not fields or _parts(row, "field") & _folded(fields))
        and (not levels or _parts(row, LEVELS) & _folded(levels))
    )


def _parts(row: Mapping[str, str], column: str) -> set[str]:
    value = row.get(column, "")
    return _folded([value, *value.split(";")])


def _folded(words: Iterable[str]) -> set[str]:
    return {" ".join(word.split()).casefold() for word in words if word.strip()}


def _refuse_unless_usable(table: catalogue.Table, fields: Sequence[str], levels: Sequence[str]) -> None:
    mistakes = list(catalogue.column_mistakes(table))
    for column, wanted in (("field", fields), (LEVELS, levels)):
        spelled = {part.strip() for _, row in table.rows for part in row.get(column, "").split(";")}
        known = {part for _, row in table.rows for part in _parts(row, column)}
        for word in wanted:
            if not _folded([word]) <= known:
                text = f"không hàng nào có “{word}”"
                mistakes.append(Mistake(table.file, column, text, nearest(word, sorted(spelled - {""}))))
    if mistakes:
        raise ConfigError(mistakes)


def _existing(target: Path) -> tuple[Procedure, ...]:
    if not target.exists():
        return ()
    procedures, mistakes = catalogue.read(target)
    if mistakes:
        raise ConfigError(mistakes)
    return procedures


def _write(target: Path, procedures: Iterable[Procedure]) -> None:
    """Replace ``target`` in one step: a reader sees the old table or the new one, whatever happens."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, catalogue.COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(catalogue.to_row(one) for one in procedures)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
