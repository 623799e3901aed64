"""By which rule a counter calls: the centre's, and what the counter has of its own. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from config.model import Counter, Hall


@dataclass(frozen=True, slots=True)
class Policy:
    """``weights``: how many of each service's people go to how many of the others'."""

    order: Literal["first_come", "in_order", "weighted"]
    weights: Mapping[str, int]
    priority: Literal["strict", "interleaved", "none"]
    others_between: int
    returning: Literal["in_turn", "first", "interleaved"]
    returning_between: int
    ageing_cap: timedelta
    early: timedelta
    late: timedelta

    def weight(self, service: str) -> int:
        return self.weights.get(service, 1)


def policy_of(hall: Hall, counter: Counter | None = None) -> Policy:
    """Return the counter's policy; without a counter the centre's, as estimates use it."""
    calling, priority, booked = hall.calling, hall.priority, hall.appointments
    own = counter.model_dump(include=OWN, exclude_none=True) if counter else {}
    return Policy(
        order=own.get("services_order", calling.services),
        weights=counter.weights if counter else {},
        priority=own.get("priority", priority.mode),
        others_between=own.get("others_between", priority.others_between),
        returning=own.get("returning", calling.returning),
        returning_between=own.get("returning_between", calling.returning_between),
        ageing_cap=timedelta(minutes=own.get("ageing_cap_minutes", calling.ageing_cap_minutes)),
        early=timedelta(minutes=booked.early_minutes),
        late=timedelta(minutes=booked.late_minutes),
    )


def same_line(one: Policy, other: Policy) -> bool:
    """Return whether one service's line moves alike under both; how services share a counter is aside."""
    return replace(one, order=other.order, weights=other.weights) == other


OWN = {
    "services_order", "priority", "others_between", "returning", "returning_between", "ageing_cap_minutes",
}  # fmt: skip
