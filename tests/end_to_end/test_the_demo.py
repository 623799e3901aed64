"""The whole hall in real processes: the scripted demo plays to its end and leaves what it promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ("kiosk-*.png", "ticket-*.png", "tv-*.png", "counter-*.png", "rating-*.png", "phone-*.png")
LONGEST_S = 170


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "deploy.demo", "--headless", "--out", str(out)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    rows = [json.loads(line) for line in (out / "timeline.jsonl").read_text(encoding="utf-8").splitlines()]
    return out, rows


@pytest.mark.timeout(LONGEST_S + 10)
@pytest.mark.parametrize("pattern", [*PICTURES, "announcement-*.wav"])
def test_the_demo_leaves_what_it_promises(played, pattern):
    out, _ = played
    assert [file for file in out.glob(pattern) if file.stat().st_size > 0]


def test_every_call_is_told_in_order(played):
    _, rows = played
    told = [row["seq"] for row in rows if row.get("ev") == "ticket_called"]
    assert len(told) >= 7
    assert told == sorted(set(told))


def test_no_number_is_given_twice(played):
    _, rows = played
    numbers = [row["number"] for row in rows if row.get("ev") == "ticket_issued"]
    assert len(numbers) == len(set(numbers)) >= 8


def test_what_could_not_be_printed_is_not_printed_later(played):
    _, rows = played
    issued = [row for row in rows if row.get("ev") == "ticket_issued"]
    slips = [row for row in rows if row.get("ev") == "slip_cut"]
    assert len(slips) == len(issued) - 1


def test_ratings_come_from_the_panel_and_from_the_keypad(played):
    _, rows = played
    assert {row["score"] for row in rows if row.get("ev") == "rating_given"} == {2, 5}


def test_the_delays_people_feel_are_written_down(played):
    _, rows = played
    assert {row["kind"] for row in rows if row.get("ev") == "delay"} == {
        "touch_to_paper",
        "call_to_picture",
        "call_to_sound",
    }
