import asyncio
from functools import partial
from pathlib import Path

from hardware.keypads import CALL_KEYPAD, RATING_KEYPAD_5, KeyPressed, SerialKeypad
from hardware.keypads.frames import Frame, encode_frame
from hardware.listening import ListenTiming
from hardware.pipes import open_pipe
from hardware.simulated.keypad import SimulatedKeypad
from tests.hardware.running import in_loop, running

QUICK = ListenTiming(silence_s=0.05, first_wait_s=0.02, most_wait_s=0.05)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def pad(sim: SimulatedKeypad, into: asyncio.Queue[KeyPressed], clock: Clock) -> SerialKeypad:
    return SerialKeypad(
        partial(open_pipe, sim.url), RATING_KEYPAD_5, into.put_nowait, timing=QUICK, clock=clock
    )


@in_loop
async def test_a_press_arrives_with_its_pad_and_key_and_a_bounce_does_not(tmp_path: Path) -> None:
    pressed: asyncio.Queue[KeyPressed] = asyncio.Queue()
    clock = Clock()
    with SimulatedKeypad(tmp_path / "pad", RATING_KEYPAD_5) as sim:
        driver = pad(sim, pressed, clock)
        async with running(driver):
            await driver.states.until(lambda state: state.connected, 5)
            await sim.noise(b"\xaa\x55\x03")
            await sim.press("rate_5", address=3)
            assert await pressed.get() == KeyPressed(3, "rate_5")
            await sim.press("rate_5", address=3)
            await sim.press("rate_1", address=3)
            assert await pressed.get() == KeyPressed(3, "rate_1")
            clock.now += 1
            await sim.press("rate_1", address=3)
            assert await pressed.get() == KeyPressed(3, "rate_1")
            assert pressed.empty()


def test_a_digit_typed_twice_in_a_row_is_two_digits_and_its_bounce_is_not():
    pressed: list[str] = []
    clock = Clock()
    driver = SerialKeypad(
        partial(open_pipe, "file:///dev/null"),
        CALL_KEYPAD,
        lambda press: pressed.append(press.key),
        clock=clock,
    )
    frame = encode_frame(CALL_KEYPAD.frame, Frame(CALL_KEYPAD.payload("digit_1"), 1))
    for moment in (0.0, 0.03, 0.2):
        clock.now = moment
        driver.take(frame)
    assert pressed == ["digit_1", "digit_1"]


@in_loop
async def test_a_pulled_keypad_is_a_state_and_comes_back_by_itself(tmp_path: Path) -> None:
    pressed: asyncio.Queue[KeyPressed] = asyncio.Queue()
    with SimulatedKeypad(tmp_path / "pad", RATING_KEYPAD_5) as sim:
        driver = pad(sim, pressed, Clock())
        async with running(driver):
            await driver.states.until(lambda state: state.connected, 5)
            sim.unplug()
            lost = await driver.states.until(lambda state: not state.connected, 5)
            assert lost.detail
            sim.plug_in()
            await driver.states.until(lambda state: state.connected, 5)
            await sim.press("rate_4")
            assert await pressed.get() == KeyPressed(1, "rate_4")


def test_the_call_keypad_has_the_clerks_four_acts_and_ten_digits() -> None:
    names = {name for _, name in CALL_KEYPAD.keys}
    assert {"next", "recall", "transfer", "sign_in"} <= names
    assert {f"digit_{digit}" for digit in range(10)} <= names
