"""What happened in the hall and when: ``timeline.jsonl`` and the delays people feel."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from typing import Any

NS_PER_MS = 1_000_000


class Timeline:
    """Rows in order of writing; ``at_s`` counts from the demo's start (one monotonic clock for all)."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("w", encoding="utf-8")
        self._start_ns = time.monotonic_ns()
        self.events: list[dict[str, Any]] = []

    def hear(self, source: str, event: dict[str, Any]) -> None:
        """Take an event of a process as it came."""
        at_ns = event.get("ns", time.monotonic_ns())
        row = {"at_s": round((at_ns - self._start_ns) / 1e9, 4), "from": source}
        row.update((key, value) for key, value in event.items() if key not in ("ns", "id"))
        self._write(row | {"ns": at_ns})

    def note(self, step: str, **more: Any) -> None:
        """Write a step of the script."""
        self.hear("script", {"ev": "step", "step": step, **more})

    def delay(self, kind: str, start_ns: int, end_ns: int, **more: Any) -> None:
        """Write a delay between two moments of the machine's monotonic clock."""
        self.hear(
            "script", {"ev": "delay", "kind": kind, "ms": round((end_ns - start_ns) / NS_PER_MS, 1), **more}
        )

    def delays(self) -> dict[str, dict[str, float]]:
        """Return for each kind of delay how many there were, the median and the largest (ms)."""
        kinds: dict[str, list[float]] = {}
        for event in self.events:
            if event.get("ev") == "delay":
                kinds.setdefault(event["kind"], []).append(event["ms"])
        return {
            kind: {"count": len(values), "median_ms": statistics.median(values), "max_ms": max(values)}
            for kind, values in kinds.items()
        }

    def close(self) -> None:
        self._file.close()

    def _write(self, row: dict[str, Any]) -> None:
        self.events.append(row)
        shown = {key: value for key, value in row.items() if key != "ns"}
        self._file.write(json.dumps(shown, ensure_ascii=False) + "\n")
        self._file.flush()
