"""Our bytes in a printer emulator nobody here wrote (emupos, Apache-2.0): dot for dot what our paper shows.

Where ``./run`` could not get it (see emulator.lock), this module is skipped.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from hardware.printing.closing_report import closing_report
from hardware.printing.encoding import encode
from hardware.printing.fences import fence_command, token
from hardware.printing.profiles import EPSON_80, GENERIC_58, PrinterProfile, Rendering
from hardware.printing.qr import qr_side
from hardware.printing.replies import RealTimeStatus, ReplyReader
from hardware.printing.slips import Slip, TicketSlip
from hardware.printing.status import PaperBits, Question
from hardware.printing.typeset import BARCODE_HEIGHT_DOTS
from hardware.simulated.paper import SIDE_MARGIN_DOTS, TABLE
from tests.hardware.printing.older_python import make_emupos_importable
from tests.hardware.printing.paper import put_on_paper
from tests.hardware.printing.test_closing_report import DAY
from tests.hardware.slips import DOSSIER, TICKET

make_emupos_importable()
emupos = pytest.importorskip("emupos", reason="the emulator emupos is not in build/emulator: ./run setup")

PROFILES = pytest.mark.parametrize(
    "profile",
    [EPSON_80, replace(EPSON_80, rendering=Rendering.RASTER), GENERIC_58],
    ids=["hybrid", "raster", "58mm"],
)
SLIPS = pytest.mark.parametrize(
    "slip",
    [TICKET, DOSSIER, replace(TICKET, roll_mm=58), closing_report(DAY, reprint=True)],
    ids=["ticket", "dossier", "ticket on 58 mm", "closing report"],
)


def their_printer(profile: PrinterProfile) -> Any:
    import yaml
    from emupos.config import PrinterProfile as TheirProfile
    from emupos.printer.printer import Printer

    sheet = Path(emupos.__file__).parent / "profiles" / "printers" / "epson-tm-t20iii.yaml"
    told = {**yaml.safe_load(sheet.read_text(encoding="utf-8")), "width_dots": profile.width_dots}
    printer = Printer(
        "theirs", TheirProfile.model_validate(told), sensor_open_level="high", job_idle_timeout_ms=60_000
    )
    printer.open_connection(1, 0.0)
    return printer


def on_their_paper(slip: Slip, profile: PrinterProfile) -> tuple[np.ndarray, list[str]]:
    """Return the dots they burn, and what they did not know."""
    from emupos.printer.escpos.model import PrintModel
    from emupos.printer.escpos.tokenizer import Command, Tokenizer

    model = PrintModel("theirs", their_printer(profile)._profile)
    strange = []
    data = encode(slip, profile).data
    for part in Tokenizer().feed(data):
        if isinstance(part, Command) and part.name == "GS V":
            break
        strange += [str(event) for event in model.process(part)]
    receipt = model.finish("cut")
    assert receipt is not None
    return np.array(Image.open(BytesIO(receipt.png)).convert("L")) < 128, strange


def our_dots(slip: Slip, profile: PrinterProfile) -> np.ndarray:
    picture = np.array(put_on_paper(slip, profile).picture.convert("L"))
    edge = TABLE + SIDE_MARGIN_DOTS
    head = TABLE + profile.dots(profile.top_mm)
    return picture[head:-TABLE, edge:-edge] < 128


def inked(dots: np.ndarray) -> np.ndarray:
    rows = np.flatnonzero(dots[:, 8:-8].any(axis=1))
    return dots[rows[0] : rows[-1] + 1]


def native_rows(slip: Slip, profile: PrinterProfile) -> int:
    """How high the code is that each printer draws itself, with a mask or code sets of its own choice."""
    if slip is DOSSIER:
        return BARCODE_HEIGHT_DOTS
    if not isinstance(slip, TicketSlip):
        return 0
    drawn_by_printer = profile.native_qr and profile.rendering is not Rendering.RASTER
    return 4 * qr_side(TICKET.qr) if drawn_by_printer else 0


@SLIPS
@PROFILES
def test_they_know_every_command_and_draw_the_same_dots(profile: PrinterProfile, slip: Slip) -> None:
    theirs, strange = on_their_paper(slip, profile)
    assert not strange
    ours, theirs = inked(our_dots(slip, profile)), inked(theirs)
    assert ours.shape == theirs.shape
    rows = np.flatnonzero((ours != theirs).any(axis=1))
    span = int(rows[-1] - rows[0] + 1) if rows.size else 0
    assert span <= native_rows(slip, profile)


@PROFILES
def test_what_they_printed_can_be_scanned(profile: PrinterProfile) -> None:
    theirs, _ = on_their_paper(TICKET, profile)
    picture = np.pad(np.where(theirs, 0, 255).astype(np.uint8), 40, constant_values=255)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [TICKET.qr]


def test_their_status_bytes_mean_to_us_what_they_say() -> None:
    from emupos.printer.printer import PrinterFault

    printer = their_printer(EPSON_80)
    faults = {str(fault): fault for fault in PrinterFault}
    out = next(fault for name, fault in faults.items() if "out" in name or "end" in name)
    answers = []
    for broken in (False, True):
        if broken:
            printer.set_fault(out, True, 1.0)
        replies = b"".join(
            b"".join(write.data for write in printer.receive(1, question.command, 1.0).writes)
            for question in Question
        )
        answers.append([one.value for one in ReplyReader().feed(replies) if isinstance(one, RealTimeStatus)])
    fine, empty = answers
    assert len(fine) == len(empty) == len(Question)
    assert not fine[3] & PaperBits.OUT and empty[3] & (PaperBits.OUT | PaperBits.NEAR_END)


def test_a_fence_never_reaches_their_paper() -> None:
    from emupos.printer.escpos.tokenizer import Text, Tokenizer

    for fence in (EPSON_80.fence, GENERIC_58.fence):
        parts = Tokenizer().feed(fence_command(fence, token(7)))
        assert len(parts) == 1 and not isinstance(parts[0], Text)
