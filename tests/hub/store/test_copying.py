"""A centre moved between files and a database, and back: the same, or not at all."""

from __future__ import annotations

import itertools
from contextlib import closing
from pathlib import Path

import pytest

from hub.messages import commands as cmd
from hub.store.copying import Place, Progress, copy, opened
from hub.store.devices import Devices
from hub.store.errors import StoreTaken, StoreUnusable
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices
from tests.helpers.desk import CENTRE, Desk, OwnedStore, PostgresKeeper, SqliteKeeper, number_of, verified


def nothing(line: str) -> None: ...


@pytest.fixture
def files(tmp_path: Path) -> SqliteKeeper:
    """A centre with some history, on files."""
    keeper = SqliteKeeper(tmp_path / "files")
    with closing(Desk(keeper.open)) as desk:
        desk.issue("the-key", dossier="H57.132-260804-0583")
        desk.issue()
        desk.do(cmd.CallNext())
        desk.do(cmd.Finish())
        desk.do(cmd.Rate(score=4, remark="tốt 5$ — $mc$"))
    return keeper


def test_there_and_back_everything_is_the_same(files: SqliteKeeper, database: str, tmp_path: Path) -> None:
    with closing(Devices(files.data)) as devices:
        token = devices.pair("kiosk", "k1")
    there = copy(files.place, Place(url=database), "", nothing)
    assert there.rows == {
        "events": 7,
        "tickets": 2,
        "ratings": 1,
        "personal": 2,
        "answers": 5,
        "devices": 1,
    }
    back = SqliteKeeper(tmp_path / "back")
    assert copy(Place(url=database), back.place, CENTRE, nothing) == there
    with opened(files.place) as first, opened(back.place) as last:
        assert first.epoch(CENTRE) == last.epoch(CENTRE)
    with closing(Devices(back.data)) as devices:
        assert devices.find(token) is not None


def test_a_hub_goes_on_in_the_database_it_was_copied_to(files: SqliteKeeper, database: str) -> None:
    copy(files.place, Place(url=database), CENTRE, nothing)
    with closing(Desk(lambda: OwnedStore(database))) as desk:
        assert number_of(desk.issue("the-key", dossier="H57.132-260804-0583")) == "A001"
        assert number_of(desk.issue()) == "A003"
        assert PostgresDevices(desk.store.database, CENTRE).all() == []  # type: ignore[attr-defined]
    assert verified(PostgresKeeper(database)).problems == []


def test_what_is_there_already_is_not_overwritten(files: SqliteKeeper, database: str, tmp_path: Path) -> None:
    copy(files.place, Place(url=database), "", nothing)
    with pytest.raises(StoreUnusable, match="not empty"):
        copy(files.place, Place(url=database), "", nothing)
    with pytest.raises(StoreUnusable, match="not empty"):
        copy(Place(url=database), files.place, "", nothing)
    copy(files.place, Place(url=database), "", nothing, replace=True)
    with opened(files.place) as first, opened(Place(url=database)) as last:
        assert first.epoch(CENTRE) != last.epoch(CENTRE)  # stations start from a snapshot


def test_a_centre_that_is_being_served_is_not_copied(files: SqliteKeeper, database: str) -> None:
    with closing(files.open()), pytest.raises(StoreTaken, match="process"):
        copy(files.place, Place(url=database), "", nothing)
    with closing(OwnedStore(database)) as store:
        with pytest.raises(StoreTaken, match=store.leases.owner):
            copy(files.place, Place(url=database), "", nothing)
        with pytest.raises(StoreTaken):
            copy(Place(url=database), Place(data=files.data / "new"), CENTRE, nothing)


def test_damage_is_not_copied(files: SqliteKeeper, database: str) -> None:
    files.sql("DELETE FROM events WHERE seq = 3")
    with pytest.raises(StoreUnusable, match="3 is missing"):
        copy(files.place, Place(url=database), "", nothing)
    with closing(Database(database, "test")) as connections:
        connections.prepare()
        assert connections.rows("SELECT * FROM centres") == []


def test_a_centre_that_is_not_there_is_named(files: SqliteKeeper, database: str) -> None:
    with pytest.raises(StoreUnusable, match="no centre 'khac'"):
        copy(files.place, Place(url=database), "khac", nothing)


def test_only_what_takes_longer_than_a_second_tells_how_far_it_is() -> None:
    told: list[str] = []
    clock = itertools.count(0, 0.4)
    rows: list[tuple[object, ...]] = [(n,) for n in range(5_000)]
    assert list(Progress(told.append, lambda: next(clock)).over(rows, "copied")) == rows
    assert told == ["copied: 3000 rows"]
