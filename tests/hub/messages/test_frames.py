"""Frames on the wire: what is written is read again, and no bytes break a decoder."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.messages.commands import COMMANDS, IssueTicket
from hub.messages.errors import ERROR_CODES, RETRY_CODES, SENTENCES
from hub.messages.frames import (
    Auth,
    Cmd,
    Err,
    Ev,
    Get,
    Hb,
    Hello,
    Ready,
    Res,
    Seen,
    Since,
    StationFrame,
    decode_hub,
    decode_station,
    encode,
)
from hub.messages.views import Changed, TicketView
from hub.store import codec

TEXT = st.text(max_size=40)
ID = st.text(min_size=1, max_size=64)
INTEGER = st.integers(min_value=0, max_value=2**53)

STATION_FRAMES = st.one_of(
    st.builds(
        Auth, v=INTEGER, role=st.just("kiosk"), dev=TEXT, since=st.none() | st.builds(Since, TEXT, INTEGER)
    ),
    st.builds(Get, id=INTEGER, what=TEXT, args=st.dictionaries(TEXT, TEXT | INTEGER, max_size=3)),
    st.builds(Seen, seq=INTEGER, how=st.sampled_from(["shown", "spoken"])),
)
HUB_FRAMES = st.one_of(
    st.builds(Hello, v=st.lists(INTEGER, max_size=2), hub=TEXT, epoch=TEXT),
    st.builds(Ready, mode=st.sampled_from(["delta", "snapshot"]), seq=INTEGER, now=TEXT),
    st.builds(Hb, seq=INTEGER, now=TEXT),
    st.builds(
        Res,
        id=INTEGER,
        ok=st.booleans(),
        seq=st.none() | INTEGER,
        err=st.none() | st.builds(Err, code=TEXT, text=TEXT, retry=st.booleans()),
    ),
    st.builds(
        Ev,
        seq=INTEGER,
        prev=INTEGER,
        ev=TEXT,
        at=TEXT,
        number=st.none() | TEXT,
        changed=st.builds(
            Changed,
            tickets=st.lists(
                st.builds(
                    TicketView,
                    id=TEXT,
                    number=TEXT,
                    service=TEXT,
                    state=st.just("waiting"),
                    issued_at=TEXT,
                    note=TEXT,
                ),
                max_size=2,
            ),
        ),
    ),
)


@given(STATION_FRAMES)
def test_a_stations_frame_is_read_as_written(frame: StationFrame) -> None:
    assert decode_station(encode(frame)) == frame


@given(HUB_FRAMES)
def test_a_hubs_frame_is_read_as_written(frame: Ev) -> None:
    assert decode_hub(encode(frame)) == frame


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_no_bytes_break_a_decoder(data: bytes) -> None:
    for decode in (decode_station, decode_hub, lambda body: codec.join(body, {})):
        try:
            decode(data)
        except msgspec.DecodeError:
            continue


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | INTEGER | TEXT,
        lambda children: st.lists(children, max_size=3) | st.dictionaries(TEXT, children, max_size=4),
        max_leaves=12,
    ),
    st.sampled_from(["auth", "cmd", "get", "seen", "hello", "ready", "snap", "ev", "res", "hb", "x"]),
)
def test_no_json_breaks_a_decoder(value: object, tag: str) -> None:
    frame = {"t": tag, **value} if isinstance(value, dict) else {"t": tag, "args": value, "id": value}
    for decode in (decode_station, decode_hub):
        try:
            decode(json.dumps(frame).encode("utf-8", "surrogatepass"))
        except msgspec.DecodeError:
            continue


def test_a_command_is_decoded_by_the_record_its_name_names() -> None:
    frame = decode_station(b'{"t":"cmd","id":1,"key":"k","cmd":"issue_ticket","args":{"service":"a"}}')
    assert isinstance(frame, Cmd)
    assert msgspec.json.decode(frame.args, type=COMMANDS[frame.cmd]) == IssueTicket(service="a")


@pytest.mark.parametrize(
    "args",
    ['{"service":""}', '{"service":"a","lang":"tiếng Việt"}', '{"service":"a","dossier":"%s"}' % ("x" * 65)],
)
def test_arguments_out_of_bounds_are_not_read(args: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(args, type=IssueTicket)


def test_every_error_code_has_its_sentence() -> None:
    assert set(SENTENCES) == set(ERROR_CODES)
    assert set(ERROR_CODES) >= RETRY_CODES
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
