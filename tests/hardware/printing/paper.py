"""Encoded slips put through the simulated head, and looked at."""

from __future__ import annotations

from dataclasses import dataclass

import zxingcpp
from PIL import Image

from hardware.printing.encoding import encode
from hardware.printing.profiles import PrinterProfile
from hardware.printing.slips import Slip
from hardware.simulated import operations as op
from hardware.simulated.interpreter import Interpreter
from hardware.simulated.paper import Paper


@dataclass(frozen=True)
class Print:
    picture: Image.Image
    operations: list[op.Operation]
    clipped: int
    height_mm: float

    def codes(self) -> list[str]:
        return [code.text for code in zxingcpp.read_barcodes(self.picture)]


def put_on_paper(slip: Slip, profile: PrinterProfile) -> Print:
    return run_through(encode(slip, profile).data, profile)


def run_through(data: bytes, profile: PrinterProfile) -> Print:
    paper = Paper(profile.width_dots, profile.dots(profile.top_mm))
    operations = list(Interpreter().feed(data))
    for operation in operations:
        paper.apply(operation)
    height_mm = paper.height_dots / profile.dots_per_mm
    return Print(paper.cut(0), operations, paper.clipped, height_mm)
