"""Scanners that are keyboards: grabbed as events with the US table, or told from a person by their speed."""

from __future__ import annotations

import os
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import CannotOpen
from hardware.pipes import BytePipe, open_pipe
from hardware.pipes.address import KeyboardAddress, parse_address
from hardware.pipes.grabbed_keyboard import open_keyboard
from hardware.pipes.us_keys import EVENT, PLAIN, SHIFTED, KeyTranslator
from hardware.scanning import DossierCode, HandScanner, Scanned
from hardware.scanning.key_timing import LEAST_SCAN, KeyTiming
from tests.hardware.running import in_loop, running

CODE = "H57.132-260804-0583"
TYPED = "".join(sorted(set(PLAIN.values()) - set("\t")))


def records(text: str) -> bytes:
    """Return what the kernel reports for ``text`` typed on a US keyboard, repetitions included."""
    return b"".join(b"".join(_key(letter)) for letter in text)


def _key(letter: str) -> Iterator[bytes]:
    def event(code: int, value: int) -> bytes:
        return EVENT.pack(1, 2, 1, code, value) + EVENT.pack(1, 2, 0, 0, 0)

    if letter == "\r":
        yield event(28, 1) + event(28, 0)
        return
    shifted = letter not in PLAIN.values()
    code = next(code for code, found in (SHIFTED if shifted else PLAIN).items() if found == letter)
    if shifted:
        yield event(42, 1)
    yield event(code, 1) + event(code, 2) + event(code, 0)
    if shifted:
        yield event(42, 0)


def test_the_table_types_every_printable_letter() -> None:
    printable = set(string.printable) - set("\n\r\x0b\x0c")
    assert set(PLAIN.values()) | set(SHIFTED.values()) == printable


@given(st.text(alphabet=string.ascii_letters + string.digits + string.punctuation + " "), st.integers(1, 40))
def test_what_was_typed_comes_out_however_the_bytes_are_cut(text: str, piece: int) -> None:
    data = records(text + "\r")
    keys = KeyTranslator()
    out = b"".join(
        letter for start in range(0, len(data), piece) for letter in keys.feed(data[start : start + piece])
    )
    assert out == text.encode() + b"\r"


@given(st.binary())
def test_any_bytes_are_survived(data: bytes) -> None:
    assert all(len(letter) == 1 for letter in KeyTranslator().feed(data))


@in_loop
async def test_a_grabbed_keyboard_is_a_hand_scanner(tmp_path: Path) -> None:
    fifo = tmp_path / "event0"
    os.mkfifo(fifo)
    taken: list[int] = []

    async def connect() -> BytePipe:
        return open_keyboard(KeyboardAddress(str(fifo)), 1.0, taken.append)

    writer = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    scans: list[Scanned] = []
    scanner = HandScanner(connect, scans.append)
    async with running(scanner):
        await scanner.states.until(lambda state: state.connected, 5)
        os.write(writer, records(f"{CODE}\r"))
        while not scans:
            await _turn()
    os.close(writer)
    assert taken and isinstance(scans[0], DossierCode) and scans[0].code == CODE


async def _turn() -> None:
    import asyncio

    await asyncio.sleep(0)


@in_loop
async def test_what_is_no_keyboard_cannot_be_grabbed(tmp_path: Path) -> None:
    plain = tmp_path / "event1"
    plain.write_bytes(b"")
    with pytest.raises(CannotOpen, match="by-path"):
        await open_pipe(f"evdev://{plain}")
    assert parse_address("evdev:///dev/input/event3") == KeyboardAddress("/dev/input/event3")


def play(
    keys: str, gap_s: float, timing: KeyTiming | None = None, start_s: float = 10.0
) -> tuple[str, list[bytes]]:
    timing = timing or KeyTiming()
    typed, scans = "", []
    for place, key in enumerate(keys):
        decision = timing.press(key, start_s + place * gap_s)
        typed += decision.typed
        scans += [decision.scan] if decision.scan else []
    return typed + timing.look(start_s + len(keys) * gap_s + 1).typed, scans


def test_fast_keys_with_enter_are_a_scan_and_do_not_reach_the_screen() -> None:
    assert play(f"{CODE}\r", 0.004) == ("", [CODE.encode()])


def test_a_person_keeps_every_key() -> None:
    assert play("nguyen van a\r", 0.12) == ("nguyen van a\r", [])


def test_a_persons_keys_before_a_scan_stay_hers() -> None:
    timing = KeyTiming()
    typed, scans = play("ab", 0.2, timing)
    more, found = play(f"{CODE}\r", 0.004, timing, start_s=20.0)
    assert (typed + more, scans + found) == ("ab", [CODE.encode()])


@given(st.text(alphabet=string.ascii_letters + string.digits, max_size=40), st.floats(0.0, 0.5))
def test_no_key_is_ever_lost(keys: str, gap_s: float) -> None:
    typed, scans = play(keys + "\r", gap_s)
    assert typed.replace("\r", "") + "".join(scan.decode() for scan in scans) == keys
    if len(keys) < LEAST_SCAN:
        assert not scans


def test_an_endless_fast_stream_is_let_go() -> None:
    typed, scans = play("x" * 3000, 0.001)
    assert typed == "x" * 3000 and scans == []
