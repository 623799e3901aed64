"""How long people wait for the machine: touch → paper, key → TV, key → voice; a real hall of processes."""

from __future__ import annotations

import asyncio
import os
import tempfile
from datetime import datetime
from pathlib import Path

from bench.report import Report
from deploy.demo.ear import Ear
from deploy.demo.headless import raise_curtain
from deploy.demo.places import pair, prepare
from deploy.demo.script import Cast, Hall
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline

VISITS = 15
SPOKEN_WITHIN_S = 40.0
OPENS_AT = datetime(2026, 11, 23, 8, 5)
WATCHED = ("newest-number", "newest-counter", "row-number-0", "row-counter-0")


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        stage = Stage(prepare(root, "phuong", OPENS_AT), timeline, OPENS_AT)
        try:
            await _visits(stage, root / "out")
        finally:
            await stage.stop()
            timeline.close()
    _tell(report, timeline)


async def _visits(stage: Stage, out: Path) -> None:
    cast = Cast()
    await stage.start_hub()
    key = await asyncio.to_thread(pair, stage.places, "supervisor", "supervisor")
    ear = Ear(stage.places.hub_url, key, stage.timeline)
    listening = asyncio.create_task(ear.link.run())
    try:
        await raise_curtain(stage, out, cast)
        hall = Hall(stage, out, cast)
        for item in WATCHED:
            await hall.tv.watch(item)
        await hall.act(hall.counter, "F1", "counter_opened")
        for _ in range(VISITS):
            await _one(hall, stage)
            await _silence(ear, stage)
    finally:
        listening.cancel()


async def _one(hall: Hall, stage: Stage) -> None:
    mark = hall.mark
    await hall.take_number(hall.cast.birth)
    await hall.paper(mark)
    await hall.finish_on_kiosk()
    mark = hall.mark
    await hall.call_next(hall.counter, sound=True)
    await hall.act(hall.counter, "F3", "serving_started")
    await hall.act(hall.counter, "F4", "ticket_served")
    await hall.rating.page("ask")
    touched = await hall.rating.tap("rate-5")
    given = await stage.event("hub-ear", "rating_given", mark)
    stage.timeline.delay("rating_stored", touched, given["ns"])
    await hall.rating.page("idle", timeout_s=20)


async def _silence(ear: Ear, stage: Stage) -> None:
    """Wait until the last call was spoken whole: the next one's sound is not to wait for it."""
    called = [row["seq"] for row in stage.timeline.events if row.get("ev") == "ticket_called"][-1]
    async with asyncio.timeout(SPOKEN_WITHIN_S):
        while not ear.state or max(view.last_spoken_seq for view in ear.state.stations) < called:
            await ear.heard()


def _tell(report: Report, timeline: Timeline) -> None:
    kinds = {
        "touch_to_paper": ("touch → first byte at the printer", 150.0),
        "call_to_picture": ("call key → pixels changed on the TV", 100.0),
        "call_to_sound": ("call key → first sample of sound, voice idle", 300.0),
        "rating_stored": ("rating touched → stored and told to everybody", None),
    }
    for kind, (what, target) in kinds.items():
        values = [row["ms"] for row in timeline.events if row.get("ev") == "delay" and row["kind"] == kind]
        report.add_delays(what, values, target)
