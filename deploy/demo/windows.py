"""The demo by hand: every screen of the hall in a window of its own, and the devices in a small one."""

from __future__ import annotations

import asyncio
import contextlib
import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config.loader import load
from config.model import Hall
from deploy.demo.child import Child
from deploy.demo.ear import first_link
from deploy.demo.places import Places, prepare
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline

OPENS_AT = datetime(2026, 11, 23, 8, 5)
# Width × height and place of each window, so that all are seen side by side on a 1920 × 1080 screen.
KIOSK, KIOSK_AT = "520x924", (0, 30)
TV, TV_AT = "920x518", (525, 30)
CONSOLE, CONSOLE_AT = "920x450", (525, 580)
PANEL, PANEL_AT = "460x288", (1450, 30)
PHONE_AT = (1060, 100)
CODES_OFFERED = 4


@dataclass(frozen=True, slots=True)
class Ids:
    """Which of the centre's places get a window."""

    kiosk: str
    tv: str
    counter: str

    @classmethod
    def of(cls, hall: Hall) -> Ids:
        calls = [display for display in hall.displays if display.layout in ("calls", "calls_media")]
        counter = hall.counters[1] if len(hall.counters) > 1 else hall.counters[0]
        return cls(hall.kiosks[0].id, calls[0].id, counter.id)


async def open_hall(folder: Path, example: str) -> int:
    """Open every window; returns when the kiosk's window or the devices' is closed."""
    places = prepare(folder, example, OPENS_AT)
    stage = Stage(places, Timeline(folder / "timeline.jsonl"), OPENS_AT)
    try:
        await _open(stage, places, folder)
        print("Sảnh đã mở. Đóng cửa sổ ki-ốt hoặc cửa sổ thiết bị để kết thúc.", flush=True)
        phone = asyncio.create_task(_show_phone(stage))
        await _until_closed(stage["kiosk"], stage["devices"])
        phone.cancel()
    finally:
        with contextlib.suppress(asyncio.CancelledError):
            await stage.stop()
    return 0


async def _open(stage: Stage, places: Places, folder: Path) -> None:
    ids = Ids.of(load(places.centre).hall)
    print("Đang mở máy chủ hàng đợi, cổng điện thoại và các màn hình…", flush=True)
    await stage.start_hub()
    await stage.start_gateway()
    await stage.start_devices(folder / "paper", ids.counter, _codes(places))
    urls = stage.device_urls
    kiosk = {"printer": urls["printer"], "printer_profile": "epson-80", "scanner": urls["scanner"]}
    keypad = {"keypad": urls["keypad"]}
    for place, child in (
        (KIOSK_AT, await stage.start_screen("kiosk", "kiosk", "kiosk", ids.kiosk, kiosk, KIOSK)),
        (TV_AT, await stage.start_screen("tv", "display", "display", ids.tv, {}, TV)),
        (CONSOLE_AT, await stage.start_screen("counter", "counter", "counter", ids.counter, keypad, CONSOLE)),
        (PANEL_AT, await stage.start_screen("rating", "counter", "rating", ids.counter, {}, PANEL)),
    ):
        await child.do("move", timeout_s=20, x=place[0], y=place[1])


async def _show_phone(stage: Stage) -> None:
    """Open the phone of the first person who takes a number."""
    phone = await stage.start_driven("phone", "phone", "--address", await first_link(stage.places))
    await phone.do("move", timeout_s=20, x=PHONE_AT[0], y=PHONE_AT[1])


def _codes(places: Places) -> list[str]:
    with (places.centre / "dossiers.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file)][:CODES_OFFERED]


async def _until_closed(*children: Child) -> None:
    waits = [asyncio.create_task(child.wait()) for child in children]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
