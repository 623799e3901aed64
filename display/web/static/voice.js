"use strict";
// The voice of a browser TV: the TV app's own clips and sentences, one announcement after another, none over another.
function Voice(context, speaking) {
  this.context = context; this.speaking = speaking; this.pauses = [0.12, 0.45];
  this.buffers = {}; this.queue = []; this.last = 0; this.free = 0; this.busy = false;
  this.said = [];  // the last announcements: what, in which form, when and how long, for who looks after the TV
}
// How much is said while others wait (as ui/voice/announcer.py): all; once; without chime; number and counter only.
Voice.form = function (waiting) { return waiting === 0 ? 0 : waiting === 1 ? 1 : waiting <= 3 ? 2 : 3; };
// What came before this page did is not said any more.
Voice.prototype.skip = function (list) { this.last = list.reduce(function (last, one) { return Math.max(last, one.seq); }, this.last); };
Voice.prototype.clear = function () { this.queue = []; this.last = 0; };
Voice.prototype.take = function (list) {
  list.forEach(function (one) { if (one.seq > this.last) { this.last = one.seq; this.queue.push(one); } }, this);
  this.next();
};
Voice.prototype.load = function (name, done) {
  var self = this, request = new XMLHttpRequest();
  if (this.buffers[name] || !this.context) return done();
  function failed() { done(); }
  request.open("GET", "/voice/" + name + ".wav");
  request.responseType = "arraybuffer"; request.timeout = 5000;
  request.onerror = request.ontimeout = failed;
  request.onload = function () {
    if (request.status !== 200) return done();
    self.context.decodeAudioData(request.response, function (buffer) { self.buffers[name] = buffer; done(); }, failed);
  };
  request.send();
};
// All clips there may be, a few at a time: no call waits for one.
Voice.prototype.prepare = function (plan) {
  var self = this, names = plan.clips.slice();
  this.pauses = [plan.after_chime_s, plan.between_s];
  function more() { if (names.length) self.load(names.shift(), more); }
  for (var i = 0; i < 4; i++) more();
};
Voice.prototype.gather = function (names, done) {
  var left = names.length, gone = false;
  function one() { if (--left <= 0 && !gone) { gone = true; done(); } }
  if (!left) return done();
  names.forEach(function (name) { this.load(name, one); }, this);
};
Voice.prototype.parts = function (call, form) {
  var pauses = this.pauses, parts = [];
  call.forms[form].forEach(function (place, turn, all) {
    if (place < 0) parts.push(["chime", pauses[0]]);
    else parts.push.apply(parts, call.sentences[place].map(function (clip, at, clips) {
      return [clip[0], clip[1] + (at === clips.length - 1 && turn < all.length - 1 ? pauses[1] : 0)];
    }));
  });
  return parts;
};
Voice.prototype.next = function () {
  if (this.busy || !this.queue.length) return;
  this.busy = true;
  // As all loudspeakers of the hall reckon it, from the calls' own times: they must agree on how much each says.
  var self = this, call = this.queue.shift(), begins = Math.max(call.at_s, this.free);
  var form = Voice.form(this.queue.filter(function (one) { return !call.at_s || one.at_s <= begins - 0.5; }).length), parts = this.parts(call, form);
  this.gather(parts.map(function (part) { return part[0]; }), function () { self.play(call, form, parts, begins); });
};
Voice.prototype.play = function (call, form, parts, mine) {
  var self = this, running = this.context && this.context.state === "running", over = false, rest = call.at_s || call.elsewhere ? 0.25 : 0.05;
  var begins = running ? this.context.currentTime + 0.05 : 0, at = begins, last = null;
  parts.forEach(function (part) {
    var buffer = self.buffers[part[0]];
    if (buffer && running && !call.elsewhere) {
      last = self.context.createBufferSource();
      last.buffer = buffer; last.connect(self.context.destination); last.start(at);
    }
    at += (buffer ? buffer.duration : 0) + part[1];
  });
  function done() {
    if (over) return;
    over = true; self.busy = false; self.free = mine + at - begins + rest;
    if (!self.queue.length) self.speaking(false);
    self.next();
  }
  this.said = this.said.slice(-19).concat({ seq: call.seq, form: form, at: begins, lasts: at - begins, clips: parts.map(function (part) { return part[0]; }), sounds: !!last });
  if (last) this.speaking(true);
  // Who cannot sound yet keeps nobody waiting; who lets another speak waits as long as that takes.
  setTimeout(done, last || call.elsewhere ? (at - begins + rest) * 1000 : 0);
};
