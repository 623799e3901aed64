"use strict";
// Which call stands large: every one, in order, each for a while, shorter under load (as display/spotlight.py).
function Spotlight() {
  this.showing = null; this.since = 0; this.waiting = []; this.lastCame = 0;
}
Spotlight.LEAST = 4; Spotlight.DELAY = 8; Spotlight.FLOOR = 0.4;
Spotlight.prototype.add = function (call, now) {
  this.waiting.push(call); this.lastCame = now;
  return this.step(now);
};
// Returns true when another call took the place: at most one, so none is passed over unseen.
Spotlight.prototype.step = function (now) {
  if (!this.waiting.length || this.showing && now < this.due()) return false;
  this.showing = this.waiting.shift(); this.since = now;
  return true;
};
Spotlight.prototype.due = function () {
  var patience = this.lastCame + Spotlight.DELAY - this.since;
  return this.since + Math.max(Spotlight.FLOOR, Math.min(Spotlight.LEAST, patience / Math.max(1, this.waiting.length)));
};
