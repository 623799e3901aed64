"use strict";
// Words of the browser TV (?lang=en shows English), and what its parts share.
var WORDS = {
  vi: {
    go: "Mời số", again: "Mời lại số", to: "đến quầy", said: "Mời số {0} đến quầy {1}", grid: "Quầy và số đang phục vụ", paused: "tạm dừng", closed: "đóng", off: "nghỉ", none: "không có",
    waiting: "Đang chờ", people: "người", peopleWait: "người, ~{0} phút", absent: "Vắng mặt", hours: "Giờ làm việc: {0}", leader: "Lãnh đạo trực: {0}",
    hello: "Kính chào quý khách", howto: "Mời lấy số tại máy rồi ngồi chờ. Số của bạn sẽ hiện trên màn hình này.", hotline: "Đường dây nóng {0}",
    sound: "Chạm để bật tiếng", soundHelp: "Chạm hoặc bấm OK trên điều khiển", away: "Mất kết nối, đang thử lại", awaySince: "Mất kết nối – tin cuối lúc {0}",
    unknown: "Không có màn hình hoặc khu này. Xin xem lại địa chỉ trang.", days: "Chủ Nhật,Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy", title: "Bảng gọi số", counter: "Quầy {0}",
    headSteps: "Làm thủ tục thế nào?", headLines: "Đang chờ ở các lĩnh vực", headHours: "Giờ làm việc", headProcedure: "Cần mang theo gì?",
    steps: "Lấy số tại máy, chọn đúng việc cần làm|Ngồi chờ, nhìn màn hình và nghe gọi số|Đến đúng quầy khi số của bạn hiện lên|Đánh giá bằng một nút bấm khi xong việc",
    nobody: "Hiện không có ai phải chờ. Mời bạn lấy số.", lineWait: "{0} người", minutes: "~{0} phút", from: "{0} đến {1}", more: "và {0} giấy tờ khác", limit: "Thời hạn: {0}", fee: "Lệ phí: {0}",
    dossiers: "Tình trạng hồ sơ", old: "Số liệu cũ, lúc {0}", asOf: "Cập nhật lúc {0}", code: "Mã hồ sơ", agency: "Nơi giải quyết", state: "Trạng thái", due: "Hẹn trả",
    noDossiers: "Chưa có hồ sơ nào để hiện", fetching: "Đang lấy tình trạng hồ sơ…", masked: "Mã được che một phần để giữ kín thông tin. Xem đầy đủ tại máy tra cứu.", page: "Trang {0} / {1}",
    states: "|Mới đăng ký|Được tiếp nhận|Không tiếp nhận|Đang xử lý|Cần bổ sung|Chờ nộp lệ phí|Xin rút hồ sơ|Dừng xử lý|Đã có kết quả|Đã trả kết quả"
  },
  en: {
    go: "Now calling", again: "Calling again", to: "to counter", said: "Number {0}, please go to counter {1}", grid: "Counters and their numbers", paused: "paused", closed: "closed", off: "off", none: "nobody",
    waiting: "Waiting", people: "people", peopleWait: "people, ~{0} min", absent: "Absent", hours: "Hours: {0}", leader: "Leader on duty: {0}",
    hello: "Welcome", howto: "Please take a number at the kiosk and have a seat. Your number will appear on this screen.", hotline: "Hotline {0}",
    sound: "Touch to turn the sound on", soundHelp: "Touch, or press OK on the remote", away: "Connection lost, trying again", awaySince: "Connection lost – last news at {0}",
    unknown: "There is no such screen or zone. Please check the address.", days: "Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday", title: "Calls", counter: "Counter {0}",
    headSteps: "How a visit goes", headLines: "Waiting by field", headHours: "Opening hours", headProcedure: "What to bring",
    steps: "Take a number: choose what you came for|Have a seat, watch the screen and listen|Go to the counter shown when your number appears|Rate the service with one button when done",
    nobody: "Nobody is waiting now. Please take a number.", lineWait: "{0} waiting", minutes: "~{0} min", from: "{0} to {1}", more: "and {0} more papers", limit: "Time limit: {0}", fee: "Fee: {0}",
    dossiers: "Dossier status", old: "Old figures, of {0}", asOf: "Updated at {0}", code: "Dossier code", agency: "Handled by", state: "State", due: "Due",
    noDossiers: "No dossiers to show yet", fetching: "Fetching the dossiers…", masked: "Codes are partly hidden for privacy. See yours in full at the look-up kiosk.", page: "Page {0} / {1}",
    states: "|Registered|Accepted|Not accepted|In process|More papers needed|Fee due|Withdrawn|Stopped|Result ready|Result handed over"
  }
};
var query = location.search.slice(1).split("&"), language = query.indexOf("lang=en") >= 0 ? "en" : "vi";
function el(id) { return document.getElementById(id); }
function say(key, a, b) { return WORDS[language][key].replace("{0}", a).replace("{1}", b); }
function pick(words) { return words ? words[language] || words.vi || "" : ""; }
function put(id, text) {
  var node = el(id);
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
}
function node(kind, text, name) { var made = document.createElement(kind); made.textContent = text; if (name) made.className = name; return made; }
// Builds a list anew only when what it shows changed; true: it did.
function fill(list, items, build) {
  var key = JSON.stringify(items);
  if (list.getAttribute("data-key") === key) return false;
  list.setAttribute("data-key", key);
  list.textContent = "";
  items.forEach(function (item, place) { list.appendChild(build(item, place)); });
  return true;
}
