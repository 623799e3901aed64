"""Which visit a rating is for, and what the citizen has pressed so far; panel and keypad share it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from counter_client.hall_watch import HallWatch
from counter_client.panel_props import (
    SEND_BEFORE_END_S,
    WRITING_S,
    Answer,
    Ended,
    is_asking,
    last_served,
    remark_after,
    seconds_left,
    wants_reasons,
)
from counter_client.rating_box import RatingBox
from hub.messages.commands import Rate
from hub.messages.frames import Ev

_log = logging.getLogger(__name__)
_ENDINGS = frozenset({"ticket_served", "ticket_transferred"})


class Rating(QObject):
    """One question a visit. A press when nothing is asked is logged, not counted."""

    changed = Signal()

    def __init__(self, watch: HallWatch, box: RatingBox, *, asks_reasons: bool = True) -> None:
        """``asks_reasons``: there is a screen before the citizen that can."""
        super().__init__()
        self._asks_reasons = asks_reasons
        self._watch = watch
        self._box = box
        self.ended: Ended | None = None
        self.answer = Answer()
        self._began = False
        watch.changed.connect(self._begin)
        watch.ticked.connect(self._watch_the_time)
        box.settled.connect(self._settled)

    def heard(self, event: Ev) -> None:
        """Call for every event: this counter's finished or transferred visits open the question."""
        if event.ev not in _ENDINGS or event.counter != self._watch.counter or event.ticket is None:
            return
        self._send_if_chosen()
        self.ended = Ended(event.ticket, event.number or "", event.at)
        self.answer = Answer(ticket=event.ticket)
        self.changed.emit()

    @property
    def asking(self) -> bool:
        floor = self._watch.floor
        return floor is not None and is_asking(floor, self.ended, self.answer, self._watch.now())

    def choose(self, score: int) -> None:
        """Take the citizen's mark; a low one waits for its reasons."""
        floor = self._watch.floor
        if (
            floor is None
            or not self.asking
            or score not in {level.score for level in floor.hall.rating.levels}
        ):
            _log.info("a rating key was pressed outside its time: not counted")
            return
        self.answer = replace(self.answer, score=score)
        if not self._asks_reasons or not wants_reasons(floor.hall.rating, score):
            self.send()
        self.changed.emit()

    def toggle_reason(self, reason: str) -> None:
        chosen = self.answer.reasons
        chosen = tuple(one for one in chosen if one != reason) if reason in chosen else (*chosen, reason)
        self.answer = replace(self.answer, reasons=chosen)
        self.changed.emit()

    def write(self) -> None:
        """The citizen wants to say it in words, and gets more time for that."""
        floor = self._watch.floor
        if floor is not None and floor.hall.rating.ask_remark and self.asking and self.answer.score:
            self.answer = replace(self.answer, writing=True, extra_s=WRITING_S)
            self.changed.emit()

    def key(self, key: str) -> None:
        """Take a key of the on-screen keyboard."""
        if self.answer.writing:
            self.answer = replace(self.answer, remark=remark_after(self.answer.remark, key))
            self.changed.emit()

    def back(self) -> None:
        """From writing to the reasons, from there to another mark; nothing was sent yet."""
        if self.answer.writing:
            self.answer = replace(self.answer, writing=False)
            self.changed.emit()
        elif not self.answer.said:
            self.answer = Answer(ticket=self.answer.ticket, extra_s=self.answer.extra_s)
            self.changed.emit()

    def send(self) -> None:
        """Send what was chosen, once."""
        if self.ended is None or not self.answer.score or self.answer.said:
            return
        rate = Rate(
            score=self.answer.score,
            ticket=self.ended.ticket,
            reasons=list(self.answer.reasons),
            remark=self.answer.remark.strip(),
        )
        self.answer = replace(self.answer, said="thanks", said_at=self._watch.now())
        self._box.put(rate)
        self.changed.emit()

    def _begin(self) -> None:
        if self._began or self._watch.floor is None:
            return
        self._began = True
        if self.ended is None:
            self.ended = last_served(self._watch.floor)
            self.answer = Answer(ticket=self.ended.ticket if self.ended else "")
            self.changed.emit()

    def _watch_the_time(self) -> None:
        floor, now = self._watch.floor, self._watch.now()
        if (
            floor is not None
            and seconds_left(floor, self.ended, now, self.answer.extra_s) <= SEND_BEFORE_END_S
        ):
            self._send_if_chosen()

    def _send_if_chosen(self) -> None:
        """The citizen pressed a face and left: the mark counts without reasons."""
        if self.answer.score and not self.answer.said:
            self.send()
            now = self._watch.now()
            self.answer = replace(self.answer, said_at=now - timedelta(minutes=1) if now else None)

    def _settled(self, ticket: str, code: str) -> None:
        if code and ticket == self.answer.ticket:
            self.answer = replace(self.answer, said=code, said_at=self._watch.now())
            self.changed.emit()
