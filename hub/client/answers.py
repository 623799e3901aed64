"""The answers a station still waits for, by the id of the frame that asked."""

from __future__ import annotations

import asyncio

from hub.client.errors import HubAway
from hub.messages.frames import Res


class Answers:
    """Of one link; used from its event loop only."""

    def __init__(self) -> None:
        self._last_id = 0
        self._waiting: dict[int, asyncio.Future[Res]] = {}

    def expect(self) -> tuple[int, asyncio.Future[Res]]:
        """Return a new id and the future of its answer; whoever waits must ``forget`` it in the end."""
        self._last_id += 1
        answer = self._waiting[self._last_id] = asyncio.get_running_loop().create_future()
        return self._last_id, answer

    def settle(self, res: Res) -> None:
        answer = self._waiting.pop(res.id, None)
        if answer is not None and not answer.done():
            answer.set_result(res)

    def forget(self, number: int) -> None:
        self._waiting.pop(number, None)

    def fail_all(self, why: str) -> None:
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            if not answer.done():
                answer.set_exception(HubAway(why))
                answer.exception()  # its waiter may have gone: not an error of ours
