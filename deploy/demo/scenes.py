"""The scenes of the script, in their order."""

from __future__ import annotations

import asyncio

from deploy.demo.child import Child, DemoError
from deploy.demo.script import Hall, Hand

AWAY_S = 1.0


def expect(found: object, wanted: object, what: str) -> None:
    """Raise DemoError unless ``found`` is what the story wants."""
    if found != wanted:
        raise DemoError(f"{what}: {found!r}, not {wanted!r}")


async def opening(hall: Hall) -> None:
    """The hall before the first visitor."""
    await hall.kiosk.page("home")
    for hand, what in (
        (hall.kiosk, "home"),
        (hall.tv, "before-the-first-call"),
        (hall.board, "dossiers"),
        (hall.counter, "empty-line"),
        (hall.rating, "greeting"),
    ):
        await hand.picture(what)
    for hand in (hall.counter, hall.other):
        await hall.act(hand, "F1", "counter_opened")
    for item in ("newest-number", "newest-counter", "row-number-0", "row-counter-0"):
        await hall.tv.watch(item)


async def numbers(hall: Hall) -> None:
    """Four people take numbers by touch, one of them with priority."""
    mark = hall.mark
    expect(await hall.take_number(hall.cast.birth, pictures=True), "A001", "first number")
    await hall.paper(mark)
    await hall.kiosk.picture("printed")
    await hall.finish_on_kiosk()
    for service in (hall.cast.birth, hall.cast.marriage, hall.cast.copies):
        mark = hall.mark
        await hall.take_number(service)
        await hall.paper(mark)
        await hall.finish_on_kiosk()
    mark = hall.mark
    expect(await hall.take_number(hall.cast.birth, hall.cast.elderly), "A003", "priority number")
    await hall.paper(mark)
    await hall.kiosk.picture("priority-ticket")
    await hall.finish_on_kiosk()


async def number_by_scan(hall: Hall) -> None:
    """Someone scans a receipt, reads the dossier's state and takes a number to collect it."""
    await hall.devices("scan", text=hall.cast.dossier)
    page = await hall.kiosk.page("dossier_state", "lookup")
    await hall.kiosk.picture("scanned")
    if page != "dossier_state":
        await type_lookup_code(hall.kiosk, hall.cast.lookup_code)
        await hall.kiosk.page("dossier_state")
        await hall.kiosk.picture("dossier")
    mark = hall.mark
    await hall.kiosk.tap("dossier-number")
    await hall.walk(hall.cast.results)
    expect((await hall.number_on_kiosk())[0], "R", "number for collecting a result")
    await hall.paper(mark)
    await hall.finish_on_kiosk()


async def type_lookup_code(kiosk: Hand, code: str) -> None:
    for letter in code:
        await kiosk.tap(f"key-{letter.lower()}")
    await kiosk.tap("ask-dossier")


async def first_visit(hall: Hall) -> None:
    """Called, shown, spoken, called again, served, rated by touch."""
    number = await hall.call_next(hall.counter, sound=True)
    expect(number, "A003", "the priority visitor goes first")
    await hall.tv.picture("call")
    await hall.counter.picture("called")
    await hall.rating.picture("called")
    await hall.act(hall.counter, "F2", "ticket_called", recall=True)
    await hall.act(hall.counter, "F3", "serving_started")
    await hall.counter.picture("serving")
    await hall.act(hall.counter, "F4", "ticket_served")
    await hall.rating.page("ask")
    await hall.rating.picture("question")
    await hall.rating.tap("rate-2")
    await hall.rating.page("reasons")
    await hall.rating.picture("reasons")
    await hall.rating.tap("reason-cho-lau")
    await hall.rating.tap("send")
    await hall.rating.page("thanks")
    await hall.rating.picture("thanks")


async def transfer(hall: Hall) -> None:
    """The next one belongs elsewhere: handed over, called there, rated on the keypad."""
    number = await hall.call_next(hall.counter)
    await hall.act(hall.counter, "F3", "serving_started")
    await hall.counter.key("F7")
    await hall.counter.picture("transfer")
    mark = hall.mark
    await hall.counter.tap(f"transfer-service-{hall.cast.business}")
    await hall.stage.event("hub-ear", "ticket_transferred", mark, number=number)
    expect(await hall.call_next(hall.other), number, "the transferred visitor")
    await hall.act(hall.other, "F3", "serving_started")
    await hall.other.picture("transferred-visitor")
    await hall.act(hall.other, "F4", "ticket_served", number=number)
    await hall.devices("press", score=5)
    await hall.stage.event("hub-ear", "rating_given", score=5)


async def no_show_and_park(hall: Hall) -> None:
    """One never comes; one is set aside and called again."""
    absent = await hall.call_next(hall.counter)
    await hall.act(hall.counter, "F9", "ticket_no_show", number=absent)
    parked = await hall.call_next(hall.counter)
    await hall.act(hall.counter, "F3", "serving_started")
    await hall.counter.key("F6")
    await hall.counter.picture("park")
    await hall.counter.tap("confirm-park")
    await hall.stage.event("hub-ear", "ticket_parked", number=parked)
    await hall.counter.picture("parked")
    await hall.tv.picture("absent")


async def paper_out(hall: Hall) -> None:
    """The paper ends: the number stays valid, staff know; reloaded, the next one prints, nothing twice."""
    mark = hall.mark
    await hall.devices("pull_paper")
    await hall.stage.event("hub-ear", "device_reported", mark, state="paper_out")
    await hall.take_number(hall.cast.marriage)
    await hall.kiosk.picture("no-paper")
    await hall.finish_on_kiosk()
    await hall.devices("load_paper")
    await hall.stage.event("hub-ear", "device_reported", mark, state="ok")
    slips = [row for row in hall.stage.timeline.events[mark:] if row.get("ev") == "slip_cut"]
    expect(len(slips), 0, "slips printed while there was no paper")
    mark = hall.mark
    await hall.take_number(hall.cast.birth)
    await hall.paper(mark)
    await hall.finish_on_kiosk()


async def phone(hall: Hall, child: Child) -> None:
    """The first visitor follows the line on a phone and is called."""
    hand = Hand(child, hall.out, "phone")
    await child.do("wait", property="loaded", value=True, timeout_s=15)
    await asyncio.sleep(0.5)
    await hand.picture("waiting")
    number = await hall.call_next(hall.counter)
    await asyncio.sleep(0.5)
    await hand.picture("called")
    expect(number, "A001", "the number on the phone")


async def hub_restart(hall: Hall) -> None:
    """The hub dies and comes back; every screen says so and goes on."""
    stage = hall.stage
    stage["hub"].kill()
    await stage["hub"].wait()
    await asyncio.sleep(AWAY_S)
    for hand in (hall.kiosk, hall.tv, hall.counter, hall.rating):
        await hand.picture("hub-away")
    await stage.start_hub()
    for hand, banner in ((hall.counter, "away"), (hall.tv, "away-banner"), (hall.rating, "away")):
        await hand.gone(banner)
    await hall.call_next(hall.counter)
    mark = hall.mark
    await hall.take_number(hall.cast.copies)
    await hall.paper(mark)
    await hall.finish_on_kiosk()
    for hand in (hall.kiosk, hall.tv, hall.counter, hall.rating):
        await hand.picture("hub-back")
    await hall.board.picture("dossiers-later")
