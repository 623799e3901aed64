"""What a centre says of its dossier source: mistakes are named, and stations never hear where it is."""

from __future__ import annotations

import re
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from config.dossiers import DossierSource
from config.loader import load
from config.mistakes import ConfigError, Mistake
from tests.config.centres import CENTRE, write_centre

GUIDE = Path(__file__).parents[2] / "docs" / "howto" / "dossiers.md"
SQLITE = 'kind = "sqlite"\npath = "mot-cua.db"\n'
SQL = 'kind = "sql"\nquery = "SELECT * FROM ho_so WHERE code = :code"\n'
HTTP = 'kind = "http"\nurl = "https://motcua.example/ho-so/{code}"\n'


def centre_with(directory: Path, dossiers: str) -> Path:
    write_centre(directory, centre=f"{CENTRE}\n[dossiers]\n{dossiers}")
    (directory / "nhan").mkdir()
    with closing(sqlite3.connect(directory / "mot-cua.db")) as database, database:
        database.execute("CREATE TABLE ho_so (code TEXT, state TEXT)")
    (directory / "khoa.txt").write_text("# của cổng\nX-Api-Key: bí mật\n\n", encoding="utf-8")
    (directory / "hong.txt").write_text("X-Api-Key: a\nbí mật\n", encoding="utf-8")
    return directory


def mistakes_of(directory: Path) -> list[Mistake]:
    try:
        load(directory)
    except ConfigError as error:
        return list(error.mistakes)
    return []


@pytest.mark.parametrize(
    "dossiers",
    [
        'kind = "none"',
        'kind = "folder"\npath = "nhan"\nmapping = { code = "Mã hồ sơ", state = "Trạng thái" }',
        SQLITE + 'query = "SELECT * FROM ho_so WHERE code = :code"\nboard_query = "SELECT * FROM ho_so"',
        SQL + 'url = "postgresql://doc@db/hoso"',
        SQL + 'url = "sqlite:///mot-cua.db"',
        HTTP + 'headers_file = "khoa.txt"\nstates = { "DANG_XU_LY" = 4 }\n[dossiers.mapping]\nrow = "data"',
    ],
)
def test_each_kind_of_source_loads_without_a_remark(tmp_path: Path, dossiers: str) -> None:
    assert load(centre_with(tmp_path, dossiers)).warnings == ()


@pytest.mark.parametrize(
    ("dossiers", "key", "words", "nearest"),
    [
        ('kind = "htpp"', "dossiers.kind", "phải là một trong", "http"),
        ('kind = "PostgreSQL"', "dossiers.kind", 'hãy viết kind = "sql"', ""),
        ('kind = "Oracle"', "dossiers.kind", "chưa nối thẳng với Oracle", ""),
        ('kind = "sql"\nquery = "SELECT :code"', "dossiers", "thiếu url", ""),
        (SQL + 'url = "mysql://a/b"', "dossiers.url", "phải có dạng postgresql://", ""),
        (SQL + 'url = "sqlite:///motcua.db"', "dossiers.url", "không có tệp", "mot-cua.db"),
        (SQL + 'url = "postgresql://db/hoso"\npath = "x"', "dossiers.path", "không dùng với", ""),
        ('kind = "folder"', "dossiers", "thiếu path", ""),
        ('kind = "folder"\npath = "nhann"', "dossiers.path", "không có thư mục", "nhan"),
        ('kind = "folder"\npath = "khoa.txt"', "dossiers.path", "không có thư mục", ""),
        ('kind = "folder"\npath = "nhan"\nurl = "http://a/{code}"', "dossiers.url", "không dùng với", ""),
        (SQLITE, "dossiers", "thiếu query", ""),
        (
            'kind = "sqlite"\npath = "motcua.db"\nquery = "SELECT :code"',
            "dossiers.path",
            "không có tệp",
            "mot-cua.db",
        ),
        (SQLITE + 'query = "SELECT * FROM ho_so"', "dossiers.query", "phải có :code", ""),
        (SQLITE + 'query = "DELETE FROM ho_so WHERE code = :code"', "dossiers.query", "SELECT", ""),
        ('kind = "http"', "dossiers", "thiếu url", ""),
        ('kind = "http"\nurl = "https://motcua.example/"', "dossiers.url", "phải có {code}", ""),
        ('kind = "http"\nurl = "motcua.example/{code}"', "dossiers.url", "phải có dạng", ""),
        ('kind = "http"\nurl = "https://[/{code}"', "dossiers.url", "phải có dạng", ""),
        ('kind = "http"\nurl = "https://a:b@c/{code}"', "dossiers.url", "headers_file", ""),
        (HTTP + 'board_url = "ftp://motcua.example"', "dossiers.board_url", "phải có dạng", ""),
        (HTTP + 'headers_file = "khoá.txt"', "dossiers.headers_file", "không đọc được", ""),
        (HTTP + 'headers_file = "hong.txt"', "dossiers.headers_file", "dòng 2", ""),
        (HTTP + "timeout_s = 30", "dossiers.timeout_s", "2.5", ""),
        (HTTP + "states = { A = 11 }", "dossiers.states.A", "10", ""),
        (HTTP + 'states = { A = "4" }', "dossiers.states", "tên = số", ""),
        (HTTP + 'states = "4"', "dossiers.states", "tên = số", ""),
        (HTTP + '[dossiers.mapping]\nownr = "chu"', "dossiers.mapping.ownr", "không có khóa", "owner"),
    ],
)
def test_a_mistake_is_named_with_its_key_and_nearest_name(
    tmp_path: Path, dossiers: str, key: str, words: str, nearest: str
) -> None:
    found = mistakes_of(centre_with(tmp_path, dossiers))
    assert [(one.key, one.nearest) for one in found if words in one.text] == [(key, nearest)], found


@pytest.mark.parametrize(
    "query", ["SELECT * FROM ho_so WHERE ma = :code", "SELECT * FORM ho_so WHERE code = :code"]
)
def test_a_query_the_database_refuses_now_is_remarked_on(tmp_path: Path, query: str) -> None:
    (warning,) = load(centre_with(tmp_path, f'{SQLITE}query = "{query}"')).warnings
    assert (warning.key, "không nhận câu này" in warning.text) == ("dossiers.query", True)


def test_stations_hear_what_they_show_but_not_where_the_source_is(tmp_path: Path) -> None:
    said = HTTP + 'headers_file = "khoa.txt"\nstale_after_minutes = 7\nask_lookup_code = true\n'
    hall = load(centre_with(tmp_path, said + 'states = { "RIENG" = 4 }')).hall
    told = hall.for_stations()
    assert (told.dossiers.kind, told.dossiers.stale_after_minutes) == ("http", 7)
    assert told.dossiers.ask_lookup_code
    for secret in ("motcua.example", "khoa.txt", "RIENG"):
        assert secret in hall.model_dump_json()
        assert secret not in told.model_dump_json()


@pytest.mark.parametrize(("kind", "minutes"), [("csv", 1560), ("folder", 1560), ("sqlite", 60), ("http", 60)])
def test_a_file_written_once_a_day_is_not_old_an_hour_later(kind: str, minutes: int) -> None:
    told = DossierSource.model_validate({"kind": kind}).for_stations()
    assert told.stale_after_minutes == minutes
    assert DossierSource.model_validate({"kind": kind, "stale_after_minutes": 5}).for_stations() == (
        told.model_copy(update={"stale_after_minutes": 5})
    )


def test_a_databases_password_is_shown_to_nobody(tmp_path: Path) -> None:
    hall = load(centre_with(tmp_path, SQL + 'url = "postgresql://doc:bi-mat@db/hoso"')).hall
    assert hall.without_secrets().dossiers.url == "postgresql://doc:***@db/hoso"
    assert hall.for_stations().dossiers.url == ""
    assert hall.dossiers.url == "postgresql://doc:bi-mat@db/hoso"


def test_what_the_guide_writes_is_understood() -> None:
    blocks = re.findall(r"(?:^(?:    .+)?\n)+", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    said = [tomllib.loads(block)["dossiers"] for block in blocks if "[dossiers" in block]
    assert [DossierSource.model_validate(one).kind for one in said] == [
        "folder",
        "sqlite",
        "sql",
        "http",
        "none",
    ]
