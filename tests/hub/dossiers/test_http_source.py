"""Dossiers from an HTTP service, through its faults; the service is simulated on a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub.dossiers.cache import Cached
from hub.dossiers.csv_source import parse
from hub.dossiers.fields import FieldMap
from hub.dossiers.http_source import HttpSource, Service
from hub.dossiers.simulated import Fault, SimulatedOneStop
from hub.dossiers.source import SourceAway, Step

CODE = "H57.132-260804-0583"
TABLE = f"""code,state,procedure,agency,owner,received_at,due_at,note,lookup_code,steps
{CODE},4,Đăng ký khai sinh,UBND,NGUYỄN VĂN A,2026-08-04T08:10,2026-08-06,,AB12,2026-08-04|Tiếp nhận
Z-2,9,Chứng thực,UBND,LÊ B,2026-08-05,2026-08-05,Mời nhận,CD34,
"""
FIELDS = FieldMap(
    {
        "code": "maHoSo",
        "state": "trangThai",
        "procedure": "thuTuc.ten",
        "agency": "thuTuc.donVi",
        "owner": "chuHoSo",
        "received_at": "ngayTiepNhan",
        "due_at": "ngayHenTra",
        "note": "ghiChu",
        "lookup_code": "maTraCuu",
        "steps": "quaTrinh",
        "step_at": "luc",
        "step_text": "noiDung",
    }
)
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@dataclass
class Clock:
    passed_s: float = 0.0

    def monotonic(self) -> float:
        return self.passed_s

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed_s)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def system() -> Iterator[SimulatedOneStop]:
    with SimulatedOneStop(parse(TABLE)).serving() as system:
        yield system


def service_of(system: SimulatedOneStop, **changed: object) -> Service:
    address = system.address
    board = f"{address}/ho-so?trangThai={{states}}"
    service = Service(f"{address}/ho-so/{{code}}", board, row="duLieu", rows="danhSach", timeout_s=2.0)
    return replace(service, **changed)  # type: ignore[arg-type]


@pytest.fixture
def source(system: SimulatedOneStop, clock: Clock) -> HttpSource:
    return HttpSource(service_of(system), FIELDS, clock.now, clock.monotonic)


def test_a_dossier_is_told_in_our_fields(source: HttpSource) -> None:
    dossier, as_of = source.find(f" {CODE.lower()} ")
    assert dossier == parse(TABLE)[CODE]
    assert dossier is not None
    assert (dossier.steps, as_of) == ((Step("2026-08-04", "Tiếp nhận"),), START)


def test_the_board_is_the_services_list(source: HttpSource, system: SimulatedOneStop) -> None:
    dossiers, _ = source.on_board([4, 9])
    assert [dossier.code for dossier in dossiers] == ["Z-2", CODE]
    assert system.asked == ["/ho-so?trangThai=4,9"]


def test_a_dossier_the_service_does_not_have_is_unknown(source: HttpSource) -> None:
    assert source.find("H57.132-260804-9999")[0] is None


@pytest.mark.parametrize("code", ["", "..", "../admin", "a/../../admin", "a b", "a?x=1", "a#b", "x" * 65])
def test_what_is_no_code_is_never_asked(source: HttpSource, system: SimulatedOneStop, code: str) -> None:
    assert source.find(code)[0] is None
    assert system.asked == []


def test_a_code_with_a_stroke_stays_one_word_of_the_address(
    source: HttpSource, system: SimulatedOneStop
) -> None:
    assert source.find("01/HS-2026")[0] is None
    assert system.asked == ["/ho-so/01%2FHS-2026"]


def test_the_key_goes_along_and_may_be_changed_while_we_serve(
    system: SimulatedOneStop, clock: Clock, tmp_path: Path
) -> None:
    system.key = "k2"
    file = tmp_path / "headers.txt"
    file.write_text("# khóa của cổng\nX-Api-Key: k1\n", encoding="utf-8")
    source = HttpSource(service_of(system, headers_file=file), FIELDS, clock.now, clock.monotonic)
    with pytest.raises(SourceAway, match="401"):
        source.find(CODE)
    file.write_text("X-Api-Key: k2\n", encoding="utf-8")
    assert source.find(CODE)[0] is not None
    file.unlink()
    with pytest.raises(SourceAway, match="headers_file"):
        source.find(CODE)


@pytest.mark.parametrize("fault", ["error", "busy", "garbage", "other", "cut", "endless"])
def test_a_failing_service_is_a_source_away_and_is_left_alone_for_a_while(
    source: HttpSource, system: SimulatedOneStop, clock: Clock, fault: Fault
) -> None:
    system.fault = fault
    for _ in range(5):
        with pytest.raises(SourceAway):
            source.find("H57.132-260804-9999")
    assert len(system.asked) == 3
    system.fault = ""
    with pytest.raises(SourceAway, match="left alone"):
        source.find(CODE)
    clock.passed_s += 15
    assert source.find(CODE)[0] is not None
    assert source.find(CODE)[0] is not None
    assert len(system.asked) == 5


def test_after_the_rest_one_failure_is_enough_to_rest_again(
    source: HttpSource, system: SimulatedOneStop, clock: Clock
) -> None:
    system.fault = "error"
    for passed_s in (0, 0, 0, 15, 0, 15):
        clock.passed_s += passed_s
        with pytest.raises(SourceAway):
            source.find(CODE)
    assert len(system.asked) == 5


def test_wrong_codes_do_not_shut_the_service_out(source: HttpSource, system: SimulatedOneStop) -> None:
    system.key = "k"
    for _ in range(4):
        with pytest.raises(SourceAway, match="401"):
            source.find(CODE)
    assert len(system.asked) == 4


def test_a_service_that_does_not_answer_is_given_up(system: SimulatedOneStop, clock: Clock) -> None:
    system.fault = "slow"
    source = HttpSource(service_of(system, timeout_s=0.05), FIELDS, clock.now, clock.monotonic)
    with pytest.raises(SourceAway):
        source.find(CODE)


def test_nobody_at_the_address_is_a_source_away(clock: Clock) -> None:
    with SimulatedOneStop({}).serving() as gone:
        service = service_of(gone)
    source = HttpSource(service, FIELDS, clock.now, clock.monotonic)
    with pytest.raises(SourceAway):
        source.find(CODE)
    with pytest.raises(SourceAway):
        source.on_board([4])


def test_a_fresh_answer_is_not_asked_for_again(
    source: HttpSource, system: SimulatedOneStop, clock: Clock
) -> None:
    cached = Cached(source, 60, clock.monotonic)
    first = cached.find(CODE)
    clock.passed_s = 59
    assert cached.find(CODE.lower()) == first
    assert len(system.asked) == 1
    clock.passed_s = 61
    assert cached.find(CODE)[1] == START + timedelta(seconds=61)


def test_while_the_service_is_away_its_last_words_stand_with_their_time(
    source: HttpSource, system: SimulatedOneStop, clock: Clock
) -> None:
    cached = Cached(source, 60, clock.monotonic)
    dossier, _ = cached.find(CODE)
    board, _ = cached.on_board([4])
    assert cached.find("H57.132-260804-9999")[0] is None
    system.fault = "error"
    clock.passed_s = 3_600
    assert cached.find(CODE) == (dossier, START)
    assert cached.on_board([4]) == (board, START)
    for code in ("Z-2", "H57.132-260804-9999"):
        with pytest.raises(SourceAway):
            cached.find(code)
    clock.passed_s = 13 * 3_600
    with pytest.raises(SourceAway):
        cached.find(CODE)
