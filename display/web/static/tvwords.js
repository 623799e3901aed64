"use strict";
// Words of the browser TV. ?lang=en shows English.
var WORDS = {
  vi: {
    go: "Mời số", again: "Mời lại số", to: "đến quầy", said: "Mời số {0} đến quầy {1}", grid: "Quầy và số đang phục vụ", paused: "tạm dừng", closed: "đóng", off: "nghỉ", none: "không có",
    waiting: "Đang chờ", people: "người", peopleWait: "người, ~{0} phút", absent: "Vắng mặt", hours: "Giờ làm việc: {0}", leader: "Lãnh đạo trực: {0}",
    hello: "Kính chào quý khách", howto: "Mời lấy số tại máy rồi ngồi chờ. Số của bạn sẽ hiện trên màn hình này.", hotline: "Đường dây nóng {0}",
    sound: "Chạm để bật tiếng", soundHelp: "Chạm hoặc bấm OK trên điều khiển", away: "Mất kết nối, đang thử lại", awaySince: "Mất kết nối – tin cuối lúc {0}",
    unknown: "Không có màn hình hoặc khu này. Xin xem lại địa chỉ trang.", days: "Chủ Nhật,Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy", title: "Bảng gọi số", counter: "Quầy {0}"
  },
  en: {
    go: "Now calling", again: "Calling again", to: "to counter", said: "Number {0}, please go to counter {1}", grid: "Counters and their numbers", paused: "paused", closed: "closed", off: "off", none: "nobody",
    waiting: "Waiting", people: "people", peopleWait: "people, ~{0} min", absent: "Not here", hours: "Hours: {0}", leader: "Leader on duty: {0}",
    hello: "Welcome", howto: "Please take a number at the machine and have a seat. Your number will appear on this screen.", hotline: "Hotline {0}",
    sound: "Touch to turn the sound on", soundHelp: "Touch, or press OK on the remote", away: "Connection lost, trying again", awaySince: "Connection lost – last news at {0}",
    unknown: "There is no such screen or zone. Please check the address.", days: "Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday", title: "Calls", counter: "Counter {0}"
  }
};
