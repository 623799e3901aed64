"use strict";
// The browser TV: shows a board as the gateway streams it. Written for the browsers of older televisions.
(function () {
  var SILENCE = 40, FRESH = 15, RETRY = [1000, 2000, 4000, 8000];
  var board = null, version = "", heard = 0, asked = 0, offset = 0, seen = 0, trouble = "", tries = 0, stream = null, timer = 0, turn = 0;
  var spot = new Spotlight(), sound = null, lock = null, news = 0, chimed = 0, voice = null, message = "", anew = true, talking = false;
  var named = (location.pathname.match(/^\/tv\/([^/]+)$/) || [])[1];
  var zones = query.filter(function (part) { return /^zone=/.test(part); });
  var speaks = query.some(function (part) { return /^speaks(=|$)/.test(part); });
  var address = "/api/board?lang=" + language + (named ? "&display=" + named : zones.map(function (zone) { return "&" + zone; }).join("") + (speaks ? "&speaks" : ""));

  // A television sets its clock some time after it started: durations are counted on one that never jumps.
  function seconds() { return performance.now() / 1000; }
  // The hub's clock, as text without a zone: read as UTC and written as UTC, it never moves.
  function moment(text) { return Date.parse(text + "Z") / 1000; }
  function now() { return seconds() + offset; }
  function two(value) { return (value < 10 ? "0" : "") + value; }

  function drawClock() {
    if (!board) return;
    var at = new Date(now() * 1000);
    put("clock", two(at.getUTCHours()) + ":" + two(at.getUTCMinutes()));
    put("date", say("days").split(",")[at.getUTCDay()] + " " + two(at.getUTCDate()) + "/" + two(at.getUTCMonth() + 1) + "/" + at.getUTCFullYear());
  }
  function stale() { return !!trouble || !board || board.away_since !== null; }
  function newest() {
    var last = board.calls[board.calls.length - 1] || null;
    return spot.showing && (spot.waiting.length || !last || spot.showing.seq >= last.seq) ? spot.showing : last;
  }
  function draw() {
    var shown = board && newest(), lit = shown && shown === spot.showing && seconds() < spot.since + board.spotlight_s;
    document.documentElement.lang = language;
    document.title = board ? pick(board.centre) : say("title");
    document.body.className = (board ? board.theme + " l-" + board.layout : "night") + (stale() ? " stale" : "") + (lit ? " lit" : "") + (trouble === "unknown" ? " unknown" : "");
    put("away", trouble === "unknown" ? say("unknown") : trouble ? (heard ? say("awaySince", lastNews()) : say("away")) : board && board.away_since !== null ? (board.away_since ? say("awaySince", board.away_since) : say("away")) : "");
    if (!board) return;
    put("centre", pick(board.centre));
    put("place", board.place.length <= 2 ? board.place.map(pick).join(" · ") : "");
    el("newest").hidden = el("rows").hidden = !shown;
    el("welcome").style.display = shown ? "none" : "";
    put("hello", say("hello")); put("howto", say("howto"));
    put("head", say(shown && shown.recall ? "again" : "go")); put("to", say("to"));
    put("number", shown ? shown.number : ""); put("counter", shown ? shown.counter : "");
    el("newest").setAttribute("data-size", shown ? String(Math.min(6, Math.max(4, shown.number.length, shown.counter.length + 2))) : "");
    drawRows(shown);
    drawSide(shown);
    Panels.draw(board);
    drawNews();
    drawClock();
  }
  function lastNews() { var at = new Date((heard + offset) * 1000); return two(at.getUTCHours()) + ":" + two(at.getUTCMinutes()); }
  function drawRows(shown) {
    var told = {}, rows = [];
    board.calls.slice().reverse().forEach(function (call) {
      if (shown && call.seq <= shown.seq) told[shown.key] = true;
      if (told[call.key]) return;
      told[call.key] = true;
      rows.push([call.number, call.counter]);
    });
    fill(el("rows"), rows.slice(0, 12), function (row) {
      var item = document.createElement("li"), arrow = node("span", "→", "arrow");
      arrow.setAttribute("aria-hidden", "true");
      item.appendChild(node("b", row[0])); item.appendChild(arrow); item.appendChild(node("span", row[1]));
      return item;
    });
  }
  // As few columns as leave each counter tall enough to read, at most five; and how tall that is.
  function columns(count) {
    var u = Math.min(innerWidth, innerHeight) / 108, room = el("grid").clientHeight, best = 1;
    while (best < 5 && room / Math.ceil(count / best) < 7.4 * u) best++;
    return [best, Math.floor(Math.min(room / Math.ceil(count / best), 12 * u) - 0.8 * u)];
  }
  function drawSide(shown) {
    var wait = board.likely_to ? (board.likely_from < board.likely_to ? board.likely_from + "–" : "") + board.likely_to : "";
    put("waiting-head", say("waiting")); put("waiting", String(board.waiting));
    put("wait", board.waiting && wait ? say("peopleWait", wait) : say("people"));
    put("absent-head", say("absent")); put("absent", board.absent.slice(0, 4).join("  ") || say("none"));
    put("grid-head", say("grid"));
    var cut = columns(board.counters.length), many = cut[0] > 2;
    el("grid").className = "grid c" + cut[0];
    fill(el("grid"), board.counters.map(function (one) { return [one.counter, one.number, one.standing, !!shown && shown.counter === one.counter && shown.number === one.number, cut[1]]; }), function (tile) {
      var item = node("li", "", tile[2] + (tile[3] ? " now" : ""));
      item.style.height = tile[4] + "px";
      item.appendChild(node("span", many ? tile[0] : say("counter", tile[0])));
      item.appendChild(node("b", tile[1] || (tile[2] === "open" ? "–" : say(cut[0] > 4 ? "off" : tile[2])), tile[1] ? "" : "idle"));
      return item;
    });
  }
  function drawNews() {
    var lines = board.message ? [board.message] : [];
    if (message !== board.message) { message = board.message; news = 0; }
    if (board.hours) lines.push(say("hours", board.hours));
    if (board.duty_leader) lines.push(say("leader", board.duty_leader));
    lines = lines.concat(board.ticker.map(pick));
    put("hotline", board.hotline ? say("hotline", board.hotline) : "");
    put("news", lines.length ? lines[news % lines.length] : "");
    el("news").className = "news" + (board.message && lines[news % lines.length] === board.message ? " message" : "");
  }

  function take(next) {
    if (next === null) { trouble = "unknown"; draw(); return; }
    if (version && next.version !== version) { location.reload(); return; }
    version = next.version;
    setClock(next.now);
    var first = board === null, last = next.calls[next.calls.length - 1];
    if (board && next.now.slice(0, 10) !== board.now.slice(0, 10) || last && last.seq < seen) { spot = new Spotlight(); seen = 0; if (voice) voice.clear(); }
    board = next; trouble = ""; tries = 0; heard = asked = seconds();
    next.calls.forEach(function (call) {
      if (call.seq <= seen) return;
      seen = call.seq;
      if (first || now() - moment(call.at) > FRESH) return;
      if (spot.add(call, seconds())) shown(call);
    });
    if (voice) { if (first) voice.skip(next.announcements); else voice.take(next.announcements); }
    loudness();
    draw(); plan();
  }
  // Late news do not turn it back; a new stream sets it anew.
  function setClock(text) { if (text) { var told = moment(text) - seconds(); if (anew || told > offset) offset = told; anew = false; } }
  function loudness() { Panels.loudness(!board || !board.speaks || !sound || sound.state !== "running" ? 0 : talking ? 0.12 : 1); }
  function shown(call) {
    var card = el("newest");
    el("said").textContent = say("said", call.number, call.counter);
    card.classList.remove("enter"); void card.offsetWidth; card.classList.add("enter");
    if (chimed !== call.seq) { chimed = call.seq; if (!board.speaks) chime(); }
  }
  function plan() {
    clearTimeout(turn);
    if (spot.waiting.length) turn = setTimeout(function () { if (spot.step(seconds())) shown(spot.showing); draw(); plan(); }, Math.max(1, (spot.due() - seconds()) * 1000));
  }

  function follow() {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = new EventSource(address);
    var mine = stream;
    anew = true;
    stream.onmessage = function (event) { if (mine === stream) take(JSON.parse(event.data)); };
    stream.addEventListener("beat", function (event) { if (mine === stream) { heard = heard && seconds(); asked = seconds(); setClock(event.data); } });
    stream.addEventListener("procedures", function (event) { Panels.procedures(JSON.parse(event.data)); if (board) draw(); });
    stream.addEventListener("dossiers", function (event) { Panels.dossiers(JSON.parse(event.data)); if (board) draw(); });
    stream.addEventListener("clips", function (event) { if (voice && event.data !== "null") voice.prepare(JSON.parse(event.data)); });
    stream.onerror = function () {
      if (mine !== stream) return;
      stream.close();
      trouble = trouble === "unknown" ? trouble : "away"; draw();
      timer = setTimeout(follow, RETRY[Math.min(tries++, RETRY.length - 1)]);
    };
  }

  function chime() {
    if (!sound || sound.state !== "running") return;
    [[659.26, 0], [523.25, 0.42]].forEach(function (tone) {
      var start = sound.currentTime + tone[1], voice = sound.createOscillator(), level = sound.createGain();
      voice.frequency.value = tone[0];
      level.gain.setValueAtTime(0.0001, start);
      level.gain.exponentialRampToValueAtTime(0.6, start + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, start + 1);
      voice.connect(level); level.connect(sound.destination);
      voice.start(start); voice.stop(start + 1.1);
    });
  }
  function prompt() { el("sound").hidden = !sound || sound.state === "running"; loudness(); }
  function wake() {
    if (sound && sound.state !== "running") sound.resume().then(function () { prompt(); chime(); }, prompt);
    awake();
  }
  function awake() {
    if (navigator.wakeLock && !lock) navigator.wakeLock.request("screen").then(function (held) {
      lock = held; held.addEventListener("release", function () { lock = null; });
    }, function () {});
  }
  function begin() {
    var Kind = window.AudioContext || window.webkitAudioContext, button = el("sound");
    button.appendChild(node("b", say("sound"))); button.appendChild(node("span", say("soundHelp")));
    Panels.begin();
    if (Kind) { sound = new Kind(); sound.onstatechange = prompt; }
    voice = window.tvVoice = new Voice(sound, function (speaking) { talking = speaking; loudness(); });
    prompt(); awake();
    document.addEventListener("click", wake);
    document.addEventListener("keydown", wake);
    document.addEventListener("visibilitychange", function () { if (!document.hidden) { awake(); follow(); } });
    addEventListener("online", follow);
    addEventListener("pagehide", function () { if (stream) stream.close(); });
    addEventListener("pageshow", function (event) { if (event.persisted) follow(); });
    setInterval(function () { if (heard && seconds() - asked > SILENCE) { asked = seconds(); trouble = "away"; draw(); follow(); } else draw(); }, 1000);
    setInterval(function () { news++; }, 9000);
    follow();
  }
  begin();
})();
