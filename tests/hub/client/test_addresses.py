"""Which hub a station tries, and when."""

from __future__ import annotations

from hub.client.addresses import PASSED_OVER_S, Addresses


def test_hubs_are_tried_in_their_order() -> None:
    assert Addresses(["a", "b"]).order(0.0) == ["a", "b"]


def test_a_silent_one_is_passed_over_for_a_while_but_never_the_last() -> None:
    addresses = Addresses(["a", "b"])
    addresses.was_silent("a", 100.0)
    assert addresses.order(100.0) == ["b"]
    addresses.was_silent("b", 101.0)
    assert addresses.order(101.0) == ["a", "b"]
    assert addresses.order(100.0 + PASSED_OVER_S) == ["a"]
    assert addresses.order(101.0 + PASSED_OVER_S) == ["a", "b"]


def test_only_a_hub_that_has_no_other_is_given_much_time_to_open() -> None:
    assert Addresses(["a"]).open_timeout_s > Addresses(["a", "b"]).open_timeout_s
