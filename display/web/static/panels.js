"use strict";
// What stands beside the calls or instead of them: the guide's slides, the centre's media, the dossiers' board.
var Panels = (function () {
  var SLIDE_S = 14, PAGE_S = 12, AGAIN_S = 60, STUCK_S = 10;
  var DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"], ICONS = { 3: "✕", 5: "!", 6: "!", 8: "✕", 9: "✓", 10: "✓" };
  var procedures = [], rows = [], media = [], place = -1, since = 0, failed = {}, moved = 0, loud = 0;
  function seconds() { return performance.now() / 1000; }
  function unit() { return Math.min(innerWidth, innerHeight) / 108; }

  function steps(body) {
    var list = node("ol", "", "steps");
    say("steps").split("|").forEach(function (text) { var item = node("li", ""); item.appendChild(node("span", text)); list.appendChild(item); });
    body.appendChild(list);
  }
  function lines(body, board) {
    var list = node("ul", "", "lines");
    if (!board.guide.lines.length) { body.appendChild(node("p", say("nobody"), "nobody")); return; }
    board.guide.lines.forEach(function (line) {
      var item = node("li", "");
      item.appendChild(node("span", line.name, "name"));
      item.appendChild(node("b", say("lineWait", line.waiting)));
      item.appendChild(node("span", line.likely ? say("minutes", line.likely) : "", "minutes"));
      list.appendChild(item);
    });
    body.appendChild(list);
  }
  function hours(body, board) {
    var names = say("days").split(","), days = board.guide.days.map(function (day) { return DAYS.indexOf(day); });
    var ends = days.map(function (day) { return (day + 6) % 7; }), inARow = days.length > 2 && ends[ends.length - 1] - ends[0] === ends.length - 1;
    var box = node("div", "", "hours");
    box.appendChild(node("p", inARow ? say("from", names[days[0]], names[days[days.length - 1]]) : days.map(function (day) { return names[day]; }).join(", ")));
    board.hours.split(" · ").forEach(function (session) { box.appendChild(node("b", session)); });
    body.appendChild(box);
  }
  function qr(code) {
    var box = document.createElement("canvas"), quiet = 4, side = code.length + 2 * quiet, pen = box.getContext("2d");
    box.width = box.height = side * 8; box.className = "qr"; box.setAttribute("aria-hidden", "true");
    pen.fillStyle = "#fff"; pen.fillRect(0, 0, box.width, box.height); pen.fillStyle = "#000";
    code.forEach(function (row, y) { for (var x = 0; x < row.length; x++) if (row[x] === "1") pen.fillRect((x + quiet) * 8, (y + quiet) * 8, 8, 8); });
    return box;
  }
  function procedure(body, one, large) {
    var list = node("ul", "", "papers"), foot = node("div", "", "facts"), facts = node("div", "");
    body.appendChild(node("p", one.title, "title"));
    one.papers.forEach(function (paper) { list.appendChild(node("li", paper)); });
    body.appendChild(list); body.appendChild(foot); foot.appendChild(facts);
    var more = node("p", "", "more"); facts.appendChild(more);
    if (one.time_limit) facts.appendChild(node("p", say("limit", one.time_limit)));
    if (one.fee) facts.appendChild(node("p", say("fee", one.fee)));
    if (large && one.qr.length) foot.appendChild(qr(one.qr));
    var left = one.more, room = list.getBoundingClientRect().bottom + 1;
    for (var i = 0; i < list.children.length; i++) if (list.children[i].getBoundingClientRect().bottom > room) { list.children[i].style.visibility = "hidden"; left++; }
    more.textContent = left ? say("more", left) : ""; more.hidden = !left;
  }
  function guide(board) {
    var order = board.guide.order, at = order.length ? Math.floor(seconds() / SLIDE_S) % order.length : 0, slide = order.length ? order[at] : "steps";
    var one = typeof slide === "number" ? procedures[slide] : null, kind = one ? "procedure" : typeof slide === "number" ? "steps" : slide, large = board.layout === "guide";
    put("slide-head", say("head" + kind.charAt(0).toUpperCase() + kind.slice(1)));
    var body = el("slide"), key = JSON.stringify([kind, one, large, kind === "lines" && board.guide.lines, board.hours, innerWidth, innerHeight]);
    if (body.getAttribute("data-key") !== key) {
      body.setAttribute("data-key", key); body.textContent = "";
      if (kind === "procedure") procedure(body, one, large);
      else ({ steps: steps, lines: lines, hours: hours })[kind](body, board);
    }
    fill(el("dots"), order.length > 1 && order.length <= 24 ? order.map(function (_, place) { return place === at; }) : [], function (now) { return node("i", "", now ? "now" : ""); });
  }

  // Pictures and films in turn; what is missing or broken is left out for a minute.
  function turn() {
    var now = seconds(), film = el("film"), picture = el("picture"), found = null;
    for (var step = 1; step <= media.length && !found; step++) {
      var next = (place + step) % media.length;
      if (!(failed[media[next].url] > now)) { found = media[next]; place = next; }
    }
    since = moved = now;
    film.pause();
    el("media").hidden = !found; el("guide").hidden = !!found;
    picture.hidden = !found || found.kind !== "picture"; film.hidden = !found || found.kind !== "film";
    if (!found) return;
    if (found.kind === "picture") { picture.src = found.url + "?" + Math.floor(now / AGAIN_S); return; }
    film.src = found.url; film.load();
    var playing = film.play();
    if (playing && playing.catch) playing.catch(function (why) { if (why.name === "NotAllowedError") { film.muted = true; film.play().catch(fail); } });
  }
  function fail() { if (media[place]) failed[media[place].url] = seconds() + AGAIN_S; turn(); }
  function beside(board) {
    if (JSON.stringify(board.media) !== JSON.stringify(media)) { media = board.media; place = -1; turn(); return; }
    if (!media.length) { el("media").hidden = true; el("guide").hidden = false; return; }
    if (el("media").hidden ? seconds() - since > AGAIN_S : !el("picture").hidden ? seconds() - since > SLIDE_S : false) turn();
    else if (!el("film").hidden && !el("media").hidden && seconds() - moved > STUCK_S) fail();
  }
  // 0–1 of a film's own sound: none where the page does not speak, little while it does.
  function loudness(level) { loud = level; el("film").volume = level; el("film").muted = !level; }

  function dossiers(board) {
    var about = board.dossiers, list = el("dossier-rows"), room = el("dossiers-foot").getBoundingClientRect().top - list.getBoundingClientRect().top;
    var fits = Math.max(1, Math.floor(room / (8.1 * unit()))), pages = Math.max(1, Math.ceil(rows.length / fits)), even = Math.ceil(rows.length / pages);
    var page = Math.floor(seconds() / PAGE_S) % pages, states = say("states").split("|"), heads = ["code", "agency", "state", "due"];
    put("dossiers-head", say("dossiers"));
    put("as-of", about.as_of ? say(about.stale ? "old" : "asOf", about.as_of) : "");
    el("dossiers").classList[about.stale ? "add" : "remove"]("old");
    fill(el("dossier-names"), heads.map(function (head) { return say(head); }), function (text, place) { var cell = node("th", text, heads[place]); cell.scope = "col"; return cell; });
    fill(list, rows.slice(page * even, (page + 1) * even), function (row) {
      var item = node("tr", "");
      item.appendChild(node("td", row.code, "code")); item.appendChild(node("td", row.agency, "agency"));
      item.appendChild(node("td", (ICONS[row.state] || "•") + " " + (states[row.state] || ""), "state s" + row.state)); item.appendChild(node("td", row.due, "due"));
      return item;
    });
    put("no-dossiers", rows.length ? "" : say(about.known ? "noDossiers" : "fetching"));
    put("masked", say("masked")); put("page", pages > 1 ? say("page", page + 1, pages) : "");
  }

  function begin() {
    el("film").addEventListener("ended", turn);
    el("film").addEventListener("error", function () { if (!el("film").hidden && media.length) fail(); });
    el("film").addEventListener("timeupdate", function () { moved = seconds(); });
    el("picture").addEventListener("error", function () { if (!el("picture").hidden && media.length) fail(); });
    el("film").muted = true;
  }
  return {
    begin: begin, loudness: loudness,
    procedures: function (list) { procedures = list; }, dossiers: function (list) { rows = list; },
    draw: function (board) {
      if (board.layout === "dossiers") dossiers(board);
      if (board.layout === "calls_media") beside(board);
      else { el("media").hidden = true; el("guide").hidden = board.layout !== "guide"; }
      if (!el("guide").hidden) guide(board);
    }
  };
})();
