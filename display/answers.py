"""What the hub answers to a display's questions, as records. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from config.model import Procedure
from hub.messages.views import BoardRow


@dataclass(frozen=True, slots=True)
class DossierBoard:
    rows: tuple[BoardRow, ...] = ()
    as_of: str = ""
    """ISO 8601: when the source was last read."""


def dossier_board(data: Any) -> DossierBoard:
    """Return the board in an answer's ``data``; rows that are none are left out."""
    found = data if isinstance(data, dict) else {"rows": data}
    rows = found.get("rows")
    kept = tuple(row for item in (rows if isinstance(rows, list) else ()) if (row := _row(item)))
    return DossierBoard(kept, str(found.get("as_of") or ""))


def _row(item: Any) -> BoardRow | None:
    try:
        return msgspec.convert(item, BoardRow)
    except msgspec.ValidationError:
        return None


def catalogue(data: Any) -> tuple[Procedure, ...]:
    """Return the procedures in an answer's ``data``; those that are none are left out."""
    found = data.get("procedures") if isinstance(data, dict) else data
    items = found if isinstance(found, list) else []
    return tuple(procedure for item in items if (procedure := _procedure(item)))


def _procedure(item: Any) -> Procedure | None:
    try:
        return Procedure.model_validate(item)
    except ValueError:  # pydantic's is one
        return None
