"""The configuration reference, written from the models by ``python -m config.document``."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from config.appointments import COLUMNS as BOOKED
from config.catalogue import COLUMNS
from config.icons import FACES, FIELD_ICONS, PRIORITY_ICONS
from config.model import Hall, Procedure
from config.part import ID_PATTERN
from config.schema import part_of
from config.station import Station

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "configuration.md"
WORDS: Mapping[object, str] = {
    str: "string",
    int: "whole number",
    float: "number",
    bool: "true or false",
    datetime.time: "time of day",
}
BOUNDS = (("ge", "≥ {}"), ("gt", "> {}"), ("le", "≤ {}"), ("lt", "< {}"), ("pattern", "`{}`"))
LENGTHS = (("min_length", "at least {}"), ("max_length", "at most {}"))

OPENING = """\
<!-- Written by `python -m config.document` from the models; change those. -->
# The configuration

A centre is one directory. All its `*.toml` files are read as one configuration: split them as you like, but
write each top-level key in one file only. Beside them stand `procedures.csv` (the catalogue) and, where
dossiers come from a file, that file. Every station gets the centre from the hub, so a change is one edit.
`config/examples/` holds a ward with five counters (`phuong`) and a province with 37 (`tinh`).

    motcua-config check DIR [--station FILE]     names every mistake: file, line, key, the nearest valid name
    motcua-config show DIR --json                the centre with every default filled in, without PINs
    motcua-config import-procedures CSV --into DIR [--field NAME] [--level NAME]

`check` exits 1 if there is a mistake. A **text** is a string (Vietnamese) or a table of languages, `{ vi =
"Hộ tịch", en = "Civil status" }`; `vi` is always needed. An **id** is 1 to 32 plain letters, digits, `-`,
`_`, `.`, and begins with a letter or a digit; citizens never see it. Times are local: `07:30:00`.
"""

CHECKS = """\
## What `check` refuses, and what it only remarks on

| refused | remarked on |
|---|---|
| a file that is not UTF-8 or not TOML; a key in two files | a prefix hard to tell by ear (D and Đ, S and X) or with F, J, W, Z |
| an unknown key, a missing one, a value of the wrong kind | a zone without counters, without a speaking display, or with several |
| an id used twice; counters, kiosks and displays share one name space | an agency without fields, a field without services |
| two counters with one number; two prefixes that make the same numbers | priority without reasons |
| a reference to nothing: agency, field, service, zone, procedure | sign-in required of clerks without a PIN |
| a service no counter serves | a picture nobody draws |
| sessions out of order; issuing outside its session | procedures no service takes |
| an unknown time zone; no Vietnamese; a dossier source that can never answer | an SQL query the database refuses now |
| a number that is none, not finite or out of bounds; tables nested over 12 deep | |
| a phone page no phone can open; an emblem that is not there | |
| weights of services the counter does not serve, or where nobody weighs | |
| each wrong row of `dossiers.csv` and of the appointments; these two keep no hub from starting | |
"""  # noqa: E501

CATALOGUE = """\
## `procedures.csv`

UTF-8, with commas or semicolons. Procedures come from the national portal: credit "Cổng Dịch vụ công quốc
gia" wherever they are shown. `field` may be an id, a name or one of a field's `portal_names`. A service
takes the procedures it names; one that names none takes its whole field, but a kiosk leads to the one that
names a procedure first.

`import-procedures` takes the portal's table (`code,name,field,agency,level,papers,fee,time_limit,source`),
refreshes what the portal says, keeps `url` and `everyday`, shortens papers to 200 characters and drops fees
that promise nothing is to be paid (the portal writes "Miễn phí" where a province sets the fee itself). The
same import twice changes nothing.
"""

DOSSIERS = """\
## `dossiers.csv`

The same columns in every table, also in the first sheet of an `.xlsx`; `[dossiers.mapping]` renames them.

| column | |
|---|---|
| `code` | as printed on the receipt, `H99.132-261102-0583` |
| `state` | 1 to 10, see the glossary, or the portal's name, or one of `[dossiers.states]` |
| `procedure`, `agency` | in words |
| `owner` | the name; the hub masks it |
| `received_at`, `due_at` | `2026-11-02T08:10` or `02/11/2026 08:10`, local; may be empty |
| `note` | one sentence for the citizen |
| `lookup_code` | the 4 characters on the receipt |
| `steps` | `2026-11-02T08:10\\|Tiếp nhận hồ sơ; 2026-11-02T08:35\\|Chuyển phòng chuyên môn xử lý` |
"""


APPOINTMENTS = """\
## `appointments.csv`

The file `[appointments]` names: UTF-8, commas or semicolons. The hub reads it again within seconds of
a change; of a list with mistakes it takes the good rows and logs how many were not.
"""


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """Return the whole page."""
    tables = [CATALOGUE, _columns(), DOSSIERS, APPOINTMENTS, _appointments()]
    parts = [OPENING, *_hall(), CHECKS, *tables, *_pictures(), *_station()]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _hall() -> Iterator[str]:
    yield "## The centre"
    yield from _tables(Hall)


def _station() -> Iterator[str]:
    yield "## `station.toml`: one machine\n\nPaths are relative to the file."
    yield from _tables(Station)


def _tables(top: type[BaseModel]) -> Iterator[str]:
    plain = {key: field for key, field in top.model_fields.items() if part_of(field.annotation) is None}
    if plain:
        yield _table(plain)
    for key, field in top.model_fields.items():
        model = part_of(field.annotation)
        if model is not None:
            yield from _section(key, field, model)


def _section(path: str, field: FieldInfo, model: type[BaseModel]) -> Iterator[str]:
    many = get_origin(field.annotation) is tuple
    head = f"[[{path}]]" if many else f"[{path}]"
    needed = " Needed." if field.is_required() else ""
    yield f"### `{head}`\n\n{_prose(model.__doc__)}{needed}"
    yield _table(model.model_fields)
    for key, inner in model.model_fields.items():
        nested = part_of(inner.annotation)
        if nested is not None:
            yield from _section(f"{path}.{key}", inner, nested)


def _table(fields: Mapping[str, FieldInfo]) -> str:
    rows = ["| key | value | default | |", "|---|---|---|---|"]
    for key, field in fields.items():
        meaning = _prose(field.description).replace("|", "\\|")
        rows.append(f"| `{key}` | {_kind(field)} | {_default(field)} | {meaning} |")
    return "\n".join(rows)


def _prose(docstring: str | None) -> str:
    return " ".join((docstring or "").replace("``", "`").split())


def _kind(field: FieldInfo) -> str:
    if any(getattr(rule, "pattern", None) == ID_PATTERN for rule in field.metadata):
        return "id"
    words = [spell(field.annotation), *_limits(field, BOUNDS), *_limits(field, LENGTHS)]
    return ", ".join(words).replace("|", "\\|")


def _limits(field: FieldInfo, wanted: tuple[tuple[str, str], ...]) -> list[str]:
    return [
        template.format(value)
        for name, template in wanted
        for rule in field.metadata
        if (value := getattr(rule, name, None)) is not None
    ]


def spell(annotation: Any) -> str:
    """Return a type in the words of whoever writes the file."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation in WORDS:
        return WORDS[annotation]
    if origin is Literal:
        return ", ".join(f"`{_toml(value)}`" for value in inner)
    if origin in (Union, types.UnionType):
        return " or ".join(spell(one) for one in inner if one is not types.NoneType)
    if origin is tuple:
        return "tables" if part_of(inner[0]) else f"list of {spell(inner[0])}"
    if origin is dict:
        return "text" if inner[1] is str else "table of numbers"
    return "table" if part_of(annotation) else spell(inner[0])


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    value = field.get_default(call_default_factory=True)
    if value is None or value in ("", (), {}) or isinstance(value, BaseModel):
        return ""
    return f"`{_toml(value)}`"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, dict):
        return _toml(value.get("vi", ""))
    return str(value)


def _appointments() -> str:
    return "\n".join(
        ["| column | |", "|---|---|", *(f"| `{name}` | {says} |" for name, says in BOOKED.items())]
    )


def _columns() -> str:
    return _table({name: Procedure.model_fields[name] for name in COLUMNS})


def _pictures() -> Iterator[str]:
    yield "## Pictures"
    for title, names in (
        ("`fields.icon`", FIELD_ICONS),
        ("`priority.reasons.icon`", PRIORITY_ICONS),
        ("`rating.levels.face`", FACES),
    ):
        rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in names.items())
        yield f"| {title} | |\n|---|---|\n{rows}"


if __name__ == "__main__":
    main()
