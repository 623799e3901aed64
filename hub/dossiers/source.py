"""The seam to the systems that know dossiers, and what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from hub.errors import HubError


class SourceAway(HubError):
    """The source cannot be read now. ``why`` is for the log."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Step(Struct, frozen=True):
    at: str
    text: str


class Dossier(Struct, frozen=True, kw_only=True):
    """One dossier as its source has it, with the owner's full name: never leaves the hub like this."""

    code: str
    state: int
    procedure: str = ""
    agency: str = ""
    owner: str = ""
    received_at: str = ""
    due_at: str = ""
    note: str = ""
    lookup_code: str = ""
    steps: tuple[Step, ...] = ()


class DossierSource(Protocol):
    """Both methods may block and raise SourceAway; the caller gives them a thread and a deadline."""

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        """Return the dossier and when the source was last read (UTC)."""

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        """Return the dossiers in ``states``, the most pressing first."""


class NoSource:
    """A centre without a dossier source."""

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        raise SourceAway("the centre has no dossier source")

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        raise SourceAway("the centre has no dossier source")
