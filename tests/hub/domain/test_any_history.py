"""Whatever a hall goes through, some things stay true (a Hypothesis state machine over the whole domain)."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from config.appointments import Appointment
from hub.domain import events as ev
from hub.domain.apply import apply
from hub.domain.refusal import Refusal
from hub.domain.state import State, Ticket
from hub.messages import commands as cmd
from hub.messages.errors import ERROR_CODES
from hub.messages.frames import Role
from tests.helpers.floor import MONDAY_8_AM, Floor
from tests.helpers.hall import round_the_clock, sample_hall

COUNTERS = st.sampled_from(["q1", "q2", "q3"])
SERVICES = st.sampled_from(["khai-sinh", "chung-thuc", "tach-thua"])
PRIORITIES = st.sampled_from([None, None, None, "cao-tuoi", "mang-thai"])
ANY_TICKET = st.integers(min_value=0, max_value=30)
CAP = timedelta(minutes=20)
GRACE = {"early_minutes": 5, "late_minutes": 5}
COUNTERS_OF_THEIR_OWN = [
    {"id": "q1", "number": "1", "zone": "tang-1", "services": ["khai-sinh", "chung-thuc"]},
    {
        "id": "q2",
        "number": "2",
        "zone": "tang-1",
        "services": ["chung-thuc", "khai-sinh"],
        "services_order": "weighted",
        "weights": {"chung-thuc": 3},
        "priority": "strict",
        "returning": "first",
    },
    {"id": "q3", "number": "3", "zone": "tang-2", "services": ["tach-thua"]},
]


BOOKED_EVERY = timedelta(minutes=7)
EARLY = timedelta(minutes=5)


def _booked(service: str) -> dict[str, Appointment]:
    """Three days of appointments, a window every few minutes."""
    starts = [MONDAY_8_AM + BOOKED_EVERY * n for n in range(600)]
    return {f"{n}": Appointment(f"{n}", service, at, at + BOOKED_EVERY) for n, at in enumerate(starts)}


class AnyHistory(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        calling = {
            "ageing_cap_minutes": 20,
            "absent_skip_minutes": 2,
            "absences_before_no_show": 2,
            "returning": "interleaved",
        }
        hall = sample_hall(
            hours=round_the_clock(), calling=calling, counters=COUNTERS_OF_THEIR_OWN, appointments=GRACE
        )
        self.floor = Floor(hall, appointments=_booked("khai-sinh"))
        self.given: dict[tuple[str, str], list[int]] = {}

    def _do(self, command: cmd.Command, name: str, role: Role = "counter") -> None:
        before = dict(self.floor.state.tickets)
        begun = len(self.floor.log)
        try:
            self.floor.do(command, name, role)
        except Refusal as refusal:
            assert refusal.code in ERROR_CODES
        for recorded in self.floor.log[begun:]:
            self._check(recorded, before)

    def _check(self, recorded: ev.Recorded, before: dict[str, Ticket]) -> None:
        event = recorded.event
        if isinstance(event, ev.TicketIssued):
            self.given.setdefault((event.day, event.service), []).append(event.n)
        if (
            isinstance(event, ev.TicketCalled)
            and event.reason not in ("by_hand", "resumed")
            and not event.recall
        ):
            self._nobody_older_was_passed_over(before[event.ticket], event.counter, before, recorded)

    def _nobody_older_was_passed_over(
        self, called: Ticket, counter: str, before: dict[str, Ticket], recorded: ev.Recorded
    ) -> None:
        """Past the ageing cap, nobody waits while a younger one of the same line is called.

        An appointment's holder waits from its window on, and is not called before while another waits.
        """
        for other in before.values():
            if other.state == "waiting" and other.place == called.place and other.id != called.id:
                over_cap = recorded.at - _waits_since(other) > CAP
                assert not (over_cap and _waits_since(called) > _waits_since(other)), (called, other)
                if recorded.at < _waits_since(called):
                    assert recorded.at < _waits_since(other), (called, other)

    def _some_ticket(self, index: int) -> str:
        tickets = list(self.floor.state.tickets)
        return tickets[index % len(tickets)] if tickets else "none"

    @rule(people=st.lists(st.tuples(SERVICES, PRIORITIES), min_size=1, max_size=4))
    def people_come(self, people: list[tuple[str, str | None]]) -> None:
        for service, priority in people:
            self._do(cmd.IssueTicket(service=service, priority=priority), "k1", "kiosk")

    @rule(index=st.integers(0, 40))
    def someone_booked_comes(self, index: int) -> None:
        gone_by = int((self.floor.now - MONDAY_8_AM) / BOOKED_EVERY)
        self._do(cmd.IssueTicket(service="khai-sinh", appointment=f"{gone_by + index - 5}"), "k1", "kiosk")

    @rule(counter=COUNTERS)
    def call_next(self, counter: str) -> None:
        self._do(cmd.CallNext(), counter)

    @rule(counter=COUNTERS, index=ANY_TICKET)
    def call_ticket(self, counter: str, index: int) -> None:
        self._do(cmd.CallTicket(ticket=self._some_ticket(index)), counter)

    @rule(
        counter=COUNTERS,
        command=st.sampled_from(
            [
                cmd.Recall(),
                cmd.Start(),
                cmd.Finish(),
                cmd.Park(note="x"),
                cmd.Requeue(),
                cmd.MarkNoShow(),
                cmd.OpenCounter(),
                cmd.OpenCounter(services=["tach-thua", "khai-sinh"]),
                cmd.PauseCounter(reason="x"),
                cmd.CloseCounter(),
                cmd.SignIn(clerk="lan", pin=""),
                cmd.SignOut(),
                cmd.Rate(score=4),
                cmd.LinkDossier(dossier="H57.132-260804-0583"),
                cmd.AskFee(amount_vnd=8_000),
                cmd.SettleFee(state="paid"),
                cmd.SettleFee(state="refunded"),
            ]
        ),
    )
    def act(self, counter: str, command: cmd.Command) -> None:
        self._do(command, counter)

    @rule(counter=COUNTERS, service=SERVICES, to_counter=COUNTERS, by=st.booleans(), keep=st.booleans())
    def transfer(self, counter: str, service: str, to_counter: str, by: bool, keep: bool) -> None:
        target = {"to_service": service} if by else {"to_counter": to_counter}
        self._do(cmd.Transfer(**target, keep_place=keep), counter)

    @rule(index=ANY_TICKET, kind=st.sampled_from([cmd.Cancel, cmd.Reinstate]))
    def cancel_or_reinstate(self, index: int, kind: type[cmd.Cancel] | type[cmd.Reinstate]) -> None:
        self._do(kind(ticket=self._some_ticket(index)), "q1")

    @rule(index=ANY_TICKET, priority=st.sampled_from([None, "cao-tuoi"]))
    def change_priority(self, index: int, priority: str | None) -> None:
        self._do(cmd.SetPriority(ticket=self._some_ticket(index), priority=priority, note="x"), "q1")

    @rule(counter=COUNTERS, service=SERVICES)
    def assign(self, counter: str, service: str) -> None:
        command = cmd.AssignServices(counter=counter, services=[service])
        self._do(command, "supervisor", "supervisor")

    @rule(minutes=st.sampled_from([1, 3, 12, 25]))
    def time_passes(self, minutes: int) -> None:
        self.floor.wait(minutes=minutes)

    @precondition(lambda self: len(self.floor.log) > 40)
    @rule()
    def a_night_passes(self) -> None:
        self.floor.wait(days=1)
        self.floor.tick()

    @invariant()
    def numbers_are_unique_and_gap_free(self) -> None:
        for numbers in self.given.values():
            assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def the_log_has_no_gap(self) -> None:
        assert [recorded.seq for recorded in self.floor.log] == list(range(1, len(self.floor.log) + 1))

    @invariant()
    def one_counter_a_ticket_and_one_ticket_a_counter(self) -> None:
        state = self.floor.state
        held = [counter.ticket for counter in state.counters.values() if counter.ticket is not None]
        assert len(held) == len(set(held))
        at_counters = {
            ticket.id for ticket in state.tickets.values() if ticket.state in ("called", "serving")
        }
        assert set(held) == at_counters
        assert all(
            state.tickets[counter.ticket].counter == counter.id
            for counter in state.counters.values()
            if counter.ticket is not None
        )

    @invariant()
    def everyone_waiting_stands_in_exactly_one_line(self) -> None:
        state = self.floor.state
        in_line = [person.ticket for person in state.lines]
        assert len(in_line) == len(set(in_line))
        assert set(in_line) == {ticket.id for ticket in state.tickets.values() if ticket.state == "waiting"}

    @invariant()
    def replaying_the_log_gives_the_same_state(self) -> None:
        replayed = State()
        for recorded in self.floor.log:
            apply(replayed, recorded)
        for name in (
            "seq",
            "day",
            "tickets",
            "numbers",
            "counters",
            "visits",
            "calls",
            "appointments",
            "help",
            "ticker",
            "devices",
            "learnt",
            "at_most_stretch",
        ):
            assert getattr(replayed, name) == getattr(self.floor.state, name)
        assert sorted(replayed.lines) == sorted(self.floor.state.lines)


def _waits_since(ticket: Ticket) -> datetime:
    """An appointment counts until its holder is called; the time before its window is no waiting."""
    if ticket.window_begins is None or ticket.called_at is not None:
        return ticket.waiting_since
    return max(ticket.waiting_since, ticket.window_begins - EARLY)


AnyHistory.TestCase.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)
TestAnyHistory = AnyHistory.TestCase
