"use strict";
// The citizen's page: follows one ticket. The token stays in the fragment; it travels in request bodies only.
(function () {
  var STILL = 40000, RESTS = 60000, RETRY = [1000, 2000, 4000, 8000, 15000], POLL = 5000;
  var page = null, token = "", trouble = "", tries = 0, run = 0, heard = 0, asked = 0, rung = 0, sound = null, lock = null, timer = 0, cut = null, asleep = 0, hushed = 0;
  var ended = { served: 1, no_show: 1, cancelled: 1, expired: 1, unknown: 1 };

  // Never jumps, as a phone's own clock may.
  function clock() { return window.performance ? performance.now() : Date.now(); }
  function minutes() {
    if (!page.likely) return "";
    return page.at_most > page.likely ? say("between", page.likely, page.at_most) : say("about", page.likely);
  }
  function place() {
    var zone = pick(page.zone), counters = page.counters || [];
    var where = counters.length && counters.length <= 6 ? say("where", counters.join(", ")) : "";
    return [pick(page.service), zone, where].filter(Boolean).join("\u00a0· ").replace(/(\d), /g, "$1,\u00a0");
  }
  function draw() {
    frame(page);
    var state = page ? page.state : token ? "loading" : "missing";
    var called = state === "called", waiting = state === "waiting";
    document.body.className = state + (ended[state] ? " ended" : "") + (trouble || (page && page.away_since !== undefined) ? " stale" : "");
    put("away", trouble === "away" && page ? say("awaySince", new Date(heard).toTimeString().slice(0, 5)) : trouble ? say(trouble) : page && page.away_since !== undefined ? (page.away_since ? say("awaySince", page.away_since) : say("away")) : "");
    put("head", called ? say("go", page.counter) : say(page && page.number ? "yours" : "follow"));
    put("number", page && page.number || "");
    el("card").hidden = !(waiting || called || state === "serving" || state === "parked");
    put("first", waiting && page.ahead !== undefined ? say(page.ahead > 1 ? "ahead" : page.ahead ? "oneAhead" : "next", page.ahead) : state === "serving" ? say("serving", page.counter) : state === "parked" ? say("parked") : "");
    put("second", waiting ? minutes() : called ? pick(page.zone) : "");
    put("third", page ? called ? pick(page.service) : place() : "");
    put("text", ended[state] || state === "loading" || state === "missing" ? say(state) : waiting && page.absences ? say("absent", page.absences) : waiting && page.moved ? say("moved") : "");
    put("note", waiting ? say("stay") : "");
    el("ring").hidden = !(waiting || state === "parked" || called && sound) || !(window.AudioContext || window.webkitAudioContext || navigator.vibrate);
    el("ring").textContent = say(called ? "quiet" : sound ? "ringing" : "ring");
    el("ring").setAttribute("aria-pressed", sound ? "true" : "false");
    document.title = called ? "★ " + say("go", page.counter) : (page && page.number ? page.number + " – " : "") + say("yours");
  }
  function chime() {
    if (!sound || sound === true) return;
    [[659.26, 0], [523.25, 0.42], [659.26, 1.3], [523.25, 1.72]].forEach(function (tone) {
      var start = sound.currentTime + tone[1], voice = sound.createOscillator(), level = sound.createGain();
      voice.frequency.value = tone[0];
      level.gain.setValueAtTime(0.0001, start);
      level.gain.exponentialRampToValueAtTime(0.6, start + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, start + 1);
      voice.connect(level); level.connect(sound.destination);
      voice.start(start); voice.stop(start + 1.1);
    });
  }
  function ring(times) {
    if (!page || page.state !== "called" || !times || hushed === page.call) return;
    if (navigator.vibrate) try { navigator.vibrate([400, 150, 400, 150, 800]); } catch (e) { /* not before a touch */ }
    chime();
    setTimeout(function () { ring(times - 1); }, 4000);
  }
  function take(next) {
    page = next; trouble = ""; tries = 0; heard = Date.now(); asked = clock();
    draw();
    if (page.state === "called" && page.call !== rung) { rung = page.call; scrollTo(0, 0); ring(4); }
    if (page.state === "unknown") stop();
  }
  // A browser has few connections for one address: none is kept that nobody looks at.
  function stop() { run++; clearTimeout(timer); if (cut) cut.abort(); cut = null; }
  function later(wait) { var mine = run; clearTimeout(timer); timer = setTimeout(function () { if (mine === run) follow(); }, wait); }
  function fail(why) {
    trouble = why; draw();
    later(RETRY[Math.min(tries++, RETRY.length - 1)] * (0.7 + 0.6 * Math.random()));
  }
  function ask(stream) {
    cut = window.AbortController ? new AbortController() : null;
    return fetch("/api/ticket", {
      signal: cut ? cut.signal : undefined, method: "POST", cache: "no-store", credentials: "omit",
      headers: { "Content-Type": "application/json", "Accept": stream ? "text/event-stream" : "application/json" },
      body: JSON.stringify({ t: token })
    });
  }
  function follow() {
    stop();
    var mine = run, stream = !!(window.ReadableStream && window.TextDecoder);
    ask(stream).then(function (answer) {
      if (mine !== run) return;
      if (answer.status === 404 || answer.status === 400) return take({ state: "unknown" });
      if (!answer.ok) return fail(answer.status === 429 ? "busy" : "away");
      if (!stream || !answer.body) return answer.json().then(function (next) { take(next); if (page.state !== "unknown") later(POLL); });
      return read(answer.body.getReader(), mine);
    }).catch(function () { if (mine === run) fail("away"); });
  }
  function read(reader, mine) {
    var decoder = new TextDecoder(), rest = "";
    function more(part) {
      if (mine !== run) { reader.cancel(); return; }
      if (part.done) { if (!page || page.state !== "unknown") fail("away"); return; }
      heard = Date.now(); asked = clock();
      rest += decoder.decode(part.value, { stream: true });
      var events = rest.split("\n\n");
      rest = events.pop();
      events.forEach(function (event) { if (event.slice(0, 5) === "data:") take(JSON.parse(event.slice(5))); });
      return reader.read().then(more);
    }
    return reader.read().then(more);
  }
  function awake() {
    if (sound && navigator.wakeLock && !lock) navigator.wakeLock.request("screen").then(function (held) {
      lock = held; held.addEventListener("release", function () { lock = null; });
    }).catch(function () {});
  }
  function begin() {
    token = (location.hash.match(/[#&]t=([\w-]{8,128})/) || [])[1] || "";
    page = null; rung = 0; trouble = "";
    draw();
    if (token) follow(); else stop();
  }
  onLanguage(draw);
  el("ring").onclick = function () {
    var Kind = window.AudioContext || window.webkitAudioContext;
    if (page && page.state === "called") hushed = page.call;
    if (sound && sound.close) sound.close();
    sound = sound ? null : Kind ? new Kind() : true;
    if (sound) { awake(); if (navigator.vibrate) navigator.vibrate(100); }
    draw();
  };
  // A phone that slept: its stream may be dead without knowing it.
  document.addEventListener("visibilitychange", function () {
    clearTimeout(asleep);
    if (document.hidden) { if (!sound) asleep = setTimeout(stop, RESTS); return; }
    if (!token) return;
    awake();
    if (!(page && page.state === "unknown")) follow();
  });
  setInterval(function () { if (token && heard && clock() - asked > STILL && !document.hidden && !(page && page.state === "unknown")) { asked = clock(); follow(); } }, 5000);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", function (event) { if (event.persisted && token) follow(); });
  addEventListener("online", function () { if (token) follow(); });
  addEventListener("hashchange", begin);
  begin();
})();
