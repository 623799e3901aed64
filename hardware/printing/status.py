"""Printer status bytes: the questions, the one-byte answers and the four-byte automatic report. Pure.

Source: Epson ESC/POS command reference, DLE EOT n, GS a n (ASB), GS r n.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntFlag

from hardware.printing.state import Paper


class Question(Enum):
    """DLE EOT n."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4

    @property
    def command(self) -> bytes:
        return bytes((0x10, 0x04, self.value))


class PrinterBits(IntFlag):  # n = 1
    DRAWER = 0x04
    OFFLINE = 0x08
    WAITING_FOR_RECOVERY = 0x20
    FEED_BUTTON = 0x40


class OfflineBits(IntFlag):  # n = 2
    COVER_OPEN = 0x04
    FEED_BUTTON = 0x08
    PAPER_END_STOP = 0x20
    ERROR = 0x40


class ErrorBits(IntFlag):  # n = 3
    RECOVERABLE = 0x04
    CUTTER = 0x08
    UNRECOVERABLE = 0x20
    AUTO_RECOVERABLE = 0x40


class PaperBits(IntFlag):  # n = 4; each state is reported by a pair of bits
    NEAR_END = 0x0C
    OUT = 0x60


class AutoPrinterBits(IntFlag):  # the first byte of ASB
    DRAWER = 0x04
    OFFLINE = 0x08
    COVER_OPEN = 0x20
    FEED_BUTTON = 0x40


class AutoErrorBits(IntFlag):  # the second byte of ASB
    WAITING_FOR_RECOVERY = 0x01
    FEED_BUTTON = 0x02
    RECOVERABLE = 0x04
    CUTTER = 0x08
    UNRECOVERABLE = 0x20
    AUTO_RECOVERABLE = 0x40


class SensorBits(IntFlag):  # GS r 1, and the third byte of ASB
    NEAR_END = 0x03
    OUT = 0x0C


AUTO_STATUS_ON = b"\x1d\x61\x0e"  # GS a: printer, error and paper sensor changes
REAL_TIME_MASK, REAL_TIME_MARK = 0x93, 0x12  # 0xx1xx10
AUTO_MASK, AUTO_MARK = 0x93, 0x10  # 0xx1xx00
PLAIN_MASK = 0x90  # 0xx0xxxx
SENSOR_ANSWERS = frozenset({0x00, 0x03, 0x0C, 0x0F})  # GS r 1: each sensor is a pair of bits, the rest is 0


@dataclass(frozen=True, slots=True)
class AutoReport:
    """What one automatic status report says."""

    online: bool
    cover_open: bool
    cutter_jam: bool
    broken: bool
    paper: Paper


def decode_paper(status: int) -> Paper:
    if status & PaperBits.OUT:
        return Paper.OUT
    return Paper.LOW if status & PaperBits.NEAR_END else Paper.OK


def decode_sensor(status: int) -> Paper:
    if status & SensorBits.OUT:
        return Paper.OUT
    return Paper.LOW if status & SensorBits.NEAR_END else Paper.OK


def decode_auto(report: bytes) -> AutoReport:
    """Take the four bytes of ASB: printer, errors, paper, reserved."""
    return AutoReport(
        online=not report[0] & AutoPrinterBits.OFFLINE,
        cover_open=bool(report[0] & AutoPrinterBits.COVER_OPEN),
        cutter_jam=bool(report[1] & AutoErrorBits.CUTTER),
        broken=bool(report[1] & AutoErrorBits.UNRECOVERABLE),
        paper=decode_sensor(report[2]),
    )
