"""The tests' own PostgreSQL server: started when the first test asks for it, gone after the last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.postgresql import Server, programs, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Skipped by name where PostgreSQL is not installed."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (deploy/system/apt-optional.txt)")
    with running_server() as server:
        yield server


@pytest.fixture
def database(postgresql: Server) -> str:
    """The address of an empty database."""
    return postgresql.new_database()
