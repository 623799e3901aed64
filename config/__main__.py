"""``motcua-config``: check a centre's directory, show it resolved, import the national catalogue."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from config import catalogue
from config.importing import import_procedures
from config.loader import Loaded, load, load_station, station_fits
from config.mistakes import ConfigError, Mistake
from config.text import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 fine, 1 mistakes, 2 wrong use."""
    options = _parser().parse_args(arguments)
    try:
        match options.command:
            case "check":
                return _check(options.directory, options.station)
            case "show":
                return _show(options.directory, options.json)
            case _:
                return _import(options)
    except ConfigError as error:
        _tell(error.mistakes)
        return 1
    except OSError as error:
        print(f"không ghi được: {error.strerror or error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua-config", description="Cấu hình của một trung tâm Một Cửa.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="kể mọi chỗ sai, mỗi dòng một chỗ; mã thoát 1 nếu có lỗi")
    check.add_argument("directory", type=Path, metavar="DIR", help="thư mục cấu hình của trung tâm")
    check.add_argument(
        "--station", type=Path, action="append", default=[], metavar="FILE", help="kiểm cả tệp máy này"
    )
    show = commands.add_parser("show", help="in trung tâm như các máy sẽ thấy")
    show.add_argument("directory", type=Path, metavar="DIR")
    show.add_argument("--json", action="store_true", help="in JSON đầy đủ")
    bring = commands.add_parser(
        "import-procedures", help="nạp danh mục thủ tục của Cổng Dịch vụ công quốc gia"
    )
    bring.add_argument("table", type=Path, metavar="CSV")
    bring.add_argument("--into", type=Path, required=True, metavar="DIR")
    bring.add_argument("--field", action="append", default=[], help="chỉ lấy lĩnh vực này (lặp lại được)")
    bring.add_argument("--level", action="append", default=[], help="chỉ lấy cấp này, ví dụ “Cấp xã”")
    return parser


def _check(directory: Path, stations: Sequence[Path]) -> int:
    mistakes: list[Mistake] = []
    loaded: Loaded | None = None
    try:
        loaded = load(directory, lists=True)
    except ConfigError as error:
        mistakes.extend(error.mistakes)
    for file in stations:
        mistakes.extend(_station_mistakes(file, loaded))
    for mistake in mistakes:
        print(mistake)
    for warning in loaded.warnings if loaded else ():
        print(f"cảnh báo: {warning}")
    if mistakes or loaded is None:
        print(f"{len(mistakes)} lỗi.")
        return 1
    print(_summary(loaded))
    return 0


def _station_mistakes(file: Path, loaded: Loaded | None) -> tuple[Mistake, ...]:
    try:
        station = load_station(file)
    except ConfigError as error:
        return error.mistakes
    wrong = station_fits(station, loaded.hall) if loaded else ()
    return tuple(Mistake(file.name, one.key, one.text, one.nearest) for one in wrong)


def _summary(loaded: Loaded) -> str:
    hall = loaded.hall
    return (
        f"{say(hall.centre.name, 'vi')}: {len(hall.agencies)} cơ quan, {len(hall.fields)} lĩnh vực, "
        f"{len(hall.services)} dịch vụ, {len(hall.counters)} quầy, {len(hall.kiosks)} ki-ốt, "
        f"{len(hall.displays)} màn hình, {len(loaded.procedures)} thủ tục. Không có lỗi."
    )


def _show(directory: Path, as_json: bool) -> int:
    loaded = load(directory)
    if as_json:
        print(json.dumps(resolved(loaded), ensure_ascii=False, indent=2))
        return 0
    print(_summary(loaded))
    served = {service.id: service for service in loaded.hall.services}
    for counter in loaded.hall.counters:
        names = ", ".join(f"{served[one].prefix} {say(served[one].name, 'vi')}" for one in counter.services)
        print(f"  Quầy {counter.number} ({counter.zone}): {names}")
    return 0


def resolved(loaded: Loaded) -> dict[str, object]:
    """Return the centre as JSON values: defaults filled in, each service with the codes it takes, no PIN."""
    hall = loaded.hall.without_secrets()
    services = [
        one.model_copy(
            update={"procedures": tuple(p.code for p in catalogue.procedures_of(one, loaded.procedures))}
        )
        for one in hall.services
    ]
    shown = hall.model_copy(update={"services": tuple(services)}).model_dump(mode="json")
    return {**shown, "procedures": [one.model_dump(mode="json") for one in loaded.procedures]}


def _import(options: argparse.Namespace) -> int:
    counts = import_procedures(options.table, options.into, options.field, options.level)
    print(
        f"{options.into / catalogue.FILE_NAME}: thêm {counts.added}, cập nhật {counts.updated}, "
        f"giữ nguyên {counts.unchanged}, bỏ qua {counts.left_out} thủ tục. "
        "Nguồn: Cổng Dịch vụ công quốc gia."
    )
    return 0


def _tell(mistakes: Sequence[Mistake]) -> None:
    for mistake in mistakes:
        print(mistake, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
