"""The store on PostgreSQL alone: the lease, the fence, and a database that goes away at the worst moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from bench.postgresql import Server
from bench.proxy import Proxy, Wire
from hub.messages import commands as cmd
from hub.store.errors import Fenced, StoreUnusable
from hub.store.postgresql.connecting import connect
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices, centre_of
from hub.store.postgresql.known_keys import KnownKeys
from hub.store.postgresql.leases import Holder, Lease, Leases, new_owner
from hub.store.postgresql.rows import Claim, document
from hub.store.records import Batch
from tests.helpers.desk import CENTRE, Desk, OwnedStore, PostgresKeeper, number_of, verified


@pytest.fixture
def wire(postgresql: Server) -> Iterator[Proxy]:
    with closing(Proxy(postgresql.port)) as proxy:
        yield proxy


def leases_on(database: str) -> Leases:
    with closing(Database(database, "test")) as prepared:
        prepared.prepare()
    return Leases(database, new_owner(), "127.0.0.1:8760")


def expire(keeper: PostgresKeeper) -> None:
    keeper.sql("UPDATE leases SET expires_at = '-infinity'")


# the lease --------------------------------------------------------------------------------------------


def test_a_centre_has_one_owner_and_the_other_hears_who(database: str) -> None:
    with closing(leases_on(database)) as ours, closing(leases_on(database)) as theirs:
        lease = ours.acquire(CENTRE)
        assert isinstance(lease, Lease)
        found = theirs.acquire(CENTRE)
        assert isinstance(found, Holder)
        assert found.owner == ours.owner
        assert "127.0.0.1:8760" in str(found)
        ours.release(lease)
        assert not lease.held()
        taken = theirs.acquire(CENTRE)
        assert isinstance(taken, Lease)
        assert taken.term == lease.term + 1


def test_a_lease_that_ran_out_is_taken_and_its_owner_hears_so(database: str) -> None:
    keeper = PostgresKeeper(database)
    with closing(leases_on(database)) as ours, closing(leases_on(database)) as theirs:
        lease = ours.acquire(CENTRE)
        assert isinstance(lease, Lease)
        expire(keeper)
        ours.renew()
        assert isinstance(theirs.acquire(CENTRE), Holder)
        expire(keeper)
        assert isinstance(theirs.acquire(CENTRE), Lease)
        ours.renew()
        assert not lease.held()
        with pytest.raises(Fenced, match=theirs.owner):
            lease.must_be_held()
        with pytest.raises(Fenced):
            ours.retake(lease)


def test_a_centre_that_another_had_for_a_moment_is_not_taken_back_in_silence(database: str) -> None:
    keeper = PostgresKeeper(database)
    with closing(leases_on(database)) as ours, closing(leases_on(database)) as theirs:
        lease = ours.acquire(CENTRE)
        assert isinstance(lease, Lease)
        expire(keeper)
        for_a_moment = theirs.acquire(CENTRE)
        assert isinstance(for_a_moment, Lease)
        theirs.release(for_a_moment)
        assert lease.held()  # as far as our own clock tells
        with pytest.raises(Fenced):
            ours.retake(lease)
        assert not lease.held()


def test_a_take_over_waits_for_the_write_that_is_under_way(database: str) -> None:
    keeper = PostgresKeeper(database)
    with (
        closing(Desk(keeper.open)) as desk,
        closing(leases_on(database)) as theirs,
        closing(connect(database, "test")) as blocking,
    ):
        blocking.execute(b"BEGIN; LOCK TABLE answers IN EXCLUSIVE MODE")
        writing = threading.Thread(target=desk.issue)
        writing.start()
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'answers'::regclass"
        while keeper.sql(waiting) == [(0,)]:
            pass
        expire_and_take = threading.Thread(target=lambda: (expire(keeper), theirs.acquire(CENTRE)))
        expire_and_take.start()
        blocking.execute(b"COMMIT")
        writing.join()
        expire_and_take.join()
        assert verified(keeper).tickets == 1
        with pytest.raises(Fenced):
            desk.issue()
    assert verified(keeper).tickets == 1


def test_a_fenced_write_writes_nothing_of_itself(database: str) -> None:
    with closing(OwnedStore(database)) as store:
        before = store.lease.term
        with pytest.raises(Fenced):
            store.database.write(Claim(CENTRE, before + 1, Batch()))
        assert document([Claim("a$b", 1, Batch())]) == b'{"claims":[{"centre":"a\\u0024b","term":1}]}'


# a database that goes away --------------------------------------------------------------------------


def test_a_write_whose_answer_was_lost_is_found_and_counted_once(database: str, wire: Proxy) -> None:
    keeper = PostgresKeeper(database)
    with closing(Desk(lambda: OwnedStore(wire.url(database)))) as desk:
        desk.issue()
        wire.state = Wire.NO_ANSWERS
        store = desk.store
        assert isinstance(store, OwnedStore)
        store.leases._database.url = database  # the way back is by another wire
        answered = threading.Timer(0.3, lambda: setattr(wire, "state", Wire.WHOLE))
        answered.start()
        outcome = desk.issue("the-key")
        answered.join()
        assert number_of(outcome) == "A002"
        assert desk.issue("the-key") == outcome
        assert number_of(desk.issue()) == "A003"
    report = verified(keeper)
    assert (report.tickets, report.problems) == (3, [])


def test_a_write_that_never_arrived_is_made_again(database: str, wire: Proxy) -> None:
    with closing(Desk(lambda: OwnedStore(wire.url(database)))) as desk:
        desk.issue()
        wire.break_all()
        assert number_of(desk.issue()) == "A002"
    assert verified(PostgresKeeper(database)).tickets == 2


def test_a_database_that_restarts_within_the_lease_was_only_slow(postgresql: Server) -> None:
    keeper = PostgresKeeper(postgresql.new_database())
    with closing(Desk(keeper.open)) as desk:
        desk.issue()
        postgresql.restart()
        store = desk.store
        assert isinstance(store, OwnedStore)
        store.lease.runs_out_s += 60  # however slow this machine restarts it
        assert number_of(desk.issue()) == "A002"
    assert verified(keeper).problems == []


def test_when_the_lease_runs_out_before_the_database_answers_nobody_is_answered(
    database: str, wire: Proxy
) -> None:
    with closing(OwnedStore(wire.url(database))) as store:
        desk = Desk(lambda: store)
        wire.state = Wire.SILENT
        with pytest.raises(Fenced):
            desk.issue()
        wire.state = Wire.WHOLE
        wire.break_all()
    assert verified(PostgresKeeper(database)).problems == []


# the rest -------------------------------------------------------------------------------------------


def test_a_database_of_a_newer_program_is_refused(database: str) -> None:
    with closing(Database(database, "test")) as connections:
        connections.prepare()
        connections.prepare()
        PostgresKeeper(database).sql("INSERT INTO schema_version VALUES (99)")
        with pytest.raises(StoreUnusable, match="schema 99 is newer"):
            connections.prepare()


def test_two_centres_share_a_database_and_nothing_else(database: str) -> None:
    with (
        closing(Desk(lambda: OwnedStore(database, "phuong-mot"))) as one,
        closing(Desk(lambda: OwnedStore(database, "phuong-hai"))) as two,
    ):
        one.issue("the-key")
        one.issue()
        assert number_of(two.issue("the-key")) == "A001"
        assert one.ledger.epoch != two.ledger.epoch
        assert two.store.history(100, 10)[0].seq == 2
    report = verified(PostgresKeeper(database))
    assert (report.tickets, report.problems) == (3, [])


def test_a_token_reaches_the_centre_it_was_paired_with_and_no_other(database: str) -> None:
    with closing(OwnedStore(database)) as store:
        ours = PostgresDevices(store.database, "phuong-mot")
        theirs = PostgresDevices(store.database, "phuong-hai")
        token = ours.pair("kiosk", "k1")
        found = ours.find(token)
        assert found is not None
        assert (found.role, found.name) == ("kiosk", "k1")
        assert theirs.find(token) is None
        assert centre_of(store.database, token) == ("phuong-mot", found)
        assert (theirs.revoke("kiosk", "k1"), ours.revoke("kiosk", "k1")) == (0, 1)
        assert ours.find(token) is None
        assert ours.revoked() == {found.token_hash}
        assert centre_of(store.database, token) is None


def test_what_a_server_would_lose_in_a_power_cut_is_not_trusted(postgresql: Server) -> None:
    url = postgresql.new_database()
    with closing(connect(url, "test")) as connection:
        name = url.rpartition("/")[2]
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off".encode())
    with closing(connect(url, "test")) as connection:
        assert connection.execute(b"SHOW synchronous_commit").fetchone() == ("on",)


def test_known_keys_forget_none_and_seldom_err() -> None:
    known = [("kiosk:k1", f"key-{n}") for n in range(3_000)]
    keys = KnownKeys(known)
    assert all(key in keys for key in known)
    wrong = sum(("kiosk:k1", f"other-{n}") in keys for n in range(3_000))
    assert wrong < 60
    assert not keys.full


def test_a_command_refused_for_its_words_leaves_the_hub_well(database: str) -> None:
    with closing(Desk(lambda: OwnedStore(database))) as desk:
        desk.issue(dossier="'); DROP TABLE events; -- $$ $mc$ \\ \" 🙂")
        desk.do(cmd.CallNext())
        assert next(iter(desk.ledger.snapshot()[1].tickets)).dossier is not None
    assert verified(PostgresKeeper(database)).problems == []
