"""What a ticket costs: bytes, modelled seconds on each wire, paper, and the CPU that makes it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from bench.report import Report
from hardware.print_test import sample_ticket
from hardware.printing.encoding import encode
from hardware.printing.nv_pictures import kept_pictures, with_stored
from hardware.printing.profiles import EPSON_80, GENERIC_58, TCVN3_80, PrinterProfile, Rendering
from hardware.printing.slips import TicketSlip

BITS_A_BYTE = 10
LAN_BYTES_S = 1_000_000  # what cheap network printers take
WIRES = {"9,600": 960.0, "19,200": 1_920.0, "115,200": 11_520.0, "LAN": float(LAN_BYTES_S)}
HEAD_MM_S = 200.0
TICKETS = 40
HYBRID_TARGET_BYTES, STRETCH_BYTES, TEXT_TARGET_BYTES, CPU_TARGET_MS = 13_000.0, 6_000.0, 500.0, 10.0

TICKET = TicketSlip(
    centre="Trung tâm Phục vụ hành chính công phường Hưng Dũng",
    address="Số 12 đường Nguyễn Văn Trỗi",
    hotline="Đường dây nóng: 0238 3 555 999",
    service="Đăng ký khai sinh",
    number="A012",
    ahead="Trước bạn còn 4 người",
    estimate="Chờ khoảng 10–20 phút",
    where="Khu A · quầy 3, 4, 5",
    qr="https://hangcho.hungdung.example/t#Zk3v9QmTt0yR2xW8sLb1Aw",
    qr_caption="Quét mã để theo dõi lượt trên điện thoại",
    footer=("Vui lòng giữ phiếu đến khi được phục vụ.",),
    time="07:42 · Thứ Hai, 24/11/2026",
)


def _stored(profile: PrinterProfile) -> PrinterProfile:
    return with_stored(profile, kept_pictures([TICKET], profile))


WAYS: dict[str, tuple[PrinterProfile, float | None]] = {
    "hybrid 80 mm": (EPSON_80, HYBRID_TARGET_BYTES),
    "hybrid 80 mm + stored pictures": (_stored(EPSON_80), STRETCH_BYTES),
    "hybrid 58 mm": (GENERIC_58, HYBRID_TARGET_BYTES),
    "text 80 mm": (TCVN3_80, None),
    "text 80 mm + stored pictures": (_stored(TCVN3_80), TEXT_TARGET_BYTES),
    "raster 80 mm": (replace(EPSON_80, rendering=Rendering.RASTER), None),
}


def _cpu_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


async def measure(report: Report) -> None:
    cold = _cpu_ms(lambda: encode(sample_ticket("07:00"), EPSON_80))
    report.add("first ticket of the day, CPU", cold, "ms")
    for name, (profile, target) in WAYS.items():
        job = encode(TICKET, profile)
        report.add(f"{name}: bytes", len(job.data), "B", target)
        for wire, pace in WIRES.items():
            report.add(f"{name}: on the wire at {wire}", len(job.data) / pace, "s")
        report.add(f"{name}: paper", job.paper_mm, "mm", 110.0)
        report.add(f"{name}: paper under the head at {HEAD_MM_S:.0f} mm/s", job.paper_mm / HEAD_MM_S, "s")
        report.add(f"{name}: CPU a ticket, cached", _typical_cpu_ms(profile), "ms", CPU_TARGET_MS)


def _typical_cpu_ms(profile: PrinterProfile) -> float:
    """The next ticket differs in number, people ahead, code and time; the rest is cached."""
    times = []
    for n in range(TICKETS):
        slip = replace(
            TICKET,
            number=f"A{n:03}",
            ahead=f"Trước bạn còn {n} người",
            qr=f"{TICKET.qr[:-3]}{n:03}",
            time=f"08:{n:02} · Thứ Hai, 24/11/2026",
        )
        times.append(_cpu_ms(lambda slip=slip: encode(slip, profile)))  # type: ignore[misc]
    return statistics.median(times)
