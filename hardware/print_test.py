"""``motcua-hardware print-test``: a sample ticket and a sheet with every Vietnamese letter."""

from __future__ import annotations

import asyncio
import sys
import time
from functools import partial

from hardware.pipes import open_pipe
from hardware.printing.jobs import JobState, Outcome, Reason
from hardware.printing.journal import PrintJournal
from hardware.printing.letters import VIETNAMESE_LETTERS
from hardware.printing.printer import TicketPrinter
from hardware.printing.profiles import PrinterProfile
from hardware.printing.slips import Slip, StatusSlip, TicketSlip

GROUP = 12
ADVICE = {
    Reason.PAPER_OUT: "– hết giấy: hãy thay cuộn giấy (paper out: load a roll)",
    Reason.COVER_OPEN: "– nắp đang mở: hãy đóng nắp (cover open: close it)",
    Reason.OFFLINE: "– máy in ngoại tuyến: kiểm tra nút và đèn báo (offline: check its button and lamp)",
    Reason.DISCONNECTED: "– mất kết nối: kiểm tra dây và nguồn (disconnected: check cable and power)",
    Reason.NO_CONFIRMATION: "– không rõ đã in chưa: hãy nhìn giấy (no confirmation: look at the paper, "
    "or choose a profile with another fence, see probe)",
}


def sample_ticket(time_text: str) -> TicketSlip:
    return TicketSlip(
        centre="Trung tâm Phục vụ hành chính công",
        address="Bản in thử của máy lấy số",
        hotline="Đường dây nóng: 1900 0000",
        service="Chứng thực bản sao từ bản chính",
        number="A012",
        ahead="Trước bạn còn 4 người",
        estimate="Chờ khoảng 10–20 phút",
        where="Khu A · quầy 3, 4, 5",
        qr="https://motcua.example/t#in-thu",
        qr_caption="Quét mã để theo dõi trên điện thoại",
        footer=("Nếu mọi dòng đều rõ và đủ dấu, máy in đã sẵn sàng.",),
        time=time_text,
    )


def letter_sheet(time_text: str) -> StatusSlip:
    groups = [VIETNAMESE_LETTERS[i : i + GROUP] for i in range(0, len(VIETNAMESE_LETTERS), GROUP)]
    return StatusSlip(
        centre="Một Cửa",
        title="134 chữ cái tiếng Việt có dấu",
        lines=tuple(" ".join(group) for group in groups),
        time=time_text,
    )


async def print_test(url: str, profile: PrinterProfile) -> int:
    """Print both; 0 if they were sent and nothing speaks against their being on paper."""
    await (await open_pipe(url)).close()  # say plainly what is wrong before a driver keeps trying
    journal = PrintJournal(":memory:", time.time)
    printer = TicketPrinter(partial(open_pipe, url), profile, journal)
    now = time.strftime("%H:%M · %d/%m/%Y")
    async with asyncio.TaskGroup() as group:
        running = group.create_task(printer.run())
        outcomes = [await _print(printer, slip) for slip in (sample_ticket(now), letter_sheet(now))]
        running.cancel()
    return 0 if all(outcome.state in (JobState.CONFIRMED, JobState.SENT) for outcome in outcomes) else 1


async def _print(printer: TicketPrinter, slip: Slip) -> Outcome:
    outcome = await printer.print(slip, type(slip).__name__)
    why = ADVICE.get(outcome.reason, f"{outcome.reason.value} {outcome.detail}") if outcome.reason else ""
    sys.stdout.write(f"{type(slip).__name__}: {outcome.state.value} {why}".rstrip() + "\n")
    return outcome
