"""The two shipped centres: complete, reachable, in two languages, and nobody's real data."""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from config.catalogue import services_taking
from config.icons import FACES, FIELD_ICONS, PRIORITY_ICONS
from config.loader import EXAMPLES, Loaded, load
from config.model import Hall

CODE = re.compile(r"^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}-(\d{6})-\d{4,6}$")
MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"


@pytest.fixture(params=["tinh", "phuong"])
def loaded(request: pytest.FixtureRequest) -> Loaded:
    return load(EXAMPLES / request.param)


def hall_of(name: str) -> Hall:
    return load(EXAMPLES / name).hall


def dossiers(loaded: Loaded) -> list[dict[str, str]]:
    with (loaded.directory / loaded.hall.dossiers.path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_province_has_the_size_it_promises() -> None:
    hall = hall_of("tinh")
    assert (len(hall.counters), len(hall.agencies), len(hall.zones)) == (37, 23, 2)
    assert len(hall.services) >= 58
    assert ([one.id for one in hall.kiosks], len(hall.displays)) == (["K1", "K2"], 4)
    assert (hall.priority.mode, hall.priority.others_between) == ("interleaved", 3)


def test_the_ward_has_five_counters() -> None:
    assert [one.number for one in hall_of("phuong").counters] == ["1", "2", "3", "4", "5"]


def test_nothing_is_remarked_on(loaded: Loaded) -> None:
    assert loaded.warnings == ()


def test_every_procedure_leads_to_a_service_that_takes_papers(loaded: Loaded) -> None:
    for procedure in loaded.procedures:
        assert services_taking(procedure, loaded.hall.services), procedure.name


def test_each_of_the_four_purposes_leads_somewhere(loaded: Loaded) -> None:
    for purpose in ("submit", "supplement", "collect", "ask"):
        assert [one for one in loaded.hall.services if purpose in one.purposes], purpose


def test_every_text_has_english(loaded: Loaded) -> None:
    hall = loaded.hall
    parts = [
        *hall.agencies,
        *hall.fields,
        *hall.services,
        *hall.zones,
        *hall.counters,
        *hall.priority.reasons,
    ]
    for part in parts:
        assert part.name and part.name.get("en"), part.id


def test_every_field_reason_and_level_has_its_picture(loaded: Loaded) -> None:
    hall = loaded.hall
    assert {one.icon for one in hall.fields} <= set(FIELD_ICONS)
    assert {one.icon for one in hall.priority.reasons} == set(PRIORITY_ICONS)
    assert {one.face for one in hall.rating.levels} == set(FACES)


def test_names_fit_a_screen_and_no_fee_is_promised_away(loaded: Loaded) -> None:
    for one in loaded.procedures:
        assert len(one.name) <= 200, one.code
        assert all(len(paper) <= 120 for paper in one.papers), one.code
        assert "miễn" not in one.fee.lower() and not one.fee.startswith("0"), one.code


def test_everyday_words_are_there_for_what_people_say(loaded: Loaded) -> None:
    said = {word for one in loaded.procedures for word in one.everyday}
    expected = {
        "tinh-mau": {"sang tên sổ đỏ", "đổi bằng lái", "làm hộ chiếu", "mở công ty"},
        "phuong-mau": {"giấy độc thân", "nhập hộ khẩu", "làm giấy khai sinh", "sao y"},
    }[loaded.hall.centre.id]
    assert expected <= said


def test_the_sample_dossiers_are_in_all_ten_states_with_real_dates(loaded: Loaded) -> None:
    rows = dossiers(loaded)
    assert {row["state"] for row in rows} == {str(state) for state in range(1, 11)}
    assert len({row["code"] for row in rows}) == len(rows) >= 40
    for row in rows:
        found = CODE.match(row["code"])
        assert found, row["code"]
        datetime.strptime(found[1], "%y%m%d")
        for moment in filter(None, (row["received_at"], row["due_at"])):
            assert datetime.fromisoformat(moment).weekday() < 5, row["code"]


def test_the_steps_of_a_dossier_are_in_order(loaded: Loaded) -> None:
    for row in dossiers(loaded):
        steps = [step.partition("|") for step in row["steps"].split("; ")]
        times = [datetime.fromisoformat(at) for at, _, _ in steps]
        assert times == sorted(times) and all(text for _, _, text in steps), row["code"]


def test_nobody_in_the_examples_is_real(loaded: Loaded) -> None:
    assert all(row["owner"].startswith("CÔNG DÂN MẪU ") for row in dossiers(loaded))
    assert all(clerk.name.startswith("Cán bộ ") and not clerk.pin_hash for clerk in loaded.hall.clerks)
    assert loaded.hall.centre.hotline.startswith("0000")


def test_every_file_is_composed_vietnamese(loaded: Loaded) -> None:
    for file in sorted(loaded.directory.iterdir()):
        text = file.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), file.name
        assert not set(text) & set(MARKS), file.name


def test_the_examples_lie_where_the_loader_says() -> None:
    assert Path(EXAMPLES, "tinh", "procedures.csv").is_file()
