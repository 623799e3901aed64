"""What the gateway's pages are woken for. Time is the loop's own, a thousand times faster."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from display.web.hall_watch import BOARDS, HallWatch
from tests.display.halls import NOW, a_state


async def heard(watch, keys, say, times):
    """Return how often each key's watcher woke until the first woke ``times`` times."""
    counts = dict.fromkeys(keys, 0)
    done = asyncio.Event()

    async def listen(key):
        with watch.watching(key) as watcher:
            while True:
                await watcher.wait()
                counts[key] += 1
                if counts[keys[0]] >= times:
                    done.set()

    tasks = [asyncio.create_task(listen(key)) for key in keys]
    tasks.append(asyncio.create_task(watch.pulse()))
    tasks.append(asyncio.create_task(say()))
    async with asyncio.timeout(20):
        await done.wait()
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks)
    return counts


def test_a_page_without_news_hears_the_heartbeat_however_busy_the_hall_is():
    watch = HallWatch(pulse_s=0.001, heartbeat_s=0.05)
    state = a_state()

    async def busy():
        while True:
            watch.on_state(state, 1)
            await asyncio.sleep(0.001)

    counts = asyncio.run(heard(watch, ["t-1"], busy, 40))
    assert counts["t-1"] >= 40
    assert watch.beats >= 2


def test_a_quiet_hall_has_a_heartbeat_too():
    watch = HallWatch(pulse_s=0.001, heartbeat_s=0.02)

    async def quiet():
        await asyncio.Event().wait()

    asyncio.run(heard(watch, ["t-1"], quiet, 5))
    assert watch.beats >= 1


def test_boards_hear_of_everything_at_once():
    watch = HallWatch(pulse_s=1000, heartbeat_s=3000)
    state = a_state()

    async def twice():
        for seq in (1, 2):
            watch.on_state(state, seq)
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    counts = asyncio.run(heard(watch, [BOARDS, "t-1"], twice, 2))
    assert counts[BOARDS] == 2


def test_an_outage_is_dated_by_the_hubs_own_clock():
    moments = [100.0]
    watch = HallWatch(monotonic_s=lambda: moments[-1])
    watch.on_state(a_state(), 1)
    moments.append(160.0)
    watch.on_away(datetime(2031, 1, 1, tzinfo=UTC))
    assert watch.picture is not None
    assert watch.picture.heard_at == NOW + timedelta(seconds=60)


def test_a_hall_that_cannot_be_read_leaves_the_one_before():
    watch = HallWatch()
    bad = a_state()
    bad.hall.clear()
    watch.on_state(bad, 1)
    assert watch.picture is None
    watch.on_state(a_state(), 2)
    before = watch.picture
    watch.on_state(bad, 3)
    assert before is not None
    assert watch.picture is not None
    assert watch.picture.hall == before.hall


def test_news_without_a_readable_time_draws_nothing():
    watch = HallWatch()
    watch.on_state(a_state(now="yesterday"), 1)
    assert watch.picture is None
