"""The log asked for page by page, and what may be typed to narrow it; without a hub."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from counter_client.audit_props import derive_audit, question
from counter_client.audit_trail import AuditTrail
from counter_client.hall_watch import HallWatch
from counter_client.help_calls import derive_help
from counter_client.low_marks import MARKS_KEPT, LowMarks
from hub.domain import events
from hub.domain.events import kind_of
from hub.messages.errors import ERROR_CODES
from hub.messages.views import AuditRow, HelpView
from tests.counter_client.scene import NOW, ago, hall_state, ticket
from tests.helpers.hall import sample_hall
from ui.hall_link import Answer, Done

QML = Path(__file__).parents[2] / "counter_client" / "qml"


class Log:
    """A hub with a log: ``rows`` newest first, told ``page`` at a time."""

    def __init__(self, rows: list[dict[str, Any]], page: int) -> None:
        self.rows, self.page = rows, page
        self.asked: list[dict[str, Any]] = []

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        assert what == "audit"
        self.asked.append(args)
        older = [row for row in self.rows if row["seq"] < args.get("before_seq", 10**9)]
        rows = older[: self.page]
        more = rows[-1]["seq"] if len(older) > self.page else None
        done(Answer(True, data={"rows": rows, "before_seq": more}))


def watching(log: Log, **parts: Any) -> tuple[HallWatch, LowMarks, AuditTrail]:
    watch = HallWatch("chief", "vi", lambda: 0.0, "supervisor")
    low, trail = LowMarks(log, watch), AuditTrail(log, watch)
    watch.take_state(replace(hall_state(ticket(1)), **parts))
    watch.take_online(True, None)
    return watch, low, trail


def rating(seq: int, score: int, at: str = ago(5)) -> dict[str, Any]:
    return {"seq": seq, "at": at, "ev": "rating_given", "by": "rating:q1", "score": score}


def test_low_marks_are_looked_for_back_to_the_days_beginning() -> None:
    yesterday = "2026-11-19T15:00:00+07:00"
    rows = [rating(9, 1), rating(8, 5), rating(7, 2), rating(6, 5), rating(5, 1, yesterday)]
    log = Log(rows, 2)
    _, low, _ = watching(log)
    assert [row.seq for row in low.rows] == [9, 7]
    assert [args.get("before_seq") for args in log.asked] == [None, 8, 6]


def test_no_more_low_marks_are_kept_than_are_shown() -> None:
    _, low, _ = watching(Log([rating(500 - n, 1) for n in range(300)], 200))
    assert len(low.rows) == MARKS_KEPT


def test_they_are_asked_for_again_when_the_hub_is_back() -> None:
    log = Log([rating(9, 1)], 200)
    watch, low, _ = watching(log)
    watch.take_online(False, NOW)
    watch.take_online(True, None)
    assert (len(log.asked), len(low.rows)) == (2, 1)


def test_the_log_is_turned_a_page_at_a_time_to_its_beginning() -> None:
    log = Log([rating(n, 5) for n in range(5, 0, -1)], 2)
    _, _, trail = watching(log)
    trail.look("")
    counts = [trail.lines.rowCount()]  # type: ignore[attr-defined]
    while trail.more:
        trail.older()
        counts.append(trail.lines.rowCount())  # type: ignore[attr-defined]
    assert counts == [2, 4, 5]


def test_a_refusal_of_the_hub_is_said() -> None:
    class Refusing(Log):
        def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
            done(Answer(False, code="not_allowed"))

    _, _, trail = watching(Refusing([], 1))
    trail.look("")
    assert (trail.state, trail.code) == ("failed", "not_allowed")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", {}),
        ("a001", {"ticket": "a001"}),
        (" A001 ", {"ticket": "a001"}),
        ("1", {"counter": "q1"}),
        ("Quầy 1", {"counter": "q1"}),
        ("K1", {"station": "k1"}),
        ("A999", None),
    ],
)
def test_what_is_typed_is_a_number_a_counter_or_a_machine(typed: str, words: dict[str, str] | None) -> None:
    assert question(typed, hall_state(ticket(1)), sample_hall()) == words


def test_ids_become_the_names_people_use() -> None:
    row = AuditRow(
        seq=1,
        at=ago(0),
        ev="ticket_transferred",
        by="counter:q1",
        number="A001",
        counter="q1",
        to_counter="q2",
        service="khai-sinh",
        clerk="lan",
        amount_vnd=8_000,
    )
    (line,) = derive_audit([row], sample_hall(), "vi")
    assert (line.by_kind, line.by_name, line.to, line.service) == ("counter", "1", "2", "Đăng ký khai sinh")
    assert (line.clerk, line.amount, line.day, line.hour) == (
        "Nguyễn Thị Lan",
        "8.000 đ",
        "20/11",
        "09:42:10",
    )


def test_every_event_of_the_log_has_its_sentence() -> None:
    words = (QML / "AuditWords.qml").read_text(encoding="utf-8")
    kinds = [kind_of(one) for one in vars(events).values() if hasattr(one, "__struct_config__") and _tag(one)]
    assert len(kinds) > 20
    assert [kind for kind in kinds if f'case "{kind}"' not in words] == []


def _tag(kind: Any) -> bool:
    return kind.__struct_config__.tag_field == "ev"


def test_every_refusal_of_the_hub_has_its_sentence() -> None:
    words = (QML / "Meanings.qml").read_text(encoding="utf-8")
    assert [code for code in ERROR_CODES if f'case "{code}"' not in words] == []


def test_the_call_that_waited_longest_is_told_and_ones_own_is_not() -> None:
    calls = [
        HelpView(station="q1", role="counter", at=ago(9)),
        HelpView(station="k1", role="kiosk", at=ago(4)),
        HelpView(station="q2", role="rating", at=ago(1)),
    ]
    props = derive_help(replace(hall_state(), help=calls), sample_hall(), "q1", NOW)
    assert (props.station, props.kind, props.name, props.minutes, props.others) == ("k1", "kiosk", "k1", 4, 1)
    assert props.asking
