"""What can go wrong with the store."""

from __future__ import annotations

from pathlib import Path

from hub.errors import HubError


class StoreError(HubError):
    """Base of the store's errors."""


class StoreFailed(StoreError):
    """The batch was not written; nothing of it happened. ``why`` is for the log."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not written: {why}")
        self.why = why


class StoreAway(StoreFailed):
    """The database does not answer; of a write, whether it happened is not known yet."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.args = (f"the database does not answer: {why}",)


class StoreUnusable(StoreError):
    """The data cannot be opened: damaged, unreadable, or made by another version."""

    def __init__(self, path: Path | str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class StoreTaken(StoreError):
    """Another hub owns this data; two on one log would give the same number twice."""

    def __init__(self, path: Path | str, owner: str) -> None:
        super().__init__(f"{path}: another hub is using this data ({owner or 'unknown process'})")
        self.path = path
        self.owner = owner


class Fenced(StoreFailed):
    """Another hub took the data over, or may have by now; this one must stop."""

    def __init__(self, why: str = "another hub owns this data now") -> None:
        super().__init__(why)
        self.args = (why,)
