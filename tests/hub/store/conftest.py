"""Every behaviour of a store is asked of both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk import Keeper, PostgresKeeper, SqliteKeeper


@pytest.fixture(params=["sqlite", "postgresql"])
def keeper(request: Any, tmp_path: Path) -> Keeper:
    if request.param == "sqlite":
        return SqliteKeeper(tmp_path / "data")
    return PostgresKeeper(request.getfixturevalue("database"))
