"""One hub for the tests of a module that do not need their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hub import HubThread, serving


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    with serving(tmp_path) as hub:
        yield hub
