"""``./run bench [NAME…]``: runs the measurements, prints a table each, writes ``bench/results/NAME.json``."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import pkgutil
import sys

import bench
from bench.report import Report

HELPERS = {
    "__main__",
    "bent_codes",
    "crowd",
    "floor",
    "disks",
    "drills",
    "hub_process",
    "kills",
    "fleet",
    "hosted",
    "outages",
    "postgresql",
    "proxy",
    "report",
    "wire",
}


def names() -> list[str]:
    """Every module beside this one that measures something."""
    return sorted(
        module.name for module in pkgutil.iter_modules(bench.__path__) if module.name not in HELPERS
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(names())}")
    chosen = parser.parse_args().names or names()
    unknown = sorted(set(chosen) - set(names()))
    if unknown:
        parser.error(f"no bench named {', '.join(unknown)}; there are: {', '.join(names())}")
    for name in chosen:
        report = Report(name)
        asyncio.run(importlib.import_module(f"bench.{name}").measure(report))
        report.finish()
    return 0


if __name__ == "__main__":
    sys.exit(main())
