"""Signs and keypads from their TOML sheets: the bytes, the shipped ones, what a wrong sheet is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.descriptions import SHIPPED, find_described_keypad, find_sign, load_keypad, load_sign
from hardware.errors import BadDescription, HardwareError, UnknownName
from hardware.keypads.frames import Checksum, Frame, FrameReader, encode_frame
from hardware.signs import modbus

SIGNS = ("led-4", "led-ascii-8", "led-modbus-6")


def test_every_shipped_sheet_is_understood() -> None:
    names = {path.stem for path in SHIPPED.glob("*.toml")}
    assert names == {*SIGNS, "rating-4"}
    assert {find_sign(name).name for name in SIGNS} == set(SIGNS)
    assert find_described_keypad("rating-4").payload("rate_5") == b"\x01"


@pytest.mark.parametrize(
    ("name", "text", "frame"),
    [
        # AA 55 | address | length | '1' " A12" | sum of address to text | 0D
        ("led-4", "A12", "aa 55 03 05 31 20 41 31 32 fd 0d"),
        ("led-ascii-8", "A012", "40 03 08 41 30 31 32 20 20 20 20 79 0d"),
    ],
)
def test_a_text_becomes_the_bytes_of_the_sheet(name: str, text: str, frame: str) -> None:
    assert find_sign(name).encode(3, text) == bytes.fromhex(frame)


def test_modbus_frames_are_those_of_the_standard() -> None:
    # MODBUS over serial line V1.02, appendix B: 01 03 00 00 00 0A has the CRC C5 CD.
    assert Checksum.CRC16.of(bytes.fromhex("01 03 00 00 00 0a")) == bytes.fromhex("c5 cd")
    request = find_sign("led-modbus-6").encode(1, "A012")
    assert request[:7] == bytes.fromhex("01 10 00 10 00 03 06") and request[7:-2] == b"A012  "
    answer = request[:6] + Checksum.CRC16.of(request[:6])
    refusal = bytes.fromhex("01 90 02")
    assert modbus.accepts(request, answer) is True
    assert modbus.accepts(request, refusal + Checksum.CRC16.of(refusal)) is False
    assert modbus.accepts(request, b"\x00\x01\xff" + answer) is True  # noise of a line that turns round
    assert modbus.accepts(request, answer[:-1]) is None
    assert modbus.accepts(request, answer[:-1] + b"\x00") is None


@given(st.text(), st.integers(1, 247))
def test_any_text_fits_any_sign(text: str, address: int) -> None:
    for name in SIGNS:
        sign = find_sign(name)
        assert len(sign.letters(text)) == sign.width
        if sign.frame:
            (frame,) = FrameReader(sign.frame).feed(sign.encode(address, text))
            assert frame.address == address and frame.payload.endswith(sign.letters(text))


def test_blinking_has_its_own_frame() -> None:
    sign = find_sign("led-4")
    assert sign.encode(1, "A012", blinking=True) != sign.encode(1, "A012")


def test_vietnamese_letters_lose_their_marks_on_a_sign() -> None:
    assert find_sign("led-ascii-8").letters("Đã đóng") == b"Da dong "


def sheet(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_keypad_of_another_maker_is_a_sheet(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        'kind = "keypad"\n[frame]\nhead = "FE"\nchecksum = "xor"\naddressed = false\n[keys]\n"4E" = "next"\n',
    )
    keypad = find_described_keypad(str(path))
    data = encode_frame(keypad.frame, Frame(keypad.payload("next")))
    (frame,) = FrameReader(keypad.frame).feed(b"\x00noise" + data)
    assert keypad.key(frame.payload) == "next"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind = ", "TOML"),
        ('kind = "keypad"', "kind is 'keypad'"),
        ('kind = "sign"\nwidht = 4', "width"),
        ('kind = "sign"\nwidth = 4', "[frame]"),
        ('kind = "sign"\nwidth = "4"', "whole number"),
        ('kind = "sign"\nwidth = 4\n[frame]\nhead = "XY"', "hexadecimal"),
        ('kind = "sign"\nwidth = 4\n[frame]\nhead = "AA"\nchecksum = "sum9"', "sum8"),
        ('kind = "sign"\nwidth = 0\nprotocol = "modbus"', "width must be"),
    ],
)
def test_a_wrong_sheet_is_told_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(HardwareError, match=said.replace("[", r"\[")):
        load_sign(sheet(tmp_path, text))


def test_a_missing_sheet_and_an_unknown_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadDescription, match="cannot be read"):
        load_keypad(tmp_path / "none.toml")
    with pytest.raises(UnknownName, match="led-4"):
        find_sign("led4")
