"""A wire between a hub and its database that can be cut, silenced and robbed of an answer. Loopback only."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from enum import Enum
from typing import Final

CHUNK: Final = 65_536
LOOK_EVERY_S: Final = 0.02


class Wire(Enum):
    WHOLE = "whole"
    SILENT = "silent"
    """Nothing gets through and nobody is told: a cut cable, a filtering router."""
    NO_ANSWERS = "no answers"
    """What the hub sends arrives; at the first answer its connection breaks instead."""


class Proxy:
    """Stands before ``port`` of this machine, at a port of its own."""

    def __init__(self, port: int) -> None:
        self._target = port
        self.state = Wire.WHOLE
        self._pairs: set[tuple[socket.socket, socket.socket]] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True, name="proxy").start()

    def url(self, url: str) -> str:
        """Return the database's address by way of this wire."""
        return url.replace(f":{self._target}/", f":{self.port}/")

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._target), 5)
                except OSError:
                    near.close()
                    continue
                far.settimeout(None)
                pair = (near, far)
                self._pairs.add(pair)
                for source, sink, back in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._carry, args=(source, sink, back, pair), daemon=True).start()

    def _carry(
        self,
        source: socket.socket,
        sink: socket.socket,
        back: bool,
        pair: tuple[socket.socket, socket.socket],
    ) -> None:
        pause = threading.Event()
        with suppress(OSError):
            while data := source.recv(CHUNK):
                while self.state is Wire.SILENT:
                    pause.wait(LOOK_EVERY_S)
                    if pair not in self._pairs:
                        return
                if back and self.state is Wire.NO_ANSWERS:
                    break
                sink.sendall(data)
        self._hang_up(pair)

    def _hang_up(self, pair: tuple[socket.socket, socket.socket]) -> None:
        self._pairs.discard(pair)
        for end in pair:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def break_all(self) -> None:
        """Break the connections there are; new ones are taken."""
        for pair in tuple(self._pairs):
            self._hang_up(pair)

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.break_all()
