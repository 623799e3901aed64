"""Frames built by hand are those a WebSocket library reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Frame
from websockets.protocol import State
from websockets.uri import parse_uri

from hub.server.framing import FRAGMENT_BYTES, framed, gathered


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


@given(
    st.lists(st.lists(st.binary(max_size=50), min_size=1, max_size=3).map(tuple), max_size=20),
    st.integers(min_value=1, max_value=100),
)
def test_gathering_keeps_every_byte_in_order_and_fragments_together(
    messages: list[tuple[bytes, ...]], limit: int
) -> None:
    pieces = list(gathered(messages, limit))
    assert b"".join(b"".join(piece) for piece in pieces) == b"".join(b"".join(each) for each in messages)
    assert [piece for piece in pieces if len(piece) > 1] == [each for each in messages if len(each) > 1]
    longest = max((len(frame) for message in messages for frame in message), default=0)
    assert all(len(piece[0]) <= max(limit, longest) for piece in pieces if len(piece) == 1)
