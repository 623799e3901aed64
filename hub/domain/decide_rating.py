"""A citizen's rating of the visit that just ended. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from hub.domain import events as ev
from hub.domain.at_counter import own_counter, todays
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import State, Visit
from hub.messages import commands as cmd

LATE_S: Final = 30
"""A press at the last moment still counts after a slow network or the hub's restart."""


def rate(state: State, command: cmd.Rate, context: Context) -> list[ev.Event]:
    """One rating a ticket and counter, while the window after the visit is open."""
    _well_formed(command, context)
    visit = _visit(state, command, context)
    if visit.rated:
        raise Refusal("already_rated")
    open_for = timedelta(seconds=context.rules.hall.rating.window_s + LATE_S)
    if context.now - visit.ended_at > open_for:
        raise Refusal("rating_closed")
    given = ev.RatingGiven(
        ticket=visit.ticket,
        counter=visit.counter,
        clerk=visit.clerk,
        score=command.score,
        reasons=list(dict.fromkeys(command.reasons)),
        remark=command.remark,
    )
    return [given]


def _well_formed(command: cmd.Rate, context: Context) -> None:
    if command.score not in context.rules.scores:
        raise Refusal("bad_request", "Mức đánh giá không có trong phiếu đánh giá.")
    if not context.rules.rating_reasons.issuperset(command.reasons):
        raise Refusal("bad_request", "Lý do không có trong phiếu đánh giá.")


def _visit(state: State, command: cmd.Rate, context: Context) -> Visit:
    counter = own_counter(state, context)
    if command.ticket is None:
        visit = state.last_visit.get(counter.id)
    else:
        visit = state.visits.get((counter.id, todays(state, command.ticket).id))
    if visit is None:
        raise Refusal("rating_closed", "Chưa có lượt nào kết thúc tại quầy này để đánh giá.")
    return visit
