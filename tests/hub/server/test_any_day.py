"""Whatever stations do to a real hub over real sockets, its promises hold (a Hypothesis state machine).

MOTCUA_EXAMPLES in the environment: how many days are tried.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from hub.clock import BusinessClock
from hub.messages.frames import Res
from hub.server.hub import Settings
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread
from tests.helpers.notebook import Notebook
from tests.helpers.wired import Wired

EXAMPLES = int(os.environ.get("MOTCUA_EXAMPLES", "20"))
STEPS = 40
CAP_MINUTES = 20
HALL = sample_hall(
    hours=round_the_clock(),
    limits={"commands_per_s": 10_000},
    kiosks=[{"id": "k1", "zone": "tang-1"}, {"id": "k2", "zone": "tang-1"}],
    calling={"ageing_cap_minutes": CAP_MINUTES, "absent_skip_minutes": 2, "absences_before_no_show": 2},
)
KIOSKS, COUNTERS = st.sampled_from(["k1", "k2"]), st.sampled_from(["q1", "q2", "q3"])
SERVICES = st.sampled_from(["khai-sinh", "chung-thuc", "tach-thua"])
ANY = st.integers(min_value=0, max_value=50)
_Result = TypeVar("_Result")


class HandClock(BusinessClock):
    """Stands still until the test moves it on."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


def somebody_came(day: AnyDay) -> bool:
    return bool(day.notebook.slips)


class AnyDay(RuleBasedStateMachine):
    """Two kiosks, three counters and a display on one hub; the chief hears everything for the notebook."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="mot-cua-day-")
        self.clock = HandClock()
        self.hub = HubThread(Settings(hall=HALL, data=Path(self.folder.name), clock=self.clock))
        self.notebook = Notebook(timedelta(minutes=CAP_MINUTES))
        self.keys = itertools.count(1)
        self.restarts = 0
        self.answered: list[tuple[Wired, str, str, dict[str, Any], Res]] = []
        self.stations: dict[str, Wired] = {}

    @initialize()
    def the_hall_opens(self) -> None:
        self.hub.start()
        roles = {"k1": "kiosk", "k2": "kiosk", "q1": "counter", "q2": "counter", "q3": "counter"}
        for name, role in {**roles, "tv1": "display", "chief": "supervisor"}.items():
            self.stations[name] = self._station(role, name)
            self._run(self.stations[name].open())
        assert self.chief.state is not None
        self.notebook.seq = self.chief.seq

    def teardown(self) -> None:
        for station in self.stations.values():
            self._run(station.close())
        self.hub.stop()
        self.runner.close()
        self.folder.cleanup()

    def _station(self, role: Any, name: str) -> Wired:
        return Wired(lambda: self.hub.address, self.hub.pair(role, name), role, name)

    def _run(self, doing: Coroutine[Any, Any, _Result]) -> _Result:
        return self.runner.run(doing)

    @property
    def chief(self) -> Wired:
        return self.stations["chief"]

    def _hear(self, seq: int) -> None:
        self._run(self.chief.catch_up(seq))
        self.notebook.hear(self.chief.events)
        self.chief.events.clear()

    def _do(self, name: str, command: str, **args: Any) -> Res:
        station = self.stations[name]
        if not station.connected:
            self._run(station.open())
        self.clock.moment += timedelta(seconds=1)
        key = f"key-{next(self.keys)}"
        answer = self._run(station.command(command, key, args))
        self.answered.append((station, key, command, args, answer))
        self._hear(answer.seq or 0)
        return answer

    def _some_ticket(self, index: int) -> str:
        slips = list(self.notebook.slips)
        return slips[index % len(slips)] if slips else "none"

    # what people do --------------------------------------------------------------------------------

    @rule(kiosk=KIOSKS, people=st.lists(st.tuples(SERVICES, st.booleans()), min_size=2, max_size=6))
    def people_come(self, kiosk: str, people: list[tuple[str, bool]]) -> None:
        for service, elderly in people:
            args = {"priority": "cao-tuoi"} if elderly else {}
            answer = self._do(kiosk, "issue_ticket", service=service, **args)
            assert answer.ok
            slip = self.notebook.slips[answer.data["ticket"]["id"]]
            assert (slip.number, slip.service) == (answer.data["ticket"]["number"], service)

    @precondition(somebody_came)
    @rule(counters=st.lists(COUNTERS, min_size=1, max_size=4))
    def clerks_call(self, counters: list[str]) -> None:
        for counter in counters:
            answer = self._do(counter, "call_next")
            if answer.ok:
                slip = self.notebook.slips[answer.data["ticket"]["id"]]
                assert (slip.state, slip.counter) == ("called", counter)

    @precondition(somebody_came)
    @rule(
        counter=COUNTERS,
        act=st.sampled_from(
            ["recall", "start", "finish", "park", "requeue", "mark_no_show", "open_counter", "close_counter"]
        ),
    )
    def a_clerk_acts(self, counter: str, act: str) -> None:
        self._do(counter, act)

    @precondition(somebody_came)
    @rule(counter=COUNTERS, ticket=ANY, act=st.sampled_from(["call_ticket", "reinstate", "cancel"]))
    def a_clerk_chooses(self, counter: str, ticket: int, act: str) -> None:
        self._do(counter, act, ticket=self._some_ticket(ticket))

    @precondition(somebody_came)
    @rule(counter=COUNTERS, to=SERVICES | COUNTERS, keep=st.booleans())
    def transfer(self, counter: str, to: str, keep: bool) -> None:
        self.notebook.keep_place = keep
        where = "to_counter" if to.startswith("q") else "to_service"
        self._do(counter, "transfer", **{where: to}, keep_place=keep)

    @precondition(somebody_came)
    @rule(minutes=st.sampled_from([1, 5, 25]))
    def time_passes(self, minutes: int) -> None:
        self.clock.moment += timedelta(minutes=minutes)

    # what machines do ------------------------------------------------------------------------------

    @precondition(lambda self: self.answered)
    @rule()
    def commands_are_sent_again(self) -> None:
        for station, key, command, args, first in self.answered[-8:]:
            if not station.connected:
                self._run(station.open())
            again = self._run(station.command(command, key, args))
            assert (again.ok, again.seq, again.data, again.err) == (
                first.ok,
                first.seq,
                first.data,
                first.err,
            )

    @rule(name=st.sampled_from(["k1", "q1", "q3", "tv1"]))
    def a_cable_is_pulled(self, name: str) -> None:
        self._run(self.stations[name].close())

    @precondition(lambda self: len(self.answered) >= 5 * (self.restarts + 1))
    @rule()
    def the_hub_restarts(self) -> None:
        self.restarts += 1
        here = [station for station in self.stations.values() if station.connected]
        for station in here:
            self._run(station.close())
        self.hub.stop()
        self.hub.start()
        for station in here:
            self._run(station.open())
            assert station.mode == "delta"

    @rule(name=st.sampled_from(["k1", "q1", "q2", "tv1", "chief"]))
    def a_copy_is_compared_with_the_hall(self, name: str) -> None:
        station = self.stations[name]
        if not station.connected:
            self._run(station.open())
        fresh = self._station(station.role, station.name)
        self._run(fresh.open(resume=False))
        self._run(station.catch_up(fresh.seq))
        assert station.summary() == fresh.summary()
        self._run(fresh.close())

    @invariant()
    def the_notebook_and_the_hall_agree(self) -> None:
        if self.stations:
            assert self.chief.state is not None
            self.notebook.agrees_with(self.chief.state.tickets, self.chief.state.counters)


MANY_DAYS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    phases=(Phase.generate,),  # a day is too long to be shortened while somebody waits
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.timeout(60 + 10 * EXAMPLES)
def test_a_hub_keeps_its_promises_through_any_day() -> None:
    run_state_machine_as_test(AnyDay, settings=MANY_DAYS)
