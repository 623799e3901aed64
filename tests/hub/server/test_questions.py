"""Questions that change nothing: dossiers, the catalogue, one's own ticket."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from config.model import Procedure
from hub.dossiers.csv_source import parse
from hub.dossiers.simulated import SimulatedOneStop
from hub.messages.frames import Role
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import raw_station

DOSSIERS = """code,state,procedure,agency,owner,received_at,due_at,note,lookup_code,steps
H57.132-260804-0583,4,Đăng ký khai sinh,UBND,NGUYỄN VĂN A,2026-08-04,2026-08-06,,AB12,2026-08-04|Tiếp nhận
H57.132-260805-0611,9,Chứng thực,UBND,LÊ B,2026-08-05,2026-08-05,Mời nhận,CD34,
H57.132-260805-0700,1,Chứng thực,UBND,LÊ C,2026-08-05,2026-08-05,,EF56,
"""
CODE = "H57.132-260804-0583"
PROCEDURE = Procedure(code="1.001193", name="Đăng ký khai sinh")
NAMES: dict[Role, str] = {"kiosk": "k1", "display": "tv1", "counter": "q1", "gateway": "g1"}


def ask(data: Path, role: Role, what: str, *, ask_lookup_code: bool = False, **args: str) -> Any:
    settings = {"kind": "csv", "path": "dossiers.csv", "ask_lookup_code": ask_lookup_code}
    hall = sample_hall(hours=round_the_clock(), dossiers=settings)

    async def play() -> Any:
        async with raw_station(hub, role, NAMES[role]) as (station, _, _):
            return await station.ask(what, **args)

    with serving(data, hall, procedures=(PROCEDURE,)) as hub:
        return asyncio.run(play())


def test_a_dossier_is_told_with_its_owner_masked(tmp_path: Path) -> None:
    (tmp_path / "dossiers.csv").write_text(DOSSIERS, encoding="utf-8")
    res = ask(tmp_path, "kiosk", "dossier", code="h57.132-260804-0583 ")
    data = res["data"]
    assert (data["state"], data["owner"], data["procedure"]) == (4, "NGUYỄN V*** A", "Đăng ký khai sinh")
    assert data["steps"] == [{"at": "2026-08-04", "text": "Tiếp nhận"}]
    assert data["as_of"].startswith("20")


def test_where_a_look_up_code_is_asked_a_wrong_one_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "dossiers.csv").write_text(DOSSIERS, encoding="utf-8")
    answers = [
        ask(tmp_path, "kiosk", "dossier", ask_lookup_code=True, code=code, lookup=lookup)
        for code, lookup in [(CODE, ""), (CODE, "XXXX"), ("H57.132-260804-9999", "AB12"), (CODE, "ab12")]
    ]
    assert [answer["ok"] for answer in answers] == [False, False, False, True]
    assert answers[0]["err"] == answers[1]["err"] == answers[2]["err"]
    assert answers[0]["err"]["code"] == "unknown_dossier"


def test_the_board_masks_codes_and_shows_only_its_states(tmp_path: Path) -> None:
    (tmp_path / "dossiers.csv").write_text(DOSSIERS, encoding="utf-8")
    res = ask(tmp_path, "display", "dossier_board")
    data = res["data"]
    assert [(row["code"], row["state"]) for row in data["rows"]] == [
        ("H57.132-2608**-**11", 9),
        ("H57.132-2608**-**83", 4),
    ]
    assert "NGUYỄN" not in str(data)


def test_a_source_that_is_gone_is_said_to_be_away(tmp_path: Path) -> None:
    res = ask(tmp_path, "kiosk", "dossier", code="H57.132-260804-0583")
    assert res["err"]["code"] == "source_away"
    assert res["err"]["retry"]


def test_a_display_may_not_ask_for_a_dossier(tmp_path: Path) -> None:
    res = ask(tmp_path, "display", "dossier", code="H57.132-260804-0583")
    assert res["err"]["code"] == "not_allowed"


def test_the_catalogue_is_the_centres_procedures(tmp_path: Path) -> None:
    res = ask(tmp_path, "kiosk", "catalogue")
    assert [each["name"] for each in res["data"]["procedures"]] == ["Đăng ký khai sinh"]


def test_the_gateway_finds_a_ticket_by_its_secret_alone(tmp_path: Path) -> None:
    async def play() -> None:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            for _ in range(2):
                issued = await kiosk.command("issue_ticket", service="khai-sinh", dossier="HS-1")
        link = issued["data"]["ticket"]["link"]
        async with raw_station(hub, "gateway", "g1") as (gateway, _, _):
            answer = await gateway.ask("ticket", link=link.partition("#t=")[2])
            ticket = answer["data"]["ticket"]
            assert (ticket["number"], ticket["ahead"], ticket["dossier"]) == ("A002", 1, None)
            assert ticket["estimate"]["likely_s"] > 0
            for wrong in ("", "guess"):
                assert (await gateway.ask("ticket", link=wrong))["err"]["code"] == "unknown_ticket"

    with serving(tmp_path) as hub:
        asyncio.run(play())


def test_a_service_is_asked_over_http_and_its_last_words_outlive_it(tmp_path: Path) -> None:
    mapping = {"row": "duLieu", "code": "maHoSo", "state": "trangThai", "owner": "chuHoSo"}

    async def play(system: SimulatedOneStop) -> list[Any]:
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            snapshot = await station.receive()
            assert snapshot["state"]["hall"]["dossiers"]["kind"] == "http"
            assert system.address not in str(snapshot)
            answers = [await station.ask("dossier", code=CODE)]
            system.fault = "error"
            answers.append(await station.ask("dossier", code=CODE))
            answers.append(await station.ask("dossier", code="H57.132-260805-0611"))
            return answers

    with SimulatedOneStop(parse(DOSSIERS)).serving() as system:
        url = f"{system.address}/ho-so/{{code}}"
        settings = {"kind": "http", "url": url, "mapping": mapping, "cache_s": 0}
        with serving(tmp_path, sample_hall(hours=round_the_clock(), dossiers=settings)) as hub:
            told, told_again, unknown = asyncio.run(play(system))
    assert (told["data"]["state"], told["data"]["owner"]) == (4, "NGUYỄN V*** A")
    assert told_again["data"] == told["data"]
    assert unknown["err"]["code"] == "source_away"


def asking(data: Path, role: Role, questions: list[dict[str, str]]) -> list[Any]:
    """Ask a hub that wants look-up codes about dossiers, one question after another."""
    (data / "dossiers.csv").write_text(DOSSIERS, encoding="utf-8")
    settings = {"kind": "csv", "path": "dossiers.csv", "ask_lookup_code": True}

    async def play(hub: HubThread) -> list[Any]:
        async with raw_station(hub, role, NAMES[role]) as (station, _, _):
            return [await station.ask("dossier", **question) for question in questions]

    with serving(data, sample_hall(hours=round_the_clock(), dossiers=settings)) as hub:
        return asyncio.run(play(hub))


def test_staff_need_no_receipt_and_may_mistype(tmp_path: Path) -> None:
    wrong = [{"code": "H57.132-260804-9999"}] * 9
    *answers, last = asking(tmp_path, "counter", [*wrong, {"code": CODE}])
    assert {answer["err"]["code"] for answer in answers} == {"unknown_dossier"}
    assert last["data"]["owner"] == "NGUYỄN V*** A"


def test_guessing_a_receipts_code_is_slowed_for_that_dossier_whatever_it_is(tmp_path: Path) -> None:
    guesses = [{"code": CODE, "lookup": f"AB1{n}"} for n in (3, 4, 5)]
    right, other = {"code": CODE, "lookup": "AB12"}, {"code": "H57.132-260805-0611", "lookup": "CD34"}
    *missed, slowed, fine = asking(tmp_path, "kiosk", [*guesses, right, other])
    assert [answer["err"]["code"] for answer in missed] == ["unknown_dossier"] * 3
    assert (slowed["err"]["code"], slowed["err"]["retry"]) == ("slow_down", True)
    assert "thử lại sau 5 giây" in slowed["err"]["text"]
    assert fine["ok"]


def test_a_device_that_tries_one_code_after_another_is_slowed(tmp_path: Path) -> None:
    guesses = [{"code": f"H57.132-260804-{n:04}", "lookup": "AB12"} for n in range(8)]
    answers = asking(tmp_path, "kiosk", guesses)
    assert [answer["err"]["code"] for answer in answers] == ["unknown_dossier"] * 6 + ["slow_down"] * 2
