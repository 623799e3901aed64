"""The console script, as an installer meets it."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from argon2 import PasswordHasher

from config.loader import EXAMPLES
from hub.__main__ import main
from tests.helpers.hub import serving


def test_pair_prints_the_token_alone_and_devices_lists_without_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pair", "--data", str(tmp_path), "--role", "kiosk", "--name", "k1"]) == 0
    token = capsys.readouterr().out.strip()
    assert len(token) >= 40
    assert " " not in token
    assert main(["devices", "--data", str(tmp_path)]) == 0
    listed = capsys.readouterr().out
    assert "kiosk" in listed
    assert "good" in listed
    assert token not in listed
    assert token.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_revoking_says_how_many_and_fails_for_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    device = ["pair", "--data", str(tmp_path), "--role", "kiosk", "--name", "k1"]
    main(device)
    main(device)
    assert main([*device, "--revoke"]) == 0
    assert "2 revoked" in capsys.readouterr().out
    assert main([*device, "--revoke"]) == 1


def test_verify_is_content_with_a_hubs_data_and_not_with_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path):
        assert main(["verify", "--data", str(tmp_path)]) == 0
    assert "0 problems" in capsys.readouterr().out
    assert main(["verify", "--data", str(tmp_path / "nothing")]) == 2
    assert "no ledger here" in capsys.readouterr().err


def test_a_second_hub_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(tmp_path):
        serve = [
            "serve",
            "--config",
            str(EXAMPLES / "phuong"),
            "--data",
            str(tmp_path),
            "--listen",
            "127.0.0.1:0",
        ]
        assert main(serve) == 2
    assert "another hub is using this data" in capsys.readouterr().err


def test_a_centre_with_mistakes_is_refused_with_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "centre.toml").write_text('[centre]\nid = "A B"\nnmae = "x"\n', encoding="utf-8")
    assert main(["serve", "--config", str(tmp_path), "--data", str(tmp_path / "data")]) == 2
    said = capsys.readouterr().err
    assert "nmae" in said
    assert len(said.splitlines()) > 3
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "wrong", [["--listen", "nowhere"], ["--now", "tomorrow"], ["--listen", "127.0.0.1:99999"]]
)
def test_a_wrong_option_is_named(tmp_path: Path, wrong: list[str]) -> None:
    serve = ["serve", "--config", str(EXAMPLES / "phuong"), "--data", str(tmp_path)]
    with pytest.raises(SystemExit) as caught:
        main([*serve, *wrong])
    assert wrong[0] in str(caught.value)


def test_backup_restore_and_erase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, copy = str(tmp_path / "data"), str(tmp_path / "copy")
    with serving(Path(data)):
        assert main(["backup", "--data", data, "--to", copy]) == 0
        assert main(["restore", "--from", copy, "--data", data]) == 2
        assert main(["erase", "--data", data, "--days", "0"]) == 0
    assert main(["restore", "--from", copy, "--data", data]) == 0
    assert "1 events, 0 tickets restored" in capsys.readouterr().out


def test_a_pin_is_hashed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2580\n"))
    assert main(["pin"]) == 0
    assert PasswordHasher().verify(capsys.readouterr().out.strip(), "2580")
    monkeypatch.setattr("sys.stdin", io.StringIO("12\n"))
    with pytest.raises(SystemExit):
        main(["pin"])


def test_simulate_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--config", str(EXAMPLES / "phuong"), "--visits", "40"]) == 0
    assert "40 people" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["pair", "--data", "x", "--role", "kiosk", "--name", ""],
        ["pair", "--data", "x", "--role", "kiosk", "--name", "a b"],
        ["pair", "--data", "x", "--role", "kiosk", "--name", "K" * 65],
        ["erase", "--data", "x", "--days", "-1"],
        ["simulate", "--config", "x", "--visits", "-5"],
        ["simulate", "--config", "x", "--counters", "0"],
        ["simulate", "--config", "x", "--returning", "5"],
        ["simulate", "--config", "x", "--ageing", "0"],
    ],
)
def test_senseless_numbers_and_names_are_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert f"argument {words[-2]}" in capsys.readouterr().err


def test_a_backup_of_a_ledger_that_lacks_an_event_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path / "data"):
        pass
    with closing(apsw.Connection(str(tmp_path / "data" / "ledger.db"))) as ledger:
        ledger.execute("UPDATE events SET seq = seq + 5")
    assert main(["backup", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "copy")]) == 1
    assert "as damaged as its source" in capsys.readouterr().err


def test_a_ledger_file_that_was_cut_short_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path):
        pass
    ledger = tmp_path / "ledger.db"
    ledger.write_bytes(ledger.read_bytes()[:-1_000])
    serve = [
        "serve",
        "--config",
        str(EXAMPLES / "phuong"),
        "--data",
        str(tmp_path),
        "--listen",
        "127.0.0.1:0",
    ]
    assert main(serve) == 2
    assert "cut short" in capsys.readouterr().err


def test_data_is_for_its_owner_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["pair", "--data", str(tmp_path / "data"), "--role", "kiosk", "--name", "K1"])
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
