"""A refusal on the hub's side of the door, turned into an answer's ``err``."""

from __future__ import annotations

import re
from typing import Final

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


_FIELD: Final = re.compile(r"(?P<how>unknown|missing required) field `(?P<field>[A-Za-z_]\w{0,39})`")
_PATH: Final = re.compile(r" - at `\$\.(?P<path>[\w.]{1,80})")


def why_malformed(error: Exception, what: str) -> str:
    """Return one sentence on what is wrong with the form of ``what``, naming at most the field.

    The decoder's own words stay out: they are English, and say how the hub is made.
    """
    words = str(error)
    path, named = _PATH.search(words), _FIELD.search(words)
    inside = f"{path['path']}." if path else ""
    if named is not None:
        how = "có trường lạ" if named["how"] == "unknown" else "thiếu trường"
        return f"{what} {how} “{inside}{named['field']}”."
    return f"{what} có trường “{path['path']}” không hợp lệ." if path else f"{what} không đúng dạng."
