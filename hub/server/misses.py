"""Slows down whoever guesses codes: free tries first, then pauses that double. In memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import ceil
from typing import Final

from hub.server.refusals import NotDone

MOST_KEPT: Final = 4_096


@dataclass(frozen=True, slots=True)
class Patience:
    """``free`` wrong tries, then a pause of ``first_s`` doubling to ``longest_s``; one is forgiven every
    ``forgiven_after_s``, so that a day of honest slips never adds up."""

    free: int
    first_s: float
    longest_s: float
    forgiven_after_s: float


@dataclass(slots=True)
class _Count:
    misses: float
    at_s: float
    again_at_s: float = 0.0


class Misses:
    """Wrong tries by whatever key the caller counts them under. ``monotonic_s`` is the hub's."""

    def __init__(self, patience: Patience, monotonic_s: Callable[[], float]) -> None:
        self._patience = patience
        self._monotonic_s = monotonic_s
        self._counts: OrderedDict[Hashable, _Count] = OrderedDict()

    def check(self, key: Hashable) -> None:
        """Raises NotDone: it is too early for another try; its sentence says how long to wait."""
        count = self._counts.get(key)
        left_s = count.again_at_s - self._monotonic_s() if count else 0.0
        if left_s > 0:
            raise NotDone("slow_down", f"Đã nhập sai nhiều lần; xin thử lại sau {ceil(left_s)} giây.")

    def missed(self, key: Hashable) -> None:
        now_s, patience = self._monotonic_s(), self._patience
        count = self._counts.pop(key, None) or _Count(0.0, now_s)
        forgiven = (now_s - count.at_s) / patience.forgiven_after_s
        count.misses, count.at_s = max(0.0, count.misses - forgiven) + 1, now_s
        over = round(count.misses) - patience.free
        if over >= 0:
            count.again_at_s = now_s + min(patience.longest_s, patience.first_s * 2.0 ** min(over, 30))
        self._counts[key] = count
        if len(self._counts) > MOST_KEPT:
            self._counts.popitem(last=False)

    def hit(self, key: Hashable) -> None:
        self._counts.pop(key, None)
