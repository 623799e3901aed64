import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hardware.printing.encoding import _command
from hardware.printing.profiles import EPSON_80
from hardware.printing.raster import Raster
from hardware.printing.realtime import defuse
from hardware.simulated.interpreter import RealTime


def test_a_picture_whose_dots_spell_a_status_question_asks_nothing() -> None:
    ink = np.unpackbits(np.array([[0x10, 0x04, 0x01, 0x10, 0x05, 0x02]], np.uint8), axis=1)
    command = _command(Raster(Image.fromarray(ink == 0)), EPSON_80)
    assert RealTime().feed(command) == []
    assert command[-6:] == b"\x00\x04\x01\x00\x05\x02"


@given(st.binary(max_size=60), st.sampled_from([b"", b"\x10\x04\x01", b"\x10\x10\x04\x02", b"\x10\x14\x01"]))
def test_no_picture_holds_a_command_and_only_single_dots_are_lost(data: bytes, trap: bytes) -> None:
    header = b"\x1dv0\x00\x01\x00\x01\x00"
    picture = data + trap + data
    safe = defuse(header + picture)
    assert RealTime().feed(safe[8:]) == []
    assert len(safe) == 8 + len(picture)
    assert all(was == now or (was, now) == (0x10, 0) for was, now in zip(picture, safe[8:], strict=True))
