"""A command's answer when the rules say no."""

from __future__ import annotations

from hub.errors import HubError


class Refusal(HubError):
    """Raised inside the deciders, returned by ``decide``.

    ``code`` is one of ``hub.messages.errors``; ``text`` replaces the code's own sentence when not empty.
    """

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.text = text
