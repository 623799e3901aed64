import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.printing.code128 import code128
from hardware.simulated.paper import _plain


def test_a_full_dossier_code_fits_an_80_mm_head_at_two_dots_a_module() -> None:
    data, modules = code128("000.00.14.H56-200203-0118")
    assert data == b"{B000.00.14.H56-{C\x14\x02\x03{B-{C\x01\x12"
    assert modules * 2 <= 576


@given(st.text(alphabet="0123456789-.{AZ", min_size=1, max_size=40))
def test_what_is_encoded_is_what_the_printer_understands(text: str) -> None:
    data, modules = code128(text)
    assert _plain(data) == text.encode("ascii")
    assert modules <= 11 * (len(text) + 2) + 13


@pytest.mark.parametrize("text", ["", "Đ", "a\n"])
def test_what_no_bars_can_say_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        code128(text)
