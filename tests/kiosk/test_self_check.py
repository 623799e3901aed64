"""What the self-check says of what was found."""

from __future__ import annotations

import pytest

from kiosk.self_check import Facts, checks


def found(**facts: object) -> dict[str, tuple[str, str]]:
    return {one.id: (one.level, one.state) for one in checks(Facts(**facts))}  # type: ignore[arg-type]


def test_a_kiosk_that_is_well_is_green_all_over() -> None:
    lines = found(
        online=True,
        printers=("ok",),
        last_paper="printed",
        scanner=True,
        camera=True,
        sound=True,
        disk_mb=40_000,
        clock_off_s=0,
    )
    assert {level for level, _ in lines.values()} <= {"good", "none"}
    assert lines["hub"] == ("good", "online")


@pytest.mark.parametrize(
    ("facts", "line", "expected"),
    [
        ({"online": False, "trouble": "silent"}, "hub", ("bad", "away")),
        ({"blocked": "not_paired"}, "hub", ("bad", "not_paired")),
        ({"blocked": "unknown_station", "online": True}, "hub", ("bad", "unknown_station")),
        ({"printers": ("paper_low",)}, "printer", ("attention", "paper_low")),
        ({"printers": ("paper_out",)}, "printer", ("bad", "paper_out")),
        ({"printers": ("",)}, "printer", ("attention", "connecting")),
        ({"printers": ()}, "printer", ("none", "missing")),
        ({"printers": ("ok", "offline")}, "spare", ("bad", "offline")),
        ({"printers": ("ok",), "last_paper": "unknown"}, "paper", ("attention", "unknown")),
        ({"scanner": False}, "scanner", ("bad", "away")),
        ({"camera": None}, "camera", ("none", "missing")),
        ({"scanned": "card"}, "scan", ("good", "card")),
        ({"disk_mb": 50}, "disk", ("bad", "free")),
        ({"disk_mb": 500}, "disk", ("attention", "free")),
        ({"clock_off_s": 600}, "clock", ("attention", "off")),
        ({"clock_off_s": None}, "clock", ("none", "unknown")),
    ],
)
def test_what_is_not_well_says_so(facts: dict[str, object], line: str, expected: tuple[str, str]) -> None:
    assert found(**facts)[line] == expected
