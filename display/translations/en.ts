<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>AwayBanner</name>
    <message>
        <source>Mất kết nối – đang thử lại</source>
        <translation>Connection lost – trying again</translation>
    </message>
    <message>
        <source>Mất kết nối – tin cuối lúc %1</source>
        <translation>Connection lost – last news at %1</translation>
    </message>
</context>
<context>
    <name>CounterGrid</name>
    <message>
        <source>Quầy và số đang phục vụ</source>
        <translation>Counters and the numbers they serve</translation>
    </message>
    <message>
        <source>Các quầy đang phục vụ</source>
        <translation>Counters now serving</translation>
    </message>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>tạm dừng</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>nghỉ</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>DossierBoard</name>
    <message>
        <source>Mới đăng ký</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Được tiếp nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>In process</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>More papers needed</translation>
    </message>
    <message>
        <source>Chờ nộp lệ phí</source>
        <translation>Fee due</translation>
    </message>
    <message>
        <source>Xin rút hồ sơ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Result handed over</translation>
    </message>
    <message>
        <source>Tình trạng hồ sơ</source>
        <translation>Dossier status</translation>
    </message>
    <message>
        <source>Số liệu cũ, lúc %1</source>
        <translation>Old figures, of %1</translation>
    </message>
    <message>
        <source>Cập nhật lúc %1</source>
        <translation>Updated at %1</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Nơi giải quyết</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào để hiện</source>
        <translation>No dossiers to show yet</translation>
    </message>
    <message>
        <source>Đang lấy tình trạng hồ sơ…</source>
        <translation>Fetching the dossiers…</translation>
    </message>
    <message>
        <source>Mã được che một phần để giữ kín thông tin. Xem đầy đủ tại máy tra cứu.</source>
        <translation>Codes are partly hidden for privacy. See yours in full at the look-up kiosk.</translation>
    </message>
    <message>
        <source>Trang %1 / %2</source>
        <translation>Page %1 / %2</translation>
    </message>
</context>
<context>
    <name>GuideSlide</name>
    <message>
        <source>Làm thủ tục thế nào?</source>
        <translation>How a visit goes</translation>
    </message>
    <message>
        <source>Đang chờ ở các lĩnh vực</source>
        <translation>Waiting by field</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Cần mang theo gì?</source>
        <translation>What to bring</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Bộ phận một cửa</source>
        <translation>One-stop service centre</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>~%1 phút</source>
        <translation>~%1 min</translation>
    </message>
    <message>
        <source>~%1–%2 phút</source>
        <translation>~%1–%2 min</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>người</source>
        <translation>people</translation>
    </message>
    <message>
        <source>người, %1</source>
        <translation>people, %1</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>SlideHours</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>%1 đến %2</source>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>SlideLines</name>
    <message>
        <source>Hiện không có ai phải chờ. Mời bạn lấy số.</source>
        <translation>Nobody is waiting now. Please take a number.</translation>
    </message>
    <message>
        <source>%1 người</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>~%1 phút</source>
        <translation>~%1 min</translation>
    </message>
</context>
<context>
    <name>SlideProcedure</name>
    <message>
        <source>và %1 giấy tờ khác</source>
        <translation>and %1 more papers</translation>
    </message>
    <message>
        <source>Thời hạn: %1</source>
        <translation>Time limit: %1</translation>
    </message>
    <message>
        <source>Lệ phí: %1</source>
        <translation>Fee: %1</translation>
    </message>
</context>
<context>
    <name>SlideSteps</name>
    <message>
        <source>Lấy số tại máy, chọn đúng việc cần làm</source>
        <translation>Take a number: choose what you came for</translation>
    </message>
    <message>
        <source>Ngồi chờ, nhìn màn hình và nghe gọi số</source>
        <translation>Have a seat, watch the screen and listen</translation>
    </message>
    <message>
        <source>Đến đúng quầy khi số của bạn hiện lên</source>
        <translation>Go to the counter shown when your number appears</translation>
    </message>
    <message>
        <source>Đánh giá bằng một nút bấm khi xong việc</source>
        <translation>Rate the service with one button when done</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>Mời lại số</source>
        <translation>Calling again</translation>
    </message>
    <message>
        <source>Mời số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>đến quầy</source>
        <translation>to counter</translation>
    </message>
</context>
<context>
    <name>Ticker</name>
    <message>
        <source>Giờ làm việc: %1</source>
        <translation>Opening hours: %1</translation>
    </message>
    <message>
        <source>Lãnh đạo trực: %1</source>
        <translation>Leader on duty: %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Kính chào quý khách</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Mời lấy số tại máy rồi ngồi chờ.
Số của bạn sẽ hiện trên màn hình này.</source>
        <translation>Please take a number at the kiosk and have a seat.
Your number will appear on this screen.</translation>
    </message>
</context>
</TS>
