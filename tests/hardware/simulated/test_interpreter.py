from hypothesis import given
from hypothesis import strategies as st

from hardware.printing.encoding import encode
from hardware.printing.profiles import EPSON_80
from hardware.simulated import operations as op
from hardware.simulated.health import Health
from hardware.simulated.interpreter import Interpreter, RealTime
from hardware.simulated.paper import Paper
from tests.hardware.slips import TICKET

COMMANDS = st.lists(
    st.one_of(
        st.binary(max_size=8),
        st.sampled_from(
            [b"\x1b@", b"\x1ba\x01", b"\x1d!\x77", b"\x1dV\x42\x00", b"\x1dv0\x00\x02\x00\x02\x00abcd"]
        ),
        st.sampled_from([b"A012\n", b"\x1d(k\x03\x001Q0", b"\x1dkI\x04{BA1", b"\x1dr\x01", b"\x10\x04\x01"]),
    ),
    max_size=12,
).map(b"".join)


@given(COMMANDS, st.lists(st.integers(1, 9), max_size=20))
def test_bytes_in_any_pieces_mean_the_same(data: bytes, cuts: list[int]) -> None:
    whole = list(Interpreter().feed(data))
    interpreter, pieces, rest = Interpreter(), [], data
    for cut in cuts:
        pieces += list(interpreter.feed(rest[:cut]))
        rest = rest[cut:]
    pieces += list(interpreter.feed(rest))
    assert joined(pieces) == joined(whole)


def joined(operations: list[op.Operation]) -> list[op.Operation]:
    """Text may come in pieces; put it together."""
    result: list[op.Operation] = []
    for operation in operations:
        if isinstance(operation, op.Text) and result and isinstance(result[-1], op.Text):
            result[-1] = op.Text(result[-1].data + operation.data)
        else:
            result.append(operation)
    return result


@given(COMMANDS)
def test_paper_survives_any_job(data: bytes) -> None:
    paper = Paper(576, 96)
    for operation in Interpreter().feed(data):
        paper.apply(operation)
    assert paper.cut(0).width > 576


def test_status_questions_are_found_anywhere_even_in_pieces_and_pictures() -> None:
    real_time = RealTime()
    assert real_time.feed(b"\x1dv0\x00\x04\x00\x01\x00\x10\x04") == []
    assert real_time.feed(b"\x01zz\x10\x04\x04") == [1, 4]
    assert real_time.feed(b"\x10\x04\x09") == []


def test_our_own_ticket_asks_for_nothing_in_real_time() -> None:
    assert RealTime().feed(encode(TICKET, EPSON_80).data) == []


def test_health_answers_have_the_fixed_bits_of_the_manual() -> None:
    for health in (Health(), Health(paper_out=True), Health(cover_open=True), Health(cutter_jam=True)):
        for question in (1, 2, 3, 4):
            assert health.real_time(question)[0] & 0x93 == 0x12
        assert health.automatic()[0] & 0x93 == 0x10
        assert len(health.automatic()) == 4
