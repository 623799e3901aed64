"""A centre's directory becomes a hall, or every mistake in it at once."""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import references, sense
from config.loader import load
from config.mistakes import ConfigError, Mistake
from config.model import Hall
from config.schema import validate
from config.sources import Sources
from tests.config.centres import CENTRE, COUNTERS, PROCEDURES, SERVICES, swap, write_centre

KEYS = sorted(
    {"id", "vi", "name", "zone", "zones", "services", "prefix", "sessions", "reasons", "levels", "speaks"}
)


def mistakes_of(directory: Path) -> tuple[Mistake, ...]:
    with pytest.raises(ConfigError) as caught:
        load(directory)
    return caught.value.mistakes


def only(directory: Path) -> Mistake:
    mistakes = mistakes_of(directory)
    assert len(mistakes) == 1, "\n".join(map(str, mistakes))
    return mistakes[0]


def warnings_of(directory: Path) -> list[str]:
    return [warning.text for warning in load(directory).warnings]


def test_a_centre_in_several_files_is_one_hall(tmp_path: Path) -> None:
    loaded = load(write_centre(tmp_path))
    assert loaded.hall.centre.name == {"vi": "Trung tâm Thử"}
    assert loaded.hall.hours.sessions[0].issue_until == time(11, 15)
    assert [service.id for service in loaded.hall.services] == ["khai-sinh", "khac"]
    assert loaded.directory == tmp_path
    assert loaded.warnings == ()


def test_a_procedure_gets_the_id_of_its_field_by_name_or_by_the_portals_name(tmp_path: Path) -> None:
    procedures = load(write_centre(tmp_path)).procedures
    assert [(one.code, one.field) for one in procedures] == [("1.001193", "ho-tich"), ("2.001263", "ho-tich")]
    assert procedures[0].papers == ("Tờ khai", "Giấy chứng sinh")
    assert procedures[0].everyday == ("làm giấy khai sinh", "khai sinh")


def test_a_catalogue_saved_by_excel_with_semicolons_reads_the_same(tmp_path: Path) -> None:
    plain = load(write_centre(tmp_path / "a")).procedures
    excel = "\ufeff" + PROCEDURES.replace(",", ";").replace("\n", "\r\n")
    assert load(write_centre(tmp_path / "b", procedures=excel)).procedures == plain


def test_decomposed_vietnamese_is_composed(tmp_path: Path) -> None:
    loaded = load(write_centre(tmp_path, services=unicodedata.normalize("NFD", SERVICES)))
    assert loaded.hall.fields[0].name["vi"] == unicodedata.normalize("NFC", "Hộ tịch")


def test_a_file_from_notepad_with_a_byte_order_mark_reads_the_same(tmp_path: Path) -> None:
    assert load(write_centre(tmp_path, centre="\ufeff" + CENTRE)).hall.centre.id == "thu"


def test_three_mistakes_are_all_named_with_file_line_key_and_nearest_name(tmp_path: Path) -> None:
    services = swap(SERVICES, ('prefix = "A"', 'prefx = "A"'), ('agency = "ubnd"', 'agency = "ubdn"'))
    counters = swap(COUNTERS, ('"khac"]', '"khác"]'))
    found = mistakes_of(write_centre(tmp_path, services=services, counters=counters))
    assert [(one.file, one.line, one.key, one.nearest) for one in found] == [
        ("counters.toml", 9, "counters[01].services[#2]", "khac"),
        ("services.toml", 8, "fields[ho-tich].agency", "ubnd"),
        ("services.toml", 14, "services[khai-sinh].prefx", "prefix"),
    ]


def test_a_mistake_reads_as_a_sentence_with_a_question(tmp_path: Path) -> None:
    mistake = only(write_centre(tmp_path, services=swap(SERVICES, ('"ubnd"\nportal', '"ubdn"\nportal'))))
    assert str(mistake) == (
        "services.toml:8: fields[ho-tich].agency: không có cơ quan “ubdn”. Ý bạn là “ubnd”?"
    )


def test_a_broken_file_hides_no_mistake_in_another_and_is_blamed_for_nothing_else(tmp_path: Path) -> None:
    counters = swap(COUNTERS, ('zone = "sanh"', 'zone = "sảnh"'))
    found = mistakes_of(write_centre(tmp_path, centre="[centre\n", counters=counters))
    assert [(one.file, one.line, one.nearest) for one in found] == [
        ("centre.toml", 1, ""),
        ("counters.toml", 8, "sanh"),
    ]


def test_a_missing_section_is_one_mistake_and_not_one_for_each_who_names_it(tmp_path: Path) -> None:
    counters = swap(COUNTERS, ("[[zones]]", "[[zone]]"))
    mistake = only(write_centre(tmp_path, counters=counters))
    assert (mistake.key, mistake.nearest, mistake.line) == ("zone", "zones", 1)


def test_a_key_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    write_centre(tmp_path)
    (tmp_path / "more.toml").write_text('[priority]\nmode = "strict"\n', encoding="utf-8")
    mistake = only(tmp_path)
    assert (mistake.file, mistake.key, mistake.line) == ("more.toml", "priority", 1)
    assert "centre.toml" in mistake.text


@pytest.mark.parametrize("name", ["thieu", "trong"])
def test_a_directory_that_is_not_there_or_empty_is_one_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "trong").mkdir()
    assert only(tmp_path / name).file == name


def test_a_file_in_another_code_page_is_a_mistake(tmp_path: Path) -> None:
    write_centre(tmp_path)
    (tmp_path / "centre.toml").write_bytes(CENTRE.encode("utf-16"))
    assert "UTF-8" in only(tmp_path).text


@pytest.mark.parametrize(
    ("part", "old", "new", "key", "nearest"),
    [
        ("services", 'prefix = "A"', 'prefix = "a"', "services[khai-sinh].prefix", "A"),
        ("services", 'prefix = "B"', 'prefix = "A"', "services[khac].prefix", ""),
        ("services", 'prefix = "B"', 'prefix = "A1"', "services[khac].prefix", ""),
        ("services", 'id = "khac"', 'id = "khai-sinh"', "services[khai-sinh].id", ""),
        ("services", 'id = "ho-tich"', 'id = "Hộ tịch"', "fields[Hộ tịch].id", "ho-tich"),
        ("services", '"1.001193"', '"1.001139"', "services[khai-sinh].procedures[#1]", "1.001193"),
        ("services", 'vi = "Khai sinh", ', "", "services[khai-sinh].name", ""),
        ("services", 'field = "ho-tich"\nprocedures', 'field = 7\nprocedures', "services[khai-sinh].field", ""),  # noqa: E501
        ("counters", 'number = "1"', "number = 1", "counters[01].number", ""),
        ("counters", 'id = "K1"', 'id = "01"', "kiosks", ""),
        ("counters", "speaks = true", 'layout = "call"', "displays[TV1].layout", "calls"),
        ("centre", 'mode = "none"', 'mode = "stric"', "priority.mode", "strict"),
        ("centre", "closes = 11:30:00", "closes = 06:30:00", "hours.sessions[#1].closes", ""),
        ("centre", "issue_until = 11:15:00", "issue_until = 12:00:00", "hours.sessions[#1].issue_until", ""),
        ("centre", 'id = "thu"', 'id = "thu"\ntimezone = "Asia/Ho_Chi_Min"', "centre.timezone", "Asia/Ho_Chi_Minh"),  # noqa: E501
        ("centre", 'id = "thu"', 'id = "thu"\nlanguages = ["en"]', "centre.languages", "vi"),
        ("centre", 'score = 2, name', "score = 3, name", "rating.levels", ""),
        ("centre", "[priority]", '[voice]\nlanguages = ["vn"]\n[priority]', "voice.languages[#1]", ""),
        ("centre", "[priority]", '[dossiers]\nkind = "csv"\n[priority]', "dossiers", ""),
        (
            "centre",
            "[priority]",
            '[dossiers]\nkind = "csv"\npath = "procedure.csv"\n[priority]',
            "dossiers.path",
            "procedures.csv",
        ),
        ("procedures", "2.001263", "1.001193", "1.001193", ""),
        ("procedures", "2.001263", "", "", ""),
        ("procedures", "everyday\n", "everday\n", "everday", "everyday"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_key_and_nearest_name(
    tmp_path: Path, part: str, old: str, new: str, key: str, nearest: str
) -> None:
    parts = {"centre": CENTRE, "services": SERVICES, "counters": COUNTERS, "procedures": PROCEDURES}
    write_centre(tmp_path, **{part: swap(parts[part], (old, new))})
    found = mistakes_of(tmp_path)
    assert [one for one in found if (one.key, one.nearest) == (key, nearest)], "\n".join(map(str, found))


def test_a_service_no_counter_serves_is_a_mistake(tmp_path: Path) -> None:
    mistake = only(write_centre(tmp_path, counters=swap(COUNTERS, (', "khac"]', "]"))))
    assert mistake.key == "services[khac]"


def test_sessions_that_overlap_are_a_mistake(tmp_path: Path) -> None:
    later = "}, { opens = 11:00:00, closes = 12:00:00 }]"
    mistake = only(write_centre(tmp_path, centre=swap(CENTRE, ("}]", later))))
    assert mistake.key == "hours.sessions[#2].opens"


def test_codes_without_a_catalogue_are_mistakes(tmp_path: Path) -> None:
    write_centre(tmp_path)
    (tmp_path / "procedures.csv").unlink()
    assert only(tmp_path).key == "services[khai-sinh].procedures[#1]"


@pytest.mark.parametrize(
    ("part", "old", "new", "word"),
    [
        ("services", 'prefix = "B"', 'prefix = "F"', "không đọc được"),
        ("counters", "speaks = true", "speaks = false", "không có màn hình nào đọc số"),
        ("counters", "[[counters]]", '[[zones]]\nid = "b"\nname = "B"\n\n[[counters]]', "không có quầy nào"),
        ("services", "[[fields]]", '[[agencies]]\nid = "x"\nname = "X"\n\n[[fields]]', "không có lĩnh vực nào"),  # noqa: E501
        ("services", 'agency = "ubnd"', 'agency = "ubnd"\nicon = "famly"', "không có hình"),
        ("centre", 'mode = "none"', 'mode = "strict"', "chưa kê đối tượng ưu tiên"),
        ("centre", "[priority]", "[calling]\nrequire_sign_in = true\n[priority]", "chưa kê cán bộ"),
        ("procedures", "Nuôi con nuôi", "Hàng hải", "không có dịch vụ nào nhận"),
    ],
)  # fmt: skip
def test_what_was_hardly_meant_is_a_warning_and_loads(
    tmp_path: Path, part: str, old: str, new: str, word: str
) -> None:
    parts = {"centre": CENTRE, "services": SERVICES, "counters": COUNTERS, "procedures": PROCEDURES}
    if part == "procedures":
        old = "," + old + ","
        new = "," + new + ","
    assert any(
        word in text for text in warnings_of(write_centre(tmp_path, **{part: swap(parts[part], (old, new))}))
    )


@pytest.mark.parametrize(("one", "other"), [("D", "Đ"), ("S", "X"), ("SA", "XA")])
def test_prefixes_that_sound_alike_are_a_warning(tmp_path: Path, one: str, other: str) -> None:
    services = swap(SERVICES, ('prefix = "A"', f'prefix = "{one}"'), ('prefix = "B"', f'prefix = "{other}"'))
    assert any("dễ nghe nhầm" in text for text in warnings_of(write_centre(tmp_path, services=services)))


def test_a_picture_has_a_nearest_name(tmp_path: Path) -> None:
    services = swap(SERVICES, ('agency = "ubnd"', 'agency = "ubnd"\nicon = "famly"'))
    assert load(write_centre(tmp_path, services=services)).warnings[0].nearest == "family"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from(["vi", "ho-tich", "sanh"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*Hall.model_fields, "khac"]), values, max_size=6))
def test_whatever_a_file_says_the_checks_answer_with_mistakes(said: dict[str, object]) -> None:
    sources = Sources(values={**tomllib.loads(CENTRE + SERVICES + COUNTERS), **said}, files=["a.toml"])
    hall = validate(Hall, sources)
    found = [
        *references.check(sources),
        *references.unknown_codes(sources, ()),
        *sense.mistakes(sources, Path("/nowhere"), lists=True),
        *sense.warnings(sources),
        *sources.mistakes,
    ]
    assert hall is not None or sources.mistakes
    assert all(mistake.text and str(mistake) for mistake in found)
