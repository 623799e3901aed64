"""Slips to test with."""

from __future__ import annotations

from hardware.printing.slips import DossierSlip, TicketSlip

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

DOSSIER = DossierSlip(
    centre="Trung tâm Phục vụ hành chính công phường Hưng Dũng",
    title="Tình trạng hồ sơ",
    code="000.00.14.H56-200203-0118",
    state="Đang xử lý",
    due="Hẹn trả: 02/12/2026",
    facts=(("Thủ tục", "Đăng ký khai sinh"),),
    next_steps=("Mang theo giấy hẹn và căn cước khi đến nhận kết quả.",),
    barcode="000.00.14.H56-200203-0118",
    time="07:42 · Thứ Hai, 24/11/2026",
)
