import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.printing.fences import token
from hardware.printing.polling import Answers, derive_state
from hardware.printing.replies import AutoStatus, ProcessId, RealTimeStatus, ReplyReader, SensorStatus
from hardware.printing.state import Paper, PrinterState, Problem
from hardware.printing.status import Question, decode_auto, decode_paper, decode_sensor

READY = Answers(0x12, 0x12, 0x12, 0x12)


def test_the_four_questions_are_the_manuals_bytes() -> None:
    assert [question.command for question in Question] == [b"\x10\x04" + bytes((n,)) for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (READY, None),
        (Answers(0x1A, 0x16, 0x12, 0x12), Problem.COVER_OPEN),
        (Answers(0x1A, 0x32, 0x12, 0x7E), Problem.PAPER_OUT),
        (Answers(0x1A, 0x52, 0x1A, 0x12), Problem.CUTTER),
        (Answers(0x1A, 0x52, 0x32, 0x12), Problem.BROKEN),
        (Answers(0x1A, 0x12, 0x12, 0x12), Problem.OFFLINE),
    ],
)
def test_status_bytes_name_the_thing_to_mend(answers: Answers, problem: Problem | None) -> None:
    assert derive_state(answers).problem is problem


def test_paper_near_its_end_is_low_and_may_still_print() -> None:
    state = derive_state(Answers(0x12, 0x12, 0x12, 0x1E))
    assert (state.paper, state.problem) == (Paper.LOW, None)
    assert decode_paper(0x7E) is Paper.OUT
    assert decode_sensor(0x03) is Paper.LOW


def test_before_the_first_attempt_it_is_connecting_then_disconnected() -> None:
    assert PrinterState().problem is Problem.CONNECTING
    assert PrinterState(tried=True).problem is Problem.DISCONNECTED


def test_an_automatic_report_says_cover_and_paper() -> None:
    report = decode_auto(b"\x38\x00\x0f\x00")
    assert (report.online, report.cover_open, report.paper) == (False, True, Paper.OUT)


def test_replies_are_told_apart_in_one_stream() -> None:
    stream = b"\x12" + b"\x10\x00\x03\x00" + b"\x37\x22ab!~\x00" + b"\x0f" + b"\xff"
    assert list(ReplyReader().feed(stream)) == [
        RealTimeStatus(0x12),
        AutoStatus(b"\x10\x00\x03\x00"),
        ProcessId(b"ab!~"),
        SensorStatus(0x0F),
    ]


@given(st.binary(max_size=60), st.lists(st.integers(1, 7)))
def test_any_bytes_in_any_pieces_give_the_same_replies(data: bytes, cuts: list[int]) -> None:
    whole = list(ReplyReader().feed(data))
    reader, pieces, rest = ReplyReader(), [], data
    for cut in cuts:
        pieces += list(reader.feed(rest[:cut]))
        rest = rest[cut:]
    assert pieces + list(reader.feed(rest)) == whole


@given(st.integers(1, 94**4 - 1))
def test_fence_tokens_are_four_printable_bytes_and_differ(number: int) -> None:
    name = token(number)
    assert len(name) == 4 and all(0x20 <= byte <= 0x7E for byte in name)
    assert name != token(number - 1)
