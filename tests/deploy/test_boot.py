"""What a technician's ``deploy/boot/install`` leaves behind, in a folder instead of the machine."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from config.loader import load_station

BOOT = Path(__file__).parents[2] / "deploy" / "boot"
SCREEN = ("--role", "kiosk", "--name", "K1", "--hub", "ws://192.0.2.1:8760", "--key", "-")


def installed(root: Path, *arguments: str, key: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BOOT / "install", *arguments],
        env={**os.environ, "ROOT": str(root)},
        input=key,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_screen_gets_a_station_file_that_is_right_and_a_key_only_its_group_reads(tmp_path):
    assert installed(tmp_path, "screen", *SCREEN, key="secret\n").returncode == 0
    station = load_station(tmp_path / "etc/mot-cua/station.toml")
    key = tmp_path / "etc/mot-cua/station.key"
    assert (station.id, station.role, station.hub.addresses) == ("K1", "kiosk", ("ws://192.0.2.1:8760",))
    assert key.read_text() == "secret\n"
    assert stat.S_IMODE(key.stat().st_mode) == 0o640
    assert (tmp_path / "etc/systemd/system/motcua-screen.service").is_file()


def test_a_second_time_changes_nothing_a_technician_wrote(tmp_path):
    installed(tmp_path, "screen", *SCREEN, key="secret\n")
    station = tmp_path / "etc/mot-cua/station.toml"
    station.write_text(station.read_text() + 'printer = "usb:///dev/usb/lp0"\n')
    again = installed(tmp_path, "screen", *SCREEN, key="another\n")
    assert again.returncode == 0
    assert load_station(station).devices.printer == "usb:///dev/usb/lp0"
    assert (tmp_path / "etc/mot-cua/station.key").read_text() == "secret\n"
    assert installed(tmp_path, "screen").returncode == 0, "all is there: nothing needs saying"


def test_a_hub_gets_an_example_of_a_centre_to_begin_with(tmp_path):
    assert installed(tmp_path, "hub", "--example", "tinh").returncode == 0
    assert (tmp_path / "etc/mot-cua/centre/centre.toml").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("screen",),
        ("screen", "--role", "mayor", "--name", "K1", "--hub", "ws://x"),
        ("hub", "--example", "x"),
    ],
)
def test_what_is_missing_or_wrong_is_told(tmp_path, arguments):
    run = installed(tmp_path, *arguments)
    assert run.returncode == 1
    assert run.stderr.startswith("✗ ")


def test_a_pairing_that_printed_nothing_leaves_no_empty_key(tmp_path):
    run = installed(tmp_path, "screen", *SCREEN)
    assert run.returncode == 1
    assert "Mã thiết bị trống" in run.stderr
    assert not (tmp_path / "etc/mot-cua/station.key").exists()


def test_the_units_are_what_systemd_takes(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here")
    units = [str(unit) for unit in sorted(BOOT.glob("*.service"))]
    told = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, timeout=60)
    of_this_machine = ("is not executable", "does not exist", "Failed to add dependency")
    ours = [line for line in told.stderr.splitlines() if "motcua" in line]
    assert [line for line in ours if not any(words in line for words in of_this_machine)] == []


@pytest.mark.parametrize(("role", "program"), [("kiosk", "motcua-kiosk"), ("rating", "motcua-counter")])
def test_a_station_file_starts_the_program_of_its_role(tmp_path, role, program):
    station = tmp_path / "station.toml"
    station.write_text(f'id = "1"\nrole = "{role}"\n')
    run = subprocess.run([BOOT / "station", station, "--help"], capture_output=True, text=True, timeout=60)
    assert f"usage: {program}" in run.stdout


@pytest.mark.parametrize(("code", "starts"), [(0, 1), (3, 1), (1, 2)])
def test_a_crash_starts_the_program_again_and_an_exit_on_purpose_does_not(tmp_path, code, starts):
    boot, bin = tmp_path / "deploy" / "boot", tmp_path / ".venv" / "bin"
    boot.mkdir(parents=True)
    bin.mkdir(parents=True)
    shutil.copy(BOOT / "station", boot / "station")
    (bin / "sleep").write_text("#!/bin/sh\n")
    (bin / "motcua-kiosk").write_text(
        f'#!/bin/sh\necho x >>"{tmp_path}/starts"\n'
        f'[ $(wc -l <"{tmp_path}/starts") -ge 2 ] && exit 0\nexit {code}\n'
    )
    for program in bin.iterdir():
        program.chmod(0o755)
    station = tmp_path / "station.toml"
    station.write_text('role = "kiosk"\n')
    path = {**os.environ, "PATH": f"{bin}:{os.environ['PATH']}"}
    assert subprocess.run([boot / "station", station], env=path, timeout=60).returncode == 0
    assert (tmp_path / "starts").read_text() == "x\n" * starts
