"""The gate for the words of commands."""

from __future__ import annotations

import pytest

from hub.messages.commands import IssueTicket, Rate
from hub.server.gate import ControlCharacters, gated


def test_words_with_control_characters_are_refused():
    for command in (
        IssueTicket(service="khai\x00sinh"),
        IssueTicket(service="khai-sinh", dossier="H57\u202e231-4"),
        Rate(score=5, reasons=["cho\x1blau"]),
    ):
        with pytest.raises(ControlCharacters):
            gated(command)


def test_a_remark_may_have_lines():
    command = Rate(score=5, remark="Tốt.\nCảm ơn!")
    assert gated(command) is command
