"""Halls and moments for the display's tests."""

from __future__ import annotations

from typing import Any

from config.model import Hall
from display import rehearsal
from display.rehearsal import NOW, a_call, absent, busy_state, call_event, quiet_state
from hub.messages.views import HallState
from tests.helpers.hall import sample_hall

__all__ = ["NOW", "a_call", "a_state", "absent", "busy_state", "call_event", "quiet_state"]


def a_state(hall: Hall | None = None, **more: Any) -> HallState:
    return rehearsal.a_state(hall or sample_hall(), **more)
