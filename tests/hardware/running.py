"""Running a coroutine test under a deadline, with a task group for the drivers it starts."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

DEADLINE_S = 20.0


def in_loop(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Run ``async def test_…`` in a fresh event loop."""

    @functools.wraps(test)
    def run(*args: Any, **named: Any) -> None:
        async def bounded() -> None:
            async with asyncio.timeout(DEADLINE_S):
                await test(*args, **named)

        asyncio.run(bounded())

    return run


@asynccontextmanager
async def running(*drivers: Any) -> AsyncIterator[None]:
    """Keep each driver's ``run`` going inside the block."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(driver.run()) for driver in drivers]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
