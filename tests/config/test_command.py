"""``motcua-config`` as somebody at a centre uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from config.__main__ import main
from config.loader import EXAMPLES
from config.model import Hall
from tests.config.centres import COUNTERS, SERVICES, STATION, swap, write_centre

Output = pytest.CaptureFixture[str]


def test_a_good_centre_is_summed_up_and_exits_0(tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(write_centre(tmp_path))]) == 0
    assert "1 quầy" in capsys.readouterr().out


def test_every_mistake_has_a_line_and_the_exit_is_1(tmp_path: Path, capsys: Output) -> None:
    services = swap(SERVICES, ('prefix = "A"', 'prefx = "A"'), ('agency = "ubnd"', 'agency = "ubdn"'))
    counters = swap(COUNTERS, ('zone = "sanh"', 'zone = "sanhh"'))
    assert main(["check", str(write_centre(tmp_path, services=services, counters=counters))]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.partition("Ý bạn là ")[2] for line in lines] == ["“sanh”?", "“ubnd”?", "“prefix”?"]
    assert last == "3 lỗi."


def test_warnings_are_printed_and_exit_0(tmp_path: Path, capsys: Output) -> None:
    counters = swap(COUNTERS, ("speaks = true", "speaks = false"))
    assert main(["check", str(write_centre(tmp_path, counters=counters))]) == 0
    assert capsys.readouterr().out.startswith("cảnh báo: counters.toml:1: zones[sanh]: ")


def test_a_stations_file_is_checked_with_the_centre(tmp_path: Path, capsys: Output) -> None:
    directory = write_centre(tmp_path / "centre")
    file = tmp_path / "station.toml"
    file.write_text(STATION, encoding="utf-8")
    assert main(["check", str(directory), "--station", str(file)]) == 0
    file.write_text(swap(STATION, ('id = "K1"', 'id = "K1a"')), encoding="utf-8")
    assert main(["check", str(directory), "--station", str(file)]) == 1
    assert "station.toml: id: " in capsys.readouterr().out


def test_show_json_is_the_resolved_centre(tmp_path: Path, capsys: Output) -> None:
    directory = write_centre(tmp_path)
    clerk = '\n[[clerks]]\nid = "cb01"\nname = "Cán bộ 01"\npin_hash = "$argon2id$secret"\n'
    (directory / "counters.toml").write_text(COUNTERS + clerk, encoding="utf-8")
    assert main(["show", str(directory), "--json"]) == 0
    printed = capsys.readouterr().out
    shown = json.loads(printed)
    assert [(one["id"], one["prefix"]) for one in shown["services"]] == [("khai-sinh", "A"), ("khac", "B")]
    told = ("id", "number", "zone", "services", "weights")
    assert [shown["counters"][0][key] for key in told] == ["01", "1", "sanh", ["khai-sinh", "khac"], {}]
    assert [one["id"] for one in shown["kiosks"] + shown["displays"]] == ["K1", "TV1"]
    assert shown["services"][1]["procedures"] == ["1.001193", "2.001263"]
    assert shown["calling"]["no_show_after_s"] == 45
    assert "secret" not in printed
    procedures = shown.pop("procedures")
    assert [one["code"] for one in procedures] == ["1.001193", "2.001263"]
    assert Hall.model_validate(shown).counters[0].number == "1"


def test_show_for_people_names_each_counter_and_its_services(tmp_path: Path, capsys: Output) -> None:
    assert main(["show", str(write_centre(tmp_path))]) == 0
    assert "Quầy 1 (sanh): A Khai sinh, B Hộ tịch khác" in capsys.readouterr().out


def test_show_of_a_bad_centre_tells_every_mistake_on_stderr(tmp_path: Path, capsys: Output) -> None:
    directory = write_centre(tmp_path, services=swap(SERVICES, ('prefix = "A"', 'prefx = "A"')))
    assert main(["show", str(directory), "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "“prefix”" in err


def test_without_a_command_it_explains_itself_and_exits_2(capsys: Output) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["tinh", "phuong"])
def test_the_examples_check_well(name: str, capsys: Output) -> None:
    assert main(["check", str(EXAMPLES / name)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
