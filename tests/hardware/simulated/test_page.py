"""The page of buttons: presses reach the device, its events and slips come back, strangers are kept out."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from hardware.keypads.shipped import CALL_KEYPAD
from hardware.simulated.keypad import SimulatedKeypad
from hardware.simulated.page import WORDS, DevicePage
from hardware.simulated.printer import SimulatedPrinter
from hardware.simulated.remote import FAULTS, keypad_deeds, printer_deeds
from tests.hardware.printing.rig import AT_ONCE
from tests.hardware.running import in_loop


async def ask(address: str, request: str, body: str = "", origin: str = "") -> tuple[str, bytes]:
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = [f"{request} HTTP/1.1", f"Host: {host}:{port}", f"Content-Length: {len(body.encode())}"]
    lines += [f"Origin: {origin}"] if origin else []
    writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
    head, _, answer = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    return head.decode().split("\r\n")[0], answer


@in_loop
async def test_a_button_pulls_the_paper_and_the_event_is_shown(tmp_path: Path) -> None:
    async with SimulatedPrinter(into=tmp_path, model=AT_ONCE) as sim:
        page = DevicePage("printer", printer_deeds(sim))
        sim._on_event = page.tell
        async with page.serving("127.0.0.1", 0) as address:
            status, body = await ask(address, "GET /")
            assert "200" in status and b"pull_paper" in body and "Mở nắp: off" in body.decode()
            await ask(address, "POST /do", '{"do": "pull_paper"}', origin=address.rstrip("/"))
            assert sim.health.paper_out
            _, told = await ask(address, "GET /events")
            assert any("paper_out" in event for event in json.loads(told)["events"])


@in_loop
async def test_the_newest_slip_is_shown(tmp_path: Path) -> None:
    async with SimulatedPrinter(into=tmp_path, model=AT_ONCE) as sim:
        page = DevicePage("printer", printer_deeds(sim))
        sim._on_event = page.tell
        async with page.serving("127.0.0.1", 0) as address:
            assert "404" in (await ask(address, "GET /slip"))[0]
            _, writer = await asyncio.open_connection(*sim.url.removeprefix("tcp://").split(":"))
            writer.write(b"A012\n\x1dVB\x00")
            await sim.until_slips(1, 5)
            assert (await ask(address, "GET /slip?1"))[1].startswith(b"\x89PNG")
            writer.close()


@in_loop
async def test_another_sites_script_presses_nothing(tmp_path: Path) -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        page = DevicePage("printer", printer_deeds(sim))
        async with page.serving("127.0.0.1", 0) as address:
            status, _ = await ask(address, "POST /do", '{"do": "pull_paper"}', origin="http://evil.example")
            assert "404" in status and not sim.health.paper_out


def test_every_button_of_every_device_has_a_word() -> None:
    assert set(FAULTS) | {"pull_paper", "load_paper", "unplug", "plug_in", "scan", "press", "dead"} <= set(
        WORDS
    )


@pytest.mark.parametrize("request_line", ["GET /../../etc/passwd", "PUT /", "GET /nothing"])
@in_loop
async def test_nothing_else_is_served(request_line: str) -> None:
    page = DevicePage("x", {})
    async with page.serving("127.0.0.1", 0) as address:
        assert "404" in (await ask(address, request_line))[0]


@in_loop
async def test_each_key_of_a_keypad_has_its_button(tmp_path: Path) -> None:
    with SimulatedKeypad(tmp_path / "pad", CALL_KEYPAD) as pad:
        page = DevicePage("keypad", keypad_deeds(pad), [name for _, name in CALL_KEYPAD.keys])
        async with page.serving("127.0.0.1", 0) as address:
            _, body = await ask(address, "GET /")
            for key in ("next", "recall", "transfer", "sign_in", "digit_7"):
                assert f'press",key:"{key}"' in body.decode()
