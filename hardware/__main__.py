"""``motcua-hardware``: the installer's tool: probe, print a test, read pictures, simulate devices."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hardware.errors import BadAddress, CannotOpen, FontMissing, HardwareError, PictureRefused, UnknownName

if TYPE_CHECKING:
    from hardware.scanning.decode import Read

HEADLINES = {
    BadAddress: "Địa chỉ thiết bị không đúng.",
    CannotOpen: "Không mở được thiết bị.",
    UnknownName: "Tên không có trong danh sách.",
    FontMissing: "Máy này chưa có phông chữ tiếng Việt.",
}


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        return int(asyncio.run(options.run(options)))
    except HardwareError as error:
        headline = HEADLINES.get(type(error), "Thiết bị báo lỗi.")
        sys.stderr.write(f"{headline}\n  {error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"Mất kết nối với thiết bị.\n  the device went away: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="motcua-hardware",
        description="Kiểm tra và mô phỏng thiết bị: máy in, máy quét, bàn phím. "
        "Check and simulate a station's devices.",
        epilog="URL: tcp://host:9100, serial:///dev/ttyS0?baud=9600, usb:///dev/usb/lp0, file:///path",
    )
    parts = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    probe = parts.add_parser("probe", help="ask a printer what it is and which profile suits it")
    probe.add_argument("url", metavar="URL")
    probe.add_argument(
        "--save", default="", metavar="FILE", help="write the station file's lines there, if sure of them"
    )
    probe.set_defaults(run=_probe)
    test = parts.add_parser("print-test", help="print a sample ticket with every Vietnamese letter")
    test.add_argument("url", metavar="URL")
    test.add_argument("--profile", default="epson-80", metavar="NAME", help="default: %(default)s")
    test.add_argument("--rendering", default="", metavar="WAY", help="hybrid, raster or text")
    test.set_defaults(run=_print_test)
    _add_provision(parts)
    decode = parts.add_parser("decode", help="read the codes in pictures; a JSON line for each")
    decode.add_argument("images", nargs="+", metavar="IMAGE")
    decode.set_defaults(run=_decode)
    sign = parts.add_parser("sign", help="show a text on a counter's sign")
    sign.add_argument("url", metavar="URL")
    sign.add_argument("text", metavar="TEXT")
    sign.add_argument("--sign", default="led-4", metavar="NAME", help="which one, or its sheet.toml")
    sign.add_argument("--address", type=int, default=1, metavar="N", help="default: %(default)s")
    sign.set_defaults(run=_sign)
    _add_simulate(parts.add_parser("simulate", help="run a simulated device"))
    return parser


def _add_provision(parts: Any) -> None:
    store = parts.add_parser("nv-provision", help="store a centre's recurring lines in the printer, once")
    store.add_argument("url", metavar="URL")
    store.add_argument("--profile", default="epson-80", metavar="NAME", help="default: %(default)s")
    store.add_argument("--slips", required=True, metavar="FILE", help="JSON list of sample tickets")
    store.add_argument("--record", required=True, metavar="FILE", help="where to note what is stored")
    store.add_argument("--again", action="store_true", help="write even if the record says it is there")
    store.set_defaults(run=_nv_provision)
    pages = parts.add_parser("codepage-sheet", help="print every code page's letters, to find Vietnamese")
    pages.add_argument("url", metavar="URL")
    pages.set_defaults(run=_codepage_sheet)


async def _nv_provision(options: argparse.Namespace) -> int:
    from hardware.printing.profiles import find_profile
    from hardware.provisioning import nv_provision

    profile = find_profile(options.profile)
    return await nv_provision(options.url, profile, Path(options.slips), Path(options.record), options.again)


async def _sign(options: argparse.Namespace) -> int:
    from hardware.sign_command import show_on_sign

    return await show_on_sign(options.url, options.sign, options.address, options.text)


async def _codepage_sheet(options: argparse.Namespace) -> int:
    from hardware.provisioning import print_codepages

    return await print_codepages(options.url)


def _add_simulate(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Prints `ready URL`, then JSON events; takes JSON commands on standard input, such as "
        '{"do":"pull_paper"}, {"do":"load_paper"}, {"do":"cover_open","on":true}, {"do":"unplug"}, '
        '{"do":"plug_in"}, {"do":"scan","text":"…"}, {"do":"press","key":"rate_5"}, {"do":"show","text":"…"}.'
    )
    parser.add_argument("kind", choices=("printer", "scanner", "keypad", "sign", "camera"), help="what to be")
    parser.add_argument(
        "--listen", required=True, metavar="WHERE", help="printer: HOST:PORT; camera: a .png; others: a path"
    )
    parser.add_argument("--into", default="", metavar="DIR", help="printer: put a picture of each slip here")
    parser.add_argument("--width", type=int, default=576, metavar="DOTS", help="printer: 576 or 384")
    parser.add_argument("--speed", type=float, default=200.0, metavar="MM_S", help="printer: mm/s, 0 at once")
    parser.add_argument("--baud", type=int, default=0, metavar="N", help="printer: as slow as a serial line")
    parser.add_argument("--keypad", default="rating-5", metavar="NAME", help="keypad: which one, or a sheet")
    parser.add_argument("--sign", default="led-4", metavar="NAME", help="sign: which one, or a sheet")
    parser.add_argument("--page", default="", metavar="HOST:PORT", help="a web page with its buttons there")
    parser.set_defaults(run=_simulate)


async def _simulate(options: argparse.Namespace) -> int:
    from hardware.simulate_command import simulate

    return await simulate(options)


async def _probe(options: argparse.Namespace) -> int:
    from hardware.probe_command import show_probe

    return await show_probe(options.url, options.save)


async def _print_test(options: argparse.Namespace) -> int:
    from hardware.print_test import print_test
    from hardware.printing.profiles import find_profile

    return await print_test(options.url, find_profile(options.profile, options.rendering))


async def _decode(options: argparse.Namespace) -> int:
    from hardware.scanning.decode import Decoder
    from hardware.scanning.pictures import load_picture

    decoder = Decoder(budget_s=2.0)
    if decoder.lacks:
        sys.stderr.write(f"Thiếu thư viện, đọc kém hơn.\n  {decoder.lacks}\n")
    unreadable = 0
    for image in options.images:
        reads: list[Read] = []
        try:
            reads = decoder.decode(load_picture(Path(image)))
        except PictureRefused as refused:
            unreadable += 1
            sys.stderr.write(f"Không đọc được tệp ảnh.\n  {refused}\n")
        found = [{"symbology": read.symbology, "text": read.text} for read in reads]
        print(json.dumps({"file": image, "reads": found}, ensure_ascii=False), flush=True)
    decoder.close()
    return 1 if unreadable else 0


if __name__ == "__main__":
    raise SystemExit(main())
