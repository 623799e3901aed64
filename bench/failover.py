"""Does a hall go on when its hub, its network or its database fails? Two hubs, one database, some kiosks.

MOTCUA_FAILURES in the environment: how many of each kind; the release is measured with 50.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path

from bench.outages import KINDS, Judged, drill
from bench.postgresql import programs, running_server
from bench.report import Report, percentile

FAILURES = int(os.environ.get("MOTCUA_FAILURES", "4"))
TARGET_S = 5.0


async def measure(report: Report) -> None:
    if programs() is None:
        report.add("PostgreSQL is not installed: nothing measured", 0, "")
        return
    with running_server() as server, tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        for kind in KINDS:
            _add(report, kind, await drill(Path(folder) / kind, server, kind, FAILURES))


def _add(report: Report, kind: str, judged: Judged) -> None:
    what = KINDS[kind]
    report.add(what, len(judged.served_s), "times")
    report.add(f"{what}: a kiosk is served again, median", statistics.median(judged.served_s), "s")
    target_s = None if judged.away_s else TARGET_S
    report.add(f"{what}: p95", percentile(judged.served_s, 0.95), "s", target_s)
    report.add(f"{what}: longest", max(judged.served_s), "s", target_s)
    if judged.away_s:
        after_s = [served - away for served, away in zip(judged.served_s, judged.away_s, strict=True)]
        report.add(f"{what}: of it, the database was away, median", statistics.median(judged.away_s), "s")
        report.add(f"{what}: after it was back, p95", percentile(after_s, 0.95), "s", TARGET_S)
    report.add(f"{what}: numbers acknowledged", judged.tickets, "numbers")
    report.add(f"{what}: asked again by key", judged.retried, "commands")
    report.add(f"{what}: acknowledged and lost", judged.lost, "numbers", 0)
    report.add(f"{what}: doubled", judged.doubled, "numbers", 0)
    report.add(f"{what}: gapped", judged.gapped, "numbers", 0)
    if kind in ("freeze", "cut"):
        report.add(f"{what}: appended or answered by a hub that was not the owner", judged.stale, "", 0)
        report.add(f"{what}: the former owner said it was fenced", judged.fenced, "times")
    report.add(f"{what}: faults verify finds in the log", len(judged.problems), "faults", 0)
