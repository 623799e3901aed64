"""Trying a sign and simulating one, as typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hardware.__main__ import main


@pytest.mark.parametrize("name", ["led-4", "led-modbus-6"])
def test_a_text_typed_is_shown_by_the_simulated_sign(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "hardware", "simulate", "sign", "--listen", str(tmp_path / "sign")]
    command += ["--sign", name, "--page", "127.0.0.1:0"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sim:
        assert sim.stdin and sim.stdout
        assert sim.stdout.readline().startswith("page http://127.0.0.1:")
        url = sim.stdout.readline().removeprefix("ready ").strip()
        assert main(["sign", url, "A012", "--sign", name, "--address", "3"]) == 0
        assert "shown" in capsys.readouterr().out
        told = json.loads(sim.stdout.readline())
        assert (told["event"], told["address"], told["text"]) == ("sign_shown", 3, "A012")
        sim.stdin.write('{"do": "dead", "address": 3, "on": true}\n')
        sim.stdin.flush()
        sim.terminate()


def test_a_sign_nobody_knows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sign", "serial:///dev/null", "A012", "--sign", "led-5"]) == 2
    assert "did you mean 'led-4'" in capsys.readouterr().err
