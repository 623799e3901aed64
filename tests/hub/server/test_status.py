"""Health and counts over plain HTTP."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from hub.server.tally import Level, Tally, as_prometheus
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import raw_station


def get(hub: HubThread, path: str, method: str = "GET") -> tuple[int, str]:
    assert hub.hub is not None
    request = urllib.request.Request(hub.hub.status_address + path, method=method)
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_health_and_metrics_tell_what_happened_and_nothing_of_people(tmp_path: Path) -> None:
    async def visit() -> None:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            await kiosk.command("issue_ticket", service="khai-sinh", dossier="HS-RIENG")
            await kiosk.command("issue_ticket", service="unknown")
            status, health = await asyncio.to_thread(get, hub, "/healthz")
            assert (status, json.loads(health)) == (200, {"status": "ok", "seq": 2, "stations": 1})

    with serving(tmp_path, status_port=0) as hub:
        asyncio.run(visit())
        status, metrics = get(hub, "/metrics?x=1")
        assert status == 200
        assert 'motcua_commands_total{command="issue_ticket",outcome="ok"} 1' in metrics
        assert 'motcua_commands_total{command="issue_ticket",outcome="unknown_service"} 1' in metrics
        assert 'motcua_waiting{service="khai-sinh"} 1' in metrics
        assert "motcua_write_seconds_count 2" in metrics
        assert "RIENG" not in metrics
        assert get(hub, "/")[0] == 404
        assert get(hub, "/healthz", "POST")[0] == 405


@pytest.mark.parametrize("garbage", [b"", b"\x00" * 10_000, b"GET\r\n\r\n", b"\r\n\r\n"])
def test_garbage_at_the_status_port_harms_nobody(tmp_path: Path, garbage: bytes) -> None:
    async def throw() -> None:
        assert hub.hub is not None
        host, port = hub.hub.status_address.removeprefix("http://").split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(garbage)
        writer.close()

    with serving(tmp_path, status_port=0) as hub:
        asyncio.run(throw())
        assert get(hub, "/healthz")[0] == 200


def test_a_label_with_quotes_stays_one_label() -> None:
    text = as_prometheus(Tally(), Level(seq=1, stations={}, waiting={'a"b\\c\nd': 2}, inbox=0))
    assert 'motcua_waiting{service="a\\"b\\\\c\\nd"} 2' in text
