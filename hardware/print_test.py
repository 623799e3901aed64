"""``motcua-hardware print-test``: a sample ticket and a sheet with every Vietnamese letter."""

from __future__ import annotations

import asyncio
import sys
import time
from functools import partial

from hardware.pipes import open_pipe
from hardware.printing.jobs import JobState, Reason
from hardware.printing.journal import PrintJournal
from hardware.printing.letters import VIETNAMESE_LETTERS
from hardware.printing.printer import TicketPrinter, Timing
from hardware.printing.profiles import PrinterProfile
from hardware.printing.slips import Slip, StatusSlip, TicketSlip

GROUP = 12
ADVICE = {
    Reason.PAPER_OUT: "– hết giấy: hãy thay cuộn giấy (paper out: load a roll)",
    Reason.COVER_OPEN: "– nắp đang mở: hãy đóng nắp (cover open: close it)",
    Reason.PRINTER_ERROR: "– máy in báo lỗi: tắt, gỡ giấy kẹt, bật lại (error: off, clear the paper, on)",
    Reason.NOT_ANSWERING: "– máy in thôi trả lời: kiểm tra nguồn (it stopped answering: check its power)",
    Reason.STALLED: "– máy in không nhận thêm dữ liệu: hãy nhìn giấy (it takes no more: look at the paper)",
    Reason.OFFLINE: "– máy in ngoại tuyến: kiểm tra nút và đèn báo (offline: check its button and lamp)",
    Reason.DISCONNECTED: "– mất kết nối: kiểm tra dây và nguồn (disconnected: check cable and power)",
    Reason.NO_CONFIRMATION: "– không rõ đã in chưa: hãy nhìn giấy (no confirmation: look at the paper, "
    "or choose a profile with another fence, see probe)",
}
TICK_S = 1.0
WAITS_FOR = {
    None: "đang kết nối với máy in (reaching the printer)",
    JobState.QUEUED: "đang dựng bản in (drawing the slip)",
    JobState.SENDING: "đang gửi dữ liệu (sending)",
    JobState.SENT: "đã gửi, đang chờ máy in xác nhận, tối đa {most} giây (sent; waiting for it to confirm)",
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


async def print_test(
    url: str, profile: PrinterProfile, timing: Timing | None = None, tick_s: float = TICK_S
) -> int:
    """Print both; 0 if they were sent and nothing speaks against their being on paper.

    What it waits for is told every ``tick_s``. After a slip that failed or is unknown no other is sent, so
    it ends within ``timing``'s confirmation time, after the time a pipe takes to give up.
    """
    await (await open_pipe(url)).close()  # say plainly what is wrong before a driver keeps trying
    timing = timing or Timing()
    printer = TicketPrinter(
        partial(open_pipe, url), profile, PrintJournal(":memory:", time.time), timing=timing
    )
    now = time.strftime("%H:%M · %d/%m/%Y")
    good = True
    async with asyncio.TaskGroup() as group:
        running = group.create_task(printer.run())
        telling = group.create_task(_tell_waiting(printer, timing, tick_s))
        for slip in (sample_ticket(now), letter_sheet(now)):
            good = good and await _print(printer, slip)
        telling.cancel()
        running.cancel()
    return 0 if good else 1


async def _print(printer: TicketPrinter, slip: Slip) -> bool:
    outcome = await printer.print(slip, type(slip).__name__)
    why = ADVICE.get(outcome.reason, f"{outcome.reason.value} {outcome.detail}") if outcome.reason else ""
    sys.stdout.write(f"{type(slip).__name__}: {outcome.state.value} {why}".rstrip() + "\n")
    sys.stdout.flush()
    return outcome.state in (JobState.CONFIRMED, JobState.SENT)


async def _tell_waiting(printer: TicketPrinter, timing: Timing, tick_s: float) -> None:
    began = time.monotonic()
    while True:
        await asyncio.sleep(tick_s)
        change = printer.job_changes.value
        words = WAITS_FOR.get(change.state if change else None)
        if words is not None:
            waited = time.monotonic() - began
            sys.stderr.write(f"  … {waited:.0f} s: {words.format(most=round(timing.confirm_s))}\n")
