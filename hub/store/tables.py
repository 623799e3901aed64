"""Tables described once and written in each database's dialect. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias


class Dialect(Enum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Kind(Enum):
    """What a column holds. ``MOMENT``: UTC to the microsecond; in SQLite text of one width, so it sorts."""

    TEXT = "text"
    INTEGER = "integer"
    MOMENT = "moment"
    JSON = "json"


# Text is compared byte by byte in both, so both have one order of rows.
_TYPES: Final[Mapping[Dialect, Mapping[Kind, str]]] = {
    Dialect.SQLITE: {
        Kind.TEXT: "TEXT",
        Kind.INTEGER: "INTEGER",
        Kind.MOMENT: "TEXT",
        Kind.JSON: "TEXT",
    },
    Dialect.POSTGRESQL: {
        Kind.TEXT: 'text COLLATE "C"',
        Kind.INTEGER: "bigint",
        Kind.MOMENT: "timestamptz",
        Kind.JSON: "json",
    },
}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind = Kind.TEXT
    may_lack: bool = False

    def written(self, dialect: Dialect) -> str:
        return f"{self.name} {_TYPES[dialect][self.kind]}{'' if self.may_lack else ' NOT NULL'}"


@dataclass(frozen=True, slots=True)
class Table:
    """``by_key``: SQLite keeps the rows in the order of the key instead of a hidden number's."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    unique: tuple[str, ...] = ()
    by_key: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def written(self, dialect: Dialect) -> str:
        parts = [column.written(dialect) for column in self.columns]
        parts.append(f"PRIMARY KEY ({', '.join(self.key)})")
        if self.unique:
            parts.append(f"UNIQUE ({', '.join(self.unique)})")
        tail = " WITHOUT ROWID" if self.by_key and dialect is Dialect.SQLITE else ""
        return f"CREATE TABLE {self.name} ({', '.join(parts)}){tail}"


@dataclass(frozen=True, slots=True)
class Words:
    """A statement as it is; ``only`` names the one dialect it is for."""

    text: str
    only: Dialect | None = None

    def written(self, dialect: Dialect) -> str:
        return self.text.strip() if self.only in (None, dialect) else ""


Step: TypeAlias = tuple[Table | Words, ...]
"""What brings a database from one version to the next."""


def statements(step: Step, dialect: Dialect) -> Iterator[str]:
    """Yield the statements of ``step`` in ``dialect``."""
    yield from filter(None, (piece.written(dialect) for piece in step))
