"""What each key of the clerk's calling keypad, and each chord from other programs, does at the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counter_client.acts import Acts
from counter_client.console import Console


class CallKeys:
    """Digits, and the keys that mean "take it" in an open dialog, are the screen's to understand."""

    def __init__(self, acts: Acts, console: Console) -> None:
        self._console = console
        self._does: Mapping[str, Callable[[], None]] = {
            "recall": acts.recall,
            "finish": acts.finish,
            "no_show": acts.markNoShow,
        }

    def press(self, key: str) -> None:
        if key in self._does:
            self._does[key]()
        else:
            self._console.keyPressed.emit(key)
