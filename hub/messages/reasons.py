"""Why a ticket was called: stable reason codes of ``ticket_called`` and of a call's answer."""

from typing import Final, Literal

Reason = Literal[
    "in_turn",
    "priority",
    "ageing",
    "for_this_counter",
    "appointment",
    "returning",
    "absent_again",
    "resumed",
    "by_hand",
]

REASONS: Final[dict[Reason, str]] = {
    "in_turn": "Came first of those waiting for this counter's services.",
    "priority": "A priority visitor's turn, by the centre's priority rule.",
    "ageing": "Waited longer than the centre's cap, so goes before everyone.",
    "for_this_counter": "Was transferred to this very counter.",
    "appointment": "The time of the visitor's appointment.",
    "returning": "Comes back from another counter, or with missing papers; in turn, or by the rule for them.",
    "absent_again": "Did not answer a moment ago; called again because nobody else waits.",
    "resumed": "Was parked and is taken up again.",
    "by_hand": "The clerk chose this ticket.",
}
