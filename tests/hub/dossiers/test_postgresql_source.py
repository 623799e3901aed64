"""Dossiers by SELECT from another system's PostgreSQL database."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import psycopg
import pytest

from hub.dossiers.fields import FieldMap
from hub.dossiers.postgresql_source import PostgresqlSource, with_places
from hub.dossiers.source import SourceAway, Step

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ONE = "SELECT ma AS code, tt AS state, chu AS owner, hen AS due_at, buoc AS steps FROM ho_so WHERE ma = :code"
BOARD = """SELECT ma AS code, tt AS state, hen AS due_at FROM ho_so
           WHERE tt IN (SELECT jsonb_array_elements_text(:states::jsonb)::numeric);"""
FIELDS = FieldMap({"step_at": "luc", "step_text": "viec"}, zone=ZoneInfo("Asia/Ho_Chi_Minh"))
TABLE = """
CREATE TABLE ho_so (ma varchar(40), tt numeric, chu text, hen timestamptz, buoc jsonb);
INSERT INTO ho_so VALUES
    ('A-1', 4, 'LÊ B 100%', '2026-11-24T00:30:00Z', '[{"luc": "2026-11-02T08:10", "viec": "Tiếp nhận"}]'),
    ('A-2', 9, 'LÊ C', NULL, NULL),
    ('A-3', 11, '', NULL, NULL);
"""


@pytest.fixture
def url(database: str) -> str:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(TABLE)
    return database


def source_at(url: str, query: str = ONE, board: str = BOARD, timeout_s: float = 2.0) -> PostgresqlSource:
    return PostgresqlSource(url, query, board, FIELDS, timeout_s, lambda: NOW)


def test_a_dossier_is_found_by_its_code_with_local_times(url: str) -> None:
    dossier, as_of = source_at(url).find(" a-1")
    assert dossier is not None
    assert (dossier.state, dossier.owner, dossier.due_at, as_of) == (4, "LÊ B 100%", "2026-11-24T07:30", NOW)
    assert dossier.steps == (Step("2026-11-02T08:10", "Tiếp nhận"),)


@pytest.mark.parametrize("code", ["A-9", "A-3", "", "' OR 1=1 --", "A-1\x00", "%(code)s"])
def test_a_code_it_does_not_have_or_whose_state_says_nothing_is_unknown(url: str, code: str) -> None:
    assert source_at(url).find(code)[0] is None


def test_the_board_holds_only_its_states(url: str) -> None:
    dossiers, _ = source_at(url).on_board([4, 5])
    assert [dossier.code for dossier in dossiers] == ["A-1"]
    with pytest.raises(SourceAway, match="board_query"):
        source_at(url, board="").on_board([4])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT nothing FROM ho_so WHERE ma = :code",
        "DELETE FROM ho_so WHERE ma = :code RETURNING ma AS code",
        "WITH gone AS (DELETE FROM ho_so RETURNING *) SELECT ma AS code FROM gone WHERE ma = :code",
        "SELECT ma AS code FROM ho_so WHERE ma = :code; DELETE FROM ho_so",
    ],
)
def test_a_query_that_fails_is_a_source_away_and_writes_nothing(url: str, query: str) -> None:
    with pytest.raises(SourceAway):
        source_at(url, query).find("A-1")
    assert source_at(url).find("A-1")[0] is not None


def test_a_query_that_goes_on_and_on_is_stopped_by_the_server(url: str) -> None:
    slow = source_at(url, "SELECT :code::text AS code, pg_sleep(30) AS state", timeout_s=0.2)
    with pytest.raises(SourceAway, match=r"QueryCanceled|ConnectionTimeout|Timeout"):
        slow.find("A-1")


def test_what_went_wrong_does_not_repeat_what_was_asked(url: str) -> None:
    with pytest.raises(SourceAway) as caught:
        source_at(url, "SELECT ma AS code, tt AS state FROM ho_so WHERE tt = :code::int").find("BÍ MẬT")
    assert len(caught.value.why.splitlines()) == 1


def test_a_database_that_is_not_there_is_a_source_away() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(SourceAway, match="OperationalError"):
        source_at(f"postgresql://doc@127.0.0.1:{port}/hoso").find("A-1")
    with pytest.raises(SourceAway):
        source_at("no address at all").find("A-1")


def test_a_server_that_is_away_is_left_alone_for_a_while() -> None:
    clock = [0.0]
    source = PostgresqlSource(
        "postgresql://doc@127.0.0.1:1/x",
        ONE,
        "",
        FIELDS,
        2.0,
        lambda: NOW,
        rest_s=15,
        monotonic=lambda: clock[0],
    )
    for _ in range(3):
        with pytest.raises(SourceAway, match="OperationalError"):
            source.find("A-1")
    with pytest.raises(SourceAway, match="left alone"):
        source.find("A-1")
    clock[0] = 16.0
    with pytest.raises(SourceAway, match="OperationalError"):
        source.find("A-1")


def test_places_are_named_beside_casts_and_percents() -> None:
    assert with_places("SELECT '5%'::text, :code::text, a::code ; ") == (
        "SELECT '5%%'::text, %(code)s::text, a::code"
    )
