"""Backup while serving, restore, and erasing what tells about a person."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub.store.backup import back_up, erase_personal, restore
from hub.store.errors import StoreTaken, StoreUnusable
from hub.store.sqlite import FILE_NAME
from hub.store.verify import verify
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import raw_station


async def issue(hub: HubThread, token: str, times: int, **args: str) -> list[str]:
    async with raw_station(hub, "kiosk", "k1", token=token) as (kiosk, _, _):
        answers = [await kiosk.command("issue_ticket", service="khai-sinh", **args) for _ in range(times)]
        return [answer["data"]["ticket"]["number"] for answer in answers]


async def epoch_of(hub: HubThread, token: str) -> str:
    async with raw_station(hub, "kiosk", "k1", token=token) as (_, hello, _):
        return str(hello["epoch"])


def test_a_backup_taken_while_serving_comes_back_with_its_devices(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    with serving(data) as hub:
        token = hub.pair("kiosk", "k1")
        asyncio.run(issue(hub, token, 3))
        assert {file.name for file in back_up(data, copy)} == {"ledger.db", "devices.db"}
        asyncio.run(issue(hub, token, 2))
        before = asyncio.run(epoch_of(hub, token))
        with pytest.raises(StoreTaken):
            restore(copy, data)
    assert restore(copy, data).tickets == 3
    with serving(data) as hub:
        assert asyncio.run(issue(hub, token, 1)) == ["A004"]
        assert asyncio.run(epoch_of(hub, token)) != before
    assert verify(data).problems == []
    assert [file.name.endswith(FILE_NAME) for file in data.glob("before-restore-*")].count(True) == 1


def test_a_backup_does_not_overwrite_and_needs_something_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="no ledger here"):
        back_up(tmp_path, tmp_path / "copy")
    data, copy = tmp_path / "data", tmp_path / "copy"
    with serving(data):
        back_up(data, copy)
        with pytest.raises(StoreUnusable, match="not empty"):
            back_up(data, copy)


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    with serving(data) as hub:
        asyncio.run(issue(hub, hub.pair("kiosk", "k1"), 2))
        back_up(data, copy)
    (copy / FILE_NAME).write_bytes((copy / FILE_NAME).read_bytes()[:9000])
    with pytest.raises(StoreUnusable):
        restore(copy, data)
    assert verify(data).tickets == 2


def test_erased_words_are_not_in_the_files_any_more(tmp_path: Path) -> None:
    with serving(tmp_path) as hub:
        asyncio.run(issue(hub, hub.pair("kiosk", "k1"), 2, dossier="HS-RAT-RIENG-0583"))
        assert erase_personal(tmp_path, datetime.now(UTC) - timedelta(days=1)) == 0
        assert erase_personal(tmp_path, datetime.now(UTC) + timedelta(days=1)) == 2
        while_serving = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"RAT-RIENG" not in while_serving + everything
    assert verify(tmp_path).problems == []
