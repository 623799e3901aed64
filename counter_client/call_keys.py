"""What each key of the clerk's calling keypad does at the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counter_client.acts import Acts
from counter_client.console import Console


class CallKeys:
    """Keys that are not ours (digits) do nothing yet."""

    def __init__(self, acts: Acts, console: Console) -> None:
        self._does: Mapping[str, Callable[[], None]] = {
            "next": acts.callNext,
            "recall": acts.recall,
            "finish": acts.finish,
            "no_show": acts.markNoShow,
            "transfer": lambda: console.dialogAsked.emit("transfer"),
            "sign_in": lambda: console.dialogAsked.emit("sign-in"),
        }

    def press(self, key: str) -> None:
        if key in self._does:
            self._does[key]()
