"""The form of a measurement: rows with a target beside them, the machine's name, a table and a JSON file."""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that ``share`` (0–1) of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def machine() -> dict[str, str]:
    """Name the machine that measures."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return {
        "processor": f"{os.cpu_count()} × {model}",
        "system": platform.platform(),
        "python": platform.python_version(),
    }


class Report:
    """Collects the figures of one bench."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rows: list[dict[str, Any]] = []

    def add(self, what: str, value: float, unit: str, target: float | None = None, **more: Any) -> None:
        """``target`` is the most ``value`` should be."""
        self._rows.append({"what": what, "value": round(value, 2), "unit": unit, "target": target, **more})

    def add_delays(self, what: str, values_ms: Sequence[float], target_p95: float | None = None) -> None:
        """Add the median and the 95th percentile of ``values_ms``; a warning row when there are none."""
        if not values_ms:
            self.add(f"{what}: không đo được", 0, "lần")
            return
        count = len(values_ms)
        self.add(f"{what}, median", statistics.median(values_ms), "ms", count=count)
        self.add(f"{what}, p95", percentile(values_ms, 0.95), "ms", target_p95, count=count)

    def finish(self) -> None:
        """Print the table and write the file."""
        print(f"\n{self.name} — {machine()['processor']}, Python {machine()['python']}")
        for row in self._rows:
            target = row["target"]
            mark = (
                ""
                if target is None
                else f"  (target ≤ {target:g}: {'met' if row['value'] <= target else 'MISSED'})"
            )
            count = f"  n={row['count']}" if "count" in row else ""
            print(f"  {row['what']:<52} {row['value']:>10.2f} {row['unit']}{mark}{count}")
        RESULTS.mkdir(parents=True, exist_ok=True)
        result = {
            "name": self.name,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": machine(),
            "rows": self._rows,
        }
        (RESULTS / f"{self.name}.json").write_text(
            json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
