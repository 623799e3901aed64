"""Frames built by hand are those a WebSocket library reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Frame
from websockets.protocol import State
from websockets.uri import parse_uri

from hub.server.framing import FRAGMENT_BYTES, framed, packed


def read(data: bytes) -> list[Frame]:
    client = ClientProtocol(parse_uri("ws://hub"), state=State.OPEN, max_size=None)
    client.receive_data(data)
    return [event for event in client.events_received() if isinstance(event, Frame)]


@pytest.mark.parametrize(
    "size", [0, 1, 125, 126, 65_535, FRAGMENT_BYTES, FRAGMENT_BYTES + 1, 3 * FRAGMENT_BYTES, 200_000]
)
def test_a_message_of_any_size_is_read_whole(size: int) -> None:
    message = b"x" * size
    frames = read(b"".join(framed(message)))
    assert b"".join(frame.data for frame in frames) == message
    assert [frame.fin for frame in frames] == [False] * (len(frames) - 1) + [True]
    assert [frame.opcode.name for frame in frames] == ["TEXT"] + ["CONT"] * (len(frames) - 1)
    assert all(len(frame.data) <= FRAGMENT_BYTES for frame in frames)


@given(st.lists(st.binary(max_size=50), max_size=20), st.integers(min_value=1, max_value=100))
def test_packing_keeps_every_byte_in_order(frames: list[bytes], limit: int) -> None:
    pieces = list(packed(frames, limit))
    assert b"".join(pieces) == b"".join(frames)
    longest = max(map(len, frames), default=0)
    assert all(len(piece) <= max(limit, longest) for piece in pieces)
