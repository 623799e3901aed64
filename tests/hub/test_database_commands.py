"""The console script on a centre whose store is a database."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.loader import EXAMPLES
from hub.__main__ import main
from tests.helpers.desk import CENTRE, Desk, OwnedStore

A_MONDAY_LONG_AGO = datetime(2024, 11, 25, 1, 0, tzinfo=UTC)


def test_a_device_is_paired_replaced_and_revoked(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--store", database, "--centre", CENTRE]
    device = ["pair", *where, "--role", "kiosk", "--name", "k1"]
    assert main(device) == 0
    first = capsys.readouterr().out.strip()
    assert main([*device, "--replace"]) == 0
    second = capsys.readouterr().out.strip()
    assert len(second) >= 40
    assert second != first
    assert main(["devices", "--store", database]) == 0  # the only centre here
    listed = capsys.readouterr().out
    assert (listed.count("revoked"), listed.count("good")) == (1, 1)
    assert main([*device, "--revoke"]) == 0
    assert "1 revoked" in capsys.readouterr().out


def test_verify_back_up_erase_and_restore(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--store", database, "--centre", CENTRE]
    with closing(Desk(lambda: OwnedStore(database), now=A_MONDAY_LONG_AGO)) as desk:
        desk.issue(dossier="H57.132-260804-0583")
        assert main(["verify", *where]) == 0
        assert "2 events, 1 tickets, 0 problems" in capsys.readouterr().out
        assert main(["backup", *where, "--to", str(tmp_path / "copy")]) == 0  # while it serves
        assert main(["restore", *where, "--from", str(tmp_path / "copy"), "--replace"]) == 2
        assert "another hub is using this data" in capsys.readouterr().err
        desk.issue()
    assert main(["erase", *where, "--days", "0"]) == 0
    assert "1 fields erased" in capsys.readouterr().out
    assert main(["restore", *where, "--from", str(tmp_path / "copy")]) == 2
    assert "--replace" in capsys.readouterr().err
    assert main(["restore", *where, "--from", str(tmp_path / "copy"), "--replace"]) == 0
    assert "2 events, 1 tickets restored" in capsys.readouterr().out
    assert main(["verify", "--store", database]) == 0


def test_copy_tells_what_it_compared(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Desk(lambda: OwnedStore(database))) as desk:
        desk.issue()
    data = tmp_path / "data"
    assert main(["copy", "--from", database, "--to", f"sqlite:{data}", "--centre", CENTRE]) == 0
    assert "the same" in capsys.readouterr().out
    assert main(["verify", "--data", str(data)]) == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["verify"], "--data DIR is missing"),
        (["verify", "--store", "mysql://x/y"], "--store wants postgresql://"),
        (["serve", "--data", "x"], "--config"),
    ],
)
def test_what_is_not_said_enough_is_named(words: list[str], says: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert says in str(caught.value)


def test_a_database_that_is_not_there_is_told_in_one_line_without_its_password(
    capsys: pytest.CaptureFixture[str],
) -> None:
    nowhere = "postgresql://motcua:geheim@127.0.0.1:1/motcua"
    assert main(["verify", "--store", nowhere, "--centre", CENTRE]) == 2
    said = capsys.readouterr().err
    assert "does not answer" in said
    assert "geheim" not in said


def test_a_centre_says_itself_where_its_queue_is(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    centre = tmp_path / "centre"
    shutil.copytree(EXAMPLES / "phuong", centre)
    file = centre / "centre.toml"
    file.write_text(file.read_text("utf-8") + f'\n[hub]\nstore = "{database}"\n', "utf-8")
    assert main(["pair", "--config", str(centre), "--role", "kiosk", "--name", "K1"]) == 0
    assert main(["devices", "--config", str(centre)]) == 0
    assert "K1" in capsys.readouterr().out
    assert main(["verify", "--config", str(centre)]) == 0


def test_a_folder_without_centres_is_not_hosted(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no centre"):
        main(["host", "--centres", str(tmp_path), "--store", "postgresql://motcua@127.0.0.1:1/motcua"])


def test_two_folders_of_one_centre_are_not_hosted(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copytree(EXAMPLES / "phuong", tmp_path / name)
    with pytest.raises(SystemExit, match="are both"):
        main(["host", "--centres", str(tmp_path), "--store", "postgresql://motcua@127.0.0.1:1/motcua"])


def test_a_host_serves_the_centres_of_its_folder_until_it_is_told(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLES / "phuong", tmp_path / "centres" / "a")
    words = ["--centres", str(tmp_path / "centres"), "--store", database, "--listen", "127.0.0.1:0"]
    host = subprocess.Popen(
        [sys.executable, "-m", "hub", "host", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        assert host.stdout is not None
        assert host.stdout.readline().startswith(b"ready ws://127.0.0.1:")
    finally:
        host.terminate()
        code = host.wait(20)
        host.stdout.close()
    assert code == 0
