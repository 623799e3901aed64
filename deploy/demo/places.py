"""Where the demo's hall keeps its things: a copy of the example centre, keys, station files, ports."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

EXAMPLES = Path(__file__).resolve().parents[2] / "config" / "examples"
LOOPBACK = "127.0.0.1"
PAIR_TIMEOUT_S = 20


def free_port() -> int:
    """Return a TCP port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Places:
    """Everything below ``root``; ports are on the loopback."""

    root: Path
    hub_port: int
    gateway_port: int

    @property
    def centre(self) -> Path:
        return self.root / "centre"

    @property
    def data(self) -> Path:
        return self.root / "hub-data"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def hub_url(self) -> str:
        return f"ws://{LOOPBACK}:{self.hub_port}"

    @property
    def phone_url(self) -> str:
        return f"http://{LOOPBACK}:{self.gateway_port}"

    def key_file(self, role: str, name: str) -> Path:
        return self.root / "stations" / f"{role}-{name}.key"

    def station_file(self, role: str, name: str) -> Path:
        return self.root / "stations" / f"{role}-{name}.toml"


def prepare(root: Path, example: str, opens_at: datetime) -> Places:
    """Make the folders and copy the example centre, with the phone page at this machine's gateway.

    The dossier file becomes as new as ``opens_at`` (the hub's business clock, local time of the centre).
    """
    places = Places(root, free_port(), free_port())
    for folder in (places.data, places.logs, root / "stations"):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(EXAMPLES / example, places.centre, dirs_exist_ok=True)
    file = places.centre / "centre.toml"
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^phone_url\s*=.*$", f'phone_url = "{places.phone_url}"', text)
    file.write_text(changed, encoding="utf-8")
    read_at = opens_at.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")).timestamp()
    os.utime(places.centre / "dossiers.csv", (read_at, read_at))
    return places


def pair(places: Places, role: str, name: str) -> Path:
    """Pair a device with the hub's data and return its key file. Raises CalledProcessError."""
    command = [
        sys.executable,
        "-m",
        "hub",
        "pair",
        "--data",
        str(places.data),
        "--role",
        role,
        "--name",
        name,
    ]
    token = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PAIR_TIMEOUT_S).stdout
    file = places.key_file(role, name)
    file.write_text(token.strip() + "\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def write_station(places: Places, role: str, name: str, devices: dict[str, str], size: str) -> Path:
    """Write the ``station.toml`` of one screen, in a window of ``size``, and return its path."""
    key = pair(places, role, name)
    data = places.root / "station-data" / f"{role}-{name}"
    data.mkdir(parents=True, exist_ok=True)
    lines = [
        f'id = "{name}"',
        f'role = "{role}"',
        f'data = "{data}"',
        "[hub]",
        f'addresses = ["{places.hub_url}"]',
        f'key_file = "{key.name}"',
        "[devices]",
        *(f'{device} = "{url}"' for device, url in devices.items()),
        "[screen]",
        "full_screen = false",
        f'size = "{size}"',
    ]
    file = places.station_file(role, name)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
