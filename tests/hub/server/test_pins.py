"""Clerks' PINs: right, wrong, and ever slower."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from hub.domain.rules import Rules
from hub.server.pins import FIRST_PAUSE_S, PinCheck, hash_pin
from hub.server.refusals import NotDone
from hub.store.sqlite import FILE_NAME
from tests.helpers.hall import CLERK_PIN, sample_hall
from tests.helpers.hub import HubThread
from tests.helpers.station import raw_station

CLERKS = Rules(sample_hall()).clerks


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def code_of(check: PinCheck, clerk: str, pin: str) -> str:
    try:
        asyncio.run(check.check(CLERKS, clerk, pin))
    except NotDone as refusal:
        return refusal.code
    return "ok"


def test_wrong_pins_are_slowed_and_a_right_one_forgives() -> None:
    clock = Clock()
    check = PinCheck(clock)
    assert [code_of(check, "lan", "0000") for _ in range(4)] == ["wrong_pin"] * 3 + ["rate_limited"]
    assert code_of(check, "lan", CLERK_PIN) == "rate_limited"
    assert code_of(check, "minh", CLERK_PIN) == "ok"
    clock.now_s += FIRST_PAUSE_S
    assert code_of(check, "lan", "0000") == "wrong_pin"
    clock.now_s += FIRST_PAUSE_S
    assert code_of(check, "lan", CLERK_PIN) == "rate_limited"
    clock.now_s += FIRST_PAUSE_S
    assert code_of(check, "lan", CLERK_PIN) == "ok"
    assert code_of(check, "lan", "0000") == "wrong_pin"


@pytest.mark.parametrize("pin_hash", ["", "plain", "$argon2id$broken"])
def test_a_clerk_without_a_good_hash_cannot_sign_in(pin_hash: str) -> None:
    clerk = CLERKS["lan"].model_copy(update={"pin_hash": pin_hash})
    with pytest.raises(NotDone):
        asyncio.run(PinCheck(Clock()).check({"lan": clerk}, "lan", pin_hash))


def test_an_unknown_clerk_is_a_wrong_pin() -> None:
    assert code_of(PinCheck(Clock()), "nobody", "1234") == "wrong_pin"


def test_a_hashed_pin_is_not_the_pin() -> None:
    assert hash_pin("2580").startswith("$argon2id$")


def test_a_pin_never_reaches_the_data(hub: HubThread, tmp_path: Path) -> None:
    async def sign_in() -> None:
        async with raw_station(hub, "counter", "q1") as (counter, _, _):
            assert (await counter.command("sign_in", clerk="lan", pin=CLERK_PIN))["ok"]
            assert (await counter.command("sign_in", clerk="lan", pin="9753"))["err"]["code"] == "wrong_pin"

    asyncio.run(sign_in())
    hub.stop()
    file = sqlite3.connect(tmp_path / FILE_NAME)
    everything = "\n".join(file.iterdump())
    file.close()
    assert "clerk_signed_in" in everything
    assert "9753" not in everything
    assert f'"{CLERK_PIN}"' not in everything


def test_tries_at_one_moment_are_counted_one_after_another() -> None:
    async def guess() -> list[str]:
        check = PinCheck(Clock())

        async def once(pin: str) -> str:
            try:
                await check.check(CLERKS, "lan", pin)
            except NotDone as refusal:
                return refusal.code
            return "ok"

        return await asyncio.gather(*(once(f"{pin:04}") for pin in range(8)))

    assert sorted(asyncio.run(guess())) == ["rate_limited"] * 5 + ["wrong_pin"] * 3
