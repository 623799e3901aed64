"use strict";
// Words of the citizens' pages, and what both pages share.
var WORDS = {
  vi: {
    other: "EN", otherLabel: "EN – switch to English", yours: "Số của bạn", follow: "Theo dõi số", loading: "Đang tải…", go: "Mời đến quầy {0}",
    ahead: "Trước bạn còn {0} người", oneAhead: "Trước bạn còn 1 người", next: "Bạn là người tiếp theo", about: "Khoảng {0} phút", between: "Khoảng {0}–{1} phút", where: "Quầy\u00a0{0}",
    stay: "Số được gọi theo thứ tự, ưu tiên theo quy định. Xin đừng đi xa.",
    serving: "Bạn đang được phục vụ tại quầy {0}", parked: "Hồ sơ của bạn đang được để chờ. Xin đợi gọi lại.",
    served: "Lượt của bạn đã xong. Xin cảm ơn!", no_show: "Đã gọi mà chưa thấy bạn. Xin đến quầy hướng dẫn để được xếp lại.",
    cancelled: "Số này đã được hủy.", expired: "Số này đã hết hiệu lực vì hết giờ làm việc.",
    unknown: "Liên kết này không còn dùng được. Mỗi số chỉ theo dõi được trong ngày; xin quét lại mã QR trên phiếu hoặc hỏi quầy hướng dẫn.",
    missing: "Xin quét mã QR in trên phiếu của bạn để theo dõi số.", away: "Mất kết nối, đang thử lại", awaySince: "Mất kết nối – tin cuối lúc {0}",
    busy: "Máy chủ đang bận, xin chờ một chút…", ring: "Báo chuông khi đến lượt", ringing: "Sẽ báo chuông – xin để trang này mở", quiet: "Tắt chuông",
    moved: "Lượt của bạn được chuyển tiếp. Xin chờ gọi lần nữa, không cần lấy số mới.",
    absent: "Đã gọi bạn {0} lần nhưng chưa thấy. Số của bạn đã được xếp lại vào hàng chờ; xin ở gần quầy.",
    hotline: "Đường dây nóng: ", fields: "Đang chờ ở các lĩnh vực", people: "{0} người", person: "1 người", nobody: "không phải chờ", closed: "đang không cấp số", none: "Hiện chưa có số liệu.",
    updated: "Cập nhật lúc {0}"
  },
  en: {
    other: "VI", otherLabel: "VI – chuyển sang tiếng Việt", yours: "Your number", follow: "Follow your number", loading: "Loading…", go: "Please go to counter {0}",
    ahead: "{0} people before you", oneAhead: "1 person before you", next: "You are next", about: "About {0} minutes", between: "About {0}–{1} minutes", where: "Counter\u00a0{0}",
    stay: "Numbers are called in order, with legal priority. Please stay close.",
    serving: "You are being served at counter {0}", parked: "Your case is on hold. Please wait to be called again.",
    served: "Your visit is finished. Thank you!", no_show: "You were called but not seen. Please ask at the information desk.",
    cancelled: "This number was cancelled.", expired: "This number is no longer valid: the centre has closed.",
    unknown: "This link is no longer valid. A number can be followed on its own day only; please scan the QR code on your ticket again or ask at the information desk.",
    missing: "Please scan the QR code on your ticket to follow your number.", away: "Connection lost, trying again", awaySince: "Connection lost – last news at {0}",
    busy: "The server is busy, one moment…", ring: "Ring when it is my turn", ringing: "Will ring – please keep this page open", quiet: "Stop the ringing",
    moved: "Your visit goes on elsewhere. Please wait to be called again; you need no new number.",
    absent: "You were called but not seen. Your number is back in the line; please stay close.",
    hotline: "Hotline: ", fields: "Waiting by field", people: "{0} people", person: "1 person", nobody: "no waiting", closed: "no numbers given out now", none: "No figures yet.",
    updated: "Updated at {0}"
  }
};
var language = /^vi/i.test(navigator.language || "vi") ? "vi" : "en";
function say(key, a, b) { return WORDS[language][key].replace("{0}", a).replace("{1}", b); }
function pick(words) { return words ? words[language] || words.vi || "" : ""; }
function el(id) { return document.getElementById(id); }
function put(id, text) {
  var node = el(id);
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
}
function frame(page) {
  document.documentElement.lang = language;
  el("language").textContent = say("other");
  el("language").setAttribute("aria-label", say("otherLabel"));
  el("language").lang = language === "vi" ? "en" : "vi";
  if (page && page.centre) put("centre", pick(page.centre));
  if (page && page.hotline) {
    var link = document.createElement("a");
    link.href = "tel:" + page.hotline.replace(/[^0-9+]/g, "");
    link.textContent = page.hotline;
    el("hotline").textContent = say("hotline");
    el("hotline").appendChild(link);
  }
}
function onLanguage(draw) {
  el("language").onclick = function () { language = language === "vi" ? "en" : "vi"; draw(); };
}
