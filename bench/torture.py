"""Is a number ever lost, doubled or left out? Kill -9, power cuts, a full disk, a disk that cannot write.

MOTCUA_KILLS and MOTCUA_CUTS in the environment say how many; the release is measured with 1,000 and 2,000
(half an hour and more). How far it is stands on stderr; whatever hangs ends the run.
"""

from __future__ import annotations

import asyncio
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import apsw
import structlog

from bench.drills import Judged, cut_power, fail_writes
from bench.kills import kill_often
from bench.report import Report, percentile

KILLS = int(os.environ.get("MOTCUA_KILLS", "40"))
CUTS = int(os.environ.get("MOTCUA_CUTS", "200"))
FAILURES = 300
SEED = 20261121


async def measure(report: Report) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        await _kills(report, root / "kills")
        await asyncio.to_thread(_cuts, report, root)
        await asyncio.to_thread(_failures, report, root)


def telling(what: str, total: int) -> Callable[[int], None]:
    """Return who tells on stderr how far it is, and how long it took."""
    began = time.monotonic()

    def tell(done: int) -> None:
        print(f"{what}: {done} of {total}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)

    return tell


async def _kills(report: Report, root: Path) -> None:
    killed = await kill_often(root, KILLS, SEED, telling("kill -9", KILLS))
    report.add("kill -9 while kiosks take numbers", killed.kills, "kills")
    report.add("kill -9: numbers acknowledged", killed.tickets, "numbers")
    report.add("kill -9: asked again by key", killed.retried, "commands")
    report.add("kill -9: lost", killed.lost, "numbers", 0)
    report.add("kill -9: doubled", killed.doubled, "numbers", 0)
    report.add("kill -9: gapped", killed.gapped, "numbers", 0)
    report.add("kill -9: days that motcua-hub verify finds fault with", len(killed.problems), "days", 0)
    report.add("kill -9: ready again, median", statistics.median(killed.ready_s) * 1000, "ms", 1_000)
    report.add("kill -9: ready again, p95", percentile(killed.ready_s, 0.95) * 1000, "ms", 1_000)


def _cuts(report: Report, root: Path) -> None:
    for synchronous, target in (("FULL", 0), ("NORMAL", None)):
        what = f"power cuts, {synchronous}"
        judged = cut_power(root / synchronous, CUTS, synchronous, SEED, telling(what, CUTS))
        report.add(what, judged.failures, "cuts")
        report.add(f"{what}: numbers acknowledged", judged.acknowledged, "numbers")
        control = "" if target == 0 else " (the control: must be over 0)"
        report.add(f"{what}: acknowledged and lost{control}", judged.lost, "numbers", target)
        _faultless(report, what, judged)


def _failures(report: Report, root: Path) -> None:
    for what, error in (("disk full", apsw.FullError), ("write errors (EIO)", apsw.IOError)):
        judged = fail_writes(root / error.__name__, FAILURES, error, SEED, telling(what, FAILURES))
        report.add(what, judged.failures, "failures")
        report.add(f"{what}: numbers acknowledged", judged.acknowledged, "numbers")
        report.add(f"{what}: false acknowledgements", judged.lost, "numbers", 0)
        report.add(f"{what}: refused and there all the same", judged.kept, "numbers", 0)
        _faultless(report, what, judged)


def _faultless(report: Report, what: str, judged: Judged) -> None:
    report.add(f"{what}: doubled", judged.doubled, "numbers", 0)
    report.add(f"{what}: faults verify finds in the log", len(judged.problems), "faults", 0)
