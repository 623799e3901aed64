"""Every state as a picture: ``python -m tests.counter_client.gallery OUT [WORD…]``.

Look at them! With words only the pictures whose names hold one of them are made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize
from PySide6.QtTest import QTest

from config.loader import EXAMPLES, load
from config.manners import Fees, RatingLevel
from counter_client.desk import SETTLE_MS
from hub.messages.frames import Ev
from hub.messages.views import FeeView, HelpView, TickerView
from tests.counter_client.faces import drawn_face
from tests.counter_client.morning import Centre
from tests.counter_client.scene import NOW, ago
from tests.counter_client.stands import HallStand, PanelStand, Stand
from ui.application import Screen, start_qt
from ui.hall_link import Answer

REST_MS = 350
TICKER = TickerView(text="Quầy 3 tạm dừng đến 10 giờ, mời quý khách sang quầy 4", at=ago(5))
CONSOLES = {
    "1280": QSize(1280, 800),
    "1920": QSize(1920, 1080),
    "1024": QSize(1024, 768),
    "1366": QSize(1366, 768),
    "strip": QSize(380, 900),
}
PANELS = {"lying": QSize(1280, 800), "upright": QSize(800, 1280)}


HINDRANCES = {"not-paired": "unauthorized", "other-device": "role or dev is not the paired one"}


def show_hindrances(stand: Stand, centre: Centre) -> None:
    """What keeps a station out, as its clerk reads it."""
    for name, trouble in HINDRANCES.items():
        stand.watch.take_trouble(trouble)
        stand.grab(name)
    stand.speak("en")
    stand.grab(f"{name}-en")
    stand.watch.take_trouble("")
    here, stand.watch.counter = stand.watch.counter, "q99"
    stand.put(centre.state())
    stand.grab("unknown-counter-en")
    stand.speak("vi")
    stand.grab("unknown-counter")
    stand.watch.counter = here
    stand.watch.state = stand.watch.floor = None


def show_supervisor(stand: HallStand, centre: Centre) -> None:
    stand.grab("connecting")
    stand.watch.take_trouble("unauthorized")
    stand.grab("not-paired")
    stand.watch.take_trouble("")
    stand.wire.trail = centre.trail()
    stand.put(centre.whole())
    stand.grab("hall")
    stand.put(replace(centre.whole(), help=centre.help(), ticker=TICKER))
    stand.grab("help")
    for tab in ("marks", "waiting", "absent"):
        stand.screen.window.findChild(QObject, "hall-tabs").setProperty("shown", tab)
        stand.grab(tab)
    stand.screen.window.setProperty("chosenKey", centre.counter)
    stand.screen.window.setProperty("chosenNumber", "2")
    for dialog in ("assign", "close-day", "broadcast", "audit", "reprint"):
        stand.dialog(dialog)
        stand.grab(dialog)
    stand.dialog("")
    stand.speak("en")
    stand.grab("hall-en")
    stand.dialog("audit")
    stand.grab("audit-en")
    stand.dialog("broadcast")
    stand.grab("broadcast-en")
    stand.dialog("")
    stand.wire.answer = Answer(False, code="too_early")
    stand.models["acts"].closeDay()
    stand.grab("refused-en")
    stand.speak("vi")
    stand.watch.take_online(False, NOW)
    stand.grab("away")


def show_console(stand: Stand, centre: Centre) -> None:
    stand.grab("connecting")
    show_hindrances(stand, centre)
    stand.put(centre.state(state="closed"))
    stand.grab("closed")
    stand.put(centre.state())
    stand.grab("idle")
    for dialog in ("pause", "sign-in", "walk-in", "priority", "find", "keys", "day"):
        stand.dialog(dialog)
        stand.models.get("desk").find("00")
        stand.grab(dialog)
    stand.dialog("")
    stand.put(centre.state(empty=True))
    stand.grab("empty")
    stand.put(replace(centre.state(centre.current("serving")), help=centre.help()))
    stand.grab("help")
    stand.dialog("reprint")
    stand.grab("reprint")
    stand.dialog("")
    own = HelpView(station=centre.counter, role="counter", at=ago(1))
    stand.put(replace(centre.state(centre.current("serving")), help=[own]))
    stand.grab("asking")
    stand.put(centre.state(centre.current("called")))
    stand.grab("called")
    stand.wire.answer = Answer(True)
    stand.acts.markNoShow()
    QTest.qWait(2 * SETTLE_MS)
    stand.put(centre.state())
    stand.grab("undo")
    stand.put(centre.state(state="paused", pause_reason="Nghỉ giải lao"))
    stand.grab("paused")
    show_serving(stand, centre)


def show_serving(stand: Stand, centre: Centre) -> None:
    stand.put(
        centre.state(
            centre.current("serving"), clerk=centre.hall.clerks[0].id if centre.hall.clerks else None
        )
    )
    stand.grab("serving")
    for dialog in ("park", "transfer"):
        stand.dialog(dialog)
        stand.grab(dialog)
    stand.dialog("")
    stand.wire.answer = Answer(False, code="queue_empty", text="Không còn ai chờ ở quầy này.")
    QTest.qWait(500)
    stand.acts.callNext()
    stand.grab("refused")
    stand.speak("en")
    stand.grab("refused-en")
    stand.speak("vi")
    stand.watch.take_online(False, NOW)
    stand.grab("away")
    late = centre.current("serving", started_at=ago(34))
    stand.put(centre.state(late, state="paused"))
    stand.grab("late-and-paused")


def ended_visit(centre: Centre) -> Ev:
    at = NOW.isoformat()
    return Ev(seq=1, prev=0, ev="ticket_served", at=at, counter=centre.counter, ticket="x", number="A011")


def show_clerk(stand: PanelStand, centre: Centre) -> None:
    """Idle with the clerk's letters, then with a face (a drawn one: nobody's)."""
    if not centre.hall.clerks:
        return
    clerk = centre.hall.clerks[0]
    stand.put(centre.state(empty=True, clerk=clerk.id))
    stand.grab("initials")
    pictured = clerk.model_copy(update={"photo": "face.png"})
    hall = centre.hall.model_copy(update={"clerks": (pictured, *centre.hall.clerks[1:])})
    stand.wire.photo = drawn_face()
    stand.put(Centre(hall, centre.counter).state(empty=True, clerk=clerk.id))
    stand.grab("photo")


def show_panel(stand: PanelStand, centre: Centre) -> None:
    show_hindrances(stand, centre)
    stand.put(centre.state(empty=True))
    stand.rating.ended = None
    stand.rating.changed.emit()
    stand.grab("idle")
    show_clerk(stand, centre)
    stand.put(centre.state(state="paused", pause_reason="Nghỉ giải lao"))
    stand.grab("paused")
    stand.put(centre.state(centre.current("serving")))
    stand.grab("serving")
    stand.put(centre.state())
    stand.rating.heard(ended_visit(centre))
    stand.time_s = timedelta(seconds=7).total_seconds()
    stand.watch.ticked.emit()
    stand.grab("ask")
    stand.panel.choose(min(level.score for level in centre.hall.rating.levels))
    stand.panel.toggleReason(centre.hall.rating.reasons[0].id)
    stand.grab("reasons")
    stand.panel.write()
    stand.grab("remark-empty")
    for key in (
        "Nên có thêm ghế ngồi".replace("ê", "ee").replace("ế", "ees").replace("ó", "os").replace("ồ", "oof")
    ):
        stand.panel.pressKey("space" if key == " " else key)
    stand.grab("remark")
    stand.speak("en")
    stand.grab("remark-en")
    stand.panel.back()
    stand.grab("reasons-en")
    stand.panel.back()
    stand.grab("ask-en")
    stand.speak("vi")
    stand.watch.take_online(False, NOW)
    stand.grab("away")
    stand.panel.choose(max(level.score for level in centre.hall.rating.levels))
    stand.grab("thanks")
    stand.box.settled.emit("x", "rating_closed")
    stand.grab("not-taken")


LEVELS = {
    3: ("Hài lòng", "Bình thường", "Không hài lòng"),
    4: ("Rất hài lòng", "Hài lòng", "Không hài lòng", "Rất không hài lòng"),
}


def show_levels(centre: Centre, take: Callable[[str, Screen], None]) -> None:
    """The question with three and with four faces."""
    for count, names in LEVELS.items():
        levels = tuple(RatingLevel(score=count - n, name=name) for n, name in enumerate(names))
        form = centre.hall.rating.model_copy(update={"levels": levels})
        fewer = Centre(centre.hall.model_copy(update={"rating": form}), centre.counter)
        for name, size in PANELS.items():
            panel = PanelStand(fewer, size, take, f"levels-{count}-panel-{name}")
            panel.put(fewer.state())
            panel.rating.heard(ended_visit(fewer))
            panel.grab("ask")
            panel.screen.close()


def show_fee(centre: Centre, take: Callable[[str, Screen], None]) -> None:
    """The fee at the console and on the panel: asked for, shown, paid."""
    account = Fees(bank_bin="970436", account="0123456789", account_name="UBND PHUONG MAU")
    paying = Centre(centre.hall.model_copy(update={"fees": account}), centre.counter)
    asked = FeeView(amount_vnd=8_000, state="asked", dossier="H57.132-261120-0583")
    for name, size in CONSOLES.items():
        stand = Stand(paying, size, take, f"fee-console-{name}")
        stand.put(paying.state(paying.current("serving")))
        stand.dialog("fee")
        stand.grab("ask")
        stand.put(paying.state(paying.current("serving", fee=asked)))
        stand.grab("asked")
        stand.speak("en")
        stand.grab("asked-en")
        stand.dialog("")
        stand.acts.finish()
        stand.grab("unpaid-en")
        stand.speak("vi")
        stand.grab("unpaid")
        stand.speak("en")
        stand.dialog("fee")
        stand.put(paying.state(paying.current("serving", fee=replace(asked, state="paid"))))
        stand.grab("paid-en")
        stand.screen.close()
    for name, size in PANELS.items():
        panel = PanelStand(paying, size, take, f"fee-panel-{name}")
        panel.put(paying.state(paying.current("serving", fee=asked, lang="vi")))
        panel.grab("pay")
        panel.speak("en")
        panel.grab("pay-en")
        panel.screen.close()


def main(out: Path, words: Sequence[str]) -> None:
    def take(name: str, screen: Screen) -> None:
        if not words or any(word in name for word in words):
            QTest.qWait(REST_MS)
            screen.grab(out / f"{name}.png")
            print(name)

    application = start_qt("gallery")
    for example, place in (("phuong", 1), ("tinh", 11)):
        hall = load(EXAMPLES / example).hall
        centre = Centre(hall, hall.counters[place].id)
        for name, size in CONSOLES.items():
            stand = Stand(centre, size, take, f"{example}-console-{name}")
            show_console(stand, centre)
            stand.screen.close()
        for name in ("1280", "1920"):
            whole = HallStand(centre, CONSOLES[name], take, f"{example}-supervisor-{name}")
            show_supervisor(whole, centre)
            whole.screen.close()
        for name, size in PANELS.items():
            panel = PanelStand(centre, size, take, f"{example}-panel-{name}")
            show_panel(panel, centre)
            panel.screen.close()
    show_levels(centre, take)
    show_fee(centre, take)
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
