"""Whether the rows of a centre's ``dossiers.csv`` say something; the hub passes over those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from config.catalogue import read_table
from config.dossiers import STATE_NAMES, DossierSource
from config.mistakes import ConfigError, Mistake, fold, nearest
from config.schema import soundly
from config.sources import Sources

DAY_FIRST = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}( \d{1,2}:\d{2}(:\d{2})?)?$")
MOST_TOLD = 50
"""A table with more wrong rows than that is wrong as a whole."""


def mistakes(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """Yield what is wrong in the one CSV file the centre names, if it names one."""
    source = soundly(DossierSource, sources.values.get("dossiers"))
    if source is None or source.kind != "csv" or not (directory / source.path).is_file():
        return
    try:
        table = read_table(directory / source.path)
    except ConfigError as error:
        yield from error.mistakes
        return
    names = source.mapping.model_dump()
    code, state = names["code"] or "code", names["state"] or "state"
    missing = [name for name in (code, state) if name not in table.header]
    for name in missing:
        yield Mistake(table.file, name, "thiếu cột bắt buộc", nearest(name, table.header), 1)
    if missing:
        return
    wrong = list(_rows(table.file, table.rows, source, names | {"code": code, "state": state}))
    yield from wrong[:MOST_TOLD]
    if len(wrong) > MOST_TOLD:
        yield Mistake(table.file, "", f"còn {len(wrong) - MOST_TOLD} lỗi nữa")


def _rows(
    file: str,
    rows: tuple[tuple[int, Mapping[str, str]], ...],
    source: DossierSource,
    names: Mapping[str, str],
) -> Iterator[Mistake]:
    known = {fold(name) for name in (*STATE_NAMES, *source.states)}
    seen: set[str] = set()
    for line, row in rows:
        code, state = row.get(names["code"], "").upper(), row.get(names["state"], "")
        if not code:
            yield Mistake(file, names["code"], "thiếu mã hồ sơ", line=line)
        elif code in seen:
            yield Mistake(file, names["code"], "mã hồ sơ này đã có ở trên", line=line)
        seen.add(code)
        if (
            not (state.isascii() and state.isdecimal() and 1 <= int(state[:3]) <= 10)
            and fold(state) not in known
        ):
            text = f"trạng thái “{state}” không phải số từ 1 đến 10 cũng không phải tên đã biết"
            yield Mistake(file, names["state"], text, nearest(state, (*STATE_NAMES, *source.states)), line)
        for key in ("received_at", "due_at"):
            moment = row.get(names[key] or key, "")
            if moment and not _is_moment(moment):
                text = "phải là ngày giờ, ví dụ 2026-11-23T17:00 hoặc 23/11/2026"
                yield Mistake(file, names[key] or key, text, line=line)


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return bool(DAY_FIRST.match(text))
    return True
