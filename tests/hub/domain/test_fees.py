"""A fee at the counter: asked, paid, called off, given back; each in the log."""

from __future__ import annotations

import pytest

from hub.domain import events as ev
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall


def called(floor: Floor | None = None) -> Floor:
    floor = floor or Floor()
    floor.issue()
    floor.call()
    return floor


def fee(floor: Floor) -> tuple[int, str]:
    held = floor.ticket("A001").fee
    assert held is not None
    return held.amount_vnd, held.state


def test_a_fee_is_asked_paid_and_given_back_and_all_of_it_is_logged() -> None:
    floor = called()
    floor.do(cmd.AskFee(amount_vnd=8_000))
    assert fee(floor) == (8_000, "asked")
    floor.do(cmd.SettleFee(state="paid"))
    floor.do(cmd.SettleFee(state="refunded"))
    assert fee(floor) == (8_000, "refunded")
    events = [one.event for one in floor.log if isinstance(one.event, ev.FeeAsked | ev.FeeSettled)]
    assert [getattr(one, "outcome", "asked") for one in events] == ["asked", "paid", "refunded"]


def test_the_amount_may_be_corrected_until_it_is_paid() -> None:
    floor = called()
    floor.do(cmd.AskFee(amount_vnd=8_000))
    assert floor.do(cmd.AskFee(amount_vnd=8_000)) == []
    floor.do(cmd.AskFee(amount_vnd=80_000))
    assert fee(floor) == (80_000, "asked")
    floor.do(cmd.SettleFee(state="paid"))
    assert floor.do(cmd.SettleFee(state="paid")) == []
    assert floor.refused(cmd.AskFee(amount_vnd=1)) == "wrong_state"


def test_after_a_cancelled_fee_another_may_be_asked() -> None:
    floor = called()
    floor.do(cmd.AskFee(amount_vnd=8_000))
    floor.do(cmd.SettleFee(state="cancelled"))
    floor.do(cmd.AskFee(amount_vnd=9_000))
    assert fee(floor) == (9_000, "asked")


@pytest.mark.parametrize("outcome", ["paid", "cancelled", "refunded"])
def test_nothing_is_settled_that_was_not_asked(outcome: str) -> None:
    assert called().refused(cmd.SettleFee(state=outcome)) == "wrong_state"  # type: ignore[arg-type]


def test_a_fee_needs_somebody_at_the_counter() -> None:
    assert Floor().refused(cmd.AskFee(amount_vnd=1)) == "no_current_ticket"
    assert Floor().refused(cmd.SettleFee(state="paid")) == "no_current_ticket"


def test_an_amount_over_the_centres_limit_is_a_slip() -> None:
    floor = called(Floor(sample_hall(fees={"most_vnd": 100_000})))
    assert floor.refused(cmd.AskFee(amount_vnd=100_001)) == "bad_request"
