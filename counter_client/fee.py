"""The fee of the visit at this counter, for the clerk's console and the citizen's panel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.desk import Desk
from counter_client.floor import Floor
from counter_client.hall_watch import HallWatch
from counter_client.phase import Act
from counter_client.vietqr import transfer_code
from hub.messages import commands
from hub.messages.commands import Command

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class FeeProps:
    """``state``: empty, asked, paid, cancelled or refunded; ``code``: what the QR holds while it is asked."""

    takes: bool = False
    """The centre has an account for fees."""
    someone: bool = False
    state: str = ""
    amount: str = ""
    number: str = ""
    dossier: str = ""
    account: str = ""
    account_name: str = ""
    code: str = ""


def in_dong(amount_vnd: int) -> str:
    """``8.000 đ``, as prices are written here."""
    return f"{amount_vnd:,} đ".replace(",", ".")


def derive_fee(floor: Floor | None) -> FeeProps:
    if floor is None:
        return FeeProps()
    fees, ticket = floor.hall.fees, floor.current
    takes = bool(fees.bank_bin and fees.account)
    if ticket is None or ticket.fee is None:
        return FeeProps(takes=takes, someone=ticket is not None, number=ticket.number if ticket else "")
    fee = ticket.fee
    code = ""
    if takes and fee.state == "asked":
        purpose = f"{fees.purpose} {ticket.number}"
        code = transfer_code(fees.bank_bin, fees.account, fee.amount_vnd, bill=fee.dossier, purpose=purpose)
    return FeeProps(
        takes=takes,
        someone=True,
        state=fee.state,
        amount=in_dong(fee.amount_vnd),
        number=ticket.number,
        dossier=fee.dossier,
        account=fees.account,
        account_name=fees.account_name,
        code=code,
    )


@QmlElement
class Fee(QObject):
    """Without a ``desk`` it only shows: the citizen's panel asks for nothing and confirms nothing."""

    changed = Signal()

    def __init__(self, watch: HallWatch, desk: Desk | None = None) -> None:
        super().__init__()
        self._watch = watch
        self._desk = desk
        self._props = FeeProps()
        watch.changed.connect(self._derive)
        if desk is not None:
            desk.busyChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def takes(self) -> bool:
        return self._props.takes

    @Property(bool, notify=changed)
    def can(self) -> bool:
        free = self._desk is not None and not self._desk.busy
        return free and self._watch.online and self._props.takes and self._props.someone

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._props.state

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._props.amount

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._props.number

    @Property(str, notify=changed)
    def dossier(self) -> str:
        return self._props.dossier

    @Property(str, notify=changed)
    def account(self) -> str:
        return self._props.account

    @Property(str, notify=changed)
    def accountName(self) -> str:
        return self._props.account_name

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._props.code

    @Slot(str)
    def ask(self, amount: str) -> None:
        """``amount`` as the clerk typed it: digits, with or without dots."""
        digits = "".join(letter for letter in amount if letter.isdecimal() and letter.isascii())
        if digits and int(digits) > 0:
            self._send(Act.FEE, commands.AskFee(amount_vnd=int(digits)))

    @Slot(str)
    def settle(self, outcome: str) -> None:
        """``outcome`` is paid, cancelled or refunded."""
        match outcome:
            case "paid" | "cancelled" | "refunded":
                self._send(Act.SETTLE_FEE, commands.SettleFee(state=outcome))

    def _send(self, act: Act, command: Command) -> None:
        if self._desk is not None and self.can:
            current = self._watch.floor.current if self._watch.floor else None
            self._desk.ask(act, command, current.id if current else "", self._props.number)

    def _derive(self) -> None:
        self._props = derive_fee(self._watch.floor)
        self.changed.emit()
