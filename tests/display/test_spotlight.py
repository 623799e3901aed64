from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.spotlight import DELAY_S, FLOOR_S, LEAST_S, Spotlight, keeps_for
from tests.display.halls import a_call


def shown_over(arrivals, step_s=0.1):
    """Play calls that arrive at given moments; return what was shown as (seq, from, until) and the delays."""
    spotlight, seen, now_s = Spotlight(20.0), [], 0.0
    left = [(at, a_call(seq, f"A{seq:03}")) for seq, at in enumerate(sorted(arrivals), start=1)]
    while left or spotlight.waiting:
        while left and left[0][0] <= now_s:
            spotlight = spotlight.add(left.pop(0)[1], now_s)
            note(seen, spotlight, now_s)
        spotlight = spotlight.at(now_s)
        note(seen, spotlight, now_s)
        now_s += step_s
    return seen


def note(seen, spotlight, now_s):
    if spotlight.showing is not None and (not seen or seen[-1][0] != spotlight.showing.seq):
        seen.append((spotlight.showing.seq, now_s))


def test_a_call_in_a_quiet_hall_is_shown_at_once():
    spotlight = Spotlight(20.0).add(a_call(1, "A001"), 5.0)
    assert spotlight.showing.number == "A001"
    assert spotlight.lit(5.0)
    assert spotlight.lit(24.9)
    assert not spotlight.lit(25.0)


def test_a_call_stays_when_its_light_goes_out():
    spotlight = Spotlight(20.0).add(a_call(1, "A001"), 0.0).at(500.0)
    assert spotlight.showing.number == "A001"


def test_the_next_call_waits_until_the_one_before_had_its_time():
    spotlight = Spotlight().add(a_call(1, "A001"), 0.0).add(a_call(2, "A002"), 1.0)
    assert spotlight.showing.seq == 1
    assert spotlight.next_change_s == LEAST_S
    assert spotlight.at(LEAST_S - 0.01).showing.seq == 1
    assert spotlight.at(LEAST_S).showing.seq == 2


def test_after_a_long_sleep_still_one_call_at_a_time():
    spotlight = Spotlight()
    for seq in (1, 2, 3):
        spotlight = spotlight.add(a_call(seq, f"A{seq:03}"), 0.0)
    assert spotlight.at(1000.0).showing.seq == 2
    assert spotlight.at(1000.0).at(1000.0).showing.seq == 2


def test_a_recall_takes_the_spotlight_again():
    spotlight = Spotlight().add(a_call(1, "A001"), 0.0).add(a_call(2, "A001", recall=True), 30.0)
    assert spotlight.showing.seq == 2
    assert spotlight.lit(30.0)


@pytest.mark.parametrize(
    ("waiting", "seconds"), [(1, LEAST_S), (2, LEAST_S), (4, DELAY_S / 4), (16, 0.5), (1000, FLOOR_S)]
)
def test_the_more_wait_the_shorter_each_is_shown(waiting, seconds):
    assert keeps_for(waiting, DELAY_S) == pytest.approx(seconds)


def test_the_last_of_a_burst_has_its_turn_in_time():
    seen = shown_over([0.0] * 15, step_s=0.01)
    assert seen[-1][1] <= DELAY_S + 0.2


@given(st.lists(st.floats(0, 60), min_size=1, max_size=60))
def test_every_call_is_shown_once_in_order_and_for_its_time(arrivals):
    seen = shown_over(arrivals)
    assert [seq for seq, _ in seen] == list(range(1, len(arrivals) + 1))
    lasted = [after[1] - before[1] for before, after in pairwise(seen)]
    assert all(seconds >= FLOOR_S - 1e-9 for seconds in lasted)


def test_two_calls_a_second_for_five_minutes_are_never_late_by_much():
    arrivals = [place * 0.54 for place in range(555)]
    seen = shown_over(arrivals, step_s=0.01)
    delays = [at - arrival for (_, at), arrival in zip(seen, arrivals, strict=True)]
    assert max(delays) < DELAY_S + 1
