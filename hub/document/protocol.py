"""The generated tables of ``protocol.md`` and ``life-cycle.md``; the prose around them is written by hand.

A page holds ``<!-- begin NAME -->`` and ``<!-- end NAME -->``; what stands between them is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, get_args

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from hub.document.words import field_words, summary, type_name
from hub.domain import events as ev
from hub.domain.life_cycle import LIFE_CYCLE, as_mermaid
from hub.messages import frames, views
from hub.messages.commands import COMMANDS
from hub.messages.errors import ERROR_CODES, RETRY_CODES, SENTENCES
from hub.messages.reasons import REASONS
from hub.server.hall import HALL_REFRESHED, STATIONS_CHANGED
from hub.server.questions import ASKS
from hub.server.roles import MAY_ASK, MAY_COMMAND, TICKET_FIELDS

ROLES: Final[tuple[frames.Role, ...]] = get_args(frames.Role)
STATION_FRAMES: Final = (frames.Auth, frames.Cmd, frames.Get, frames.Seen)
HUB_FRAMES: Final = (frames.Hello, frames.Ready, frames.Snap, frames.Ev, frames.Res, frames.Hb)
INNER: Final = (frames.Since, frames.Err)
VIEWS: Final = (
    views.HallState,
    views.TicketView,
    views.Estimate,
    views.CounterView,
    views.ServiceView,
    views.CallView,
    views.DeviceView,
    views.StationView,
    views.HelpView,
    views.TickerView,
    views.Changed,
    views.DossierView,
    views.DossierStep,
    views.BoardRow,
    views.AppointmentView,
    views.AuditRow,
)
_EV_FIELDS: Final = frozenset(each.name for each in fields(frames.Ev))


class UnknownPart(Exception):
    """A page asks for a part nobody writes."""


def render(page: str) -> str:
    """Return ``page`` with every generated part brought up to date.

    Raises:
        UnknownPart: the page names a part that is not in PARTS.
    """

    def part(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in PARTS:
            raise UnknownPart(name)
        return f"<!-- begin {name} -->\n{PARTS[name]().strip()}\n<!-- end {name} -->"

    return re.sub(r"<!-- begin (?P<name>[\w-]+) -->\n.*?<!-- end (?P=name) -->", part, page, flags=re.DOTALL)


# parts ------------------------------------------------------------------------------------------------


def _records(kinds: tuple[type[Struct], ...]) -> str:
    return "\n\n".join(_record(kind) for kind in kinds)


def _record(kind: type[Struct]) -> str:
    tag = kind.__struct_config__.tag
    title = f"### `{tag}`" if tag else f"### {kind.__name__.removesuffix('View')}"
    return "\n".join([title, "", summary(kind), "", *_field_table(kind)]).replace("\n\n\n", "\n\n")


def _field_table(kind: type[Struct]) -> Iterator[str]:
    words = field_words(kind)
    yield "| field | type | |"
    yield "|---|---|---|"
    for field in fields(kind):
        name, type_of = field.encode_name, type_name(kind, field.name)
        yield f"| `{name}`{_optional(field)} | {type_of} | {_words(words, field)} |"


def _words(words: Mapping[str, str], field: FieldInfo) -> str:
    return words.get(field.name, "").replace("|", "\\|")


def _optional(field: FieldInfo) -> str:
    required = field.default is NODEFAULT and field.default_factory is NODEFAULT
    return "" if required else "?"


def _commands() -> str:
    lines = ["| command | args | " + " | ".join(ROLES) + " |", "|---|---|" + "---|" * len(ROLES)]
    for name, kind in COMMANDS.items():
        args = ", ".join(f"`{each.name}`{_optional(each)}" for each in fields(kind)) or "none"
        may = " | ".join("●" if kind in MAY_COMMAND[role] else "" for role in ROLES)
        lines.append(f"| `{name}` | {args} | {may} |")
    return "\n".join(lines)


def _questions() -> str:
    lines = ["| what | args | " + " | ".join(ROLES) + " |", "|---|---|" + "---|" * len(ROLES)]
    for name, kind in ASKS.items():
        args = ", ".join(f"`{each.name}`{_optional(each)}" for each in fields(kind)) or "none"
        may = " | ".join("●" if name in MAY_ASK[role] else "" for role in ROLES)
        lines.append(f"| `{name}` | {args} | {may} |")
    return "\n".join(lines)


def _events() -> str:
    lines = ["| event | its fields beside `seq`, `prev`, `at`, `changed` |", "|---|---|"]
    for kind in get_args(ev.Event):
        own = [each.name for each in fields(kind) if each.name in _EV_FIELDS]
        named = [*own, *(["number", "service"] if "ticket" in own else [])]
        named += ["to_service"] if kind is ev.TicketTransferred else []
        told = ", ".join(f"`{name}`" for name in dict.fromkeys(named))
        lines.append(f"| `{kind.__struct_config__.tag}` | {told or 'none'} |")
    lines += [f"| `{name}` (passing) | none |" for name in (HALL_REFRESHED, STATIONS_CHANGED)]
    return "\n".join(lines)


def _ticket_fields() -> str:
    lines = ["| field of a ticket | " + " | ".join(ROLES) + " |", "|---|" + "---|" * len(ROLES)]
    for field in fields(views.TicketView):
        sees = " | ".join("●" if field.name in TICKET_FIELDS[role] else "" for role in ROLES)
        lines.append(f"| `{field.name}` | {sees} |")
    return "\n".join(lines)


def _errors() -> str:
    lines = ["| code | meaning | sentence unless a more exact one is sent | again? |", "|---|---|---|---|"]
    for code, meaning in ERROR_CODES.items():
        lines.append(f"| `{code}` | {meaning} | {SENTENCES[code]} | {'yes' if code in RETRY_CODES else ''} |")
    return "\n".join(lines)


def _reasons() -> str:
    return "\n".join(
        ["| reason | why |", "|---|---|", *(f"| `{code}` | {why} |" for code, why in REASONS.items())]
    )


def _life_cycle() -> str:
    return f"```mermaid\n{as_mermaid()}```"


def _steps() -> str:
    lines = ["| from | event | to |", "|---|---|---|"]
    for state, steps in LIFE_CYCLE.items():
        lines += [f"| {state} | `{kind.__struct_config__.tag}` | {after} |" for kind, after in steps.items()]
    return "\n".join(lines)


PARTS: Final[Mapping[str, Callable[[], str]]] = {
    "station-frames": lambda: _records(STATION_FRAMES),
    "hub-frames": lambda: _records(HUB_FRAMES),
    "views": lambda: _records((*INNER, *VIEWS)),
    "commands": _commands,
    "questions": _questions,
    "events": _events,
    "ticket-fields": _ticket_fields,
    "errors": _errors,
    "reasons": _reasons,
    "life-cycle": _life_cycle,
    "steps": _steps,
}
