"""A real browser for tests: Debian's Chromium, headless, driven over its own debugging protocol."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import ClientConnection, connect

PROGRAM = shutil.which("chromium")
# What Debian's Chromium needs as root on a closed network, and Vietnamese.
FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --hide-scrollbars --lang=vi --accept-lang=vi
    --remote-debugging-port=0 --remote-allow-origins=*
"""
PATIENCE_S = 20.0


class Page:
    """One tab."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count(1)
        self.complaints: list[str] = []
        """What the page wrote to the console as an error, and its uncaught exceptions."""
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._ids)
        self._connection.send(json.dumps({"id": number, "method": method, "params": params}))
        end = time.monotonic() + PATIENCE_S  # a stream's events keep coming: the answer itself has a deadline
        while True:
            left_s = max(0.0, end - time.monotonic())
            message = json.loads(self._connection.recv(timeout=left_s))
            if message.get("id") == number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        if message.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(message["params"]["exceptionDetails"]["text"])
        if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
            self.complaints.append(message["params"]["entry"]["text"])

    def size(self, width: int, height: int) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self.send("Emulation.setDeviceMetricsOverride", **metrics)

    def go(self, address: str) -> None:
        self.send("Page.navigate", url=address)

    def value(self, expression: str) -> Any:
        found = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return found["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until ``expression`` is true in the page."""
        end = time.monotonic() + PATIENCE_S
        while not self.value(expression):
            assert time.monotonic() < end, f"never: {expression}; page: {self.text()}"
            time.sleep(0.02)

    def text(self) -> str:
        return str(self.value("document.body ? document.body.innerText : ''"))

    def picture(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot")["data"]))


@contextmanager
def browser(sound: str = "--autoplay-policy=no-user-gesture-required") -> Iterator[Page]:
    """``sound``: the flag that says whether pages may sound by themselves."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [PROGRAM, *FLAGS.split(), sound, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with connect(_tab(Path(profile)), max_size=None) as connection:
                yield Page(connection)
        finally:
            process.terminate()
            process.wait(10)


def _tab(profile: Path) -> str:
    """Return the debugging address of the first tab."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            port = (profile / "DevToolsActivePort").read_text().split()[0]
            with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=5) as answer:
                tabs = [tab for tab in json.load(answer) if tab["type"] == "page"]
            if tabs:
                return str(tabs[0]["webSocketDebuggerUrl"])
        except (OSError, IndexError):
            pass
        time.sleep(0.05)
    raise TimeoutError("the browser did not start")
