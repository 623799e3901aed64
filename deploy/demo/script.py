"""The hands of the scripted quarter of an hour: who plays, how a screen is touched, how a number is taken."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.demo.child import Child, DemoError
from deploy.demo.stage import Stage

PAGES_TO_A_NUMBER = 6
NEXT_PICTURE_MS = 280
SCREEN_REST_S = 0.3


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays, by their ids in the example centre ``phuong``."""

    kiosk: str = "K1"
    tv: str = "TV1"
    board: str = "TV2"
    counter: str = "02"
    other_counter: str = "03"
    birth: str = "khai-sinh"
    marriage: str = "ket-hon"
    copies: str = "sao-y"
    business: str = "ho-kinh-doanh"
    fields: tuple[str, ...] = ("ho-tich", "chung-thuc")
    results: str = "tra-ket-qua"
    elderly: str = "cao-tuoi"
    dossier: str = "H99.132-261116-0052"
    lookup_code: str = "5HUL"


class Hand:
    """One screen and what a person does to it."""

    def __init__(self, child: Child, out: Path, prefix: str) -> None:
        self._child = child
        self._out = out
        self._prefix = prefix
        self._pictures = 0

    async def tap(self, name: str) -> int:
        """Touch the item and return when (ns)."""
        return int((await self._child.do("tap", name=name))["touch_ns"])

    async def key(self, key: str) -> int:
        """Press ``key`` and return when (ns)."""
        return int((await self._child.do("key", key=key))["key_ns"])

    async def page(self, *names: str, timeout_s: float = 8.0) -> str:
        """Wait until one of the pages is up and return its name."""
        for _ in range(int(timeout_s * 20)):
            page = str((await self._child.do("read", property="page"))["value"])
            if not names or page in names:
                return page
            await asyncio.sleep(0.05)
        raise DemoError(f"{self._child.name} shows {page}, not {' or '.join(names)}")

    async def text(self, name: str) -> str:
        return str((await self._child.do("read", name=name, property="text"))["value"])

    async def until(self, name: str, text: str, timeout_s: float = 8.0) -> None:
        await self._child.do("wait", name=name, property="text", value=text, timeout_s=timeout_s)

    async def enabled(self, name: str) -> None:
        await self._child.do("wait", name=name, property="enabled", value=True)

    async def gone(self, name: str, timeout_s: float = 12.0) -> None:
        """Wait until the item is not seen any more."""
        for _ in range(int(timeout_s * 20)):
            if (await self._child.do("read", name=name, property="visible"))["value"] is None:
                return
            await asyncio.sleep(0.05)
        raise DemoError(f"{self._child.name} still shows {name}")

    async def watch(self, name: str) -> None:
        await self._child.do("watch", name=name)

    async def picture(self, what: str) -> None:
        """Keep what the screen shows as ``PREFIX-NN-WHAT.png``."""
        self._pictures += 1
        file = self._out / f"{self._prefix}-{self._pictures:02}-{what}.png"
        await self._child.do("grab", file=str(file), after_ms=NEXT_PICTURE_MS)


class Hall:
    """The stage with hands on every screen, and the acts that several scenes share."""

    def __init__(self, stage: Stage, out: Path, cast: Cast) -> None:
        self.stage, self.cast, self.out = stage, cast, out
        self.kiosk = Hand(stage["kiosk"], out, "kiosk")
        self.tv = Hand(stage["tv"], out, "tv")
        self.board = Hand(stage["board"], out, "tv-board")
        self.counter = Hand(stage["counter"], out, "counter")
        self.other = Hand(stage["other"], out, "counter-other")
        self.rating = Hand(stage["rating"], out, "rating")

    @property
    def mark(self) -> int:
        """The present end of the timeline, for :meth:`Stage.event`'s ``after``."""
        return len(self.stage.timeline.events)

    async def devices(self, what: str, **more: Any) -> None:
        await self.stage["devices"].do(what, **more)

    async def take_number(self, service: str, priority: str = "", pictures: bool = False) -> str:
        """Walk through the kiosk as a citizen would and return the number on the screen."""
        await self.kiosk.page("home")
        await self.kiosk.tap("choice-submit")
        await self.walk(service, priority, pictures)
        return await self.number_on_kiosk()

    async def number_on_kiosk(self) -> str:
        for _ in range(100):
            number = await self.kiosk.text("number")
            if number not in ("", "None"):
                return number
            await asyncio.sleep(0.05)
        raise DemoError("the kiosk shows no number")

    async def walk(self, service: str, priority: str = "", pictures: bool = False) -> None:
        """From wherever the kiosk stands on to the number's page."""
        seen = ""
        for _ in range(PAGES_TO_A_NUMBER):
            seen = await self._next_page(seen)
            if pictures:
                await self.kiosk.picture(seen)
            match seen:
                case "agencies":
                    await self.kiosk.tap("agency-ubnd")
                case "fields":
                    await self.kiosk.tap(f"field-{self._field_of(service)}")
                case "services":
                    await self.kiosk.tap(f"service-{service}")
                case "priority":
                    await self.kiosk.tap(f"priority-{priority or 'none'}")
                case "ticket":
                    return
        raise DemoError(f"the kiosk never came to a number for {service}")

    async def finish_on_kiosk(self) -> None:
        await self.kiosk.tap("done")
        await self.kiosk.page("home")

    async def _next_page(self, seen: str) -> str:
        others = {"agencies", "fields", "services", "priority", "ticket"} - {seen}
        return await self.kiosk.page(*others)

    def _field_of(self, service: str) -> str:
        return self.cast.fields[1] if service == self.cast.copies else self.cast.fields[0]

    async def paper(self, mark: int) -> None:
        """Wait for the slip and write down how long after the last touch its first byte came."""
        received = await self.stage.event("devices", "job_received", mark)
        touches = [row for row in self.stage.timeline.events[mark:] if row.get("ev") == "touched"]
        before = [row["touch_ns"] for row in touches if row["touch_ns"] < received["at_ns"]]
        if before:
            self.stage.timeline.delay("touch_to_paper", before[-1], received["at_ns"])
        await self.stage.event("devices", "slip_cut", mark)

    async def act(self, hand: Hand, key: str, event: str, **fields: Any) -> None:
        """Press a key at a counter and wait until the hub tells everybody what it did."""
        mark = self.mark
        await hand.key(key)
        await self.stage.event("hub-ear", event, mark, **fields)
        await asyncio.sleep(SCREEN_REST_S)

    async def call_next(self, hand: Hand, sound: bool = False) -> str:
        """Press F1 at a counter; wait for the TV (and the voice) and return the number called."""
        await hand.enabled("call-next")
        mark = self.mark
        pressed = await hand.key("F1")
        called = await self.stage.event("hub-ear", "ticket_called", mark)
        number = str(called["number"])
        place = str(int(called["counter"]))
        painted = await self.stage.event("tv", "painted", mark, text=(number, place))
        self.stage.timeline.delay("call_to_picture", pressed, painted["painted_ns"], number=number)
        await hand.until("current-number", number)
        if sound:
            sounded = await self.stage.event("tv", "sounded", mark, timeout_s=25, number=number)
            self.stage.timeline.delay("call_to_sound", pressed, sounded["sounded_ns"], number=number)
        await asyncio.sleep(SCREEN_REST_S)
        return number
