"""What can go wrong between a station and the hub, as the apps see it."""

from __future__ import annotations

from hub.errors import HubError


class Refused(HubError):
    """The hub answered no. ``text`` is one Vietnamese sentence for the clerk; ``code`` is stable."""

    def __init__(self, code: str, text: str, retry: bool = False) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text
        self.retry = retry
        """True: the same command with the same key may succeed later."""


class HubAway(HubError):
    """The hub is not connected or did not answer in time; a command may or may not have been done.

    Sending the same command again with the same key is safe: it is done at most once.
    """

    def __init__(self, why: str = "not connected") -> None:
        super().__init__(why)
        self.why = why


class LinkBroken(HubError):
    """This connection is of no more use; the link connects anew. Never leaves ``hub.client``."""

    def __init__(self, why: str, *, start_over: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.start_over = start_over
        """True: what this station holds cannot be trusted, ask for a snapshot."""
