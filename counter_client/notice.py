"""What is said to the clerk about the act just done or refused, and how to take it back. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter_client.desk import Outcome
from counter_client.phase import Act

UNDOES: Mapping[Act, Act] = {
    Act.NO_SHOW: Act.REINSTATE,
    Act.REQUEUE: Act.CALL_TICKET,
    Act.PARK: Act.CALL_TICKET,
}
SAID = frozenset(
    {
        Act.NO_SHOW,
        Act.REQUEUE,
        Act.PARK,
        Act.TRANSFER,
        Act.REINSTATE,
        Act.ISSUE,
        Act.PRIORITY,
        Act.DOSSIER,
        Act.ASK_HELP,
        Act.ANSWER_HELP,
        Act.REPRINT,
        Act.BROADCAST,
        Act.CANCEL,
        Act.ASSIGN,
        Act.CLOSE_DAY,
    }
)
"""Acts whose success is not plain to see in the place where the clerk looks."""
SHOWN_FOR_MS = 10_000
WARNING, UNPAID = "warning", "unpaid"
"""What is asked about before it is done: the kind of notice, and the one thing so far."""


@dataclass(frozen=True, slots=True)
class NoticeProps:
    """``kind``: empty, ``done``, ``refused`` or ``warning`` (nothing was done yet)."""

    kind: str = ""
    act: str = ""
    code: str = ""
    text: str = ""
    number: str = ""
    ticket: str = ""
    undo: str = ""


def derive_notice(outcome: Outcome) -> NoticeProps:
    if outcome.code:
        return NoticeProps("refused", outcome.act, outcome.code, outcome.text, outcome.number)
    if outcome.act not in SAID:
        return NoticeProps()
    return NoticeProps(
        "done",
        outcome.act,
        number=outcome.number,
        ticket=outcome.ticket,
        undo=UNDOES.get(outcome.act, ""),
    )
