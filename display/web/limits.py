"""How much one address may ask of the gateway. Pure: the caller brings the monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass, field

REQUESTS_PER_S = 300.0
"""A whole hall may sit behind one address (its Wi-Fi), so generous."""
BURST = 4_000.0
WRONG_PER_S = 0.5
WRONG_BURST = 60.0
STREAMS_PER_ADDRESS = 4_000
STREAMS = 20_000
ADDRESSES = 10_000


@dataclass(slots=True)
class Bucket:
    per_s: float
    most: float
    left: float
    since_s: float

    def take(self, now_s: float) -> bool:
        self.left = min(self.most, self.left + (now_s - self.since_s) * self.per_s)
        self.since_s = now_s
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass(slots=True)
class Limits:
    """All addresses; the ones heard least of late are forgotten first."""

    requests_per_s: float = REQUESTS_PER_S
    streams_per_address: int = STREAMS_PER_ADDRESS
    requests: dict[str, Bucket] = field(default_factory=dict)
    wrong: dict[str, Bucket] = field(default_factory=dict)
    streams: dict[str, int] = field(default_factory=dict)

    def may_ask(self, address: str, now_s: float) -> bool:
        burst = max(BURST, self.requests_per_s)
        return _bucket(self.requests, address, self.requests_per_s, burst, now_s).take(now_s)

    def may_be_wrong(self, address: str, now_s: float) -> bool:
        """Count a request for a ticket nobody has; False: too many."""
        return _bucket(self.wrong, address, WRONG_PER_S, WRONG_BURST, now_s).take(now_s)

    def begin_stream(self, address: str) -> bool:
        if sum(self.streams.values()) >= STREAMS or self.streams.get(address, 0) >= self.streams_per_address:
            return False
        self.streams[address] = self.streams.get(address, 0) + 1
        return True

    def end_stream(self, address: str) -> None:
        left = self.streams.get(address, 0) - 1
        if left > 0:
            self.streams[address] = left
        else:
            self.streams.pop(address, None)


def _bucket(known: dict[str, Bucket], address: str, per_s: float, most: float, now_s: float) -> Bucket:
    bucket = known.pop(address, None) or Bucket(per_s, most, most, now_s)
    known[address] = bucket  # last again: the first is the one heard longest ago
    if len(known) > ADDRESSES:
        known.pop(next(iter(known)))
    return bucket
