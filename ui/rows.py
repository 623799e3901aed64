"""A list of frozen rows as QML sees it: roles named after the row's fields, and only what changed is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Rows(QAbstractListModel):
    """Rows are one frozen dataclass; ``key`` names the field that tells them apart."""

    def __init__(self, kind: type[Any], key: str = "key") -> None:
        super().__init__()
        self._names = [field.name for field in fields(kind)]
        self._key = key
        self._rows: list[Any] = []

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + n: QByteArray(_camel(name).encode()) for n, name in enumerate(self._names)}

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    def row(self, index: int) -> Any:
        return self._rows[index]

    def replace(self, rows: Sequence[Any]) -> None:
        """Show ``rows``: what left goes, what moved moves, what is new comes in, what changed is redrawn."""
        self._drop_all_but({getattr(row, self._key) for row in rows})
        for place, row in enumerate(rows):
            at = self._find(getattr(row, self._key), place)
            if at is None:
                self.beginInsertRows(_NOWHERE, place, place)
                self._rows.insert(place, row)
                self.endInsertRows()
            elif at != place:
                self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, place)
                self._rows.insert(place, self._rows.pop(at))
                self.endMoveRows()
            self._redraw(place, row)

    def _drop_all_but(self, kept: set[Any]) -> None:
        for at in reversed(range(len(self._rows))):
            if getattr(self._rows[at], self._key) not in kept:
                self.beginRemoveRows(_NOWHERE, at, at)
                del self._rows[at]
                self.endRemoveRows()

    def _find(self, key: Any, start: int) -> int | None:
        places = range(start, len(self._rows))
        return next((at for at in places if getattr(self._rows[at], self._key) == key), None)

    def _redraw(self, place: int, row: Any) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
