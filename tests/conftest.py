"""What every test starts with: no screen, no GPU, one locale, and properties that do not race the clock."""

from __future__ import annotations

import os
from collections.abc import Iterator

# Read by Qt when it is first imported, so set before any test module is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("LC_ALL", "C.UTF-8")

import pytest
import structlog
from hypothesis import HealthCheck, settings

settings.register_profile(
    "hall", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("hall")


@pytest.fixture(autouse=True)
def _logs_of_its_own() -> Iterator[None]:
    """A command run in this process sends the logs to its stderr, which pytest closes after the test."""
    yield
    structlog.reset_defaults()
