from datetime import timedelta

import pytest

from counter_client.times import HallClock, as_stopwatch, hour, moment, seconds_between
from tests.counter_client.scene import NOW, ago


@pytest.mark.parametrize("text", [None, "", "gibberish", "2026-11-20T09:42:10"])
def test_what_is_no_moment_with_an_offset_is_none(text: str | None) -> None:
    assert moment(text) is None


def test_spans_are_never_negative_and_zero_where_an_end_is_unknown() -> None:
    assert seconds_between(ago(2), NOW) == 120
    assert seconds_between(ago(-2), NOW) == 0
    assert seconds_between(None, NOW) == 0
    assert seconds_between(ago(2), None) == 0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (61, "01:01"), (3599, "59:59"), (3600, "1:00:00"), (37_230, "10:20:30")],
)
def test_a_stopwatch_reads_minutes_and_from_an_hour_on_hours(seconds: int, text: str) -> None:
    assert as_stopwatch(seconds) == text


def test_the_hall_clock_runs_on_between_the_hubs_words() -> None:
    ticks = [100.0]
    clock = HallClock(lambda: ticks[0])
    assert clock.now() is None
    clock.heard(NOW.isoformat())
    ticks[0] += 5
    assert clock.now() == NOW + timedelta(seconds=5)


def test_a_late_word_does_not_turn_the_hall_clock_back() -> None:
    ticks = [0.0]
    clock = HallClock(lambda: ticks[0])
    clock.heard(NOW.isoformat())
    ticks[0] += 5
    clock.heard((NOW + timedelta(seconds=3)).isoformat())
    assert clock.now() == NOW + timedelta(seconds=5)


def test_a_hub_that_starts_at_another_hour_is_believed() -> None:
    clock = HallClock(lambda: 0.0)
    clock.heard(NOW.isoformat())
    clock.heard((NOW - timedelta(hours=2)).isoformat())
    assert clock.now() == NOW - timedelta(hours=2)


def test_an_hour_is_told_as_the_hall_shows_it() -> None:
    assert hour(NOW) == "09:42"
    assert hour(None) == ""
