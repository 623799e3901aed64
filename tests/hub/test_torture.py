"""``bench/torture`` in short: nothing acknowledged is lost, and the drill would notice if it were."""

from __future__ import annotations

import asyncio
from pathlib import Path

import apsw
import pytest

from bench.drills import cut_power, fail_writes
from bench.kills import gaps, kill_often

SEED = 7


def test_killed_again_and_again_the_hub_loses_doubles_and_leaves_out_nothing(tmp_path: Path) -> None:
    killed = asyncio.run(kill_often(tmp_path, 3, SEED))
    assert killed.tickets > 0
    assert (killed.lost, killed.doubled, killed.gapped, killed.problems) == (0, 0, 0, [])


def test_a_power_cut_takes_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    judged = cut_power(tmp_path, 25, "FULL", SEED)
    assert judged.acknowledged > 100
    assert (judged.lost, judged.doubled, judged.problems) == (0, 0, [])


def test_without_full_syncing_a_power_cut_takes_acknowledged_numbers(tmp_path: Path) -> None:
    judged = cut_power(tmp_path, 25, "NORMAL", SEED)
    assert judged.lost > 0
    assert judged.problems == []


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
def test_a_disk_that_refuses_is_never_acknowledged(tmp_path: Path, error: type[apsw.Error]) -> None:
    judged = fail_writes(tmp_path, 25, error, SEED)
    assert judged.acknowledged > 100
    assert (judged.lost, judged.kept, judged.doubled, judged.problems) == (0, 0, 0, [])


def test_gaps_and_twins_are_counted() -> None:
    assert gaps(["A001", "A002", "B001"]) == 0
    assert gaps(["A001", "A003"]) == 1
    assert gaps(["A001", "A001"]) == 1
