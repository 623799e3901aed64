"""A citizen's own words after a low mark, on the panel before a real hub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from hub.messages import commands
from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving


@contextmanager
def low_mark(qtbot: QtBot, folder: Path, *, ask_remark: bool) -> Iterator[tuple[Hand, Station]]:
    """The panel after a served citizen pressed the worst face, and the clerk's station."""
    hall = sample_hall(hours=round_the_clock(), rating={"ask_remark": ask_remark})
    with (
        serving(folder / "hub", hall) as hub,
        station(qtbot, hub, "counter", "q1") as clerk,
        running(qtbot, station_file(folder / "panel", hub, "rating")) as panel,
    ):
        clerk.issue()
        clerk.do(commands.CallNext())
        clerk.do(commands.Finish())
        panel.wait_page("ask")
        panel.click("rate-1")
        panel.wait_page("reasons")
        yield panel, clerk


def test_a_citizen_who_has_more_to_say_writes_it(qtbot: QtBot, tmp_path: Path) -> None:
    with low_mark(qtbot, tmp_path, ask_remark=True) as (panel, clerk):
        panel.click("write")
        panel.wait_page("remark")
        for key in ("g", "h", "e", "e", "sac"):
            panel.click("key-" + key)
        panel.wait(lambda: panel.text("remark") == "ghế|")
        panel.click("remark-back")
        panel.wait_page("reasons")
        panel.click("write")
        panel.click("remark-send")
        panel.wait_page("thanks")
        panel.wait(lambda: "rating_given" in clerk.kinds())


def test_where_the_centre_wants_no_remark_there_is_no_way_to_write_one(qtbot: QtBot, tmp_path: Path) -> None:
    with low_mark(qtbot, tmp_path, ask_remark=False) as (panel, _):
        assert panel.find("write") is None
        panel.app.rating.write()
        assert panel.page == "reasons"
