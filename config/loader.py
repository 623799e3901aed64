"""Reading a centre's directory and a station's file; the only door through which configuration comes in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from config import catalogue, dossiers, references, sense
from config.mistakes import ConfigError, Mistake, nearest
from config.model import Counter, Display, Hall, Kiosk, Procedure
from config.schema import validate
from config.sources import Sources
from config.station import Station

__all__ = ["EXAMPLES", "ConfigError", "Loaded", "Mistake", "load", "load_station", "station_fits"]

EXAMPLES = Path(__file__).parent / "examples"
SIZE = re.compile(r"^[1-9]\d{1,4}x[1-9]\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A centre ready to serve, and what was odd about it."""

    hall: Hall
    procedures: tuple[Procedure, ...]
    directory: Path
    warnings: tuple[Mistake, ...] = ()


def load(directory: Path, *, lists: bool = False) -> Loaded:
    """Read every ``*.toml`` of ``directory`` as one configuration, and its ``procedures.csv``.

    ``lists``: also look through the rows of its dossiers and appointments. The hub does not: those come from
    other systems every day, and one wrong row must not keep it from starting.

    Raises:
        ConfigError: with every mistake of every file.
    """
    sources = _read(directory)
    hall = validate(Hall, sources)
    procedures = _catalogue(directory, sources)
    sources.mistakes.extend(references.check(sources))
    sources.mistakes.extend(sense.mistakes(sources, directory, lists=lists))
    if hall is None or sources.mistakes:
        raise ConfigError(_in_order(sources.mistakes))
    settled = catalogue.settle_fields(procedures, hall.fields)
    odd = (*sense.warnings(sources), *dossiers.warnings(sources, directory), *_untaken(hall, settled))
    return Loaded(hall, settled, directory, odd)


def load_station(file: Path) -> Station:
    """Read one machine's file; ``key_file`` and ``data`` come back as absolute paths.

    Raises:
        ConfigError: with every mistake.
    """
    sources = Sources()
    sources.add(file)
    station = None if sources.broken else validate(Station, sources)
    if station is not None:
        sources.mistakes.extend(_station_mistakes(station, sources))
    if station is None or sources.mistakes:
        raise ConfigError(_in_order(sources.mistakes))
    base = file.absolute().parent
    hub = station.hub.model_copy(update={"key_file": str(base / station.hub.key_file)})
    devices = station.devices
    if devices.printer_pictures:
        devices = devices.model_copy(update={"printer_pictures": str(base / devices.printer_pictures)})
    return station.model_copy(update={"hub": hub, "devices": devices, "data": str(base / station.data)})


def station_fits(station: Station, hall: Hall) -> tuple[Mistake, ...]:
    """Return what is wrong with ``station`` in this centre: an id the centre does not have for that role."""
    parts: dict[str, Sequence[Kiosk | Display | Counter]] = {
        "kiosk": hall.kiosks,
        "display": hall.displays,
        "counter": hall.counters,
        "rating": hall.counters,
    }
    if station.role not in parts:
        return ()
    valid = [part.id for part in parts[station.role]]
    if station.id in valid:
        return ()
    text = f"trung tâm không có “{station.id}” cho vai trò {station.role}"
    return (Mistake("", "id", text, nearest(station.id, valid)),)


def _read(directory: Path) -> Sources:
    files = sorted(directory.glob("*.toml"))
    if not files:
        what = "không có tệp .toml nào" if directory.is_dir() else "không có thư mục này"
        raise ConfigError([Mistake(directory.name, "", what)])
    sources = Sources()
    for file in files:
        sources.add(file)
    return sources


def _catalogue(directory: Path, sources: Sources) -> tuple[Procedure, ...]:
    file = directory / catalogue.FILE_NAME
    procedures, found = catalogue.read(file) if file.exists() else ((), ())
    sources.mistakes.extend(found)
    if not found:
        sources.mistakes.extend(references.unknown_codes(sources, procedures))
    return procedures


def _in_order(mistakes: Iterable[Mistake]) -> list[Mistake]:
    return sorted(dict.fromkeys(mistakes), key=lambda one: (one.file, one.line or 0))


def _untaken(hall: Hall, procedures: Sequence[Procedure]) -> Iterator[Mistake]:
    taken = {code for service in hall.services for code in service.procedures}
    whole = {service.field for service in hall.services if not service.procedures}
    left = [one.code for one in procedures if one.code not in taken and one.field not in whole]
    if left:
        text = f"{len(left)} thủ tục không có dịch vụ nào nhận, ví dụ {', '.join(left[:3])}"
        yield Mistake(catalogue.FILE_NAME, "", text)


def _station_mistakes(station: Station, sources: Sources) -> Iterator[Mistake]:
    for index, address in enumerate(station.hub.addresses):
        if not _is_hub_address(address):
            text = f"địa chỉ “{address}” phải có dạng ws://máy:cổng"
            yield sources.mistake(("hub", "addresses", index), text)
    if station.screen.size and not SIZE.match(station.screen.size):
        yield sources.mistake(("screen", "size"), "phải có dạng RỘNGxCAO, ví dụ 1080x1920")


def _is_hub_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("ws", "wss") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
