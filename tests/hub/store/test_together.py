"""Batches of many centres in one transaction: each comes out as if it had been alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from bench.proxy import Proxy
from hub.store.errors import Fenced, StoreAway
from hub.store.postgresql.database import Database
from hub.store.postgresql.rows import Claim
from hub.store.postgresql.together import Together
from hub.store.records import Answer, Batch
from tests.helpers.desk import OwnedStore, PostgresKeeper
from tests.helpers.floor import MONDAY_8_AM

CENTRES = [f"phuong-{n}" for n in range(6)]


@pytest.fixture
def terms(database: str) -> Iterator[dict[str, int]]:
    """The present term of six centres, all owned."""
    with ExitStack() as stack:
        stores = {each: stack.enter_context(closing(OwnedStore(database, each))) for each in CENTRES}
        yield {centre: store.lease.term for centre, store in stores.items()}


def answer(key: str) -> Batch:
    return Batch(answers={("kiosk:k1", key): Answer("kiosk:k1", key, MONDAY_8_AM, "x", b"{}")})


def write_all(together: Together, claims: list[Claim]) -> dict[str, str]:
    """Write them from as many threads; return what became of each, by centre."""
    outcomes: dict[str, str] = {}

    def write(claim: Claim) -> None:
        try:
            together.write(claim)
            outcomes[claim.centre] = "written"
        except (Fenced, StoreAway) as error:
            outcomes[claim.centre] = type(error).__name__

    threads = [threading.Thread(target=write, args=(claim,)) for claim in claims]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_one_that_is_fenced_does_not_spoil_the_others(database: str, terms: dict[str, int]) -> None:
    with closing(Database(database, "test")) as connections, closing(Together(connections, 1)) as together:
        claims = [Claim(centre, term, answer("a")) for centre, term in terms.items()]
        claims[2] = Claim(CENTRES[2], terms[CENTRES[2]] - 1, answer("a"))
        outcomes = write_all(together, claims)
    assert [outcomes[centre] for centre in CENTRES] == ["written"] * 2 + ["Fenced"] + ["written"] * 3
    kept = PostgresKeeper(database).sql("SELECT centre FROM answers ORDER BY centre")
    assert [centre for (centre,) in kept] == [centre for centre in CENTRES if centre != CENTRES[2]]


def test_when_the_database_is_away_all_that_wait_hear_so(
    database: str, terms: dict[str, int], postgresql: object
) -> None:
    port = int(database.rpartition(":")[2].partition("/")[0])
    with (
        closing(Proxy(port)) as wire,
        closing(Database(wire.url(database), "test")) as connections,
        closing(Together(connections)) as together,
    ):
        wire.close()
        outcomes = write_all(together, [Claim(centre, term, answer("a")) for centre, term in terms.items()])
    assert set(outcomes.values()) == {"StoreAway"}


def test_after_the_end_nobody_waits_for_ever(database: str, terms: dict[str, int]) -> None:
    with closing(Database(database, "test")) as connections:
        together = Together(connections)
        together.close()
        with pytest.raises(StoreAway, match="stopping"):
            together.write(Claim(CENTRES[0], terms[CENTRES[0]], answer("a")))
