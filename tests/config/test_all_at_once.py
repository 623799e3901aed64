"""No mistake hides another, and what a number, a page or a table may say has its bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.loader import load
from config.mistakes import ConfigError, Mistake
from tests.config.centres import CENTRE, COUNTERS, SERVICES, swap, write_centre


def mistakes_of(directory: Path) -> list[Mistake]:
    with pytest.raises(ConfigError) as caught:
        load(directory, lists=True)
    return list(caught.value.mistakes)


def keys_of(directory: Path) -> list[str]:
    return sorted(mistake.key for mistake in mistakes_of(directory))


def test_a_wrong_day_hides_no_wrong_hour(tmp_path: Path) -> None:
    wrong = swap(
        CENTRE,
        ("[hours]", '[hours]\ndays = ["mon", "thứ ba", "mon"]'),
        ("closes = 11:30:00, issue_until = 11:15:00", "closes = 06:30:00"),
    )
    assert keys_of(write_centre(tmp_path, centre=wrong)) == [
        "hours.days",
        "hours.days[#2]",
        "hours.sessions[#1].closes",
    ]


def test_a_wrong_session_hides_no_other(tmp_path: Path) -> None:
    sessions = """sessions = [
  { opens = 7, closes = 11:30:00 },
  { opens = 13:00:00, closes = 12:00:00 },
  { opens = 11:00:00, closes = 17:00:00 },
]"""
    line = "sessions = [{ opens = 07:30:00, closes = 11:30:00, issue_until = 11:15:00 }]"
    found = mistakes_of(write_centre(tmp_path, centre=swap(CENTRE, (line, sessions))))
    assert sorted((one.key, one.line) for one in found) == [
        ("hours.sessions[#1].opens", 9),
        ("hours.sessions[#2].closes", 10),
        ("hours.sessions[#3].opens", 11),
    ]


def test_a_wrong_key_of_the_centre_hides_nothing_else_in_it(tmp_path: Path) -> None:
    wrong = swap(
        CENTRE, ('short_name = "Thử"', 'short_name = 5\ntimezone = "Asia/Hanoi"\nlanguages = ["en"]')
    )
    wrong += '\n[voice]\nrepeat = 9\nlanguages = ["en", "fr"]\n[dossiers]\nkind = "folder"\ntimeout_s = 99\n'
    assert keys_of(write_centre(tmp_path, centre=wrong)) == [
        "centre.languages",
        "centre.short_name",
        "centre.timezone",
        "dossiers",
        "dossiers.timeout_s",
        "voice.languages[#2]",
        "voice.repeat",
    ]


@pytest.mark.parametrize(
    ("said", "key", "words"),
    [
        ("[limits]\nheartbeat_s = inf", "limits.heartbeat_s", "hữu hạn"),
        ("[limits]\nheartbeat_s = nan", "limits.heartbeat_s", "hữu hạn"),
        ("[limits]\nheartbeat_s = 1e300", "limits.heartbeat_s", "từ 60 trở xuống"),
        ("[limits]\ncommands_per_s = true", "limits.commands_per_s", "số nguyên"),
        ('[limits]\ncommands_per_s = "20"', "limits.commands_per_s", "số nguyên"),
        ("[calling]\nageing_cap_minutes = 99999999999999", "calling.ageing_cap_minutes", "1440"),
        ("[calling]\nrequire_sign_in = 1", "calling.require_sign_in", "true hoặc false"),
        ('[calling]\nrequire_sign_in = "yes"', "calling.require_sign_in", "true hoặc false"),
        ("ticker = " + "[" * 400 + "]" * 400, "", "lồng nhau quá"),
        ("ticker = " + "[" * 50 + "]" * 50, "", "lồng nhau quá"),
        ("ticker = [[1]]", "ticker[#1]", ""),
    ],
)
def test_a_senseless_value_is_named(tmp_path: Path, said: str, key: str, words: str) -> None:
    found = mistakes_of(
        write_centre(tmp_path, centre=f"{said}\n{CENTRE}" if "ticker" in said else CENTRE + said)
    )
    assert [one.key for one in found if words in one.text][:1] == [key], found
    assert all(one.file == "centre.toml" for one in found), found


def test_typical_minutes_are_a_number_and_a_window_has_an_end(tmp_path: Path) -> None:
    services = swap(SERVICES, ('prefix = "A"', 'prefix = "A"\ntypical_minutes = true\ndaily_limit = 0'))
    centre = swap(CENTRE, ("[rating]", "[rating]\nwindow_s = 999999999999999999"))
    assert keys_of(write_centre(tmp_path, centre=centre, services=services)) == [
        "rating.window_s",
        "services[khai-sinh].daily_limit",
        "services[khai-sinh].typical_minutes",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "so.example.vn",
        "ftp://so.example.vn",
        "https://",
        "http://h:x",
        "https://h/#t=",
        "https://a@h",
        "http://h h",
    ],
)
def test_a_page_no_phone_can_open_is_named(tmp_path: Path, address: str) -> None:
    centre = swap(CENTRE, ('short_name = "Thử"', f'short_name = "Thử"\nphone_url = "{address}"'))
    assert keys_of(write_centre(tmp_path, centre=centre)) == ["centre.phone_url"]


def test_an_emblem_that_is_not_there_or_no_picture_is_named(tmp_path: Path) -> None:
    centre = swap(CENTRE, ('short_name = "Thử"', 'short_name = "Thử"\nemblem = "huy-hieu.png"'))
    write_centre(tmp_path, centre=centre)
    (tmp_path / "huy_hieu.png").write_bytes(b"")
    (mistake,) = mistakes_of(tmp_path)
    assert (mistake.key, mistake.nearest) == ("centre.emblem", "huy_hieu.png")
    write_centre(tmp_path, centre=centre.replace("huy-hieu.png", "centre.toml"))
    assert keys_of(tmp_path) == ["centre.emblem"]


def test_weights_are_of_the_counters_services_and_of_some_use(tmp_path: Path) -> None:
    counters = """
[[zones]]
id = "sanh"
name = "Sảnh"
[[counters]]
id = "01"
number = "1"
zone = "sanh"
services = ["khai-sinh", "khac"]
services_order = "weighted"
weights = { khai-sin = 2, khac = 0 }
[[counters]]
id = "02"
number = "2"
zone = "sanh"
services = ["khac"]
weights = { khac = 2 }
"""
    found = {one.key: one for one in mistakes_of(write_centre(tmp_path, counters=counters))}
    assert sorted(found) == [
        "counters[01].weights.khac",
        "counters[01].weights.khai-sin",
        "counters[02].weights",
    ]
    assert found["counters[01].weights.khai-sin"].nearest == "khai-sinh"
    counters = counters.replace("{ khac = 2 }", '"hai"')
    assert "counters[02].weights" in keys_of(write_centre(tmp_path, counters=counters))


# the table of dossiers ----------------------------------------------------------------------------------

DOSSIERS = CENTRE + '\n[dossiers]\nkind = "csv"\npath = "dossiers.csv"\nstates = { "DANG_XU_LY" = 4 }\n'


def with_table(directory: Path, table: str | bytes) -> Path:
    write_centre(directory, centre=DOSSIERS)
    data = table.encode() if isinstance(table, str) else table
    (directory / "dossiers.csv").write_bytes(data)
    return directory


def test_every_wrong_row_is_named_with_its_line(tmp_path: Path) -> None:
    table = """code,state,due_at
H1,4,2026-11-23T17:00
,4,
H1,Đang xử lý,23/11/2026
H2,Dang xu ly roi,
H3,11,
H4,DANG_XU_LY,ngày mai
"""
    found = mistakes_of(with_table(tmp_path, table))
    assert [(one.file, one.line, one.key) for one in found] == [
        ("dossiers.csv", 3, "code"),
        ("dossiers.csv", 4, "code"),
        ("dossiers.csv", 5, "state"),
        ("dossiers.csv", 6, "state"),
        ("dossiers.csv", 7, "due_at"),
    ]
    assert found[2].nearest == "Đang xử lý"


@pytest.mark.parametrize("table", [b"\xff\xfe", "", "ma,state\nH1,4\n", 'code,state\n"' + "x" * 200_000])
def test_a_table_that_is_none_is_named(tmp_path: Path, table: str | bytes) -> None:
    assert {one.file for one in mistakes_of(with_table(tmp_path, table))} == {"dossiers.csv"}


def test_a_wrong_row_keeps_no_hub_from_starting(tmp_path: Path) -> None:
    assert load(with_table(tmp_path, "code,state\n,99\n")).hall.dossiers.kind == "csv"


def test_a_table_wrong_as_a_whole_is_not_told_row_by_row(tmp_path: Path) -> None:
    found = mistakes_of(with_table(tmp_path, "code,state\n" + "".join(f"H{n},x\n" for n in range(500))))
    assert len(found) == 51
    assert "450" in str(found)


@pytest.mark.parametrize("pin", ["1234", "argon2", "$argon2"])
def test_a_pin_in_place_of_its_hash_is_named(tmp_path: Path, pin: str) -> None:
    clerks = f'[[clerks]]\nid = "lan"\nname = "Lan"\npin_hash = "{pin}"\n'
    (mistake,) = mistakes_of(write_centre(tmp_path, counters=COUNTERS + clerks))
    assert (mistake.key, mistake.nearest) == ("clerks[lan].pin_hash", "")
    assert "motcua-hub pin" in mistake.text
    assert pin != "1234" or "1234" not in str(mistake)


def test_what_has_a_form_is_told_in_words_and_never_corrected_to_itself(tmp_path: Path) -> None:
    fees = '\n[fees]\nbank_bin = "12"\naccount = "a b"\npurpose = "Lệ phí"\n'
    for mistake in mistakes_of(write_centre(tmp_path, centre=CENTRE + fees)):
        assert mistake.key in {"fees.bank_bin", "fees.account", "fees.purpose"}
        assert mistake.nearest == ""
        assert not set("^[{\\") & set(mistake.text)


@pytest.mark.parametrize("name", ["Asia/Hanoi", "Asia/Ha Noi", "Vietnam", "Asia/Saigonn", "Ho_Chi_Minh"])
def test_the_time_of_vietnam_is_found_by_its_other_names(tmp_path: Path, name: str) -> None:
    wrong = swap(CENTRE, ('id = "thu"', f'id = "thu"\ntimezone = "{name}"'))
    (mistake,) = mistakes_of(write_centre(tmp_path, centre=wrong))
    assert mistake.nearest in {"Asia/Ho_Chi_Minh", "Asia/Saigon"}


def test_a_catalogue_of_another_encoding_is_said_in_vietnamese_alone(tmp_path: Path) -> None:
    directory = write_centre(tmp_path)
    (directory / "procedures.csv").write_bytes(b"\xff\xfe\x00")
    (mistake,) = mistakes_of(directory)
    assert "codec" not in mistake.text
