"""The installer's tool as it is typed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hardware.__main__ import main

TOOL = [sys.executable, "-m", "hardware"]


def test_what_cannot_be_done_is_explained_and_the_exit_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["probe", "tcp://127.0.0.1:1"]) == 2
    told = capsys.readouterr().err
    assert "Không mở được thiết bị" in told
    assert "check that the device is on" in told
    assert main(["print-test", "tcp://127.0.0.1:1", "--profile", "epson-8"]) == 2
    assert "did you mean 'epson-80'" in capsys.readouterr().err
    assert main(["probe", "printer"]) == 2
    assert "tcp://host:9100" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["simulate", "--help"], ["decode", "--help"]])
def test_help_is_there(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    assert "motcua-hardware" in capsys.readouterr().out


def test_a_simulated_printer_is_probed_printed_on_and_its_paper_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [
        *TOOL,
        "simulate",
        "printer",
        "--listen",
        "127.0.0.1:0",
        "--into",
        str(tmp_path),
        "--speed",
        "0",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sim:
        assert sim.stdin and sim.stdout
        url = sim.stdout.readline().removeprefix("ready ").strip()
        assert main(["probe", url]) == 0
        assert 'profile = "epson-80"' in capsys.readouterr().out
        assert main(["print-test", url]) == 0
        sim.stdin.write('{"do":"pull_paper"}\n')
        sim.stdin.flush()
        while "paper_out" not in sim.stdout.readline():
            assert sim.poll() is None
        capsys.readouterr()
        assert main(["print-test", url]) == 1
        assert "hết giấy" in capsys.readouterr().out
        sim.terminate()
    assert sim.returncode == 0
    ticket = str(tmp_path / "ticket-001.png")
    assert main(["decode", ticket, str(tmp_path / "none.png")]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        {"file": ticket, "reads": [{"symbology": "QRCODE", "text": "https://motcua.example/t#in-thu"}]},
        {"file": str(tmp_path / "none.png"), "reads": []},
    ]


@pytest.mark.parametrize(
    ("kind", "command", "what"),
    [
        ("scanner", '{"do":"scan","text":"H57"}', "scan"),
        ("keypad", '{"do":"press","key":"rate_5"}', "rate_5"),
    ],
)
def test_scanner_and_keypad_take_commands_and_stop_when_told(
    kind: str, command: str, what: str, tmp_path: Path
) -> None:
    arguments = [*TOOL, "simulate", kind, "--listen", str(tmp_path / kind)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sim:
        assert sim.stdin and sim.stdout
        assert sim.stdout.readline() == f"ready serial://{tmp_path / kind}?baud=9600\n"
        assert (tmp_path / kind).is_symlink()
        sim.stdin.write(f"{command}\n")
        sim.stdin.flush()
        assert json.loads(sim.stdout.readline())["what"] == what
        sim.terminate()
    assert sim.returncode == 0
    assert not (tmp_path / kind).is_symlink()


def test_importing_the_drivers_brings_no_drawing_library() -> None:
    program = (
        "import sys, hardware.printing.printer, hardware.keypads, hardware.scanning.hand_scanner as s;"
        "print([name for name in ('escpos', 'PIL', 'cv2', 'serial', 'zxingcpp') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_camera_is_simulated_by_a_picture_that_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "camera.png"
    arguments = [*TOOL, "simulate", "camera", "--listen", str(picture)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sim:
        assert sim.stdin and sim.stdout
        while (line := sim.stdout.readline()) != f"ready {picture}\n":
            assert line, "it ended"
        assert main(["decode", str(picture)]) == 0
        assert json.loads(capsys.readouterr().out)["reads"] == []
        for command, told in (
            ('{"do":"show","text":"Đặng Quỳnh Hương"}', "input_sent"),
            ('{"do":"show_file","text":"none.png"}', "refused"),
            ('{"do":"show","key":"Nonsense","text":"A"}', "refused"),
        ):
            sim.stdin.write(f"{command}\n")
            sim.stdin.flush()
            assert json.loads(sim.stdout.readline())["event"] == told
        sim.terminate()
    assert main(["decode", str(picture)]) == 0
    assert [read["text"] for read in json.loads(capsys.readouterr().out)["reads"]] == ["Đặng Quỳnh Hương"]
