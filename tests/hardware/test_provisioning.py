"""What an installer does once: storing pictures, the code page sheet, the station snippet."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from hardware.errors import BadDescription
from hardware.printing.encoding import encode
from hardware.printing.nv import capacity_of
from hardware.printing.nv_record import read_record
from hardware.printing.profiles import EPSON_80
from hardware.provisioning import CannotStore, nv_provision, print_codepages, read_slips, station_snippet
from hardware.simulated.printer import Model, SimulatedPrinter
from tests.hardware.printing.rig import AT_ONCE
from tests.hardware.running import in_loop
from tests.hardware.slips import TICKET


def slips_file(folder: Path) -> Path:
    path = folder / "slips.json"
    path.write_text(json.dumps([asdict(TICKET)]), encoding="utf-8")
    return path


@in_loop
async def test_pictures_are_stored_once_and_tickets_use_them(tmp_path: Path) -> None:
    record = tmp_path / "pictures.json"
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        assert await nv_provision(sim.url, EPSON_80, slips_file(tmp_path), record, False) == 0
        written = sim.picture_writes
        assert written == len(read_record(record, sim.url)) >= 6
        assert await nv_provision(sim.url, EPSON_80, slips_file(tmp_path), record, False) == 0
        assert sim.picture_writes == written  # the memory wears
        assert await nv_provision(sim.url, EPSON_80, slips_file(tmp_path), record, True) == 0
        assert sim.picture_writes == 2 * written


@pytest.mark.parametrize("room", [0, 500])
@in_loop
async def test_a_printer_without_room_is_not_written_to(room: int, tmp_path: Path) -> None:
    record = tmp_path / "pictures.json"
    async with SimulatedPrinter(model=Model(mm_per_s=0, picture_bytes=room)) as sim:
        with pytest.raises(CannotStore, match="room for"):
            await nv_provision(sim.url, EPSON_80, slips_file(tmp_path), record, False)
        assert sim.picture_writes == 0 and read_record(record, sim.url) == frozenset()


@in_loop
async def test_a_printer_that_does_not_answer_is_not_written_to(tmp_path: Path) -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.set_fault("silent", True)
        with pytest.raises(CannotStore, match="may have none"):
            await nv_provision(sim.url, EPSON_80, slips_file(tmp_path), tmp_path / "r.json", False)
        assert sim.picture_writes == 0


@pytest.mark.parametrize("content", ["", "{}", '[{"centr": "x"}]', "[3]", '[{"centre": 3}]'])
def test_a_file_without_tickets_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "slips.json").write_text(content)
    with pytest.raises(BadDescription):
        read_slips(tmp_path / "slips.json")


def test_a_ticket_from_json_is_the_same_ticket(tmp_path: Path) -> None:
    assert read_slips(slips_file(tmp_path)) == [TICKET]
    assert encode(read_slips(slips_file(tmp_path))[0], EPSON_80) == encode(TICKET, EPSON_80)


@in_loop
async def test_the_code_page_sheet_is_one_slip(tmp_path: Path) -> None:
    async with SimulatedPrinter(into=tmp_path, model=AT_ONCE) as sim:
        assert await print_codepages(sim.url) == 0
        (slip,) = await sim.until_slips(1, 5)
        assert slip.length_mm > 200


def test_the_snippet_is_toml() -> None:
    told = tomllib.loads(station_snippet("tcp://10.0.0.5:9100", "generic-80"))
    assert told == {"devices": {"printer": "tcp://10.0.0.5:9100", "printer_profile": "generic-80"}}


@pytest.mark.parametrize(
    ("answer", "room"), [(b"70262144\0", 262144), (b"\x37\x300\0", 0), (b"", None), (b"\x37\x30x\0", None)]
)
def test_the_capacity_is_read(answer: bytes, room: int | None) -> None:
    assert capacity_of(answer) == room
