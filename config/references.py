"""Whether the parts of a centre fit together by name: ids, references and prefixes.

Works on the values as the files have them, so that one part the schema refuses hides no mistake in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from config.mistakes import Mistake, nearest
from config.model import Procedure
from config.sources import Path_, Sources

Row = dict[str, object]
SECTIONS_WITH_IDS = ("agencies", "fields", "services", "zones", "counters", "kiosks", "displays", "clerks")
STATIONS = ("counters", "kiosks", "displays")
NESTED_IDS = (("priority", "reasons"), ("rating", "reasons"))
REFERENCES = (
    ("fields", "agency", "agencies", "cơ quan"),
    ("services", "field", "fields", "lĩnh vực"),
    ("counters", "zone", "zones", "khu"),
    ("counters", "services", "services", "dịch vụ"),
    ("kiosks", "zone", "zones", "khu"),
    ("kiosks", "services", "services", "dịch vụ"),
    ("displays", "zones", "zones", "khu"),
)
SPOKEN_ALIKE = str.maketrans("ĐX", "DS")


def check(sources: Sources) -> Iterator[Mistake]:
    """Yield every wrong name."""
    yield from _repeated_ids(sources)
    for section, key, target, what in REFERENCES:
        yield from _unknown_references(sources, section, key, target, what)
    yield from _repeated_counter_numbers(sources)
    yield from _weights(sources)
    yield from _clashing_prefixes(sources)


def unknown_codes(sources: Sources, procedures: Sequence[Procedure]) -> Iterator[Mistake]:
    """Yield the codes services name that the catalogue does not have."""
    valid = {one.code: one.name for one in procedures}
    for index, row in rows(sources, "services"):
        for inner, code in words(row, "procedures"):
            if code not in valid:
                text = f"danh mục procedures.csv không có thủ tục “{code}”"
                yield sources.mistake(("services", index, *inner), text, nearest(code, valid))


def rows(sources: Sources, *path: str) -> Iterator[tuple[int, Row]]:
    """Yield the tables of a list as the file has them; anything else is the schema's business."""
    value: object = sources.values
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    for index, row in enumerate(value if isinstance(value, list) else ()):
        if isinstance(row, dict):
            yield index, row


def ids(sources: Sources, section: str) -> tuple[str, ...]:
    """Return the ids a section declares."""
    return tuple(name for _, row in rows(sources, section) if isinstance(name := row.get("id"), str))


def words(row: Row, key: str) -> Iterator[tuple[Path_, str]]:
    """Yield the words under ``key``, one or a list of them, each with its path inside the row."""
    value = row.get(key)
    if isinstance(value, str):
        yield (key,), value
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield (key, index), item


def _repeated_ids(sources: Sources) -> Iterator[Mistake]:
    for path in (*((section,) for section in SECTIONS_WITH_IDS), *NESTED_IDS):
        yield from _repeated(sources, path, "id", "id “{0}” đã dùng ở trên")
    seen: dict[str, str] = {}
    for section in STATIONS:
        for name in dict.fromkeys(ids(sources, section)):
            if name in seen:
                text = f"id “{name}” đã dùng trong {seen[name]}; quầy, ki-ốt và màn hình không được trùng id"
                yield sources.mistake((section,), text)
            seen.setdefault(name, section)


def _repeated(sources: Sources, path: Sequence[str], key: str, text: str) -> Iterator[Mistake]:
    seen: set[str] = set()
    for index, row in rows(sources, *path):
        value = row.get(key)
        if not isinstance(value, str):
            continue
        if value in seen:
            yield sources.mistake((*path, index, key), text.format(value))
        seen.add(value)


def _repeated_counter_numbers(sources: Sources) -> Iterator[Mistake]:
    yield from _repeated(sources, ("counters",), "number", "số quầy “{0}” đã dùng ở trên")


def _unknown_references(
    sources: Sources, section: str, key: str, target: str, what: str
) -> Iterator[Mistake]:
    if target not in sources.values:
        return  # one missing section is one mistake, not one for each who names it
    valid = ids(sources, target)
    for index, row in rows(sources, section):
        for inner, name in words(row, key):
            if name not in valid:
                guess = nearest(name, valid)
                yield sources.mistake((section, index, *inner), f"không có {what} “{name}”", guess)


def _weights(sources: Sources) -> Iterator[Mistake]:
    """Yield weights of services the counter does not serve, and weights nobody asks for."""
    calling = sources.values.get("calling")
    centres = calling.get("services") if isinstance(calling, dict) else None
    for index, row in rows(sources, "counters"):
        weights = row.get("weights")
        if not isinstance(weights, dict):
            continue
        served = [name for _, name in words(row, "services")]
        for name in weights:
            if name not in served:
                text = f"quầy này không phục vụ dịch vụ “{name}”"
                yield sources.mistake(("counters", index, "weights", name), text, nearest(name, served))
        if weights and row.get("services_order", centres) != "weighted":
            text = "chỉ dùng khi services_order (hoặc calling.services) là “weighted”"
            yield sources.mistake(("counters", index, "weights"), text)


def _clashing_prefixes(sources: Sources) -> Iterator[Mistake]:
    earlier: list[str] = []
    for index, row in rows(sources, "services"):
        prefix = row.get("prefix")
        if not isinstance(prefix, str):
            continue
        other = next((one for one in earlier if one == prefix or _runs_into(one, prefix)), None)
        if other is not None:
            text = f"tiền tố “{prefix}” trùng hoặc dễ lẫn số với “{other}” của dịch vụ ở trên"
            yield sources.mistake(("services", index, "prefix"), text)
        earlier.append(prefix)


def _runs_into(one: str, other: str) -> bool:
    """True where one prefix plus a digit is the other: A + 101 and A1 + 01 are the same number."""
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(short)
    return long.startswith(short) and len(rest) > 0 and rest.isdigit()
