<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>ActBar</name>
    <message>
        <source>Hoàn thành và gọi tiếp</source>
        <translation>Finish and call next</translation>
    </message>
    <message>
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Xong, gọi tiếp</source>
        <translation>Done, call next</translation>
    </message>
    <message>
        <source>Mở lại quầy</source>
        <translation>Reopen counter</translation>
    </message>
    <message>
        <source>Mở quầy</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Tạm gác</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Về hàng chờ</source>
        <translation>Back in line</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Hôm nay chưa phục vụ lượt nào</source>
        <translation>Nobody served yet today</translation>
    </message>
    <message>
        <source>Hôm nay đã phục vụ %1 · trung bình %2 phút</source>
        <translation>Today: %1 served · %2 min on average</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Dịch vụ của quầy %1</source>
        <translation>Services of counter %1</translation>
    </message>
    <message>
        <source>thứ %1</source>
        <translation>no. %1</translation>
    </message>
    <message>
        <source>%1 người chờ</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Số chọn trước được phục vụ trước. Khi cán bộ mở lại quầy, quầy trở về dịch vụ thường ngày.</source>
        <translation>The first chosen is served first. When the clerk opens the counter anew, it returns to its usual services.</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Nhật ký: ai làm gì, lúc nào</source>
        <translation>The log: who did what, and when</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Số phiếu hôm nay, số quầy hoặc tên máy</source>
        <translation>A number of today, a counter or a machine</translation>
    </message>
    <message>
        <source>Xem mới nhất</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>Lọc</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Xem cũ hơn</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>Đang tìm…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Hôm nay không có số, quầy hoặc máy nào tên như vậy</source>
        <translation>No number of today, counter or machine has this name</translation>
    </message>
    <message>
        <source>Chưa có việc nào được ghi</source>
        <translation>Nothing is logged yet</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Người dân ở quầy %1</source>
        <translation>Citizen at counter %1</translation>
    </message>
    <message>
        <source>Giám sát %1</source>
        <translation>Supervisor %1</translation>
    </message>
    <message>
        <source>Ki-ốt %1</source>
        <translation>Kiosk %1</translation>
    </message>
    <message>
        <source>Màn hình %1</source>
        <translation>Screen %1</translation>
    </message>
    <message>
        <source>Trang cho điện thoại</source>
        <translation>Pages for phones</translation>
    </message>
    <message>
        <source>Hệ thống</source>
        <translation>The system</translation>
    </message>
    <message>
        <source>bắt đầu ngày làm việc</source>
        <translation>began the working day</translation>
    </message>
    <message>
        <source>cấp số %1 – %2</source>
        <translation>gave number %1 – %2</translation>
    </message>
    <message>
        <source>gọi %1</source>
        <translation>called %1</translation>
    </message>
    <message>
        <source>gọi %1 – %2</source>
        <translation>called %1 – %2</translation>
    </message>
    <message>
        <source>bắt đầu phục vụ %1</source>
        <translation>began to serve %1</translation>
    </message>
    <message>
        <source>tạm gác %1</source>
        <translation>set %1 aside</translation>
    </message>
    <message>
        <source>chuyển %1 sang quầy %2</source>
        <translation>sent %1 on to counter %2</translation>
    </message>
    <message>
        <source>chuyển %1 sang %2</source>
        <translation>sent %1 on to %2</translation>
    </message>
    <message>
        <source>đưa %1 về hàng chờ</source>
        <translation>put %1 back in line</translation>
    </message>
    <message>
        <source>đề nghị %1 nộp lệ phí %2</source>
        <translation>asked %1 for the fee of %2</translation>
    </message>
    <message>
        <source>đánh giá mức %1 cho lượt %2</source>
        <translation>gave visit %2 a mark of %1</translation>
    </message>
    <message>
        <source>ghi %1 vắng mặt</source>
        <translation>marked %1 absent</translation>
    </message>
    <message>
        <source>cho %1 trở lại hàng chờ</source>
        <translation>let %1 back into the line</translation>
    </message>
    <message>
        <source>hoàn thành %1</source>
        <translation>finished %1</translation>
    </message>
    <message>
        <source>hủy %1</source>
        <translation>cancelled %1</translation>
    </message>
    <message>
        <source>%1 hết lượt khi hết giờ</source>
        <translation>%1 expired at closing time</translation>
    </message>
    <message>
        <source>đổi %1 sang ưu tiên %2</source>
        <translation>gave %1 the priority %2</translation>
    </message>
    <message>
        <source>bỏ ưu tiên của %1</source>
        <translation>took the priority of %1 away</translation>
    </message>
    <message>
        <source>gắn hồ sơ cho %1</source>
        <translation>linked a dossier to %1</translation>
    </message>
    <message>
        <source>mở quầy %1</source>
        <translation>opened counter %1</translation>
    </message>
    <message>
        <source>tạm nghỉ quầy %1</source>
        <translation>paused counter %1</translation>
    </message>
    <message>
        <source>đóng quầy %1</source>
        <translation>closed counter %1</translation>
    </message>
    <message>
        <source>%1 đăng nhập ở quầy %2</source>
        <translation>%1 signed in at counter %2</translation>
    </message>
    <message>
        <source>%1 đăng xuất ở quầy %2</source>
        <translation>%1 signed out at counter %2</translation>
    </message>
    <message>
        <source>gọi người giúp</source>
        <translation>called for help</translation>
    </message>
    <message>
        <source>nhận đến giúp %1</source>
        <translation>went to help %1</translation>
    </message>
    <message>
        <source>gỡ thông báo chung</source>
        <translation>took the message away</translation>
    </message>
    <message>
        <source>thông báo chung: “%1”</source>
        <translation>message to the hall: “%1”</translation>
    </message>
    <message>
        <source>in lại phiếu %1 ở %2</source>
        <translation>had %1 printed again at %2</translation>
    </message>
    <message>
        <source>xác nhận %1 đã nộp lệ phí</source>
        <translation>confirmed that %1 paid the fee</translation>
    </message>
    <message>
        <source>hoàn lệ phí cho %1</source>
        <translation>gave the fee back to %1</translation>
    </message>
    <message>
        <source>hủy thu lệ phí của %1</source>
        <translation>called off the fee of %1</translation>
    </message>
    <message>
        <source> – lý do: %1</source>
        <translation> – reason: %1</translation>
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
    <name>BroadcastDialog</name>
    <message>
        <source>5 phút</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>15 phút</source>
        <translation>15 minutes</translation>
    </message>
    <message>
        <source>30 phút</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 giờ</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>Đến hết ngày</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Thông báo trên mọi màn hình</source>
        <translation>A message on every screen</translation>
    </message>
    <message>
        <source>Ví dụ: Quầy 3 tạm dừng đến 10 giờ</source>
        <translation>For example: Quầy 3 tạm dừng đến 10 giờ</translation>
    </message>
    <message>
        <source>Đang hiện đến %1</source>
        <translation>Shown until %1</translation>
    </message>
    <message>
        <source>Đang hiện đến hết ngày</source>
        <translation>Shown until the day ends</translation>
    </message>
    <message>
        <source>Sẽ hiện trên màn hình</source>
        <translation>As the screens will show it</translation>
    </message>
    <message>
        <source>Chưa có thông báo nào</source>
        <translation>No message yet</translation>
    </message>
    <message>
        <source>Gỡ thông báo đang hiện</source>
        <translation>Take the message away</translation>
    </message>
    <message>
        <source>Hiện ngay</source>
        <translation>Show it now</translation>
    </message>
</context>
<context>
    <name>CloseDayDialog</name>
    <message>
        <source>Kết thúc ngày làm việc?</source>
        <translation>End the working day?</translation>
    </message>
    <message numerus="yes">
        <source>Mọi quầy sẽ đóng; %n người còn chờ sẽ hết lượt và phải lấy số mới vào ngày sau.</source>
        <translation>
            <numerusform>Every counter closes; %n person still waiting loses the place and needs a new number another day.</numerusform>
            <numerusform>Every counter closes; %n people still waiting lose their place and need new numbers another day.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mọi quầy sẽ đóng. Không còn ai chờ.</source>
        <translation>Every counter closes. Nobody is waiting.</translation>
    </message>
    <message>
        <source>Kết thúc ngày</source>
        <translation>End the day</translation>
    </message>
</context>
<context>
    <name>ConsoleMain</name>
    <message>
        <source>Quầy %1 – Một Cửa</source>
        <translation>Counter %1 – Một Cửa</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Hôm nay của bạn</source>
        <translation>Your day</translation>
    </message>
    <message>
        <source>Đang in…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Đã in xong</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Chưa in được; hãy xem máy in rồi in lại.</source>
        <translation>Not printed; look at the printer and print again.</translation>
    </message>
    <message>
        <source>Không rõ đã in hết chưa; hãy xem tờ giấy trước khi in lại.</source>
        <translation>Nobody knows whether all was printed; look at the paper before printing again.</translation>
    </message>
    <message>
        <source>In báo cáo cuối buổi</source>
        <translation>Print the closing report</translation>
    </message>
</context>
<context>
    <name>FeeDialog</name>
    <message>
        <source>Lệ phí của %1</source>
        <translation>Fee of %1</translation>
    </message>
    <message>
        <source>Số tiền, ví dụ 8000</source>
        <translation>Amount in đồng, such as 8000</translation>
    </message>
    <message>
        <source>Hồ sơ %1</source>
        <translation>Dossier %1</translation>
    </message>
    <message>
        <source>Mã này cũng đang hiện trên bảng trước công dân</source>
        <translation>The citizen&apos;s panel shows this code too</translation>
    </message>
    <message>
        <source>Hiện mã</source>
        <translation>Show code</translation>
    </message>
    <message>
        <source>Hủy thu</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>Đã nhận tiền</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>Đã hoàn tiền</source>
        <translation>Money given back</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Tìm theo số</source>
        <translation>Find by number</translation>
    </message>
    <message>
        <source>Gõ số, ví dụ A012 hoặc 12</source>
        <translation>Type the number, such as A012 or 12</translation>
    </message>
    <message>
        <source>Người đang chờ, tạm gác hoặc vắng mặt ở mọi hàng</source>
        <translation>Whoever waits, is set aside or absent, in any line</translation>
    </message>
    <message>
        <source>Không có ai đang chờ với số này</source>
        <translation>Nobody waits with this number</translation>
    </message>
</context>
<context>
    <name>FoundPerson</name>
    <message>
        <source>In lại phiếu</source>
        <translation>Print the paper again</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Về hàng</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Gọi</source>
        <translation>Call</translation>
    </message>
</context>
<context>
    <name>HallHeader</name>
    <message>
        <source>Giám sát</source>
        <translation>Supervision</translation>
    </message>
    <message numerus="yes">
        <source>%n hàng chờ quá lâu</source>
        <translation>
            <numerusform>%n line waits too long</numerusform>
            <numerusform>%n lines wait too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thiết bị cần xem</source>
        <translation>
            <numerusform>%n device needs a look</numerusform>
            <numerusform>%n devices need a look</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 người chờ · %2/%3 quầy mở</source>
        <translation>%1 waiting · %2/%3 counters open</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Kết thúc ngày</source>
        <translation>End the day</translation>
    </message>
</context>
<context>
    <name>HallLines</name>
    <message>
        <source>Hàng chờ</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>chưa có quầy mở</source>
        <translation>no counter open</translation>
    </message>
    <message>
        <source>lâu nhất %1 phút</source>
        <translation>longest %1 min</translation>
    </message>
</context>
<context>
    <name>HallPerson</name>
    <message>
        <source>%1 phút</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print the paper again</translation>
    </message>
</context>
<context>
    <name>HallPlaces</name>
    <message>
        <source>Các quầy</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>Chọn quầy đang mở để đổi dịch vụ</source>
        <translation>Choose an open counter to change its services</translation>
    </message>
</context>
<context>
    <name>HallTabs</name>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Chưa hài lòng</source>
        <translation>Not content</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Hủy số</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Về hàng</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Hôm nay chưa có đánh giá thấp</source>
        <translation>No low rating today</translation>
    </message>
    <message>
        <source>Không có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Không có ai vắng mặt</source>
        <translation>Nobody is absent</translation>
    </message>
    <message>
        <source>Chưa có thiết bị nào kết nối</source>
        <translation>No device has connected yet</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Đăng xuất</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang nghỉ</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Tạm nghỉ</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Đang đóng</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Mở lại quầy</source>
        <translation>Reopen counter</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HelpBanner</name>
    <message>
        <source>vừa xong</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 phút</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%1 cần người giúp (%2), và %n nơi khác</source>
        <translation>
            <numerusform>%1 needs help (%2), and %n other place</numerusform>
            <numerusform>%1 needs help (%2), and %n other places</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cần người giúp (%2)</source>
        <translation>%1 needs help (%2)</translation>
    </message>
    <message>
        <source>Bạn đã gọi người giúp, đang chờ người đến</source>
        <translation>You called for help; somebody will come</translation>
    </message>
    <message>
        <source>Tôi đến ngay</source>
        <translation>I am coming</translation>
    </message>
</context>
<context>
    <name>HindrancePage</name>
    <message>
        <source>Máy này chưa được ghép nối</source>
        <translation>This machine is not paired yet</translation>
    </message>
    <message>
        <source>Mã trong tệp khóa là của máy khác</source>
        <translation>The key file holds another machine&apos;s token</translation>
    </message>
    <message>
        <source>Khác phiên bản với máy chủ</source>
        <translation>Another version than the server&apos;s</translation>
    </message>
    <message>
        <source>Trung tâm không có quầy “%1”</source>
        <translation>The centre has no counter “%1”</translation>
    </message>
    <message>
        <source>Máy chủ không nhận mã thiết bị của máy này. Nhờ kỹ thuật viên chạy lệnh dưới đây trên máy chủ, ghi mã mới vào tệp khóa rồi mở lại chương trình.</source>
        <translation>The server does not accept this machine&apos;s token. Ask a technician to run the command below on the server, put the new token in the key file and start the program again.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật viên chạy lệnh dưới đây trên máy chủ, ghi mã mới vào tệp khóa rồi mở lại chương trình.</source>
        <translation>Ask a technician to run the command below on the server, put the new token in the key file and start the program again.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật viên cài cùng một phiên bản phần mềm trên máy này và trên máy chủ.</source>
        <translation>Ask a technician to install the same version on this machine and on the server.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật viên sửa id trong tệp station.toml của máy này thành id của một quầy trong cấu hình, rồi mở lại chương trình.</source>
        <translation>Ask a technician to change id in this machine&apos;s station.toml to the id of a counter in the configuration, and start the program again.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật viên sửa id trong tệp station.toml của máy này thành một trong các quầy: %1, rồi mở lại chương trình.</source>
        <translation>Ask a technician to change id in this machine&apos;s station.toml to one of the counters %1, and start the program again.</translation>
    </message>
    <message>
        <source>Bảng này tạm ngừng phục vụ</source>
        <translation>This panel is out of service for now</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>á  sắc</source>
        <translation>á  acute</translation>
    </message>
    <message>
        <source>à  huyền</source>
        <translation>à  grave</translation>
    </message>
    <message>
        <source>ả  hỏi</source>
        <translation>ả  hook</translation>
    </message>
    <message>
        <source>ã  ngã</source>
        <translation>ã  tilde</translation>
    </message>
    <message>
        <source>ạ  nặng</source>
        <translation>ạ  dot</translation>
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
    <name>KeysDialog</name>
    <message>
        <source>Mở quầy, gọi tiếp</source>
        <translation>Open the counter, call next</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Tìm theo số</source>
        <translation>Find by number</translation>
    </message>
    <message>
        <source>Tạm gác</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Về hàng chờ</source>
        <translation>Back in line</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Tạm nghỉ, mở lại</source>
        <translation>Pause, reopen</translation>
    </message>
    <message>
        <source>Cấp số tại quầy</source>
        <translation>Give a number here</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close the counter</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gọi người giúp</source>
        <translation>Call for help</translation>
    </message>
    <message>
        <source>Đến giúp nơi đang gọi</source>
        <translation>Go and help whoever calls</translation>
    </message>
    <message>
        <source>Hôm nay của tôi</source>
        <translation>My day</translation>
    </message>
    <message>
        <source>Đổi danh sách</source>
        <translation>Change the list</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Đăng nhập, đăng xuất</source>
        <translation>Sign in, sign out</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Khi dùng chương trình khác</source>
        <translation>While working in another program</translation>
    </message>
    <message>
        <source>Gọi tiếp</source>
        <translation>Call next</translation>
    </message>
</context>
<context>
    <name>LinesCard</name>
    <message>
        <source>Hàng chờ của quầy</source>
        <translation>This counter&apos;s lines</translation>
    </message>
    <message>
        <source>%1 người · %2 ưu tiên</source>
        <translation>%1 waiting · %2 priority</translation>
    </message>
    <message>
        <source>%1 người</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>lâu nhất %1 phút</source>
        <translation>longest %1 min</translation>
    </message>
</context>
<context>
    <name>LowMarkRow</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Quầy %1 · %2</source>
        <translation>Counter %1 · %2</translation>
    </message>
</context>
<context>
    <name>Meanings</name>
    <message>
        <source>Đến lượt: chờ lâu nhất trong các hàng của quầy</source>
        <translation>In turn: waited longest in this counter&apos;s lines</translation>
    </message>
    <message>
        <source>Lượt ưu tiên</source>
        <translation>Priority turn</translation>
    </message>
    <message>
        <source>Lượt ưu tiên: %1</source>
        <translation>Priority turn: %1</translation>
    </message>
    <message>
        <source>Đã chờ quá lâu nên được gọi trước</source>
        <translation>Waited too long, so goes first</translation>
    </message>
    <message>
        <source>Được chuyển đến quầy này</source>
        <translation>Transferred to this counter</translation>
    </message>
    <message>
        <source>Quay lại từ quầy khác</source>
        <translation>Back from another counter</translation>
    </message>
    <message>
        <source>Vắng khi gọi lần trước, nay gọi lại</source>
        <translation>Absent at the last call, called again</translation>
    </message>
    <message>
        <source>Tiếp tục lượt đã tạm gác</source>
        <translation>Resumed after being set aside</translation>
    </message>
    <message>
        <source>Do bạn chọn gọi</source>
        <translation>Chosen by you</translation>
    </message>
    <message>
        <source>Đến lượt</source>
        <translation>In turn</translation>
    </message>
    <message>
        <source>Ưu tiên</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Lịch hẹn</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Đã chờ</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>Chuyển từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Gọi vắng</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1 phút</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 lần</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>quầy %1</source>
        <translation>counter %1</translation>
    </message>
    <message>
        <source>Tiếng Anh</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Mới đăng ký</source>
        <translation>Newly registered</translation>
    </message>
    <message>
        <source>Được tiếp nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Không được tiếp nhận</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>Being processed</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung giấy tờ</source>
        <translation>More papers asked for</translation>
    </message>
    <message>
        <source>Yêu cầu nộp phí, lệ phí</source>
        <translation>Fee to be paid</translation>
    </message>
    <message>
        <source>Công dân xin rút hồ sơ</source>
        <translation>Withdrawn by the citizen</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã xử lý xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Result handed over</translation>
    </message>
    <message>
        <source>hẹn %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>%1 · đã nộp</source>
        <translation>%1 · paid</translation>
    </message>
    <message>
        <source>%1 · đã hủy thu</source>
        <translation>%1 · called off</translation>
    </message>
    <message>
        <source>%1 · đã hoàn lại</source>
        <translation>%1 · given back</translation>
    </message>
    <message>
        <source>%1 · chờ nộp</source>
        <translation>%1 · to be paid</translation>
    </message>
    <message>
        <source>tạm gác</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>vắng mặt</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>Ki-ốt %1</source>
        <translation>Kiosk %1</translation>
    </message>
    <message>
        <source>Màn hình %1</source>
        <translation>Screen %1</translation>
    </message>
    <message>
        <source>Máy quầy %1</source>
        <translation>Console of counter %1</translation>
    </message>
    <message>
        <source>Bảng đánh giá quầy %1</source>
        <translation>Rating panel of counter %1</translation>
    </message>
    <message>
        <source>Trang cho điện thoại</source>
        <translation>Phone page</translation>
    </message>
    <message>
        <source>Giám sát %1</source>
        <translation>Supervisor %1</translation>
    </message>
    <message>
        <source>sắp hết giấy</source>
        <translation>paper low</translation>
    </message>
    <message>
        <source>hết giấy</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>máy in đang mở nắp</source>
        <translation>printer cover open</translation>
    </message>
    <message>
        <source>máy in hỏng</source>
        <translation>printer broken</translation>
    </message>
    <message>
        <source>hỏng: %1</source>
        <translation>broken: %1</translation>
    </message>
    <message>
        <source>máy in mất kết nối</source>
        <translation>printer not connected</translation>
    </message>
    <message>
        <source>mất kết nối: %1</source>
        <translation>not connected: %1</translation>
    </message>
    <message>
        <source>thiết bị hoạt động lại</source>
        <translation>a device works again</translation>
    </message>
    <message>
        <source>máy in sắp hết giấy</source>
        <translation>printer low on paper</translation>
    </message>
    <message>
        <source>máy in hết giấy</source>
        <translation>printer out of paper</translation>
    </message>
    <message>
        <source>thiết bị mất kết nối</source>
        <translation>a device is disconnected</translation>
    </message>
    <message>
        <source>thiết bị hỏng</source>
        <translation>a device is broken</translation>
    </message>
    <message>
        <source>thiết bị báo: %1</source>
        <translation>a device says: %1</translation>
    </message>
    <message>
        <source>%1: đã ghi vắng mặt</source>
        <translation>%1 marked as a no-show</translation>
    </message>
    <message>
        <source>%1 đã về hàng chờ</source>
        <translation>%1 is back in line</translation>
    </message>
    <message>
        <source>%1 đã tạm gác</source>
        <translation>%1 is set aside</translation>
    </message>
    <message>
        <source>%1 đã chuyển đi</source>
        <translation>%1 was transferred</translation>
    </message>
    <message>
        <source>%1 đã trở lại hàng chờ</source>
        <translation>%1 is waiting again</translation>
    </message>
    <message>
        <source>Đã cấp số %1</source>
        <translation>Number %1 issued</translation>
    </message>
    <message>
        <source>%1: đã đổi diện ưu tiên</source>
        <translation>%1: priority changed</translation>
    </message>
    <message>
        <source>%1: đã gắn hồ sơ</source>
        <translation>%1: dossier linked</translation>
    </message>
    <message>
        <source>%1 đã hủy</source>
        <translation>%1 cancelled</translation>
    </message>
    <message>
        <source>Quầy %1: đã đổi dịch vụ</source>
        <translation>Counter %1: services changed</translation>
    </message>
    <message>
        <source>Đã gọi người đến giúp quầy này</source>
        <translation>Help was called to this counter</translation>
    </message>
    <message>
        <source>Đã báo là bạn đang đến</source>
        <translation>They know that you are coming</translation>
    </message>
    <message>
        <source>Thông báo đã lên mọi màn hình</source>
        <translation>The message is on every screen</translation>
    </message>
    <message>
        <source>Đã gỡ thông báo</source>
        <translation>The message was taken away</translation>
    </message>
    <message>
        <source>%1: đang in lại phiếu</source>
        <translation>%1: the paper is being printed again</translation>
    </message>
    <message>
        <source>Đã kết thúc ngày làm việc</source>
        <translation>The working day has ended</translation>
    </message>
    <message>
        <source>Lượt đã phục vụ</source>
        <translation>Visits served</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Đã chuyển đi</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Phục vụ trung bình</source>
        <translation>Mean service</translation>
    </message>
    <message>
        <source>Chờ trung bình</source>
        <translation>Mean wait</translation>
    </message>
    <message>
        <source>Chờ lâu nhất</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>Lệ phí đã thu</source>
        <translation>Fees taken</translation>
    </message>
    <message>
        <source>%1 (%2 lần)</source>
        <translation>%1 (%2 times)</translation>
    </message>
    <message>
        <source>dùng được</source>
        <translation>works</translation>
    </message>
    <message>
        <source>chương trình khác đã giữ phím này</source>
        <translation>another program has this key</translation>
    </message>
    <message>
        <source>đã tắt trong station.toml</source>
        <translation>off in station.toml</translation>
    </message>
    <message>
        <source>màn hình Wayland không cho phép</source>
        <translation>not allowed on Wayland</translation>
    </message>
    <message>
        <source>máy này không cho phép</source>
        <translation>not allowed on this machine</translation>
    </message>
    <message>
        <source>Không còn ai chờ ở quầy này.</source>
        <translation>Nobody waits for this counter.</translation>
    </message>
    <message>
        <source>Lượt này không cho phép thao tác đó.</source>
        <translation>This visit does not allow that step.</translation>
    </message>
    <message>
        <source>Quầy đang có lượt; hãy hoàn thành trước.</source>
        <translation>The counter has a current visit; finish it first.</translation>
    </message>
    <message>
        <source>Quầy chưa gọi ai.</source>
        <translation>This counter has called nobody.</translation>
    </message>
    <message>
        <source>Quầy đang đóng.</source>
        <translation>The counter is closed.</translation>
    </message>
    <message>
        <source>Hãy đăng nhập trước.</source>
        <translation>Please sign in first.</translation>
    </message>
    <message>
        <source>Mã PIN không đúng.</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message>
        <source>Không tìm thấy số này trong hôm nay.</source>
        <translation>No such number today.</translation>
    </message>
    <message>
        <source>Quầy này không được làm việc đó.</source>
        <translation>This counter may not do that.</translation>
    </message>
    <message>
        <source>Thao tác quá nhanh; hãy đợi một lát.</source>
        <translation>Too fast; please wait a moment.</translation>
    </message>
    <message>
        <source>Lượt này đã được đánh giá.</source>
        <translation>This visit has its rating.</translation>
    </message>
    <message>
        <source>Đã hết thời gian đánh giá lượt này.</source>
        <translation>The time for rating this visit is over.</translation>
    </message>
    <message>
        <source>Hôm nay vẫn còn giờ lấy số; chưa kết thúc ngày được.</source>
        <translation>Numbers are still given out today; the day cannot be closed yet.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ có mã này.</source>
        <translation>No dossier has this code.</translation>
    </message>
    <message>
        <source>Trung tâm không có máy này.</source>
        <translation>The centre has no such machine.</translation>
    </message>
    <message>
        <source>Trung tâm không có quầy này.</source>
        <translation>The centre has no such counter.</translation>
    </message>
    <message>
        <source>Trung tâm không có dịch vụ này.</source>
        <translation>The centre has no such service.</translation>
    </message>
    <message>
        <source>Trung tâm không có diện ưu tiên này.</source>
        <translation>The centre has no such priority.</translation>
    </message>
    <message>
        <source>Dịch vụ này đã phát hết số của hôm nay.</source>
        <translation>This service has given out all its numbers for today.</translation>
    </message>
    <message>
        <source>Không tìm thấy lịch hẹn có mã này.</source>
        <translation>No appointment has this code.</translation>
    </message>
    <message>
        <source>Lịch hẹn này đã lấy số rồi.</source>
        <translation>This appointment has its number already.</translation>
    </message>
    <message>
        <source>Lịch hẹn này không phải của hôm nay.</source>
        <translation>This appointment is for another day.</translation>
    </message>
    <message>
        <source>Đã nhập sai nhiều lần; hãy đợi một lát.</source>
        <translation>Wrong too many times; wait a moment.</translation>
    </message>
    <message>
        <source>Chưa tra cứu được hồ sơ; hãy thử lại sau.</source>
        <translation>Dossiers cannot be looked up now; try again later.</translation>
    </message>
    <message>
        <source>Máy chủ không hiểu yêu cầu này; hãy báo kỹ thuật viên.</source>
        <translation>The server does not understand this; tell a technician.</translation>
    </message>
    <message>
        <source>Nội dung quá dài.</source>
        <translation>The text is too long.</translation>
    </message>
    <message>
        <source>Máy này chưa được ghép nối.</source>
        <translation>This machine is not paired.</translation>
    </message>
    <message>
        <source>Máy chủ gặp lỗi; chưa có gì thay đổi.</source>
        <translation>The server failed; nothing was changed.</translation>
    </message>
    <message>
        <source>Máy chủ chưa ghi được; chưa có gì thay đổi.</source>
        <translation>The server could not write; nothing has changed.</translation>
    </message>
    <message>
        <source>Mất kết nối giữa chừng; hãy xem số hiện tại rồi làm tiếp.</source>
        <translation>The connection broke meanwhile; look at the current number, then go on.</translation>
    </message>
    <message>
        <source>Chưa thực hiện được.</source>
        <translation>Could not be done.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>%1 chưa nộp lệ phí %2. Nhấn lần nữa để vẫn hoàn thành.</source>
        <translation>%1 has not paid the fee of %2. Press again to finish all the same.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gọi lại số này</source>
        <translation>Call it again</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PanelFee</name>
    <message>
        <source>Mời quét mã để nộp lệ phí</source>
        <translation>Scan to pay the fee</translation>
    </message>
    <message>
        <source>Số %1 · Hồ sơ %2</source>
        <translation>Number %1 · Dossier %2</translation>
    </message>
    <message>
        <source>Số %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Người nhận: %1</source>
        <translation>Payee: %1</translation>
    </message>
    <message>
        <source>Tài khoản %1. Hãy xem đúng tên người nhận rồi&#xa0;mới&#xa0;chuyển.</source>
        <translation>Account %1. Check the payee&apos;s name before you transfer.</translation>
    </message>
</context>
<context>
    <name>PanelGreeting</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Xin mời số</source>
        <translation>Please come, number</translation>
    </message>
    <message>
        <source>Đang phục vụ số</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>Cảm&#xa0;ơn&#xa0;quý&#xa0;khách!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>Quầy tạm nghỉ: %1</source>
        <translation>Counter paused: %1</translation>
    </message>
    <message>
        <source>Quầy chưa mở</source>
        <translation>Counter not open yet</translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Kính chào quý khách</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Ý kiến của quý khách giúp chúng tôi phục&#xa0;vụ&#xa0;tốt&#xa0;hơn.</source>
        <translation>Your opinion helps us serve better.</translation>
    </message>
    <message>
        <source>Lượt này đã được đánh giá. Cảm&#xa0;ơn&#xa0;quý&#xa0;khách!</source>
        <translation>This visit has been rated already. Thank you!</translation>
    </message>
    <message>
        <source>Đã hết thời gian đánh giá lượt này. Cảm&#xa0;ơn&#xa0;quý&#xa0;khách!</source>
        <translation>The time for rating this visit is over. Thank you!</translation>
    </message>
    <message>
        <source>Rất tiếc, chưa ghi nhận được đánh giá. Cảm&#xa0;ơn&#xa0;quý&#xa0;khách!</source>
        <translation>Sorry, your rating could not be recorded. Thank you!</translation>
    </message>
    <message>
        <source>Cán bộ: %1</source>
        <translation>Officer: %1</translation>
    </message>
</context>
<context>
    <name>PanelQuestion</name>
    <message>
        <source>Quý khách có hài lòng với lượt phục vụ vừa rồi?</source>
        <translation>Were you satisfied with the service you just received?</translation>
    </message>
    <message>
        <source>Số %1 · Quầy %2</source>
        <translation>Number %1 · Counter %2</translation>
    </message>
</context>
<context>
    <name>PanelReasons</name>
    <message>
        <source>Chúng tôi cần làm tốt hơn điều gì?</source>
        <translation>What should we do better?</translation>
    </message>
    <message>
        <source>Có thể chọn nhiều, hoặc không chọn</source>
        <translation>Choose as many as you like, or none</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Viết góp ý</source>
        <translation>Write a remark</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>PanelRemark</name>
    <message>
        <source>Quý khách muốn góp ý điều gì?</source>
        <translation>What would you like to tell us?</translation>
    </message>
    <message>
        <source>Không bắt buộc. Xin đừng viết họ tên hay số giấy tờ.</source>
        <translation>Optional. Please write no names or document numbers.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>ParkDialog</name>
    <message>
        <source>Tạm gác %1</source>
        <translation>Set %1 aside</translation>
    </message>
    <message>
        <source>Ghi chú: đang chờ gì? (không bắt buộc)</source>
        <translation>Note: waiting for what? (optional)</translation>
    </message>
    <message>
        <source>Đi phô tô</source>
        <translation>Making copies</translation>
    </message>
    <message>
        <source>Bổ sung giấy tờ</source>
        <translation>Fetching papers</translation>
    </message>
    <message>
        <source>Nộp lệ phí</source>
        <translation>Paying the fee</translation>
    </message>
    <message>
        <source>Chờ xác minh</source>
        <translation>Waiting to be verified</translation>
    </message>
    <message>
        <source>Tạm gác</source>
        <translation>Set aside</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Nghỉ giải lao</source>
        <translation>Short break</translation>
    </message>
    <message>
        <source>Nghỉ trưa</source>
        <translation>Lunch break</translation>
    </message>
    <message>
        <source>Họp</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Hỗ trợ quầy khác</source>
        <translation>Helping another counter</translation>
    </message>
    <message>
        <source>Xử lý hồ sơ</source>
        <translation>Working on dossiers</translation>
    </message>
    <message>
        <source>Sự cố thiết bị</source>
        <translation>Device trouble</translation>
    </message>
    <message>
        <source>Tạm nghỉ vì</source>
        <translation>Pause because of</translation>
    </message>
    <message>
        <source>Lý do khác, sẽ hiện trên bảng ở sảnh</source>
        <translation>Another reason; the lobby&apos;s board will show it</translation>
    </message>
    <message>
        <source>Tạm nghỉ</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Tạm gác</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Vừa xong</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>Tìm số</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Cấp số</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Chưa có ai chờ ở các hàng của quầy</source>
        <translation>Nobody waits in this counter&apos;s lines</translation>
    </message>
    <message>
        <source>Không có lượt nào tạm gác</source>
        <translation>Nobody is set aside</translation>
    </message>
    <message>
        <source>Không có ai vắng mặt</source>
        <translation>Nobody is absent</translation>
    </message>
    <message>
        <source>Hôm nay chưa phục vụ lượt nào</source>
        <translation>Nobody served yet today</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>đã gọi vắng %1 lần</source>
        <translation>calls missed: %1</translation>
    </message>
    <message>
        <source>%1 · %2 phút</source>
        <translation>%1 · %2 min</translation>
    </message>
    <message>
        <source>%1 phút</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Về hàng</source>
        <translation>Reinstate</translation>
    </message>
    <message>
        <source>Gọi</source>
        <translation>Call</translation>
    </message>
</context>
<context>
    <name>PlaceCell</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang nghỉ</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Đang đóng</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Đang rảnh</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>phục vụ %1 phút</source>
        <translation>serving %1 min</translation>
    </message>
    <message>
        <source>đang gọi %1 phút</source>
        <translation>calling %1 min</translation>
    </message>
    <message>
        <source>Máy quầy mất kết nối</source>
        <translation>Console not connected</translation>
    </message>
    <message>
        <source>Chưa có cán bộ</source>
        <translation>No clerk yet</translation>
    </message>
    <message>
        <source>Hàng: %1</source>
        <translation>Lines: %1</translation>
    </message>
</context>
<context>
    <name>PriorityDialog</name>
    <message>
        <source>Diện ưu tiên của %1</source>
        <translation>Priority of %1</translation>
    </message>
    <message>
        <source>Không ưu tiên</source>
        <translation>No priority</translation>
    </message>
    <message>
        <source>Căn cứ, ví dụ: đã xem căn cước</source>
        <translation>Why, such as: saw the identity card</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RatingMain</name>
    <message>
        <source>Đánh giá – Quầy %1</source>
        <translation>Rating – Counter %1</translation>
    </message>
</context>
<context>
    <name>ReprintDialog</name>
    <message>
        <source>In lại phiếu %1 ở đâu?</source>
        <translation>Print the paper of %1 again: where?</translation>
    </message>
    <message>
        <source>Trung tâm chưa có ki-ốt nào</source>
        <translation>The centre has no kiosk</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Đăng nhập tại quầy</source>
        <translation>Sign in at this counter</translation>
    </message>
    <message>
        <source>Chọn tên của bạn</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
</context>
<context>
    <name>StationRow</name>
    <message>
        <source>đang kết nối</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>mất kết nối, tin cuối %1</source>
        <translation>away, last heard %1</translation>
    </message>
    <message>
        <source>chưa kết nối</source>
        <translation>not connected yet</translation>
    </message>
    <message>
        <source>đang kết nối, tin lúc %1</source>
        <translation>connected, heard at %1</translation>
    </message>
</context>
<context>
    <name>StripHeader</name>
    <message>
        <source>Quầy %1</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>%1 người chờ</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>Tạm nghỉ</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Đóng quầy</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>StripMain</name>
    <message>
        <source>Quầy %1 – Một Cửa</source>
        <translation>Counter %1 – Một Cửa</translation>
    </message>
</context>
<context>
    <name>StripVisit</name>
    <message>
        <source>Đang gọi</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Quầy đang tạm nghỉ</source>
        <translation>The counter is paused</translation>
    </message>
    <message>
        <source>Quầy đang đóng</source>
        <translation>The counter is closed</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ hàng đợi…</source>
        <translation>Connecting to the queue server…</translation>
    </message>
    <message numerus="yes">
        <source>Có %n người đang chờ</source>
        <translation>
            <numerusform>%n person is waiting</numerusform>
            <numerusform>%n people are waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
</context>
<context>
    <name>SupervisorMain</name>
    <message>
        <source>Giám sát – Một Cửa</source>
        <translation>Supervision – Một Cửa</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ hàng đợi…</source>
        <translation>Connecting to the queue server…</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>chưa có quầy mở</source>
        <translation>no counter open</translation>
    </message>
    <message>
        <source>không mở</source>
        <translation>not open</translation>
    </message>
    <message>
        <source>%1 người chờ</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>Tự đóng sau %n giây</source>
        <translation>
            <numerusform>Closes in %n second</numerusform>
            <numerusform>Closes in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Chuyển %1 đến</source>
        <translation>Transfer %1 to</translation>
    </message>
    <message>
        <source>Tìm dịch vụ hoặc quầy, không cần dấu</source>
        <translation>Find a service or counter; accents not needed</translation>
    </message>
    <message>
        <source>Dịch vụ</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>Không tìm thấy nơi nào như vậy</source>
        <translation>No such place found</translation>
    </message>
    <message>
        <source>Giữ thứ tự theo giờ lấy số</source>
        <translation>Keep the place in line</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>chuyển</source>
        <translation>transfer</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Đang gọi</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>Đang phục vụ</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Chưa thấy khách</source>
        <translation>Nobody came yet</translation>
    </message>
    <message>
        <source>từ lúc gọi</source>
        <translation>since the call</translation>
    </message>
    <message>
        <source>Lâu hơn thường lệ (%1 phút)</source>
        <translation>Longer than usual (%1 min)</translation>
    </message>
    <message>
        <source>thường %1 phút</source>
        <translation>usually %1 min</translation>
    </message>
    <message>
        <source>Quầy đang tạm nghỉ</source>
        <translation>The counter is paused</translation>
    </message>
    <message>
        <source>Quầy đang đóng</source>
        <translation>The counter is closed</translation>
    </message>
    <message>
        <source>Đang kết nối với máy chủ hàng đợi…</source>
        <translation>Connecting to the queue server…</translation>
    </message>
    <message numerus="yes">
        <source>Có %n người đang chờ</source>
        <translation>
            <numerusform>%n person is waiting</numerusform>
            <numerusform>%n people are waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có ai chờ</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>Mở quầy để bắt đầu gọi số.</source>
        <translation>Open the counter to start calling.</translation>
    </message>
    <message>
        <source>Nhấn F1 để gọi người tiếp theo.</source>
        <translation>Press F1 to call the next person.</translation>
    </message>
    <message>
        <source>Số mới lấy sẽ hiện ra ở bên phải.</source>
        <translation>New numbers will appear on the right.</translation>
    </message>
</context>
<context>
    <name>WalkInDialog</name>
    <message>
        <source>Cấp số tại quầy</source>
        <translation>Give a number at the counter</translation>
    </message>
    <message>
        <source>Tìm dịch vụ, không cần dấu</source>
        <translation>Find a service, accents not needed</translation>
    </message>
    <message>
        <source>đang ngừng cấp số</source>
        <translation>no numbers now</translation>
    </message>
    <message>
        <source>Không tìm thấy dịch vụ nào như vậy</source>
        <translation>No such service</translation>
    </message>
    <message>
        <source>Không ưu tiên</source>
        <translation>No priority</translation>
    </message>
</context>
</TS>
