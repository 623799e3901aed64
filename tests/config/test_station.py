"""One machine's file, alone and beside its centre."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.loader import load, load_station, station_fits
from config.mistakes import ConfigError
from tests.config.centres import STATION, swap, write_centre


def write(directory: Path, text: str = STATION) -> Path:
    file = directory / "station.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    station = load_station(write(tmp_path))
    assert station.hub.key_file == str(tmp_path / "K1.key")
    assert station.data == str(tmp_path / "state")
    assert station.devices.printer == ""


def test_an_absolute_path_stays(tmp_path: Path) -> None:
    station = load_station(write(tmp_path, swap(STATION, ("K1.key", "/var/keys/K1.key"))))
    assert station.hub.key_file == "/var/keys/K1.key"


@pytest.mark.parametrize(
    ("old", "new", "key", "nearest"),
    [
        ('role = "kiosk"', 'role = "kios"', "role", "kiosk"),
        ('key_file = "', 'keyfile = "', "hub.keyfile", "key_file"),
        ("ws://127.0.0.1:8080", "127.0.0.1:8080", "hub.addresses[#1]", ""),
        ("ws://127.0.0.1:8080", "ws://127.0.0.1:99999", "hub.addresses[#1]", ""),
        ("ws://127.0.0.1:8080", "ws://[", "hub.addresses[#1]", ""),
        ("[hub]", '[device]\nprinter = ""\n\n[hub]', "device", "devices"),
        ("[hub]", '[screen]\nsize = "1080"\n\n[hub]', "screen.size", ""),
    ],
)
def test_each_mistake_has_its_key_and_nearest_name(
    tmp_path: Path, old: str, new: str, key: str, nearest: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_station(write(tmp_path, swap(STATION, (old, new))))
    assert [(one.file, one.key, one.nearest) for one in caught.value.mistakes] == [
        ("station.toml", key, nearest)
    ]


def test_a_file_that_is_not_there_is_one_mistake(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_station(tmp_path / "station.toml")
    assert [one.file for one in caught.value.mistakes] == ["station.toml"]


def test_a_station_of_the_centre_fits(tmp_path: Path) -> None:
    hall = load(write_centre(tmp_path / "centre")).hall
    assert station_fits(load_station(write(tmp_path)), hall) == ()


@pytest.mark.parametrize(
    ("role", "name", "nearest"), [("kiosk", "K2", ""), ("display", "TV", "TV1"), ("rating", "1", "01")]
)
def test_an_id_the_centre_does_not_have_for_that_role_is_a_mistake(
    tmp_path: Path, role: str, name: str, nearest: str
) -> None:
    hall = load(write_centre(tmp_path / "centre")).hall
    text = swap(STATION, ('id = "K1"', f'id = "{name}"'), ('role = "kiosk"', f'role = "{role}"'))
    (mistake,) = station_fits(load_station(write(tmp_path, text)), hall)
    assert (mistake.key, mistake.nearest) == ("id", nearest)


def test_a_gateway_is_no_part_of_the_centre(tmp_path: Path) -> None:
    hall = load(write_centre(tmp_path / "centre")).hall
    text = swap(STATION, ('id = "K1"', 'id = "phones"'), ('role = "kiosk"', 'role = "gateway"'))
    assert station_fits(load_station(write(tmp_path, text)), hall) == ()
