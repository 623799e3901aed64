"""Dossiers by SELECT from another system's SQLite database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from hub.dossiers.fields import FieldMap
from hub.dossiers.source import SourceAway
from hub.dossiers.sqlite_source import SqliteSource

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ONE = "SELECT ma AS code, tt AS state, chu AS owner, hen AS due_at FROM ho_so WHERE ma = :code"
BOARD = "SELECT ma AS code, tt AS state, hen AS due_at FROM ho_so"
FIELDS = FieldMap(states={"XL": 4, "XONG": 9})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "một cửa #1.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE ho_so (ma TEXT, tt TEXT, chu TEXT, hen TEXT)")
        rows = [("A-1", "XL", "LÊ B", "02/11/2026"), ("A-2", "XONG", "LÊ C", ""), ("A-3", "LẠ", "", "")]
        database.executemany("INSERT INTO ho_so VALUES (?, ?, ?, ?)", rows)
    return path


def source_over(file: Path, query: str = ONE, board: str = BOARD) -> SqliteSource:
    return SqliteSource(file, query, board, FIELDS, 2.0, lambda: NOW)


def test_a_dossier_is_found_by_its_code(file: Path) -> None:
    dossier, as_of = source_over(file).find(" a-1")
    assert dossier is not None
    assert (dossier.state, dossier.owner, dossier.due_at, as_of) == (4, "LÊ B", "2026-11-02", NOW)


@pytest.mark.parametrize("code", ["A-9", "A-3", "", "' OR 1=1 --", "A-1\x00"])
def test_a_code_it_does_not_have_or_whose_state_says_nothing_is_unknown(file: Path, code: str) -> None:
    assert source_over(file).find(code)[0] is None


@pytest.mark.parametrize("board", [BOARD, BOARD + " WHERE 4 IN (SELECT value FROM json_each(:states))"])
def test_the_board_holds_only_its_states(file: Path, board: str) -> None:
    dossiers, _ = source_over(file, board=board).on_board([4])
    assert [dossier.code for dossier in dossiers] == ["A-1"]


def test_without_a_query_for_it_the_board_is_away(file: Path) -> None:
    with pytest.raises(SourceAway, match="board_query"):
        source_over(file, board="").on_board([4])


@pytest.mark.parametrize(
    "query", ["SELECT nothing FROM ho_so", "DELETE FROM ho_so WHERE ma = :code", "SELECT 1; SELECT :code"]
)
def test_a_query_that_fails_is_a_source_away_and_writes_nothing(file: Path, query: str) -> None:
    with pytest.raises(SourceAway):
        source_over(file, query).find("A-1")
    assert source_over(file).find("A-1")[0] is not None


def test_a_query_that_goes_on_and_on_is_stopped(file: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    seconds = count()
    source = SqliteSource(file, endless, "", FIELDS, 2.0, lambda: NOW, lambda: float(next(seconds)))
    with pytest.raises(SourceAway, match="interrupted"):
        source.find("A-1")


def test_a_database_that_is_gone_or_none_is_a_source_away_and_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database at all, only words" * 50, encoding="utf-8")
    for name in ("gone.db", "text.db"):
        with pytest.raises(SourceAway):
            source_over(tmp_path / name).find("A-1")
    assert not (tmp_path / "gone.db").exists()
