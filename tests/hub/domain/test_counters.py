"""Opening, pausing and closing counters, and who sits there."""

from __future__ import annotations

from hub.domain import events as ev
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall


def test_a_counter_closed_on_purpose_does_not_open_by_calling() -> None:
    floor = Floor()
    floor.issue()
    floor.do(cmd.CloseCounter())
    assert floor.refused(cmd.CallNext()) == "closed"
    floor.do(cmd.OpenCounter())
    assert floor.call() == ("A001", "in_turn")


def test_a_paused_counter_calls_nobody_but_finishes_whom_it_has() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.call()
    floor.do(cmd.PauseCounter(reason="họp"))
    assert floor.state.counter("q1").pause_reason == "họp"
    assert floor.refused(cmd.CallNext()) == "closed"
    floor.do(cmd.Finish())
    floor.do(cmd.OpenCounter())
    assert floor.call() == ("A002", "in_turn")


def test_a_closed_counter_cannot_pause() -> None:
    assert Floor().refused(cmd.PauseCounter(reason="họp")) == "closed"


def test_a_counter_does_not_close_on_someone() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    assert floor.refused(cmd.CloseCounter()) == "counter_busy"


def test_a_counter_may_open_for_other_services() -> None:
    floor = Floor()
    floor.issue("tach-thua")
    floor.do(cmd.OpenCounter(services=["tach-thua"]))
    assert floor.call() == ("C001", "in_turn")
    assert floor.refused(cmd.OpenCounter(services=["khong-co"])) == "unknown_service"


def test_opening_an_open_counter_is_no_news() -> None:
    floor = Floor()
    assert len(floor.do(cmd.OpenCounter())) == 1
    assert floor.do(cmd.OpenCounter()) == []


def test_where_sign_in_is_required_nothing_is_called_without_it() -> None:
    floor = Floor(sample_hall(calling={"require_sign_in": True}))
    floor.issue()
    assert floor.refused(cmd.CallNext()) == "sign_in_first"
    assert floor.refused(cmd.OpenCounter()) == "sign_in_first"
    floor.do(cmd.SignIn(clerk="lan", pin=""))
    floor.call()
    assert floor.refused(cmd.SignOut()) == "counter_busy"
    floor.do(cmd.Finish())
    floor.do(cmd.SignOut())
    assert floor.state.counter("q1").clerk is None


def test_a_clerk_sits_at_one_counter_at_a_time() -> None:
    floor = Floor()
    floor.do(cmd.SignIn(clerk="lan", pin=""), "q1")
    floor.do(cmd.SignIn(clerk="minh", pin=""), "q2")
    events = floor.do(cmd.SignIn(clerk="lan", pin=""), "q2")
    assert [type(event) for event in events] == [ev.ClerkSignedOut, ev.ClerkSignedOut, ev.ClerkSignedIn]
    assert floor.state.counter("q1").clerk is None
    assert floor.state.counter("q2").clerk == "lan"
