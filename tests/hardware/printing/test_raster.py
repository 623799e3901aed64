import numpy as np
import pytest
import zxingcpp

from hardware.printing.fonts import Weight, font
from hardware.printing.letters import VIETNAMESE_LETTERS
from hardware.printing.qr import qr_modules, qr_side
from hardware.printing.raster import draw_line, draw_number

SIZES = (20, 23, 27, 36)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("weight", list(Weight))
def test_all_134_letters_keep_every_dot_inside_the_line_box(weight: Weight, size: int) -> None:
    assert len(VIETNAMESE_LETTERS) == 134
    heights = set()
    for letter in VIETNAMESE_LETTERS:
        line = draw_line(letter, weight, size)
        _, top, _, bottom = font(weight, size).getbbox(letter)
        assert line.above >= 0 and line.below >= 0
        assert line.image.height >= (bottom - top) * 0.8, f"{letter} lost ink"
        heights.add(line.height_dots)
    assert len(heights) == 1, "lines of one style must be equally high"


@pytest.mark.parametrize("weight", list(Weight))
def test_each_letter_has_its_own_shape(weight: Weight) -> None:
    shapes = {draw_line(letter, weight, 27).image.tobytes() for letter in VIETNAMESE_LETTERS}
    assert len(shapes) == 134


def test_ink_is_centred_in_its_raster() -> None:
    for text in ("A", "Đăng ký khai sinh", "Quầy 12"):
        ink = ~np.array(draw_line(text, Weight.BOLD, 29).image, dtype=bool)
        columns = np.flatnonzero(ink.any(axis=0))
        assert abs(columns[0] - (ink.shape[1] - 1 - columns[-1])) <= 2


@pytest.mark.parametrize("number", ["7", "A012", "A-1025", "ABC-123456"])
def test_a_big_number_is_squeezed_into_the_head_never_wider(number: str) -> None:
    drawn = draw_number(number, 152, 540)
    assert drawn.width_dots <= 548
    assert drawn.height_dots <= 154


@pytest.mark.parametrize("payload", ["A012", "Nguyễn Thị Ánh", "H57.132-260804-0583", "a" * 2300])
def test_a_drawn_code_is_the_payload_and_about_as_large_as_foretold(payload: str) -> None:
    matrix = np.array(qr_modules(payload))
    picture = np.pad(
        np.kron(~matrix, np.ones((4, 4), np.bool_)).astype(np.uint8) * 255, 40, constant_values=255
    )
    (code,) = zxingcpp.read_barcodes(picture)
    assert (code.bytes, code.ec_level) == (payload.encode(), "M")
    assert matrix.shape[0] - qr_side(payload) in (0, 4)


def test_a_payload_no_code_can_hold_has_no_matrix() -> None:
    assert [len(qr_modules("a" * size)) for size in (2331, 2332, 5000)] == [0, 0, 0]
