"""The scripted demo: sets the hall up, plays the scenes, checks that everything it promises was made."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from deploy.demo import scenes
from deploy.demo.child import DemoError
from deploy.demo.ear import Ear, first_link
from deploy.demo.places import Places, pair, prepare
from deploy.demo.script import Cast, Hall
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline

OPENS_AT = datetime(2026, 11, 23, 8, 5)
LONGEST_S = 150.0
EXPECTED = {
    "kiosk-*.png": 8,
    "ticket-*.png": 6,
    "tv-*.png": 5,
    "counter-*.png": 6,
    "rating-*.png": 4,
    "phone-*.png": 2,
    "announcement-*.wav": 3,
    "timeline.jsonl": 1,
}
KIOSK, TV, CONSOLE, PANEL = "1080x1920", "1920x1080", "1280x800", "1280x800"


async def perform(folder: Path, out: Path) -> int:
    """Play the whole story; returns 0 only if all of it happened. Raises DemoError where it could not."""
    _clear(out)
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    started = time.monotonic()
    timeline = Timeline(out / "timeline.jsonl")
    places = prepare(folder, "phuong", OPENS_AT)
    stage = Stage(places, timeline, OPENS_AT)
    cast = Cast()
    try:
        async with asyncio.timeout(LONGEST_S):
            await _play(stage, out, cast)
    except (TimeoutError, DemoError) as error:
        await _picture_everything(stage, out / "failed")
        _keep_logs(places, out)
        if isinstance(error, TimeoutError):
            raise DemoError(f"the story was not over after {LONGEST_S:.0f} s") from error
        raise
    finally:
        await stage.stop()
        timeline.close()
    _check(places, out)
    _tell(timeline, out, time.monotonic() - started)
    return 0


async def _play(stage: Stage, out: Path, cast: Cast) -> None:
    await stage.start_hub()
    ear_key = await asyncio.to_thread(pair, stage.places, "supervisor", "supervisor")
    ear = Ear(stage.places.hub_url, ear_key, stage.timeline)
    listening = asyncio.create_task(ear.link.run())
    try:
        await raise_curtain(stage, out, cast)
        hall = Hall(stage, out, cast)
        for scene in (scenes.opening, scenes.numbers, scenes.number_by_scan, scenes.first_visit):
            await _scene(stage, scene, hall)
        await _scene(stage, _phone, hall)
        for scene in (scenes.transfer, scenes.no_show_and_park, scenes.paper_out, scenes.hub_restart):
            await _scene(stage, scene, hall)
    finally:
        listening.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await listening


async def _scene(stage: Stage, scene: Callable[..., Awaitable[None]], *arguments: object) -> None:
    stage.timeline.note(scene.__name__.strip("_"))
    print(f"· {scene.__name__.strip('_')}", flush=True)
    await scene(*arguments)


async def raise_curtain(stage: Stage, out: Path, cast: Cast) -> None:
    await stage.start_devices(out)
    await stage.start_gateway()
    urls = stage.device_urls
    kiosk = {
        "printer": urls["printer"],
        "printer_profile": "epson-80",
        "scanner": urls["scanner"],
        "sound": "off",
    }
    await stage.start_screen("kiosk", "kiosk", "kiosk", cast.kiosk, kiosk, KIOSK)
    await stage.start_screen("tv", "display", "display", cast.tv, {"sound": f"file://{out}"}, TV)
    await stage.start_screen("board", "display", "display", cast.board, {"sound": "off"}, TV)
    keypad = {"keypad": urls["keypad"]}
    await stage.start_screen("counter", "counter", "counter", cast.counter, {}, CONSOLE)
    await stage.start_screen("other", "counter", "counter", cast.other_counter, keypad, CONSOLE)
    await stage.start_screen("rating", "counter", "rating", cast.counter, {}, PANEL)
    for name in ("kiosk", "tv", "board", "counter", "other", "rating"):
        await stage.event(name, "first_frame", timeout_s=20)


async def _phone(hall: Hall) -> None:
    child = await hall.stage.start_driven("phone", "phone", "--address", await first_link(hall.stage.places))
    await scenes.phone(hall, child)


async def _picture_everything(stage: Stage, into: Path) -> None:
    """Keep what every screen shows at the moment of a failure."""
    for child in stage.running:
        if child.name not in ("hub", "gateway", "devices"):
            with contextlib.suppress(DemoError):
                await child.do("grab", file=str(into / f"{child.name}.png"), timeout_s=2.0)


def _clear(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for pattern in EXPECTED:
        for file in out.glob(pattern):
            file.unlink()


def _check(places: Places, out: Path) -> None:
    """Raise DemoError unless everything promised lies there and the hub's log is sound."""
    for pattern, least in EXPECTED.items():
        count = sum(1 for file in out.glob(pattern) if file.stat().st_size > 0)
        if count < least:
            raise DemoError(f"{out}/{pattern}: {count} tệp, cần ít nhất {least}")
    command = [sys.executable, "-m", "hub", "verify", "--data", str(places.data)]
    verified = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if verified.returncode != 0:
        raise DemoError(f"motcua-hub verify: {verified.stdout}{verified.stderr}")


def _keep_logs(places: Places, out: Path) -> None:
    shutil.copytree(places.logs, out / "logs", dirs_exist_ok=True)
    print(f"Nhật ký của từng chương trình: {out / 'logs'}", file=sys.stderr)


def _tell(timeline: Timeline, out: Path, took_s: float) -> None:
    print(f"✓ Xong trong {took_s:.0f} giây; ảnh, tiếng và timeline.jsonl ở {out}")
    for kind, row in sorted(timeline.delays().items()):
        print(
            f"  {kind:<16} n={row['count']:<3} median {row['median_ms']:.0f} ms, max {row['max_ms']:.0f} ms"
        )
