"""A centre on its own file and the province above: what is shipped arrives once, come what may."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bench.postgresql import Server
from bench.proxy import Proxy
from hub.__main__ import main
from hub.messages import commands as cmd
from hub.store import shipping
from hub.store.backup import back_up, restore
from hub.store.errors import StoreAway, StoreUnusable
from hub.store.postgresql.database import Database
from hub.store.shipping import ship
from hub.store.sqlite import SqliteStore
from tests.helpers.desk import CENTRE, Desk, OwnedStore, PostgresKeeper


def desk_on(data: Path) -> Desk:
    return Desk(lambda: SqliteStore(data, CENTRE))


def a_visit(desk: Desk, score: int) -> None:
    desk.issue(dossier="H57.132-260804-0583")
    desk.now += timedelta(minutes=4)
    desk.do(cmd.CallNext())
    desk.do(cmd.Finish())
    desk.do(cmd.Rate(score=score, remark="cảm ơn chị Mai"))


def shipped(database: str) -> tuple[int, int, int]:
    keeper = PostgresKeeper(database)
    tables = ("events", "tickets", "ratings")
    return tuple(keeper.sql(f"SELECT count(*) FROM {table}")[0][0] for table in tables)  # type: ignore[return-value]


def test_events_arrive_once_and_nothing_of_a_person_with_them(tmp_path: Path, database: str) -> None:
    with closing(Database(database, "test")) as province, closing(desk_on(tmp_path)) as desk:
        a_visit(desk, 5)
        assert ship(tmp_path, province) == desk.ledger.seq
        assert ship(tmp_path, province) == 0
        before = desk.ledger.seq
        a_visit(desk, 2)
        assert ship(tmp_path, province) == desk.ledger.seq - before
        assert shipped(database) == (desk.ledger.seq, 2, 2)
        everything = str(PostgresKeeper(database).sql("SELECT body FROM events"))
        assert not any(word in everything for word in ("260804", "Mai", "token"))
        assert PostgresKeeper(database).sql("SELECT count(*) FROM personal") == [(0,)]


def test_after_days_without_a_network_it_catches_up_in_pieces(
    tmp_path: Path, database: str, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipping, "AT_ONCE", 3)
    with closing(Proxy(postgresql.port)) as wire, closing(desk_on(tmp_path)) as desk:
        with closing(Database(wire.url(database), "test")) as province:
            a_visit(desk, 5)
            done = ship(tmp_path, province)
            wire.close()
            for _ in range(3):
                desk.now += timedelta(days=1)
                a_visit(desk, 4)
                with pytest.raises(StoreAway):
                    ship(tmp_path, province)
        with closing(Database(database, "test")) as again:
            assert ship(tmp_path, again) == desk.ledger.seq - done
            assert shipped(database) == (desk.ledger.seq, 4, 4)


def test_what_two_ship_at_once_is_there_once(tmp_path: Path, database: str) -> None:
    with (
        closing(Database(database, "test")) as one,
        closing(Database(database, "test")) as two,
        closing(desk_on(tmp_path)) as desk,
    ):
        for _ in range(3):
            a_visit(desk, 5)
            assert ship(tmp_path, one) + ship(tmp_path, two) > 0
        assert shipped(database) == (desk.ledger.seq, 3, 3)


def test_a_restored_backup_replaces_what_was_shipped_after_it(tmp_path: Path, database: str) -> None:
    data = tmp_path / "data"
    with closing(Database(database, "test")) as province:
        with closing(desk_on(data)) as desk:
            a_visit(desk, 5)
            kept = desk.ledger.seq
            back_up(data, tmp_path / "copy")
            a_visit(desk, 1)
            ship(data, province)
        restore(tmp_path / "copy", data)
        assert ship(data, province) == kept
        assert shipped(database) == (kept, 1, 1)


def test_a_centre_that_is_hosted_here_is_not_shipped_over(tmp_path: Path, database: str) -> None:
    desk_on(tmp_path).close()
    with closing(OwnedStore(database)) as store, pytest.raises(StoreUnusable, match="hosts the centre"):
        ship(tmp_path, store.database)


def test_a_centre_that_ships_here_is_not_served_from_here(tmp_path: Path, database: str) -> None:
    desk_on(tmp_path).close()
    with closing(Database(database, "test")) as province:
        ship(tmp_path, province)
    with pytest.raises(StoreUnusable, match="only ships"):
        OwnedStore(database)


def test_the_province_sees_waits_promises_and_ratings(
    tmp_path: Path, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(desk_on(tmp_path)) as desk:
        a_visit(desk, 5)
        a_visit(desk, 2)
        desk.now += timedelta(days=1)
        a_visit(desk, 3)
    assert main(["ship", "--data", str(tmp_path), "--to", database, "--once"]) == 0
    assert "events shipped" in capsys.readouterr().out
    assert main(["province", "report", "--store", database, "--day", "2026-11-23"]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["centre", "day", "tickets"]
    assert line.split()[:5] == [CENTRE, "2026-11-23", "2", "2", "0"]
    assert "4.0 min" in line
    assert line.split()[-2:] == ["2", "3.5"]
    assert main(["province", "report", "--store", database]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
