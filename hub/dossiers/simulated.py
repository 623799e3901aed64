"""A one-stop system's HTTP service played on this machine, with faults, for tests and trials.

    python -m hub.dossiers.simulated dossiers.csv 8099

``GET /ho-so/CODE`` tells one dossier, ``GET /ho-so?trangThai=4,5`` a list, as such systems tend to: nested,
with their own names and states in words. With a key, ``X-Api-Key`` must carry it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Final, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from hub.dossiers.csv_source import parse
from hub.dossiers.fields import STATES, most_pressing, plain_code
from hub.dossiers.source import Dossier

Fault = Literal["", "slow", "error", "busy", "garbage", "other", "endless", "cut"]
"""None; no answer until ``released``; 500; 429; no JSON; another's dossier; no end; hung up at once."""
MOST_WAIT_S: Final = 30.0
SPLINTER: Final = b" " * 65_536


class SimulatedOneStop:
    """What the service knows and how it fails now; ``asked`` keeps the targets of the questions."""

    def __init__(self, dossiers: Mapping[str, Dossier], key: str = "") -> None:
        self.dossiers = dict(dossiers)
        self.key = key
        self.fault: Fault = ""
        self.asked: list[str] = []
        self.released = Event()
        self.address = ""

    @contextmanager
    def serving(self, host: str = "127.0.0.1", port: int = 0) -> Iterator[SimulatedOneStop]:
        with _Server((host, port), self) as server:
            self.address = f"http://{host}:{server.server_address[1]}"
            thread = Thread(target=server.serve_forever, args=(0.02,), name="one-stop system")
            thread.start()
            try:
                yield self
            finally:
                self.released.set()
                server.shutdown()
                thread.join()

    def answer(self, target: str, key: str | None) -> tuple[int, object]:
        """Return the status and the JSON of a question without a fault."""
        parts = urlsplit(target)
        if self.key and key != self.key:
            return 401, {"loi": "sai khóa"}
        if parts.path == "/ho-so":
            words = parse_qs(parts.query).get("trangThai", [""])[0].split(",")
            states = [int(word) for word in words if word.isdecimal()]
            return 200, {"danhSach": [told(one) for one in most_pressing(self.dossiers.values(), states)]}
        found = self.dossiers.get(plain_code(unquote(parts.path.removeprefix("/ho-so/"))))
        if self.fault == "other":
            found = next(iter(self.dossiers.values()))
        return (200, {"duLieu": told(found)}) if found else (404, {"loi": "không có hồ sơ"})


def told(dossier: Dossier) -> dict[str, object]:
    return {
        "maHoSo": dossier.code,
        "trangThai": STATES[dossier.state - 1],
        "thuTuc": {"ten": dossier.procedure, "donVi": dossier.agency},
        "chuHoSo": dossier.owner,
        "ngayTiepNhan": dossier.received_at,
        "ngayHenTra": dossier.due_at,
        "ghiChu": dossier.note or None,
        "maTraCuu": dossier.lookup_code,
        "quaTrinh": [{"luc": step.at, "noiDung": step.text} for step in dossier.steps],
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, address: tuple[str, int], system: SimulatedOneStop) -> None:
        super().__init__(address, _Handler)
        self.system = system


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        system = self.server.system
        system.asked.append(self.path)
        match system.fault:
            case "slow":
                system.released.wait(MOST_WAIT_S)
            case "error":
                self._send(500, b"<h1>Internal error</h1>")
            case "busy":
                self._send(429, b"{}")
            case "garbage":
                self._send(200, b"<html>{\xff")
            case "endless":
                self._send_without_end()
            case "cut":
                self.close_connection = True
            case _:
                status, answer = system.answer(self.path, self.headers.get("X-Api-Key"))
                self._send(status, json.dumps(answer, ensure_ascii=False).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_without_end(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.system.released.is_set():
                self.wfile.write(SPLINTER)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """What is asked names dossiers; it is not for the log."""


def main(arguments: list[str]) -> None:
    file, port = arguments
    system = SimulatedOneStop(parse(Path(file).read_text(encoding="utf-8-sig")))
    with system.serving(port=int(port)):
        sys.stdout.write(f"ready {system.address}/ho-so/{{code}}\n")
        sys.stdout.flush()
        try:
            Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
