"""A small web page to press a simulated device by hand: its commands as buttons, its events as they come.

For a person on this machine; it speaks just enough HTTP for one browser.
"""

from __future__ import annotations

import asyncio
import html
import json
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from hardware.simulated.events import Event, SlipCut, to_json
from hardware.simulated.remote import FAULTS, Deeds, obey

MOST_HEAD_BYTES, MOST_BODY_BYTES, REQUEST_S = 8_192, 4_096, 5.0
KEPT_EVENTS = 200
TYPED = {"scan": "text", "show": "text", "show_file": "text", "press": "key"}
WORDS = {
    "pull_paper": "Hết giấy", "load_paper": "Nạp giấy", "unplug": "Rút dây", "plug_in": "Cắm dây",
    "near_end": "Sắp hết giấy", "cover_open": "Mở nắp", "offline": "Ngoại tuyến", "cutter_jam": "Kẹt dao cắt",
    "broken": "Hỏng", "paused": "Đầu in tạm nghỉ", "garbled": "Trả lời sai", "late": "Trả lời trễ",
    "cut_cable": "Đứt mạng", "silent": "Không trả lời",
    "show": "Đưa mã QR trước máy ảnh", "show_file": "Đưa tệp ảnh trước máy ảnh", "show_nothing": "Bàn trống",
    "dead": "Bảng 1 hỏng", "scan": "Quét mã", "press": "Bấm phím",
}  # fmt: skip
SWITCHES = (*FAULTS, "dead")

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>
<style>
body{{font:16px system-ui,sans-serif;margin:24px;display:grid;gap:9px;
grid-template-columns:300px minmax(0,1fr)}}
button,input{{font:inherit;padding:8px 12px;margin:3px 0}}button{{width:100%}}form{{margin:0}}
pre{{background:#f4f2ec;padding:12px;overflow:auto;max-height:80vh}}img{{max-width:380px}}</style>
<div><h1>{title}</h1>{buttons}</div><div><img id="slip" hidden alt="phiếu"><pre id="events"></pre></div>
<script>
const say=async d=>{{await fetch('/do',{{method:'POST',body:JSON.stringify(d)}});show()}};
const show=async()=>{{const r=await(await fetch('/events')).json();
document.getElementById('events').textContent=r.events.slice().reverse().join('\\n');
const s=document.getElementById('slip');if(r.slip){{s.hidden=false;s.src='/slip?'+r.slip}}}};
setInterval(show,1000);show()</script></html>"""


class DevicePage:
    """``deeds`` are its buttons, ``keys`` one each to press; hand every event to :meth:`tell`."""

    def __init__(self, title: str, deeds: Deeds, keys: Sequence[str] = ()) -> None:
        self._title = title
        self._deeds = deeds
        self._keys = keys
        self._events: deque[str] = deque(maxlen=KEPT_EVENTS)
        self._slip = ""

    def tell(self, event: Event) -> None:
        self._events.append(to_json(event))
        if isinstance(event, SlipCut) and event.file:
            self._slip = event.file

    @asynccontextmanager
    async def serving(self, host: str, port: int) -> AsyncIterator[str]:
        """Serve while inside; yields the page's address."""
        server = await asyncio.start_server(self._serve, host, port, limit=MOST_HEAD_BYTES)
        async with server:
            yield f"http://{host}:{server.sockets[0].getsockname()[1]}/"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(REQUEST_S):
                writer.write(await self._answer(reader))
                await writer.drain()
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # a browser that went away or is none
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> bytes:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, path, _ = head.split("\r\n", 1)[0].split(" ", 2)
        match method, path.partition("?")[0]:
            case "GET", "/":
                return _reply("text/html; charset=utf-8", self._page().encode())
            case "GET", "/events":
                told = {"events": list(self._events), "slip": Path(self._slip).stem}
                return _reply("application/json", json.dumps(told, ensure_ascii=False).encode())
            case "GET", "/slip" if self._slip:
                return _reply("image/png", await asyncio.to_thread(Path(self._slip).read_bytes))
            case "POST", "/do" if _same_origin(head):
                body = await reader.readexactly(_length(head))
                if refused := await obey(body.decode("utf-8"), self._deeds):
                    self.tell(refused)
                return _reply("application/json", b"{}")
            case _:
                return _reply("text/plain", b"not here", "404 Not Found")

    def _page(self) -> str:
        return PAGE.format(title=html.escape(self._title), buttons=self._buttons())

    def _buttons(self) -> str:
        keys = "".join(
            f'<button onclick=\'say({{do:"press",key:"{key}"}})\'>{html.escape(key)}</button>'
            for key in self._keys
        )
        return keys + "".join(map(_button, self._deeds))


def _button(deed: str) -> str:
    word = WORDS.get(deed, deed)
    if deed in TYPED:
        told = f'{{do:"{deed}",{TYPED[deed]}:this.w.value}}'
        return f"<form onsubmit='say({told});return false'><input name=w><button>{word}</button></form>"
    if deed in SWITCHES:
        ways = (("on", "true"), ("off", "false"))
        return "".join(
            f"<button onclick='say({{do:\"{deed}\",on:{on}}})'>{word}: {state}</button>" for state, on in ways
        )
    return f"<button onclick='say({{do:\"{deed}\"}})'>{word}</button>"


def _header(head: str, name: str) -> str:
    lines = (line.partition(":") for line in head.split("\r\n")[1:])
    return next((value.strip() for key, _, value in lines if key.strip().lower() == name), "")


def _length(head: str) -> int:
    size = int(_header(head, "content-length") or 0)
    if not 0 <= size <= MOST_BODY_BYTES:
        raise ValueError(f"a body of {size} bytes")
    return size


def _same_origin(head: str) -> bool:
    """Another site's script must not press our buttons."""
    origin = _header(head, "origin")
    return not origin or origin == f"http://{_header(head, 'host')}"


def _reply(kind: str, body: bytes, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"Cache-Control: no-store\r\nConnection: close\r\n\r\n" + body
