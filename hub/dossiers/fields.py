"""Turns one row of any source (a table's, a database's, a service's) into a dossier. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Final

from config.dossiers import STATE_NAMES
from hub.dossiers.source import Dossier, Step

STATES: Final = STATE_NAMES
TEXTS: Final = (
    "code", "procedure", "agency", "owner", "received_at", "due_at", "note", "lookup_code",
)  # fmt: skip
MOMENTS: Final = frozenset({"received_at", "due_at"})
LONGEST_TEXT: Final = 1_000
MOST_STEPS: Final = 100
_NEXT_STEP = re.compile(r";\s*(?=\d{4}-)")
_DAY_FIRST = re.compile(
    r"^(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?:[ T]+(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2})?)?$"
)


def plain_code(code: str) -> str:
    """Return the form under which codes are compared."""
    return code.strip().upper()


def _fold(words: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFC", words).casefold() if letter.isalnum())


_KNOWN: Final = {_fold(name): number for number, name in enumerate(STATES, start=1)}


@dataclass(frozen=True, slots=True)
class FieldMap:
    """What a source calls our fields and its states; a field it does not name keeps our name.

    A name with dots leads into nested tables: ``thuTuc.ten``. Times with an offset are told in ``zone``.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    zone: tzinfo = UTC

    def name(self, key: str) -> str:
        return self.names.get(key) or key

    def dossier(self, row: Mapping[str, object], code: str = "") -> Dossier | None:
        """Return the dossier of ``row``, or None where it has no state 1–10 or no code (else ``code``)."""
        texts = {key: self._text(key, dig(row, self.name(key))) for key in TEXTS}
        texts["code"] = texts["code"] or code.strip()
        state = self.state(dig(row, self.name("state")))
        if not texts["code"] or state is None:
            return None
        return Dossier(state=state, steps=tuple(self._steps(dig(row, self.name("steps")))), **texts)

    def state(self, value: object) -> int | None:
        """Return 1–10 by the centre's own table, by number, or by the portal's name."""
        words = as_text(value)
        if words in self.states:
            return self.states[words]
        if words.isascii() and words.isdecimal():
            return int(words) if len(words) < 3 and 1 <= int(words) <= 10 else None
        folded = {_fold(name): number for name, number in self.states.items()}
        return folded.get(_fold(words)) or _KNOWN.get(_fold(words))

    def _text(self, key: str, value: object) -> str:
        return self._moment(value) if key in MOMENTS else as_text(value)

    def _moment(self, value: object) -> str:
        words = as_text(value)
        if day_first := _DAY_FIRST.match(words):
            return _iso(day_first) or words
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(words)
            if moment.tzinfo is not None:
                return moment.astimezone(self.zone).strftime("%Y-%m-%dT%H:%M")
        except (ValueError, OverflowError):
            pass
        return words

    def _steps(self, value: object) -> Iterator[Step]:
        if isinstance(value, list):
            for row in value[:MOST_STEPS]:
                if isinstance(row, dict):
                    at, text = dig(row, self.name("step_at")), dig(row, self.name("step_text"))
                    yield Step(self._moment(at), as_text(text))
            return
        parts = (part.partition("|") for part in _NEXT_STEP.split(as_text(value)) if "|" in part)
        yield from (Step(at.strip(), words.strip()) for at, _, words in parts)


def dig(row: object, path: str) -> object:
    """Return what stands at a dotted path of nested tables, or None; a key may hold dots itself."""
    if not isinstance(row, Mapping):
        return None
    if path in row:
        return row[path]
    head, _, rest = path.partition(".")
    return dig(row.get(head), rest) if rest else None


def as_text(value: object) -> str:
    """Return one cell as composed text; whole numbers without ``.0``, times as ISO 8601 to the minute."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()[:LONGEST_TEXT]
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.tzinfo) == (0, 0, None)
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(int(value)) if value == value and abs(value) < 1e15 and value == int(value) else str(value)


def by_code(dossiers: Iterable[Dossier | None]) -> dict[str, Dossier]:
    return {plain_code(dossier.code): dossier for dossier in dossiers if dossier is not None}


def most_pressing(dossiers: Iterable[Dossier], states: Sequence[int]) -> list[Dossier]:
    """Return those in ``states``, the earliest due first."""
    shown = (dossier for dossier in dossiers if dossier.state in states)
    return sorted(shown, key=lambda dossier: (dossier.due_at or "9999", dossier.code))


def _iso(found: re.Match[str]) -> str:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return ""
    return f"{day}T{int(found['h']):02}:{found['min']}" if found["h"] else day
