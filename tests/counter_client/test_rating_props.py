from datetime import timedelta

import pytest

from counter_client.panel_props import (
    REMARK_MOST,
    WRITING_S,
    Answer,
    Ended,
    PanelProps,
    derive_levels,
    derive_panel,
    derive_reasons,
    last_served,
    remark_after,
    wants_reasons,
)
from tests.counter_client.scene import NOW, ago, floor, ticket
from tests.helpers.hall import sample_hall

ENDED = Ended("a001", "A001", ago(0, 10))
CALLED = ticket(2, "called", counter="q1")
SERVING = ticket(2, "serving", counter="q1")


def page(*tickets: object, ended: Ended | None = ENDED, answer: Answer | None = None, **q1: object) -> str:
    here = floor(*tickets, **q1)  # type: ignore[arg-type]
    return derive_panel(here, ended, answer or Answer("a001"), NOW, "vi").page


def test_before_the_first_news_the_panel_connects() -> None:
    assert derive_panel(None, None, Answer(), None, "vi") == PanelProps()


def test_without_a_visit_the_panel_greets() -> None:
    assert page(ended=None) == "idle"
    assert page(ended=None, state="closed") == "closed"
    assert page(ended=None, state="paused") == "closed"


def test_the_number_being_served_stands_on_the_panel() -> None:
    assert page(CALLED, ended=None) == "called"
    assert page(SERVING, ended=None) == "serving"


def test_a_finished_visit_is_asked_about_until_the_window_closes() -> None:
    assert page() == "ask"
    assert derive_panel(floor(), ENDED, Answer("a001"), NOW, "vi").seconds_left == 20
    late = derive_panel(floor(), ENDED, Answer("a001"), NOW + timedelta(seconds=21), "vi")
    assert (late.page, late.seconds_left) == ("idle", 0)


def test_the_question_outlives_the_next_call_but_not_the_next_visit() -> None:
    assert page(CALLED) == "ask"
    assert page(SERVING) == "serving"


def test_a_low_mark_asks_for_reasons() -> None:
    assert page(answer=Answer("a001", score=1)) == "reasons"


@pytest.mark.parametrize(("said", "shown"), [("thanks", "thanks"), ("already_rated", "not-taken")])
def test_what_came_of_it_stands_for_a_moment(said: str, shown: str) -> None:
    assert page(answer=Answer("a001", 5, (), said, NOW - timedelta(seconds=2))) == shown
    assert page(answer=Answer("a001", 5, (), said, NOW - timedelta(seconds=9))) == "idle"


@pytest.mark.parametrize(
    ("levels", "faces"),
    [
        ((3, 2, 1), ["very_happy", "neutral", "very_sad"]),
        ((4, 3, 2, 1), ["very_happy", "happy", "sad", "very_sad"]),
        ((5, 4, 3, 2, 1), ["very_happy", "happy", "neutral", "sad", "very_sad"]),
    ],
)
def test_every_number_of_levels_has_its_faces(levels: tuple[int, ...], faces: list[str]) -> None:
    hall = sample_hall(rating={"levels": [{"score": score, "name": f"mức {score}"} for score in levels]})
    rows = derive_levels(floor(hall=hall), "vi")
    assert [row.face for row in rows] == faces
    assert [row.score for row in rows] == list(levels)


def test_reasons_remember_what_is_chosen() -> None:
    rows = derive_reasons(floor(), Answer("a001", 1, ("thai-do",)), "vi")
    assert [(row.key, row.chosen) for row in rows] == [("cho-lau", False), ("thai-do", True)]


def test_only_low_marks_want_reasons_and_only_where_there_are_any() -> None:
    form = sample_hall().rating
    assert wants_reasons(form, 2)
    assert not wants_reasons(form, 3)
    assert not wants_reasons(form.model_copy(update={"reasons": ()}), 1)


def test_after_a_restart_the_last_visit_is_asked_about_unless_it_was_rated() -> None:
    done = ticket(1, "served", counter="q1", ended_at=ago(0, 10))
    assert last_served(floor(done)) == ENDED
    assert last_served(floor(ticket(1, "served", counter="q1", ended_at=ago(0, 10), rated=True))) is None
    assert last_served(floor()) is None


def test_whoever_writes_gets_more_time_and_then_the_mark_goes_out() -> None:
    writing = Answer("a001", 1, writing=True, extra_s=WRITING_S)
    late = NOW + timedelta(seconds=40)
    assert derive_panel(floor(), ENDED, writing, late, "vi").page == "remark"
    assert derive_panel(floor(), ENDED, Answer("a001", 1), late, "vi").page == "idle"


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("ghê", "sac", "ghế"),
        ("ghe", "e", "ghê"),
        ("ghế", "space", "ghế "),
        ("ghế", "backspace", "gh"),
        ("ghế", "clear", ""),
        ("x" * REMARK_MOST, "y", "x" * REMARK_MOST),
    ],
)
def test_a_remark_is_typed_in_vietnamese_and_stays_short(before: str, key: str, after: str) -> None:
    assert remark_after(before, key) == after


@pytest.mark.parametrize(("shown", "name"), [(True, "Nguyễn Thị Lan"), (False, "")])
def test_the_clerk_is_named_only_where_the_centre_wants(shown: bool, name: str) -> None:
    hall = sample_hall(rating={"show_clerk": shown})
    assert derive_panel(floor(hall=hall, clerk="lan"), None, Answer(), NOW, "vi").clerk == name
