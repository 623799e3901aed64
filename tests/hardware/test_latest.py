import asyncio

import pytest

from hardware.backoff import waits
from hardware.latest import Latest
from tests.hardware.running import in_loop


@in_loop
async def test_watching_gives_the_value_now_and_each_newest_after() -> None:
    latest = Latest(1)
    seen: list[int] = []

    async def watch() -> None:
        async for value in latest.watch():
            seen.append(value)
            if value == 4:
                return

    task = asyncio.ensure_future(watch())
    await asyncio.sleep(0)
    latest.set(2)
    latest.set(3)
    await asyncio.sleep(0)
    latest.set(4)
    await task
    assert seen == [1, 3, 4]


@in_loop
async def test_a_listener_hears_changes_only_until_it_stops() -> None:
    latest = Latest("a")
    heard: list[str] = []
    stop = latest.listen(heard.append)
    for value in ("a", "b", "b", "c"):
        latest.set(value)
    stop()
    stop()
    latest.set("d")
    assert heard == ["b", "c"]


@in_loop
async def test_waiting_for_a_value_that_never_comes_times_out() -> None:
    with pytest.raises(TimeoutError):
        await Latest(0).until(lambda value: value > 0, 0.01)


def test_waits_double_up_to_the_most_and_jitter_around_it() -> None:
    steady = waits(1, 5, lambda: 0.5)
    assert [next(steady) for _ in range(5)] == [1, 2, 4, 5, 5]
    early, late = waits(4, 4, lambda: 0.0), waits(4, 4, lambda: 1.0)
    assert (next(early), next(late)) == (3, 5)
