"""A hub's log, at every level, holds nothing about a person and no secret, whatever came over the wire."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import apsw
import pytest
import structlog
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import RawStation, knocking, raw_station

NAME = "Trần Thị Bí Mật"
PIN = "271828"
DOSSIER = "H57.132-260804-0583"
CITIZEN = "079200001234"
NOTE = f"{NAME} xin bổ sung giấy khai sinh"
REMARK = f"{NAME} chê: chờ lâu"
STRANGER = "ma-la-cua-ke-gian"
SECRETS = (NAME, PIN, DOSSIER, CITIZEN, "bổ sung giấy", "chờ lâu", STRANGER)

COMMANDS: list[dict[str, Any]] = [
    {"cmd": "issue_ticket", "args": {"service": "khai-sinh", "dossier": DOSSIER, "appointment": NAME}},
    {"cmd": "issue_ticket", "args": {"service": NAME}},
    {"cmd": "issue_ticket", "args": {"service": "khai-sinh", CITIZEN: NAME}},
    {"cmd": "issue_ticket", "args": {"service": "khai-sinh", "dossier": [DOSSIER]}},
    {"cmd": "issue_ticket", "args": {"service": "khai-sinh", "dossier": f"{DOSSIER}\u0007"}},
    {"cmd": "call_next", "args": {}},
    {"cmd": "sign_in", "args": {"clerk": "lan", "pin": PIN}},
    {"cmd": "sign_in", "args": {"clerk": NAME, "pin": PIN}},
    {"cmd": "link_dossier", "args": {"dossier": DOSSIER}},
    {"cmd": "park", "args": {"note": NOTE}},
    {"cmd": "call_next", "args": {"note": NOTE}},
    {"cmd": "rate", "args": {"score": 1, "ticket": DOSSIER, "remark": REMARK}},
    {"cmd": "rate", "args": {"score": 9, "remark": REMARK}},
    {"cmd": NAME, "args": {"pin": PIN}},
]
QUESTIONS: list[dict[str, Any]] = [
    {"what": "dossier", "args": {"code": DOSSIER}},
    {"what": "dossier", "args": {CITIZEN: DOSSIER}},
    {"what": "ticket", "args": {"ticket": NAME}},
    {"what": "appointment", "args": {"citizen_id": CITIZEN}},
    {"what": NAME, "args": {}},
]
NO_FRAMES: list[str | bytes] = [
    f'{{"t":"cmd","pin":"{PIN}"',
    f'{{"t":"{NAME}","id":"{CITIZEN}"}}',
    json.dumps({"t": "auth", "v": 1, "role": "counter", "dev": NAME}),
    NOTE,
    NOTE.encode(),
    f'"{REMARK * 2_000}"',
    json.dumps([[DOSSIER]] * 100),
]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, tracebacks too; but not by the test's own end of the wire."""
    text, before = io.StringIO(), structlog.get_config()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.NOTSET),
        logger_factory=structlog.PrintLoggerFactory(text),
    )
    root, handler = logging.getLogger(), logging.StreamHandler(text)
    handler.addFilter(lambda record: not record.name.startswith("websockets.client"))
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.NOTSET)
    yield text
    root.setLevel(level)
    root.removeHandler(handler)
    structlog.configure(**before)


async def talk(station: RawStation) -> list[str]:
    """Send everything a station can and cannot; return the secrets the hub gave out meanwhile."""
    links = []
    for number, command in enumerate(COMMANDS):
        await station.send({"t": "cmd", "id": number, "key": f"{CITIZEN}-{number}", **command})
        res = await station.until("res")
        links.append(((res.get("data") or {}).get("ticket") or {}).get("link") or "")
    for number, question in enumerate(QUESTIONS):
        await station.send({"t": "get", "id": number, **question})
        await station.until("res")
    return [link.partition("#t=")[2] for link in links if link]


async def babble(hub: HubThread, token: str, words: str | bytes) -> None:
    """Say ``words`` instead of a greeting, and after one."""
    for greeting in ([], [{"t": "auth", "v": 1, "role": "counter", "dev": "q1", "version": NAME}]):
        async with knocking(hub.address, token) as station:
            with suppress(ConnectionClosed):
                for frame in greeting:
                    await station.send(frame)
                await station.send(words)
                while True:
                    await station.receive()


async def be_refused(hub: HubThread) -> None:
    with suppress(InvalidStatus):
        async with knocking(hub.address, STRANGER):
            raise AssertionError("let in")


def test_a_log_holds_nothing_about_anyone(tmp_path: Path, log: io.StringIO) -> None:
    async def play(token: str) -> list[str]:
        await be_refused(hub)
        async with raw_station(hub, "counter", "q1", token=token) as (counter, _, _):
            secrets = await talk(counter)
            disk.failing = apsw.FullError
            failed = await counter.command("issue_ticket", service="khai-sinh", dossier=DOSSIER)
            assert failed["err"]["code"] == "store_failed"
            disk.failing = None
        for words in NO_FRAMES:
            await babble(hub, token, words)
        return secrets

    hall = sample_hall(hours=round_the_clock(), limits={"commands_per_s": 10_000, "open_timeout_s": 1})
    with faulty_disk() as disk, serving(tmp_path, hall, vfs=disk.name) as hub:
        token = hub.pair("counter", "q1")
        secrets = asyncio.run(play(token))
    text = log.getvalue()
    assert secrets
    assert "store failed" in text
    assert "turned away" in text
    told = [secret for secret in (*SECRETS, token, *secrets) if secret in text]
    assert not told, [line for line in text.splitlines() if any(secret in line for secret in told)]


def test_the_log_is_heard_at_every_level(log: io.StringIO) -> None:
    """Or the test above would pass over a log it cannot hear."""
    structlog.get_logger("hub").debug("quiet words", pin=PIN)
    logging.getLogger("hub.anything").debug("of a library")
    try:
        raise ValueError(NAME)
    except ValueError:
        structlog.get_logger("hub").exception("failed")
    assert all(words in log.getvalue() for words in ("quiet words", PIN, "of a library", NAME))
