"""``bench/failover`` in short: nothing acknowledged is lost, and a former owner does nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bench.outages import drill
from bench.postgresql import Server


@pytest.mark.parametrize("kind", ["restart", "freeze"])
def test_a_hall_goes_on_and_nothing_is_lost_doubled_or_stale(
    kind: str, tmp_path: Path, postgresql: Server
) -> None:
    judged = asyncio.run(drill(tmp_path, postgresql, kind, 1))
    assert judged.tickets > 0
    assert len(judged.served_s) == 1
    assert (judged.lost, judged.doubled, judged.gapped, judged.stale, judged.problems) == (0, 0, 0, 0, [])
