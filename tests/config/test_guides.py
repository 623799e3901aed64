"""What the guide to calling writes is understood."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from config.manners import Appointments, Calling, Priority
from config.model import Counter
from config.part import Part

GUIDE = Path(__file__).parents[2] / "docs" / "howto" / "calling.md"
PARTS: dict[str, type[Part]] = {"priority": Priority, "calling": Calling, "appointments": Appointments}


def test_every_block_of_the_guide_to_calling_is_a_configuration() -> None:
    blocks = re.findall(r"(?:^(?:    .+)?\n)+", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    read = [tomllib.loads(block) for block in blocks if "[" in block and "motcua-hub" not in block]
    found = [key for block in read for key in block]
    assert found == ["priority", "calling", "calling", "counters", "appointments"]
    for block in read:
        for key, value in block.items():
            if key == "counters":
                (counter,) = map(Counter.model_validate, value)
                assert (counter.priority, counter.weights) == ("strict", {"sang-ten": 2, "tach-thua": 1})
            else:
                PARTS[key].model_validate(value)
