"""A refusal on the hub's side of the door, turned into an answer's ``err``."""

from __future__ import annotations

from hub.errors import HubError
from hub.messages.errors import RETRY_CODES, SENTENCES
from hub.messages.frames import Err


class NotDone(HubError):
    """The request ends here with ``code``; ``text`` replaces the code's own sentence when not empty."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.text = text

    def as_err(self) -> Err:
        return Err(code=self.code, text=self.text or SENTENCES[self.code], retry=self.code in RETRY_CODES)
