"""The waiting estimate: an interval that grows with the line and shrinks with the hands."""

from __future__ import annotations

from hub.domain.estimate import mean_service_s, wait_of_newcomer
from hub.messages import commands as cmd
from tests.helpers.floor import Floor


def wait(floor: Floor, service: str = "khai-sinh") -> tuple[int, int]:
    estimate = wait_of_newcomer(floor.state, floor.rules, service, floor.now)
    return estimate.likely_s, estimate.at_most_s


def test_an_empty_hall_with_a_free_counter_means_no_wait() -> None:
    floor = Floor()
    floor.do(cmd.OpenCounter())
    likely_s, at_most_s = wait(floor)
    assert likely_s == 0
    assert at_most_s <= 120


def test_the_wait_grows_with_the_line() -> None:
    floor = Floor()
    floor.do(cmd.OpenCounter())
    waits = []
    for _ in range(6):
        waits.append(wait(floor))
        floor.issue()
    likely, at_most = zip(*waits, strict=True)
    assert list(likely) == sorted(set(likely))
    assert all(most > probable for probable, most in waits)
    assert list(at_most) == sorted(at_most)


def test_another_counter_shortens_it() -> None:
    floor = Floor()
    floor.do(cmd.OpenCounter())
    for _ in range(6):
        floor.issue()
    alone = wait(floor)
    floor.do(cmd.OpenCounter(), "q2")
    assert wait(floor) < alone


def test_people_of_the_counters_other_services_count_too() -> None:
    floor = Floor()
    floor.do(cmd.OpenCounter())
    floor.issue("chung-thuc")
    floor.issue("chung-thuc")
    assert wait(floor, "khai-sinh")[0] >= 2 * 4 * 60


def test_service_times_are_learnt_during_the_day() -> None:
    floor = Floor()
    usual = mean_service_s(floor.state, floor.rules, "khai-sinh")
    assert usual == 8 * 60
    for _ in range(20):
        floor.issue()
        floor.call()
        floor.wait(minutes=2)
        floor.do(cmd.Finish())
    learnt = mean_service_s(floor.state, floor.rules, "khai-sinh")
    assert 2 * 60 < learnt < 4 * 60


def test_before_the_first_counter_opens_there_is_an_estimate_all_the_same() -> None:
    floor = Floor()
    floor.issue()
    assert wait(floor)[0] >= 8 * 60
