"""What one machine carries of a province and of the country: SQLite, PostgreSQL, one to 3,321 centres.

In the environment: MOTCUA_SCALE_S, seconds a round; MOTCUA_CENTRES and MOTCUA_NATION_S, the last round's.
Commands are given inside the hub processes: their sockets are bench/hub's matter.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
from pathlib import Path
from typing import Any

from bench.hosted import host_all, on_files
from bench.postgresql import Server, programs, running_server
from bench.report import Report, percentile

SECONDS = float(os.environ.get("MOTCUA_SCALE_S", "3"))
COUNTRY = int(os.environ.get("MOTCUA_CENTRES", "3321"))
NATION_S = float(os.environ.get("MOTCUA_NATION_S", "60"))
ROUNDS = ((1, 1), (16, 1), (16, 2), (16, 4), (256, 1), (256, 2), (256, 4))
"""Centres and hub processes; one centre has one owner."""
ASKING = 64
"""Kiosks that ask without a pause, over all centres; but one a centre at least."""
CLIENTS = (1, 16)
PEAK_EVENTS_PER_S = 700
COMMANDS_PER_EVENT = 0.75
"""A number given is an event; a call finishes the visit before; each visit begins."""
NATION_HUBS = 2
LAG_TARGET_MS = 1_000.0
SLOW_MS = 5
SLOW_DISK = f"commit_delay = {SLOW_MS * 1000}\ncommit_siblings = 0\n"
"""PostgreSQL waits so long before each sync of its log, and who comes meanwhile goes along: a 5 ms disk."""


async def measure(report: Report) -> None:
    if programs() is None:
        report.add("PostgreSQL is not installed: nothing measured", 0, "")
        return
    for disk, settings in (("", ""), (f", {SLOW_MS} ms more a sync", SLOW_DISK)):
        with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
            result = await on_files(Path(folder), SECONDS, 16, SLOW_MS if disk else 0)
            _commands(report, f"SQLite, 1 centre{disk}", [result])
        with running_server(settings) as server:
            await _rounds(report, server, disk)
    with running_server() as server:
        await _country(report, server)


async def _rounds(report: Report, server: Server, disk: str) -> None:
    for clients in CLIENTS:
        per_s = await asyncio.to_thread(server.pgbench, clients, SECONDS)
        report.add(f"pgbench, a row a commit, {clients} clients{disk}", per_s, "commits/s")
    for centres, hubs in ROUNDS:
        kiosks = max(1, ASKING // centres) if centres > 1 else 16
        results = await host_all(server.new_database(), centres, hubs, SECONDS, kiosks=kiosks, per_s=0)
        _commands(report, f"PostgreSQL, {centres} centres on {hubs} hubs{disk}", results)


def _commands(report: Report, what: str, results: list[dict[str, Any]]) -> None:
    took_ms = [each for result in results for each in result["took_ms"]]
    report.add(what, len(took_ms) / SECONDS, "commands/s")
    report.add(f"{what}: median", statistics.median(took_ms), "ms")
    report.add(f"{what}: p99", percentile(took_ms, 0.99), "ms")


async def _country(report: Report, server: Server) -> None:
    per_s = PEAK_EVENTS_PER_S * COMMANDS_PER_EVENT / NATION_HUBS
    url = server.new_database()
    results = await host_all(url, COUNTRY, NATION_HUBS, NATION_S, kiosks=1, per_s=per_s)
    lag_ms = [each for result in results for each in result["lag_ms"]]
    what = f"{COUNTRY} centres on {NATION_HUBS} hubs for {NATION_S:g} s"
    report.add(f"{what}: events", sum(result["events"] for result in results) / NATION_S, "/s")
    report.add(f"{what}: lag, median", statistics.median(lag_ms), "ms", count=len(lag_ms))
    report.add(f"{what}: lag, p99", percentile(lag_ms, 0.99), "ms", LAG_TARGET_MS)
    report.add(f"{what}: lag, longest", max(lag_ms), "ms")
    report.add(f"{what}: memory of a hub", max(result["memory_mb"] for result in results), "MB")
    report.add(f"{what}: all served after", max(result["started_s"] for result in results), "s")
    report.add(
        f"{what}: a ticket's and its events' room in the database", server.bytes_a_ticket(url), "bytes"
    )
