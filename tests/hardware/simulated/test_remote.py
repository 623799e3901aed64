import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hardware.simulated.events import Refused, StatusChanged, to_json
from hardware.simulated.printer import SimulatedPrinter
from hardware.simulated.remote import Command, obey, printer_deeds, read_command
from tests.hardware.running import in_loop


@in_loop
async def test_a_command_is_obeyed_and_a_wrong_one_explained(tmp_path: Path) -> None:
    events = []
    async with SimulatedPrinter(into=tmp_path, on_event=events.append) as printer:
        deeds = printer_deeds(printer)
        assert await obey('{"do":"pull_paper"}', deeds) is None
        assert events == [StatusChanged("paper_out", True)]
        assert await obey('{"do":"cover_open","on":false}', deeds) is None
        refused = await obey('{"do":"pul_paper"}', deeds)
        assert isinstance(refused, Refused) and "pull_paper" in refused.problem
        assert json.loads(to_json(events[0])) == {"event": "status_changed", "what": "paper_out", "on": True}


@given(st.text(max_size=60) | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_any_line_is_a_command_or_refused(line: str) -> None:
    assert isinstance(read_command(line), Command | Refused)
