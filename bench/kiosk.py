"""The kiosk under a finger: touch → painted, typing, first frame, idle CPU (news too), memory, search.

``MOT_CUA_VISITS=10000 ./run bench kiosk`` is the torture; by default 200 visits.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtTest import QTest

from bench.report import Report, percentile
from bench.start import resident_mb
from config import catalogue
from deploy.demo.child import Child
from deploy.demo.driven import find_item
from deploy.demo.headless import KIOSK
from deploy.demo.places import prepare, write_station
from deploy.demo.script import Cast
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline
from kiosk.__main__ import build
from ui.everyday import shipped
from ui.search import Index

VISITS = int(os.environ.get("MOT_CUA_VISITS", "200"))
STARTS = 3
REST_S, IDLE_S = 5.0, 10.0
NEWS_AFTER_S = 20
"""Seconds until the hall's news come up: after the first page was measured at rest."""
OPENS_AT = datetime(2026, 11, 23, 8, 5)
PAINTED_MS, FRAME_MS, KEY_MS, IDLE_PERCENT, GROWTH_PERCENT = 50.0, 2_000.0, 5.0, 3.0, 10.0
CATALOGUE = Path(__file__).resolve().parents[2] / "shared" / "data" / "procedures.csv"
QUERIES = ("khai sinh", "giay khai sih", "lam giay ket hon", "sổ đỏ", "chứng thực bản sao", "nhập hộ khẩu")


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    _search(report)
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        places = prepare(root, "phuong", OPENS_AT)
        with (places.centre / "centre.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n[at_kiosks]\nattract_after_s = {NEWS_AFTER_S}\n")
        stage = Stage(places, timeline, OPENS_AT)
        try:
            await stage.start_hub()
            await _start_and_rest(report, stage)
            await _visits(report, stage)
        finally:
            await stage.stop()
            timeline.close()


def _search(report: Report) -> None:
    """Every key of the queries over the whole national catalogue."""
    if not CATALOGUE.exists():
        report.add("search: no procedures.csv beside the repository, skipped", 0, "keys")
        return
    procedures, _ = catalogue.read(CATALOGUE)
    index = Index(procedures, shipped())
    times = []
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            started = time.perf_counter()
            index.find(query[:end], 20)
            times.append((time.perf_counter() - started) * 1000)
    report.add_delays(f"search of {len(procedures)} procedures, a key", times, KEY_MS)


async def _start_and_rest(report: Report, stage: Stage) -> None:
    frames: list[float] = []
    for turn in range(STARTS):
        mark = len(stage.timeline.events)
        child = await stage.start_screen("kiosk", "kiosk", "kiosk", Cast().kiosk, {}, KIOSK)
        shown = await stage.event("kiosk", "first_frame", mark, timeout_s=30)
        frames.append((shown["ns"] - child.spawned_ns) / 1e6)
        if turn < STARTS - 1:
            await child.stop()
    report.add("start → first frame, worst", max(frames), "ms", FRAME_MS, count=STARTS)
    await asyncio.sleep(REST_S)
    report.add("idle: share of one core", await _share(child.pid), "%", IDLE_PERCENT)
    report.add("idle: memory", resident_mb(child.pid), "MB", 200)
    await asyncio.sleep(NEWS_AFTER_S - IDLE_S)
    report.add("the hall's news: share of one core", await _share(child.pid), "%", IDLE_PERCENT)
    await child.stop()


async def _share(pid: int) -> float:
    """Return how much of one core ``pid`` takes, in percent."""
    before, since = _cpu_s(pid), time.monotonic()
    await asyncio.sleep(IDLE_S)
    return (_cpu_s(pid) - before) / (time.monotonic() - since) * 100


def _cpu_s(pid: int) -> float:
    """Return the processor time ``pid`` has used so far (proc(5), utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _visits(report: Report, stage: Stage) -> None:
    station = await asyncio.to_thread(write_station, stage.places, "kiosk", Cast().kiosk, {}, KIOSK)
    finger = ("-m", "bench.kiosk", "--station", str(station), "--visits", str(VISITS))
    touches: dict[str, list[float]] = {}
    worked: list[float] = []
    memory: list[float] = []

    def hear(_name: str, event: dict[str, Any]) -> None:
        if event["ev"] == "painted":
            touches.setdefault(event["kind"], []).append(event["ms"])
            worked.append(event["cpu_ms"])
        elif event["ev"] == "visited":
            memory.append(event["mb"])

    child = Child("finger", finger, stage.places.logs / "finger.log", hear)
    await child.start()
    code = await child.wait()
    await child.stop()
    if code != 0 or not memory:
        sys.stderr.write((stage.places.logs / "finger.log").read_text(encoding="utf-8"))
        raise RuntimeError(f"the finger stopped with {code}")
    report.add_delays("touch → next screen painted", touches["page"], PAINTED_MS)
    report.add_delays("key → results painted", touches["key"], PAINTED_MS)
    report.add_delays("either, processor time (no other load)", worked, PAINTED_MS)
    early = percentile(memory[: max(1, min(100, len(memory) // 3))], 0.5)
    growth = (percentile(memory[-20:], 0.5) / early - 1) * 100
    report.add(
        "memory: growth, last 20 visits over the first hundred",
        growth,
        "%",
        GROWTH_PERCENT,
        count=len(memory),
    )


class Finger:
    """Touches a real kiosk in its own process and watches the frames."""

    def __init__(self, station: Path) -> None:
        self._kiosk = build(["--station", str(station)])
        self._window = self._kiosk.screen.window
        self._window.setProperty("reducedMotion", True)
        self._touching = QTest.createTouchDevice()
        self._frames = 0
        self._window.frameSwapped.connect(self._painted)
        self._kiosk.start()
        desks = self._kiosk.reception.desks
        self.until(lambda: desks.watch.online and desks.catalogue.index is not None)

    def _painted(self) -> None:
        self._frames += 1

    def until(self, true: Callable[[], bool], limit_s: float = 15.0) -> None:
        deadline = time.monotonic() + limit_s
        while not true():
            QCoreApplication.processEvents()
            if time.monotonic() > deadline:
                raise TimeoutError(f"page {self._window.property('page')}")

    def touch(self, name: str, page: str, kind: str = "page") -> None:
        """Touch ``name`` and say how long until a frame with ``page`` stood."""
        window = self._window
        self.until(lambda: bool(window.property("settled")) and find_item(window, name) is not None)
        item = find_item(window, name)
        assert item is not None
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        started, worked = time.perf_counter(), time.process_time()
        QTest.touchEvent(window, self._touching).press(0, place, window).commit()
        frames = self._frames
        QTest.touchEvent(window, self._touching).release(0, place, window).commit()
        self.until(lambda: self._frames > frames and window.property("page") == page)
        _say(
            ev="painted",
            kind=kind,
            name=name,
            ms=(time.perf_counter() - started) * 1000,
            cpu_ms=(time.process_time() - worked) * 1000,
        )

    def visit(self) -> None:
        """A number for a birth certificate, then a look into the guide."""
        self.touch("choice-submit", "fields")
        self.touch("field-ho-tich", "services")
        self.touch("service-khai-sinh", "priority")
        self.touch("priority-none", "ticket")
        self.until(lambda: bool(self._kiosk.screens.ticket.shown.number))
        self.touch("done", "home")
        self.touch("choice-guide", "search")
        for key in "khai":
            self.touch(f"key-{key}", "search", "key")
        self.touch("home", "home")
        _say(ev="visited", mb=resident_mb(os.getpid()))

    def stop(self) -> None:
        self._kiosk.stop()


def _say(**event: Any) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = ArgumentParser(description="One finger on one kiosk; started by the bench itself.")
    parser.add_argument("--station", type=Path, required=True)
    parser.add_argument("--visits", type=int, default=VISITS)
    options = parser.parse_args()
    finger = Finger(options.station)
    for _ in range(options.visits):
        finger.visit()
    finger.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
