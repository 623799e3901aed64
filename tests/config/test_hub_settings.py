"""Where the hub keeps its queue: only addresses that can work, and no station hears of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from config.__main__ import resolved
from config.hub_settings import without_password
from config.loader import load
from config.mistakes import ConfigError
from tests.config.centres import CENTRE, write_centre


def centre_with(directory: Path, store: str) -> Path:
    return write_centre(directory, centre=f'{CENTRE}\n[hub]\nstore = "{store}"\n')


@pytest.mark.parametrize(
    "store",
    ["", "sqlite", "postgresql://hub@db/motcua", "postgresql:///motcua?host=/run/pg", "postgres://h/d"],
)
def test_a_store_is_a_file_or_a_postgresql_database(tmp_path: Path, store: str) -> None:
    assert load(centre_with(tmp_path, store)).hall.hub.store == store


@pytest.mark.parametrize(
    "store", ["mysql://h/d", "SQLite", "postgresql://hub", "postgresql://h:x/d", "/var/lib"]
)
def test_anything_else_is_named_with_its_line(tmp_path: Path, store: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(centre_with(tmp_path, store))
    (mistake,) = caught.value.mistakes
    assert (mistake.file, mistake.key) == ("centre.toml", "hub.store")
    assert mistake.line is not None


def test_neither_stations_nor_whoever_shows_the_centre_see_the_password(tmp_path: Path) -> None:
    loaded = load(centre_with(tmp_path, "postgresql://hub:bi-mat@db/motcua"))
    shown = json.dumps(resolved(loaded), ensure_ascii=False)
    assert "bi-mat" not in shown
    assert "postgresql://hub:***@db/motcua" in shown
    assert "db/motcua" not in json.dumps(loaded.hall.for_stations().model_dump(mode="json"))


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("sqlite", "sqlite"),
        ("postgresql://hub@db/m", "postgresql://hub@db/m"),
        ("postgresql://hub:x%40y@db:5433/m", "postgresql://hub:***@db:5433/m"),
        (
            "postgresql://db/m?user=hub&password=x&sslmode=require",
            "postgresql://db/m?user=hub&password=***&sslmode=require",
        ),
        ("postgresql://[db/m", "***"),
    ],
)
def test_a_password_is_hidden_wherever_it_stands(address: str, shown: str) -> None:
    assert without_password(address) == shown
