"""What may pass for an answer, and what is only noise on the line."""

from __future__ import annotations

import pytest

from hardware.printing.replies import ReplyReader, SensorStatus


@pytest.mark.parametrize("byte", [0x00, 0x03, 0x0C, 0x0F])
def test_the_paper_sensor_answers_in_pairs_of_bits(byte: int) -> None:
    assert list(ReplyReader().feed(bytes((byte,)))) == [SensorStatus(byte)]


def test_words_and_noise_are_no_answer_of_the_paper_sensor() -> None:
    noise = b"OK\r\nREADY 42\xff\x95\x80\xa7" + bytes(byte for byte in range(0x20, 0x80) if not byte & 0x90)
    assert not [reply for reply in ReplyReader().feed(noise) if isinstance(reply, SensorStatus)]
