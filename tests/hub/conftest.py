"""The tests' own PostgreSQL, one server for all of them."""

from __future__ import annotations

from tests.helpers.postgresql import database, postgresql

__all__ = ["database", "postgresql"]
