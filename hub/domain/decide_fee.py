"""The fee of the visit at a counter: asked, and what became of it. Pure; the money moves elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hub.domain import events as ev
from hub.domain.at_counter import current, own_counter
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import State
from hub.messages import commands as cmd

BEFORE: Final[Mapping[str, str]] = {"paid": "asked", "cancelled": "asked", "refunded": "paid"}
"""Outcome → the state it follows."""


def ask_fee(state: State, command: cmd.AskFee, context: Context) -> list[ev.Event]:
    """A fee already paid is given back first: no amount is ever changed behind a payment."""
    counter = own_counter(state, context)
    ticket = current(state, counter)
    if command.amount_vnd > context.rules.hall.fees.most_vnd:
        raise Refusal("bad_request", "Số tiền lớn hơn mức trung tâm cho phép.")
    if ticket.fee is not None and ticket.fee.state == "paid":
        raise Refusal("wrong_state", "Lượt này đã nộp tiền; hãy hoàn tiền trước khi thu lại.")
    if ticket.fee is not None and (ticket.fee.state, ticket.fee.amount_vnd) == ("asked", command.amount_vnd):
        return []
    return [ev.FeeAsked(ticket=ticket.id, counter=counter.id, amount_vnd=command.amount_vnd)]


def settle_fee(state: State, command: cmd.SettleFee, context: Context) -> list[ev.Event]:
    counter = own_counter(state, context)
    ticket = current(state, counter)
    fee = ticket.fee
    if fee is not None and fee.state == command.state:
        return []
    if fee is None or fee.state != BEFORE[command.state]:
        raise Refusal("wrong_state", "Lượt này không có khoản thu ở trạng thái đó.")
    settled = ev.FeeSettled(
        ticket=ticket.id, counter=counter.id, amount_vnd=fee.amount_vnd, outcome=command.state
    )
    return [settled]
