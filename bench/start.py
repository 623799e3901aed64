"""Cold start and memory of every process: start → first frame (or ready), resident memory after a rest."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from bench.report import Report
from deploy.demo.headless import CONSOLE, KIOSK, PANEL, TV
from deploy.demo.places import prepare
from deploy.demo.script import Cast
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline

STARTS = 5
REST_S = 3.0
OPENS_AT = datetime(2026, 11, 23, 8, 5)
FRAME_TARGET_MS, APP_TARGET_MB, HUB_TARGET_MB = 2_000.0, 200.0, 80.0


def resident_mb(pid: int) -> float:
    """Return the process's resident set (MB of 2^20 bytes), from /proc."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        stage = Stage(prepare(root, "tinh", OPENS_AT), timeline, OPENS_AT)
        try:
            await _hub(report, stage)
            await _apps(report, stage)
        finally:
            await stage.stop()
            timeline.close()


async def _hub(report: Report, stage: Stage) -> None:
    times = []
    for turn in range(STARTS):
        if turn:
            await stage["hub"].stop()
        times.append(await _took_ms(stage.start_hub))
    report.add("hub: start → ready, median", statistics.median(times), "ms", 1_000, count=STARTS)
    await asyncio.sleep(REST_S)
    report.add("hub: memory", resident_mb(stage["hub"].pid), "MB", HUB_TARGET_MB)
    report.add("gateway: start → ready", await _took_ms(stage.start_gateway), "ms", 2_000)
    report.add("gateway: memory", resident_mb(stage["gateway"].pid), "MB", APP_TARGET_MB)


async def _took_ms(work: Callable[[], Awaitable[None]]) -> float:
    started = time.monotonic()
    await work()
    return (time.monotonic() - started) * 1000


async def _apps(report: Report, stage: Stage) -> None:
    cast = Cast()
    await stage.start_devices(stage.places.root / "paper")
    urls = stage.device_urls
    devices = {"printer": urls["printer"], "printer_profile": "epson-80", "scanner": urls["scanner"]}
    for app, role, name, owned, size in (
        ("kiosk", "kiosk", cast.kiosk, devices, KIOSK),
        ("display", "display", cast.tv, {"sound": "off"}, TV),
        ("counter", "counter", cast.counter, {"keypad": urls["keypad"]}, CONSOLE),
        ("counter", "rating", cast.counter, {}, PANEL),
    ):
        frames = []
        for turn in range(STARTS):
            mark = len(stage.timeline.events)
            child = await stage.start_screen(role, app, role, name, owned, size)
            shown = await stage.event(role, "first_frame", mark, timeout_s=20)
            frames.append((shown["ns"] - child.spawned_ns) / 1e6)
            if turn < STARTS - 1:
                await child.stop()
        first = statistics.median(frames)
        report.add(f"{role}: start → first frame, median", first, "ms", FRAME_TARGET_MS, count=STARTS)
        await asyncio.sleep(REST_S)
        report.add(f"{role}: memory", resident_mb(child.pid), "MB", APP_TARGET_MB)
        await child.stop()
