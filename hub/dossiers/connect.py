"""Builds the source a centre's configuration names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import assert_never

from config.model import DossierSource as Settings
from hub.dossiers.cache import Cached
from hub.dossiers.csv_source import CsvSource, FolderSource
from hub.dossiers.fields import FieldMap
from hub.dossiers.http_source import HttpSource, Service
from hub.dossiers.postgresql_source import PostgresqlSource
from hub.dossiers.source import DossierSource, NoSource
from hub.dossiers.sqlite_source import SqliteSource


def source_of(
    settings: Settings, directory: Path, zone: tzinfo, now: Callable[[], datetime]
) -> DossierSource:
    """Return the source; paths start at ``directory``. Nothing is opened before the first question.

    ``now`` is the business clock.
    """
    names = settings.mapping.model_dump(exclude={"row", "rows"}, exclude_defaults=True)
    fields = FieldMap(names, settings.states, zone)
    path = directory / settings.path
    match settings.kind:
        case "none":
            return NoSource()
        case "csv":
            return CsvSource(path, fields)
        case "folder":
            return FolderSource(path, fields)
        case "sqlite":
            queries = settings.query, settings.board_query
            return Cached(SqliteSource(path, *queries, fields, settings.timeout_s, now), settings.cache_s)
        case "sql":
            return Cached(_database(settings, directory, fields, now), settings.cache_s)
        case "http":
            return Cached(HttpSource(_service(settings, directory), fields, now), settings.cache_s)
        case _:
            assert_never(settings.kind)


def _database(
    settings: Settings, directory: Path, fields: FieldMap, now: Callable[[], datetime]
) -> DossierSource:
    queries = settings.query, settings.board_query
    file = settings.sqlite_file()
    if file is not None:
        return SqliteSource(directory / file, *queries, fields, settings.timeout_s, now)
    rest_s = settings.retry_after_s
    return PostgresqlSource(settings.url, *queries, fields, settings.timeout_s, now, rest_s=rest_s)


def _service(settings: Settings, directory: Path) -> Service:
    return Service(
        url=settings.url,
        board_url=settings.board_url,
        headers_file=directory / settings.headers_file if settings.headers_file else None,
        row=settings.mapping.row,
        rows=settings.mapping.rows,
        timeout_s=settings.timeout_s,
        rest_s=settings.retry_after_s,
    )
