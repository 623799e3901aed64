import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import BadDescription, UnknownName
from hardware.keypads import (
    CALL_KEYPAD,
    RATING_KEYPAD_5,
    SHIPPED,
    Checksum,
    Frame,
    FrameDescription,
    FrameReader,
    encode_frame,
    find_keypad,
)

descriptions = st.builds(
    FrameDescription,
    name=st.just("any"),
    head=st.binary(min_size=1, max_size=3),
    payload_bytes=st.integers(0, 6),
    addressed=st.booleans(),
    checksum=st.sampled_from(Checksum),
    tail=st.binary(max_size=2),
)


@st.composite
def described_frames(draw: st.DrawFn) -> tuple[FrameDescription, Frame]:
    description = draw(descriptions)
    size = description.payload_bytes or draw(st.integers(0, 20))
    payload = draw(st.binary(min_size=size, max_size=size))
    return description, Frame(payload, draw(st.integers(0, 255)) if description.addressed else 0)


@given(described_frames())
def test_a_frame_reads_back_as_it_was_written(pair: tuple[FrameDescription, Frame]) -> None:
    description, frame = pair
    assert list(FrameReader(description).feed(encode_frame(description, frame))) == [frame]


@given(descriptions, st.lists(st.binary(max_size=12), max_size=12))
def test_a_reader_survives_any_bytes(description: FrameDescription, pieces: list[bytes]) -> None:
    reader = FrameReader(description)
    for piece in pieces:
        for frame in reader.feed(piece):
            assert 0 <= frame.address <= 255


@given(st.binary(max_size=30).filter(lambda noise: b"\xaa" not in noise), st.integers(1, 5))
def test_after_noise_the_next_press_is_read(noise: bytes, score: int) -> None:
    data = encode_frame(RATING_KEYPAD_5.frame, Frame(RATING_KEYPAD_5.payload(f"rate_{score}"), 7))
    frames = list(FrameReader(RATING_KEYPAD_5.frame).feed(noise + data))
    assert [(RATING_KEYPAD_5.key(frame.payload), frame.address) for frame in frames] == [(f"rate_{score}", 7)]


@pytest.mark.parametrize("description", [RATING_KEYPAD_5.frame, CALL_KEYPAD.frame], ids=SHIPPED)
def test_a_wrong_checksum_is_no_frame(description: FrameDescription) -> None:
    size = description.payload_bytes or 1
    data = bytearray(encode_frame(description, Frame(b"N5"[:size], 1)))
    data[-2] ^= 1
    assert list(FrameReader(description).feed(bytes(data))) == []


def test_checksums_are_the_published_ones() -> None:
    assert Checksum.CRC16.of(b"123456789") == (0x4B37).to_bytes(2, "little")  # CRC-16/MODBUS check value
    assert Checksum.SUM8.of(b"\xff\x02") == b"\x01"
    assert Checksum.XOR.of(b"\x0f\xf0") == b"\xff"


def test_shipped_keypads_are_known_by_name_and_a_slip_of_the_pen_is_helped() -> None:
    assert find_keypad("rating-5") is RATING_KEYPAD_5
    with pytest.raises(UnknownName) as caught:
        find_keypad("rating5")
    assert caught.value.nearest == "rating-5"


def test_a_description_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(BadDescription):
        FrameDescription("headless", head=b"")
    with pytest.raises(BadDescription):
        encode_frame(RATING_KEYPAD_5.frame, Frame(b"too long", 1))
    with pytest.raises(BadDescription) as caught:
        RATING_KEYPAD_5.payload("rate_9")
    assert "rate_5" in str(caught.value)
