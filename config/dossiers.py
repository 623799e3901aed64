"""Where dossiers' states come from, and whether what is said about it can work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from config.hub_settings import is_postgresql, without_password
from config.mistakes import Mistake, nearest
from config.part import Part
from config.schema import soundly
from config.sources import Sources

STATE_NAMES = (
    "Mới đăng ký",
    "Được tiếp nhận",
    "Không được tiếp nhận",
    "Đang xử lý",
    "Yêu cầu bổ sung giấy tờ",
    "Yêu cầu thực hiện nghĩa vụ tài chính",
    "Công dân yêu cầu rút hồ sơ",
    "Dừng xử lý",
    "Đã xử lý xong",
    "Đã trả kết quả",
)
"""The portal's names of the states 1 to 10, in order."""
DATABASES = ("mysql", "mariadb", "oracle", "sqlserver", "mssql")
POSTGRESQL = ("postgresql", "postgres")


STALE_FILE_MINUTES, STALE_ANSWER_MINUTES = 26 * 60, 60
SQLITE_URL = "sqlite:///"


def _no_other_database(value: object) -> object:
    if isinstance(value, str) and value.strip().lower() in POSTGRESQL:
        raise ValueError('với PostgreSQL hãy viết kind = "sql" và url = "postgresql://…"')
    if isinstance(value, str) and value.strip().lower() in DATABASES:
        raise ValueError(
            f"chưa nối thẳng với {value}; hãy cho hệ thống đó xuất ra thư mục (folder), "
            "ra tệp SQLite (sqlite) hoặc trả lời qua HTTP (http)"
        )
    return value


def _named_states(value: object) -> object:
    if not isinstance(value, dict) or any(type(state) is not int for state in value.values()):
        raise ValueError('phải là một bảng tên = số từ 1 đến 10, ví dụ { "DANG_XU_LY" = 4 }')
    return value


State = Annotated[int, Field(ge=1, le=10)]
Kind = Annotated[
    Literal["none", "csv", "folder", "sqlite", "sql", "http"], BeforeValidator(_no_other_database)
]  # fmt: skip


class DossierMapping(Part):
    """What the source calls our columns; empty: as we do. In JSON a dot leads inwards: ``thuTuc.ten``."""

    row: str = ""
    """HTTP: where the dossier stands in the answer; empty: the answer is the dossier."""
    rows: str = ""
    """HTTP: where the list stands in the board's answer; empty: the answer is the list."""
    code: str = ""
    state: str = ""
    procedure: str = ""
    agency: str = ""
    owner: str = ""
    received_at: str = ""
    due_at: str = ""
    note: str = ""
    lookup_code: str = ""
    steps: str = ""
    """A text as in `dossiers.csv`; over HTTP also a list of objects."""
    step_at: str = ""
    """HTTP: the time in each object of ``steps``; default ``step_at``."""
    step_text: str = ""
    """HTTP: the words in each object of ``steps``; default ``step_text``."""


class DossierSource(Part):
    """Where dossiers' states come from; `docs/howto/dossiers.md` shows each kind."""

    kind: Kind = "none"
    """One CSV file, the newest table of a folder, an SQLite file, a database by its ``url``, a service that
    answers JSON."""
    path: str = ""
    """The CSV file, the folder or the database, relative to the centre's directory."""
    query: str = ""
    """Databases: the SELECT of one dossier, by ``:code`` (in capitals)."""
    board_query: str = ""
    """Databases: the SELECT of the board's dossiers; ``:states`` is e.g. ``[4,5]``. Empty: no board."""
    url: str = ""
    """HTTP: the address of one dossier, with ``{code}`` in it. ``sql``: ``postgresql://USER@HOST/NAME`` (its
    password is best kept in ``~/.pgpass`` or ``PGPASSWORD``), or ``sqlite:///FILE``."""
    board_url: str = ""
    """HTTP: the address of the board's list; ``{states}`` becomes e.g. ``4,5``. Empty: no board."""
    headers_file: str = ""
    """HTTP: a file of lines ``Name: value`` sent along (the service's key), kept out of this file."""
    timeout_s: float = Field(default=2, gt=0, le=2.5)
    """Databases, HTTP: how long an answer may take."""
    retry_after_s: float = Field(default=15, ge=1, le=600)
    """PostgreSQL, HTTP: how long a source that failed three times running is left alone."""
    cache_s: float = Field(default=60, ge=0, le=3600)
    """Databases, HTTP: how long an answer is good; if the source is away it serves on with its age shown."""
    stale_after_minutes: int = Field(default=0, ge=0, le=525_600)
    """From this age on the screens say that the data is old; 0: 26 hours for files, which other systems write
    once a day, else an hour."""
    ask_lookup_code: bool = False
    """True: a kiosk shows details only with the code printed on the receipt."""
    board_states: tuple[State, ...] = (4, 5, 6, 9)
    """Which of the ten states the TV's board lists."""
    states: Annotated[dict[str, State], BeforeValidator(_named_states)] = Field(default_factory=dict)
    """What the source calls the ten states; the numbers and the portal's names are known anyway."""
    mapping: DossierMapping = DossierMapping()

    def sqlite_file(self) -> str | None:
        """Return the file of an SQLite source, relative to the centre's directory; None for any other."""
        if self.kind == "sqlite":
            return self.path
        if self.kind == "sql" and self.url.startswith(SQLITE_URL):
            return self.url.removeprefix(SQLITE_URL)
        return None

    def masked(self) -> DossierSource:
        """Return the source as a person may read it: without a database's password."""
        return self.model_copy(update={"url": without_password(self.url)}) if self.kind == "sql" else self

    def for_stations(self) -> DossierSource:
        """Return what stations need: not where the source is nor how it is asked."""
        told = self.model_dump(include={"kind", "ask_lookup_code", "board_states"})
        by_kind = STALE_FILE_MINUTES if self.kind in ("csv", "folder") else STALE_ANSWER_MINUTES
        return DossierSource(**told, stale_after_minutes=self.stale_after_minutes or by_kind)


NEEDED: Mapping[str, tuple[str, ...]] = {
    "csv": ("path",),
    "folder": ("path",),
    "sqlite": ("path", "query"),
    "sql": ("url", "query"),
    "http": ("url",),
}
ALSO: Mapping[str, tuple[str, ...]] = {
    "sqlite": ("board_query",),
    "sql": ("board_query",),
    "http": ("board_url", "headers_file"),
}
PLACES = ("path", "query", "board_query", "url", "board_url", "headers_file")
MEANINGS: Mapping[tuple[str, str], str] = {
    ("csv", "path"): "tệp CSV chứa trạng thái hồ sơ",
    ("folder", "path"): "thư mục nhận tệp CSV hoặc XLSX",
    ("sqlite", "path"): "tệp cơ sở dữ liệu SQLite",
    ("sqlite", "query"): "câu SELECT tìm một hồ sơ theo :code",
    ("sql", "url"): "địa chỉ postgresql://… hoặc sqlite:///…",
    ("sql", "query"): "câu SELECT tìm một hồ sơ theo :code",
    ("http", "url"): "địa chỉ tra một hồ sơ, có {code}",
}


def mistakes(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """Yield what keeps the source from ever answering."""
    source = _source(sources)
    if source is None or source.kind == "none":
        return
    needed = NEEDED[source.kind]
    for key in needed:
        if not getattr(source, key):
            yield sources.mistake(("dossiers",), f"thiếu {key}: {MEANINGS[source.kind, key]}")
    for key in PLACES:
        if getattr(source, key) and key not in (*needed, *ALSO.get(source.kind, ())):
            yield sources.mistake(("dossiers", key), f"khóa này không dùng với kind = “{source.kind}”")
    if source.path and "path" in needed:
        yield from _path(source, sources, directory)
    if source.kind in ("sqlite", "sql"):
        yield from _queries(source, sources)
    if source.kind == "sql" and source.url:
        yield from _database(source, sources, directory)
    if source.kind == "http":
        yield from _addresses(source, sources)
        yield from _headers(source, sources, directory)


def warnings(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """Yield what an SQLite file itself says against a query now; it may be another on the day."""
    source = _source(sources)
    file = source.sqlite_file() if source is not None else None
    if source is None or file is None or not (directory / file).is_file():
        return
    address = f"{(directory / file).absolute().as_uri()}?mode=ro"
    for key, query in (("query", source.query), ("board_query", source.board_query)):
        if not query:
            continue
        try:
            with closing(sqlite3.connect(address, uri=True, timeout=source.timeout_s)) as database:
                database.execute(f"EXPLAIN {query}", {"code": "", "states": "[]"})
        except (sqlite3.Error, sqlite3.Warning) as error:
            yield sources.mistake(("dossiers", key), f"cơ sở dữ liệu không nhận câu này: {error}")


def _source(sources: Sources) -> DossierSource | None:
    return soundly(DossierSource, sources.values.get("dossiers"))


def _path(source: DossierSource, sources: Sources, directory: Path) -> Iterator[Mistake]:
    there = directory / source.path
    if source.kind == "folder":
        if not there.is_dir():
            guess = nearest(source.path, sorted(one.name for one in directory.glob("*/")))
            yield sources.mistake(("dossiers", "path"), f"không có thư mục “{source.path}”", guess)
    elif not there.is_file():
        pattern = "*.csv" if source.kind == "csv" else "*.*"
        guess = nearest(source.path, sorted(one.name for one in directory.glob(pattern)))
        yield sources.mistake(("dossiers", "path"), f"không có tệp “{source.path}”", guess)


def _queries(source: DossierSource, sources: Sources) -> Iterator[Mistake]:
    for key, query in (("query", source.query), ("board_query", source.board_query)):
        if query and query.split()[:1] and query.split()[0].upper() not in ("SELECT", "WITH"):
            yield sources.mistake(("dossiers", key), "phải là một câu SELECT: nguồn hồ sơ chỉ được đọc")
    if source.query and ":code" not in source.query:
        yield sources.mistake(("dossiers", "query"), "phải có :code, chỗ của mã hồ sơ")


def _database(source: DossierSource, sources: Sources, directory: Path) -> Iterator[Mistake]:
    path = ("dossiers", "url")
    file = source.sqlite_file()
    if file is None and not is_postgresql(source.url):
        yield sources.mistake(path, f"phải có dạng postgresql://người-dùng@máy/tên hoặc {SQLITE_URL}tệp")
    elif file is not None and not (directory / file).is_file():
        guess = nearest(file, sorted(one.name for one in directory.glob("*.*")))
        yield sources.mistake(path, f"không có tệp “{file}”", guess)


def _addresses(source: DossierSource, sources: Sources) -> Iterator[Mistake]:
    for key, address in (("url", source.url), ("board_url", source.board_url)):
        if address and (wrong := _wrong_address(address)):
            yield sources.mistake(("dossiers", key), wrong)
    if source.url and "{code}" not in source.url:
        yield sources.mistake(("dossiers", "url"), "phải có {code}, chỗ của mã hồ sơ")


def _wrong_address(address: str) -> str:
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        return f"địa chỉ “{address}” phải có dạng http://máy:cổng/… hoặc https://…"
    secret = parts.username or parts.password
    return "không viết tên và mật khẩu trong địa chỉ; hãy để trong headers_file" if secret else ""


def _headers(source: DossierSource, sources: Sources, directory: Path) -> Iterator[Mistake]:
    if not source.headers_file:
        return
    path = ("dossiers", "headers_file")
    try:
        lines = (directory / source.headers_file).read_text(encoding="utf-8-sig").splitlines()
    except OSError:
        yield sources.mistake(path, f"không đọc được tệp “{source.headers_file}”")
        return
    except UnicodeDecodeError:
        yield sources.mistake(path, f"tệp “{source.headers_file}” không phải văn bản UTF-8")
        return
    for number, line in enumerate(lines, start=1):
        name, colon, _ = line.partition(":")
        if line.strip() and not line.startswith("#") and not (colon and name.strip().isascii()):
            yield sources.mistake(
                path, f"dòng {number} của “{source.headers_file}” phải có dạng Tên: giá trị"
            )
