"""The signs over the counters: what they show, and a line of simulated ones that follows a real hub."""

import asyncio
from contextlib import suppress

import pytest
from msgspec.structs import replace

from config.model import Display
from display.hall_sight import HallSight
from display.sign_line import SignLine
from display.signs import SignText, sign_texts
from hardware.descriptions import find_sign
from hardware.errors import HardwareError
from hardware.simulated.sign import SimulatedSigns
from hub.messages.views import CounterView, TicketView
from tests.display.halls import NOW, a_state
from tests.helpers.hall import sample_hall
from ui.loop_thread import LoopThread


def place(*zones):
    return HallSight(sample_hall(), Display(id="tv1", zones=zones or ("tang-1", "tang-2")))


def counter(name, number=None):
    ticket = f"t-{number}" if number else None
    return CounterView(id=name, state="open", services=["khai-sinh"], ticket=ticket, number=number)


def ticket(number, state):
    return TicketView(
        id=f"t-{number}", number=number, service="khai-sinh", state=state, issued_at=NOW.isoformat()
    )


MORNING = a_state(
    counters=[counter("q1", "A012"), counter("q2", "A011"), counter("q3")],
    tickets=[ticket("A012", "called"), ticket("A011", "serving")],
)


def test_a_sign_blinks_while_its_counter_calls_and_is_empty_where_nobody_is():
    assert sign_texts(MORNING, place()) == (
        SignText(1, "A012", True),
        SignText(2, "A011"),
        SignText(3, ""),
    )


def test_a_screens_signs_are_those_of_its_zones():
    assert [one.address for one in sign_texts(MORNING, place("tang-2"))] == [3]


def test_a_counter_whose_number_is_no_number_has_its_place_as_address():
    counters = [{"id": "q1", "number": "12A", "zone": "tang-1", "services": ["khai-sinh"]}]
    hall = sample_hall(counters=counters)
    signs = sign_texts(a_state(hall), HallSight(hall, Display(id="tv1", zones=("tang-1",))))
    assert [one.address for one in signs] == [1]


def test_signs_follow_the_hall(qapp, tmp_path):
    asyncio.run(_follow(tmp_path))


async def _follow(folder):
    async with SimulatedSigns(folder / "line", find_sign("led-4")) as signs:
        loop = LoopThread("signs")
        line = SignLine(signs.url, "led-4", loop)
        loop.start()
        try:
            line.start()
            line.take_state(MORNING)
            line.take_hall(place())
            line.take_state(MORNING)
            await signs.until_shown(1, "A012", 10)
            await signs.until_shown(2, "A011", 10)
            line.take_state(replace(MORNING, counters=[counter("q1", "A013")]))
            await signs.until_shown(1, "A013", 10)
            await signs.until_shown(2, "", 10)
        finally:
            with suppress(asyncio.CancelledError):
                await asyncio.to_thread(loop.stop)


def test_an_unknown_kind_of_sign_is_refused():
    loop = LoopThread("signs")
    with pytest.raises(HardwareError):
        SignLine("serial:///dev/null", "no-such-sign", loop)
    loop.stop()
