"""Reads the screen that is up aloud, sentence by sentence, in the hall's own voice; never blocks."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQuick import QQuickItem

from ui.gui_thread import GuiThread
from ui.voice.clips import ClipLibrary, can_synthesise, default_cache
from ui.voice.numbers import Language
from ui.voice.player import Output, WavFolder
from ui.voice.sound import Samples

ICONS_FROM = 0xF0000
SILENT = ("bottom-bar", "head")
"""What goes without saying on every page."""
TICKET = re.compile(r"\b[A-ZĐ]{1,2}\d{3,4}\b")


def sentences(root: QQuickItem) -> list[str]:
    """Return what stands below ``root``, in reading order."""
    return [spoken(text) for text in _texts(root)]


def spoken(text: str) -> str:
    """Return ``text`` as the voice should have it: a ticket's number by its letters and digits. Pure."""
    return TICKET.sub(lambda found: " ".join(found[0]), text).replace("·", ",").replace("–", " – ")


def _texts(item: QQuickItem) -> Iterator[str]:
    name = item.objectName()
    if not item.isVisible() or name in SILENT or name.startswith("key-"):
        return
    if item.inherits("QQuickText"):
        text = str(item.property("text") or "").strip()
        if text and ord(text[0]) < ICONS_FROM:
            yield text
    for child in item.childItems():
        yield from _texts(child)


def has_sound(sound: str) -> bool:
    """Whether this station can read aloud: a place to sound, and a voice."""
    return can_synthesise() and (sound.startswith("file:") or (sound != "off" and _loudspeaker_there()))


def _loudspeaker_there() -> bool:
    """Ask the kernel and the sound server's socket: QtMultimedia, which knows better, costs 40 MB."""
    server = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")) / "pulse" / "native"
    return server.exists() or any(Path("/dev/snd").glob("pcmC*D*p"))


class Reader(QObject):
    """``changed`` when it begins or ends. GUI thread only; the voice is made in a thread of its own."""

    changed = Signal()

    def __init__(self, sound: str) -> None:
        super().__init__()
        self.reading = False
        self._sound = sound
        self._gui = GuiThread(self)
        self._work = ThreadPoolExecutor(1, thread_name_prefix="read-aloud")
        self._library = ClipLibrary(default_cache())
        self._output: Output | None = None
        self._left: list[str] = []
        self._language: Language = "vi"
        self._turn = 0

    def read(self, texts: list[str], language: str) -> None:
        """Begin to read ``texts``; what was being read stops."""
        self.hush()
        if texts:
            self._left, self._language = list(texts), "en" if language == "en" else "vi"
            self._set(True)
            self._next(self._turn)

    def hush(self) -> None:
        """Stop at once."""
        self._turn += 1
        self._left = []
        if isinstance(self._output, QObject):
            self._output.deleteLater()  # takes its sink along, so it is silent
        self._output = None
        self._set(False)

    def stop(self) -> None:
        self.hush()
        self._work.shutdown(wait=True, cancel_futures=True)

    def _set(self, reading: bool) -> None:
        if reading != self.reading:
            self.reading = reading
            self.changed.emit()

    def _next(self, turn: int) -> None:
        if turn != self._turn:
            return
        if self._left:
            text = self._left.pop(0)
            self._work.submit(self._speak, text, self._language, turn)
        else:
            self._set(False)

    def _speak(self, text: str, language: Language, turn: int) -> None:
        """In the thread: make the sound, and load what plays it before the GUI needs it."""
        samples = self._library.words(text, language)
        if not self._sound.startswith("file:"):
            import ui.voice.speaker  # noqa: F401
        self._gui.post(lambda: self._play(samples, turn))

    def _play(self, samples: Samples, turn: int) -> None:
        if turn == self._turn and len(samples):
            self._output = self._output or self._open()
            self._output.play(samples, lambda _heard: self._next(turn))
        else:
            self._next(turn)

    def _open(self) -> Output:
        if self._sound.startswith("file:"):
            return WavFolder(Path(unquote(urlsplit(self._sound).path)), _after)
        from ui.voice.speaker import QtSpeaker

        return QtSpeaker()


def _after(seconds: float, work: Callable[[], None]) -> None:
    QTimer.singleShot(round(seconds * 1000), work)
