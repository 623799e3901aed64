<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Bạn đến đúng hẹn</source>
        <translation>You are on time</translation>
    </message>
    <message>
        <source>Bạn đến sớm</source>
        <translation>You are early</translation>
    </message>
    <message>
        <source>Đã qua giờ hẹn</source>
        <translation>Your time has passed</translation>
    </message>
    <message>
        <source>Lịch hẹn đã lấy số</source>
        <translation>Number already taken</translation>
    </message>
    <message>
        <source>Gọi nhân viên</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>Về đầu</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Lịch hẹn ngày khác</source>
        <translation>Appointment on another day</translation>
    </message>
    <message>
        <source>Lấy số để được gọi theo giờ hẹn.</source>
        <translation>Take a number to be called at your time.</translation>
    </message>
    <message>
        <source>Bạn lấy số được ngay; đến gần giờ hẹn, số được gọi trước.</source>
        <translation>You can take the number now; near your time it is called first.</translation>
    </message>
    <message>
        <source>Bạn vẫn lấy số được và chờ theo thứ tự.</source>
        <translation>You can still take a number and wait in turn.</translation>
    </message>
    <message>
        <source>Nếu mất phiếu hoặc không phải bạn lấy, mời bạn gọi nhân viên.</source>
        <translation>If you lost the paper, or it was not you, please call staff.</translation>
    </message>
    <message>
        <source>Hôm nay chưa dùng được lịch hẹn này. Bạn có thể lấy số thường.</source>
        <translation>It cannot be used today. You can take an ordinary number.</translation>
    </message>
    <message>
        <source>Lấy số theo lịch hẹn</source>
        <translation>Take my number</translation>
    </message>
    <message>
        <source>Lấy số thường</source>
        <translation>Ordinary number</translation>
    </message>
</context>
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
    <name>BlockedLayer</name>
    <message>
        <source>Máy tạm ngừng phục vụ</source>
        <translation>This kiosk is out of service</translation>
    </message>
    <message>
        <source>Xin mời bạn đến quầy hướng dẫn.</source>
        <translation>Please go to the help desk.</translation>
    </message>
    <message>
        <source>Dành cho nhân viên</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>Cấu hình của trung tâm không có ki-ốt mã %1. Thêm vào [[kiosks]], hoặc sửa id trong station.toml.</source>
        <translation>The centre&apos;s configuration has no kiosk %1. Add it to [[kiosks]], or correct the id in station.toml.</translation>
    </message>
    <message>
        <source>Máy này chưa được ghép nối với máy chủ, hoặc đã bị thu hồi. Mã máy: %1.</source>
        <translation>This machine is not paired with the hub, or was revoked. Its id: %1.</translation>
    </message>
    <message>
        <source>Trên máy chủ, chạy lệnh dưới đây rồi ghi mã in ra vào tệp khóa của ki-ốt; máy tự nối lại sau khi khởi động lại.</source>
        <translation>On the hub, run the command below and write what it prints into the kiosk&apos;s key file; it connects after a restart.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Thôi đọc</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Đọc to màn hình</source>
        <translation>Read the screen aloud</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Về đầu</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Đường dây nóng</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>Gọi giúp</source>
        <translation>Get help</translation>
    </message>
    <message>
        <source>Đang đến</source>
        <translation>Coming</translation>
    </message>
    <message>
        <source>Đã gọi</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Gọi nhân viên</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Chữ to hơn</source>
        <translation>Larger text</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Bạn cần gặp cơ quan nào?</source>
        <translation>Which agency do you need?</translation>
    </message>
    <message>
        <source>Việc của bạn thuộc lĩnh vực nào?</source>
        <translation>Which field is it about?</translation>
    </message>
    <message>
        <source>Chạm để chọn, hoặc tìm theo tên thủ tục.</source>
        <translation>Touch to choose, or search by name.</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <source>Gõ mã lịch hẹn</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>Bạn có lịch hẹn?</source>
        <translation>Your appointment</translation>
    </message>
    <message>
        <source>Đưa mã QR của lịch hẹn hoặc thẻ căn cước vào khe quét, hoặc gõ mã.</source>
        <translation>Hold the appointment&apos;s QR code or your citizen card to the scanner, or type the code.</translation>
    </message>
    <message>
        <source>Đưa mã QR của lịch hẹn vào khe quét, hoặc gõ mã.</source>
        <translation>Hold the appointment&apos;s QR code to the scanner, or type the code.</translation>
    </message>
    <message>
        <source>Gõ mã trong tin nhắn hoặc giấy xác nhận lịch hẹn.</source>
        <translation>Type the code from the message or paper that confirms it.</translation>
    </message>
    <message>
        <source>Đang tìm lịch hẹn…</source>
        <translation>Looking for the appointment…</translation>
    </message>
    <message>
        <source>Chưa tìm được lúc này. Mời bạn thử lại sau ít phút hoặc hỏi quầy hướng dẫn.</source>
        <translation>It cannot be looked up now. Please try again in a few minutes or ask at the help desk.</translation>
    </message>
    <message>
        <source>Đã nhập sai nhiều lần. Mời bạn chờ một lát rồi thử lại, hoặc hỏi quầy hướng dẫn.</source>
        <translation>Too many wrong codes. Please wait a moment and try again, or ask at the help desk.</translation>
    </message>
    <message>
        <source>Không thấy lịch hẹn nào theo thẻ này. Bạn có thể gõ mã hẹn, hoặc lấy số thường.</source>
        <translation>No appointment goes with this card. You can type its code, or take an ordinary number.</translation>
    </message>
    <message>
        <source>Không thấy lịch hẹn có mã này. Mời bạn xem lại mã, hoặc lấy số thường.</source>
        <translation>No appointment has this code. Please check it, or take an ordinary number.</translation>
    </message>
    <message>
        <source>Tìm lịch hẹn</source>
        <translation>Look it up</translation>
    </message>
    <message>
        <source>Lấy số thường</source>
        <translation>Ordinary number</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Máy chủ</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy in dự phòng</source>
        <translation>Spare printer</translation>
    </message>
    <message>
        <source>Phiếu gần nhất</source>
        <translation>Last paper</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Thử quét</source>
        <translation>Scan test</translation>
    </message>
    <message>
        <source>Loa</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Ổ đĩa</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Đồng hồ</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Phiên bản</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Có. Bấm “Thử loa” để nghe.</source>
        <translation>There. Press “Test sound” to hear it.</translation>
    </message>
    <message>
        <source>Không dùng ở máy này.</source>
        <translation>Not used here.</translation>
    </message>
    <message>
        <source>Còn trống %1.</source>
        <translation>%1 free.</translation>
    </message>
    <message>
        <source>Khớp với máy chủ (%1).</source>
        <translation>Agrees with the hub (%1).</translation>
    </message>
    <message>
        <source>Lệch máy chủ %1; số vẫn theo giờ máy chủ. Bật đồng bộ giờ.</source>
        <translation>%1 off the hub&apos;s; tickets keep the hub&apos;s time. Switch time synchronisation on.</translation>
    </message>
    <message>
        <source>Chưa nghe giờ của máy chủ.</source>
        <translation>The hub&apos;s time is not known yet.</translation>
    </message>
    <message>
        <source>Đang nối: %1.</source>
        <translation>Connected: %1.</translation>
    </message>
    <message>
        <source>Chưa ghép nối (mã máy %1). Chạy motcua-hub pair trên máy chủ.</source>
        <translation>Not paired (id %1). Run motcua-hub pair on the hub.</translation>
    </message>
    <message>
        <source>Cấu hình trung tâm không có mã máy %1.</source>
        <translation>The centre&apos;s configuration has no machine %1.</translation>
    </message>
    <message>
        <source>Mất kết nối: %1. Kiểm tra dây mạng và máy chủ.</source>
        <translation>Connection lost: %1. Check the cable and the hub.</translation>
    </message>
    <message>
        <source>Sẵn sàng.</source>
        <translation>Ready.</translation>
    </message>
    <message>
        <source>Sắp hết giấy. Chuẩn bị cuộn mới.</source>
        <translation>Paper runs low. Have a new roll ready.</translation>
    </message>
    <message>
        <source>Hết giấy. Thay cuộn rồi đóng nắp.</source>
        <translation>Out of paper. Load a roll, close the cover.</translation>
    </message>
    <message>
        <source>Nắp đang mở. Đóng nắp lại.</source>
        <translation>The cover is open. Close it.</translation>
    </message>
    <message>
        <source>Kẹt dao hoặc hỏng. Tắt, bật lại máy in; nếu còn, gọi kỹ thuật.</source>
        <translation>Cutter jam or fault. Switch it off and on; if it stays, call service.</translation>
    </message>
    <message>
        <source>Không trả lời. Kiểm tra nguồn và dây.</source>
        <translation>No answer. Check power and cable.</translation>
    </message>
    <message>
        <source>Đang tìm máy in…</source>
        <translation>Looking for the printer…</translation>
    </message>
    <message>
        <source>Đã in xong.</source>
        <translation>Printed.</translation>
    </message>
    <message>
        <source>Không in được. Xem máy in rồi in lại.</source>
        <translation>Not printed. See to the printer, print again.</translation>
    </message>
    <message>
        <source>Không rõ đã ra giấy chưa. Xem khe giấy trước khi in lại.</source>
        <translation>Unsure whether paper came out. Look before you print again.</translation>
    </message>
    <message>
        <source>Chưa in phiếu nào từ khi máy chạy.</source>
        <translation>Nothing was printed since the start.</translation>
    </message>
    <message>
        <source>Đang nối.</source>
        <translation>Connected.</translation>
    </message>
    <message>
        <source>Mất kết nối. Kiểm tra dây.</source>
        <translation>Connection lost. Check the cable.</translation>
    </message>
    <message>
        <source>Đọc được: mã hồ sơ.</source>
        <translation>Read: a dossier code.</translation>
    </message>
    <message>
        <source>Đọc được: mã lịch hẹn.</source>
        <translation>Read: an appointment code.</translation>
    </message>
    <message>
        <source>Đọc được: thẻ căn cước (không lưu).</source>
        <translation>Read: a citizen card (not kept).</translation>
    </message>
    <message>
        <source>Đọc được: phiếu số của trung tâm.</source>
        <translation>Read: a ticket of the centre.</translation>
    </message>
    <message>
        <source>Đọc được một mã lạ.</source>
        <translation>Read an unknown code.</translation>
    </message>
    <message>
        <source>Đưa một mã vạch bất kỳ vào khe quét.</source>
        <translation>Hold any barcode to the scanner.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Tra cứu hồ sơ</source>
        <translation>Look up a dossier</translation>
    </message>
    <message>
        <source>Mã tra cứu</source>
        <translation>Look-up code</translation>
    </message>
    <message>
        <source>Đưa mã vạch trên giấy hẹn vào khe quét, hoặc gõ mã.</source>
        <translation>Hold the barcode of your receipt to the scanner, or type the code.</translation>
    </message>
    <message>
        <source>Gõ mã hồ sơ in trên giấy tiếp nhận.</source>
        <translation>Type the dossier code printed on your receipt.</translation>
    </message>
    <message>
        <source>Gõ mã tra cứu in trên giấy hẹn, gần mã hồ sơ.</source>
        <translation>Type the look-up code printed near the dossier code on your receipt.</translation>
    </message>
    <message>
        <source>ví dụ: H57.132-260804-0583</source>
        <translation>e.g. H57.132-260804-0583</translation>
    </message>
    <message>
        <source>ví dụ: 8LY7</source>
        <translation>e.g. 8LY7</translation>
    </message>
    <message>
        <source>Đang tìm hồ sơ…</source>
        <translation>Looking for the dossier…</translation>
    </message>
    <message>
        <source>Chưa hỏi được nơi giữ hồ sơ. Mời bạn thử lại sau ít phút hoặc hỏi quầy hướng dẫn.</source>
        <translation>The dossier system does not answer just now. Please try again in a few minutes or ask at the help desk.</translation>
    </message>
    <message>
        <source>Mã vừa quét không phải mã hồ sơ. Mời bạn quét mã vạch trên giấy tiếp nhận và hẹn trả kết quả.</source>
        <translation>That is not the code of a dossier. Please scan the barcode on your receipt.</translation>
    </message>
    <message>
        <source>Mã hồ sơ hoặc mã tra cứu chưa đúng. Mời bạn xem lại trên giấy hẹn, hoặc hỏi quầy hướng dẫn.</source>
        <translation>The dossier code or the look-up code is not right. Please check your receipt, or ask at the help desk.</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ có mã này. Mời bạn xem lại mã trên giấy hẹn; gõ lại được sau %1 giây.</source>
        <translation>No dossier has this code. Please check it on your receipt; you can type again in %1 seconds.</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ có mã này. Mời bạn xem lại mã trên giấy hẹn, hoặc hỏi quầy hướng dẫn.</source>
        <translation>No dossier has this code. Please check it on your receipt, or ask at the help desk.</translation>
    </message>
    <message>
        <source>Tra cứu</source>
        <translation>Look up</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Lấy số nhận kết quả</source>
        <translation>Number to collect it</translation>
    </message>
    <message>
        <source>Lấy số nộp bổ sung</source>
        <translation>Number for more papers</translation>
    </message>
    <message>
        <source>Lấy số gặp cán bộ</source>
        <translation>Number to see an officer</translation>
    </message>
    <message>
        <source>Lấy số tại quầy</source>
        <translation>Number for a counter</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả: %1</source>
        <translation>Result due: %1</translation>
    </message>
    <message>
        <source>Ngày nhận: %1</source>
        <translation>Received: %1</translation>
    </message>
    <message>
        <source>Cập nhật lúc %1</source>
        <translation>Updated at %1</translation>
    </message>
    <message>
        <source>In phiếu</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Thời hạn: %1</source>
        <translation>Time limit: %1</translation>
    </message>
    <message>
        <source>Phí, lệ phí: %1</source>
        <translation>Fees: %1</translation>
    </message>
    <message>
        <source>Giấy tờ cần có: mời bạn hỏi quầy hướng dẫn.</source>
        <translation>Papers needed: please ask at the help desk.</translation>
    </message>
    <message>
        <source>Giấy tờ cần có (%1)</source>
        <translation>Papers needed (%1)</translation>
    </message>
    <message>
        <source>Nguồn: Cổng Dịch vụ công quốc gia · %1</source>
        <translation>Source: National Public Service Portal · %1</translation>
    </message>
    <message>
        <source>Quét để xem đầy đủ và nộp trực tuyến</source>
        <translation>Scan to read it all and apply online</translation>
    </message>
    <message>
        <source>Lấy số cho thủ tục này</source>
        <translation>Take a number for this</translation>
    </message>
    <message>
        <source>Lấy số gặp cán bộ hướng dẫn</source>
        <translation>Number for the help desk</translation>
    </message>
    <message>
        <source>In hướng dẫn</source>
        <translation>Print guide</translation>
    </message>
</context>
<context>
    <name>HelpLayer</name>
    <message>
        <source>Chưa gọi được nhân viên</source>
        <translation>Staff could not be called</translation>
    </message>
    <message>
        <source>Nhân viên đang đến</source>
        <translation>A member of staff is coming</translation>
    </message>
    <message>
        <source>Đang gọi nhân viên…</source>
        <translation>Calling staff…</translation>
    </message>
    <message>
        <source>Đã gọi nhân viên</source>
        <translation>Staff have been called</translation>
    </message>
    <message>
        <source>Xin chờ tại máy một lát. Trong lúc chờ, bạn vẫn dùng máy được.</source>
        <translation>Please wait here a moment. You can go on using the kiosk meanwhile.</translation>
    </message>
    <message>
        <source>Máy đang mất kết nối. Mời bạn đến quầy hướng dẫn.</source>
        <translation>The kiosk has lost its connection. Please go to the help desk.</translation>
    </message>
    <message>
        <source>Máy đang mất kết nối. Mời bạn đến quầy hướng dẫn, hoặc gọi số %1.</source>
        <translation>The kiosk has lost its connection. Please go to the help desk, or phone %1.</translation>
    </message>
    <message>
        <source>Tiếp tục dùng máy</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>I see</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Xin chào!</source>
        <translation>Welcome!</translation>
    </message>
    <message>
        <source>Xin chờ một lát</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>Hôm nay bạn đến để làm gì?</source>
        <translation>What brings you here today?</translation>
    </message>
    <message>
        <source>Ki-ốt đang kết nối với máy chủ hàng đợi. Cần giúp ngay, mời bạn đến quầy hướng dẫn.</source>
        <translation>This kiosk is connecting to the queue server. For help right now, please go to the help desk.</translation>
    </message>
    <message>
        <source>Giờ lấy số: %1</source>
        <translation>Numbers are given: %1</translation>
    </message>
    <message>
        <source>Tạm thời chưa cấp số được. Ki-ốt tự nối lại; bạn có thể chờ hoặc hỏi quầy hướng dẫn.</source>
        <translation>No numbers can be given just now. The kiosk reconnects by itself; please wait or ask at the help desk.</translation>
    </message>
    <message>
        <source>Hôm nay các dịch vụ đã phát hết số. Mời bạn hỏi quầy hướng dẫn.</source>
        <translation>Today&apos;s numbers are all given out. Please ask at the help desk.</translation>
    </message>
    <message>
        <source>Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số. Bạn vẫn tra cứu hồ sơ và xem hướng dẫn được.</source>
        <translation>Numbers are not being given at this hour. You can still look up a dossier and read the guides.</translation>
    </message>
    <message>
        <source>Tôi có lịch hẹn</source>
        <translation>I have an appointment</translation>
    </message>
    <message>
        <source>Lấy số nộp hồ sơ</source>
        <translation>Submit a dossier</translation>
    </message>
    <message>
        <source>Nộp mới hoặc bổ sung</source>
        <translation>New, or more papers</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collect a result</translation>
    </message>
    <message>
        <source>Hồ sơ đã có kết quả</source>
        <translation>Your dossier is ready</translation>
    </message>
    <message>
        <source>Tra cứu hồ sơ</source>
        <translation>Look up a dossier</translation>
    </message>
    <message>
        <source>Xem hồ sơ của bạn đến đâu</source>
        <translation>See where it stands</translation>
    </message>
    <message>
        <source>Hướng dẫn thủ tục</source>
        <translation>Procedure guide</translation>
    </message>
    <message>
        <source>Giấy tờ cần có, thời hạn</source>
        <translation>Papers needed, time limits</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>á  sắc</source>
        <translation>á  sắc</translation>
    </message>
    <message>
        <source>à  huyền</source>
        <translation>à  huyền</translation>
    </message>
    <message>
        <source>ả  hỏi</source>
        <translation>ả  hỏi</translation>
    </message>
    <message>
        <source>ã  ngã</source>
        <translation>ã  ngã</translation>
    </message>
    <message>
        <source>ạ  nặng</source>
        <translation>ạ  nặng</translation>
    </message>
    <message>
        <source>dấu cách</source>
        <translation>space</translation>
    </message>
    <message>
        <source>Xóa hết</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>KioskMain</name>
    <message>
        <source>Một Cửa – ki-ốt</source>
        <translation>Một Cửa – kiosk</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>NewsLayer</name>
    <message>
        <source>Hiện không có ai phải chờ</source>
        <translation>Nobody is waiting now</translation>
    </message>
    <message>
        <source>Đang chờ trong sảnh: %1 người</source>
        <translation>Waiting in the hall: %1</translation>
    </message>
    <message>
        <source>Không phải chờ</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <source>%1 người chờ</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>Giờ lấy số: %1</source>
        <translation>Numbers given out: %1</translation>
    </message>
    <message>
        <source>Đường dây nóng: %1</source>
        <translation>Hotline: %1</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>Máy in hết giấy.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>Nắp máy in đang mở.</source>
        <translation>The printer&apos;s cover is open.</translation>
    </message>
    <message>
        <source>Máy in chưa in được.</source>
        <translation>The printer cannot print just now.</translation>
    </message>
    <message>
        <source>Đang in phiếu…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <source>Mời bạn lấy phiếu.</source>
        <translation>Please take your ticket.</translation>
    </message>
    <message>
        <source>%1 Số của bạn vẫn có hiệu lực: hãy chụp lại số hoặc quét mã. Đã báo nhân viên.</source>
        <translation>%1 Your number is valid: please take a photo of it or scan the code. Staff have been told.</translation>
    </message>
    <message>
        <source>Nếu phiếu chưa ra: số của bạn vẫn có hiệu lực, hãy chụp lại số hoặc quét mã. Cần phiếu giấy, mời bạn hỏi nhân viên.</source>
        <translation>If no paper comes: your number is valid, please take a photo of it or scan the code. For a paper ticket, please ask staff.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Mã PIN của nhân viên</source>
        <translation>Staff PIN</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Sai mã. Chờ %1 giây.</source>
        <translation>Wrong PIN. Wait %1 s.</translation>
    </message>
    <message>
        <source>Sai mã. Mời nhập lại.</source>
        <translation>Wrong PIN. Try again.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <source>Bạn có thuộc diện ưu tiên không?</source>
        <translation>Are you entitled to priority?</translation>
    </message>
    <message>
        <source>Cán bộ có thể đề nghị bạn cho xem giấy tờ tại quầy.</source>
        <translation>The officer may ask to see a document at the counter.</translation>
    </message>
    <message>
        <source>Theo ngày sinh trên thẻ, mời bạn chọn ô viền đậm. Cán bộ xác nhận tại quầy.</source>
        <translation>By the card&apos;s birth date, choose the outlined one. Staff will confirm it.</translation>
    </message>
    <message>
        <source>Không, lấy số ngay</source>
        <translation>No, give me a number</translation>
    </message>
    <message>
        <source>Có, tôi là:</source>
        <translation>Yes, I am:</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Tìm thủ tục theo tên…</source>
        <translation>Search by name…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Bạn muốn hỏi thủ tục nào?</source>
        <translation>Which procedure is it?</translation>
    </message>
    <message>
        <source>Bạn cần làm thủ tục nào?</source>
        <translation>Which procedure do you need?</translation>
    </message>
    <message>
        <source>Gõ vài chữ, có dấu hay không dấu đều được.</source>
        <translation>Type a few words, with or without accents.</translation>
    </message>
    <message>
        <source>ví dụ: khai sinh</source>
        <translation>e.g. khai sinh</translation>
    </message>
    <message>
        <source>Chưa tìm thấy. Bạn thử gõ ít chữ hơn, hoặc hỏi quầy hướng dẫn.</source>
        <translation>Nothing found. Try fewer words, or ask at the help desk.</translation>
    </message>
    <message>
        <source>Danh mục thủ tục đang được tải…</source>
        <translation>The catalogue is being loaded…</translation>
    </message>
    <message>
        <source>Lấy số gặp cán bộ hướng dẫn</source>
        <translation>Number for the help desk</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Bạn cần làm gì?</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>Chọn dịch vụ để lấy số.</source>
        <translation>Choose a service to get a number.</translation>
    </message>
    <message>
        <source>Hôm nay đã phát hết số</source>
        <translation>Today&apos;s numbers are all given out</translation>
    </message>
    <message>
        <source>Ngoài giờ lấy số</source>
        <translation>No numbers at this hour</translation>
    </message>
    <message>
        <source>Không phải chờ</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <source>%1 người đang chờ</source>
        <translation>%1 waiting</translation>
    </message>
</context>
<context>
    <name>SidePager</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Dành cho nhân viên · %1</source>
        <translation>For staff · %1</translation>
    </message>
    <message>
        <source>Chưa có phiếu nào được cấp ở đây từ khi máy chạy.</source>
        <translation>No ticket was given out here since the start.</translation>
    </message>
    <message>
        <source>In lại phiếu (có dòng BẢN IN LẠI):</source>
        <translation>Print a ticket again (marked BẢN IN LẠI):</translation>
    </message>
    <message>
        <source>Đã gửi in lại phiếu %1.</source>
        <translation>Ticket %1 was sent to the printer.</translation>
    </message>
    <message>
        <source>Đã gửi phiếu in thử</source>
        <translation>Test print sent</translation>
    </message>
    <message>
        <source>Đã nạp giấy – in thử</source>
        <translation>Paper loaded – test print</translation>
    </message>
    <message>
        <source>Thử loa</source>
        <translation>Test sound</translation>
    </message>
    <message>
        <source>Thoát chương trình</source>
        <translation>End programme</translation>
    </message>
    <message>
        <source>Trở lại phục vụ</source>
        <translation>Back to service</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Bạn còn ở đây không?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Màn hình sẽ trở về đầu và xóa những gì bạn đã nhập sau %1 giây.</source>
        <translation>In %1 seconds the screen goes back to the start and everything you typed is wiped.</translation>
    </message>
    <message>
        <source>Tôi vẫn ở đây</source>
        <translation>Yes, I am here</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Chưa lấy được số</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>Đang lấy số cho bạn…</source>
        <translation>Getting your number…</translation>
    </message>
    <message>
        <source>Máy chủ tạm mất kết nối. Số sẽ hiện ra ngay khi nối lại; bạn có thể chờ ở đây hoặc hỏi quầy hướng dẫn.</source>
        <translation>The queue server cannot be reached. Your number appears here as soon as it is back; please wait or ask at the help desk.</translation>
    </message>
    <message>
        <source>Số của bạn</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Số cũ %1 đã hủy; phiếu cũ không còn giá trị.</source>
        <translation>%1 is cancelled; its paper is void.</translation>
    </message>
    <message>
        <source>Ưu tiên: %1</source>
        <translation>Priority: %1</translation>
    </message>
    <message>
        <source>Quét để theo dõi trên điện thoại</source>
        <translation>Scan to follow on your phone</translation>
    </message>
    <message>
        <source>Số %1 của bạn vẫn còn hiệu lực.</source>
        <translation>Your number %1 still counts.</translation>
    </message>
    <message>
        <source>Nhầm dịch vụ? Đổi</source>
        <translation>Wrong service?</translation>
    </message>
    <message>
        <source>Xong (%1)</source>
        <translation>Done (%1)</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Về đầu</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Thôi, không lấy số nữa</source>
        <translation>I no longer want a number</translation>
    </message>
    <message>
        <source>Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số.</source>
        <translation>Numbers are not being given at this hour.</translation>
    </message>
    <message>
        <source>Hôm nay dịch vụ này đã phát hết số. Mời bạn hỏi quầy hướng dẫn.</source>
        <translation>Today&apos;s numbers for this service are all given out. Please ask at the help desk.</translation>
    </message>
    <message>
        <source>Danh sách dịch vụ vừa thay đổi. Mời bạn chọn lại từ đầu.</source>
        <translation>The list of services has just changed. Please choose again.</translation>
    </message>
    <message>
        <source>Không tìm thấy lịch hẹn này. Mời bạn hỏi quầy hướng dẫn.</source>
        <translation>This appointment was not found. Please ask at the help desk.</translation>
    </message>
    <message>
        <source>Lịch hẹn này đã lấy số rồi. Nếu mất phiếu, mời bạn gọi nhân viên.</source>
        <translation>This appointment has its number already. If you lost the paper, please call staff.</translation>
    </message>
    <message>
        <source>Lịch hẹn này không phải của hôm nay.</source>
        <translation>This appointment is not for today.</translation>
    </message>
    <message>
        <source>Máy đang bận. Mời bạn thử lại sau ít giây.</source>
        <translation>The system is busy. Please try again in a few seconds.</translation>
    </message>
    <message>
        <source>Có trục trặc nên chưa cấp được số. Mời bạn thử lại hoặc hỏi quầy hướng dẫn.</source>
        <translation>Something went wrong and no number was given. Please try again or ask at the help desk.</translation>
    </message>
</context>
</TS>
