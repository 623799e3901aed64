"""Any commands from any devices, through the real ledger and a real store: the projections equal the log."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.domain.rules import Actor, Rules
from hub.ledger.ledger import Ledger, Request
from hub.messages.commands import COMMANDS, Command, IssueTicket
from hub.messages.errors import ERROR_CODES
from tests.helpers.desk import Keeper, PostgresKeeper, SqliteKeeper, verified
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import round_the_clock, sample_hall

HALL = sample_hall(hours=round_the_clock(), calling={"absences_before_no_show": 2})
SERVICES = ["khai-sinh", "khai-sinh", "chung-thuc", "tach-thua", "khong-co"]
TICKETS = [f"20261123-{service}-{n}" for service in SERVICES[1:3] for n in (1, 2)] + ["khong-co"]
COUNTERS = ["q1", "q2", "q3", "q9"]

VALUES: Mapping[str, list[Any]] = {
    "service": SERVICES,
    "to_service": [*SERVICES, None],
    "services": [None, ["khai-sinh"], ["tach-thua", "chung-thuc"], ["khong-co"]],
    "ticket": TICKETS,
    "counter": COUNTERS,
    "to_counter": [*COUNTERS, None],
    "priority": [None, None, "cao-tuoi", "mang-thai", "khong-co"],
    "clerk": ["lan", "minh"],
    "score": [1, 3, 5, 9],
    "reasons": [[], ["cho-lau"], ["khong-co"]],
    "keep_place": [True, False],
}
"""Field of a command → what it may be; other fields are anything of their type."""
ACTORS = [Actor("kiosk", "k1"), *(Actor("counter", name) for name in COUNTERS), Actor("supervisor", "s1")]


def command(kind: type[Command]) -> st.SearchStrategy[Command]:
    info = msgspec.inspect.type_info(kind)
    assert isinstance(info, msgspec.inspect.StructType)
    fields = {
        each.name: st.sampled_from(VALUES[each.name]) if each.name in VALUES else _any(each.type)
        for each in info.fields
        if each.name != "lang"
    }
    return st.builds(lambda **values: msgspec.convert(_given(values), kind), **fields)


def _any(kind: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    """Also for commands that are not thought of yet."""
    match kind:
        case msgspec.inspect.IntType():
            return st.integers(min_value=kind.ge or 0, max_value=kind.le or (kind.ge or 0) + 1_000)
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.LiteralType():
            return st.sampled_from(kind.values)
        case msgspec.inspect.UnionType():
            return st.one_of([_any(each) for each in kind.types])
        case msgspec.inspect.NoneType():
            return st.none()
        case msgspec.inspect.ListType():
            return st.lists(_any(kind.item_type), min_size=kind.min_length or 0, max_size=2)
        case _:
            return st.sampled_from(["chữ", "words"])


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None} | (
        {} if values.get("services", ()) is not None else {"services": ["khai-sinh"]}
    )


ANY_COMMAND = st.one_of([command(kind) for kind in COMMANDS.values()])
COMMON = st.sampled_from(["issue_ticket", "issue_ticket", "call_next", "finish", "set_priority"]).flatmap(
    lambda name: command(COMMANDS[name])
)
SECONDS = [*[1] * 20, *[40] * 20, 90_000]
STEP = st.tuples(st.sampled_from(ACTORS), ANY_COMMAND | COMMON, st.sampled_from(SECONDS))
MORNING = [
    (ACTORS[0], IssueTicket(service=service, priority=priority), 1)
    for service in ("khai-sinh", "chung-thuc")
    for priority in ("cao-tuoi", None)
]
"""A history that begins with people in line has more to tell."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, min_size=25, max_size=80), st.integers(min_value=1, max_value=7))
def test_any_history_is_verified(steps: list[tuple[Actor, Command, int]], batch: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play(SqliteKeeper(Path(folder), synchronous="OFF"), steps, batch)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, min_size=25, max_size=60), st.integers(min_value=1, max_value=7))
def test_any_history_is_verified_in_a_database(
    database: str, steps: list[tuple[Actor, Command, int]], batch: int
) -> None:
    keeper = PostgresKeeper(database)
    with closing(keeper.open()):
        keeper.sql("TRUNCATE events, tickets, answers, personal, ratings")
    play(keeper, steps, batch)


def play(keeper: Keeper, steps: list[tuple[Actor, Command, int]], batch: int) -> None:
    steps = [*MORNING, *steps]
    now, keys = MONDAY_8_AM, itertools.count()
    with closing(keeper.open()) as store:
        ledger = Ledger(store, Rules(HALL), lambda: now, lambda: f"token-{next(keys)}")
        for start in range(0, len(steps), batch):
            some = steps[start : start + batch]
            now += timedelta(seconds=sum(wait for *_, wait in some))
            requests = [Request(actor, f"key-{next(keys)}", each) for actor, each, _ in some]
            done = ledger.execute(requests)
            refused = {outcome.err.code for outcome in done.outcomes if outcome.err}
            assert refused <= set(ERROR_CODES) - {"internal", "store_failed"}
        before = ledger.snapshot()
        ledger.reload()
        assert ledger.snapshot() == before
    assert verified(keeper).problems == []
