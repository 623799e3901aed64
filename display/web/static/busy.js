"use strict";
// How busy it is, field by field; asks anew every 20 seconds while it is looked at.
(function () {
  var page = null, trouble = false;
  function draw() {
    frame(page);
    put("head", say("fields"));
    put("away", trouble || (page && !page.online) ? say("away") : "");
    put("text", page ? (page.fields.length ? "" : say("none")) : say("loading"));
    put("note", page ? say("updated", page.now.slice(11, 16)) : "");
    var list = el("fields");
    list.textContent = "";
    (page ? page.fields : []).forEach(function (field) {
      var item = document.createElement("li"), name = document.createElement("span"), count = document.createElement("b"), wait = document.createElement("span");
      name.textContent = pick(field.name);
      count.textContent = field.waiting ? say(field.waiting > 1 ? "people" : "person", field.waiting) : say("nobody");
      wait.className = "wait";
      wait.textContent = !field.issuing ? say("closed") : field.waiting && field.likely ? say("about", field.likely) : "";
      item.appendChild(name); item.appendChild(count);
      if (wait.textContent) item.appendChild(wait);
      list.appendChild(item);
    });
    document.title = say("fields");
  }
  function ask() {
    if (document.hidden) return;
    fetch("/api/busy", { credentials: "omit" }).then(function (answer) {
      if (!answer.ok) throw answer;
      return answer.json();
    }).then(function (next) { page = next; trouble = false; draw(); }).catch(function () { trouble = true; draw(); });
  }
  onLanguage(draw);
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, 20000);
  draw();
  ask();
})();
