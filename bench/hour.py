"""An hour of 37 counters, with a clock of its own: every call through the spotlight and the voices."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from bench.report import Report
from config.model import Hall
from display.spotlight import Spotlight
from hub.messages.views import CallView
from ui.voice.announcer import Announcer, Call
from ui.voice.words import Form

SEED = 20261121
Timed = tuple[float, CallView]
"""When a call came, and the call."""
Heard = tuple[int, float]
"""A call's seq and when it was shown or begun to be said."""
COUNTERS, HOUR_S, EACH_S = 37, 3600.0, 20.0
SLOWER_S = (30, 45, 60, 90, 120, 150, 180, 240, 300)
PATIENCE_S = 30.0
SPEECH_S = {Form.FULL: 12.8, Form.ONCE: 7.2, Form.PLAIN: 5.2, Form.BRIEF: 3.6}
"""How long "A012, quầy 15" takes in each form with the built-in clips, Vietnamese alone."""
RUSH_PATIENCE_S = 60.0
"""At a call every 20 s and counter, which no hall keeps up for long."""


def hour(report: Report, hall: Hall) -> None:
    """37 counters call at random, on average every 20 s each: through one spotlight, and through voices."""
    calls = _calls(hall, EACH_S)
    _tell(report, "shown", calls, [_shown(calls)])
    _tell(report, "spoken by one voice", calls, [_spoken(calls)])
    voices = range(1, COUNTERS + 1)
    enough = next(n for n in voices if _longest(calls, _by_voices(calls, n)) <= RUSH_PATIENCE_S)
    report.add(f"37 counters, one hour: voices (zones) for ≤ {RUSH_PATIENCE_S:g} s", enough, "")
    _tell(report, f"spoken by {enough} voices", calls, _by_voices(calls, enough))
    for each_s in SLOWER_S:
        calls = _calls(hall, each_s)
        if _longest(calls, [_spoken(calls)]) <= PATIENCE_S:
            what = f"37 counters, one voice: least time between a counter's calls for ≤ {PATIENCE_S:g} s"
            report.add(what, each_s, "s")
            break


def _tell(report: Report, how: str, calls: Sequence[Timed], done: Sequence[Sequence[Heard]]) -> None:
    seen = {seq for one in done for seq, _ in one}
    report.add(f"37 counters, one hour: calls never {how}", len(calls) - len(seen), "", 0)
    disorder = sum(_disorder([seq for seq, _ in one]) for one in done)
    report.add(f"37 counters, one hour: {how} out of order", disorder, "", 0)
    report.add(f"37 counters, one hour: longest delay until {how}", _longest(calls, done), "s")


def _by_voices(calls: Sequence[Timed], voices: int) -> list[list[Heard]]:
    """Each voice has a zone of its own; the counters are spread evenly over them."""
    places = {name: place for place, name in enumerate(sorted({call.counter for _, call in calls}))}
    return [_spoken([one for one in calls if places[one[1].counter] % voices == n]) for n in range(voices)]


def _longest(calls: Sequence[Timed], done: Sequence[Sequence[Heard]]) -> float:
    return max(at_s - calls[seq - 1][0] for one in done for seq, at_s in one)


def _calls(hall: Hall, each_s: float) -> list[Timed]:
    counters, chance = hall.counters[:COUNTERS], random.Random(SEED)
    times = sorted(
        (at_s, place)
        for place in range(len(counters))
        for at_s in (chance.uniform(0, HOUR_S) for _ in range(round(HOUR_S / each_s)))
    )
    return [
        (at_s, _view(seq, counters[place].id, counters[place].zone))
        for seq, (at_s, place) in enumerate(times, 1)
    ]


def _view(seq: int, counter: str, zone: str) -> CallView:
    number = f"A{seq % 1000:03}"
    return CallView(
        seq=seq, ticket=str(seq), number=number, counter=counter, zone=zone, service="", recall=False, at=""
    )


def _shown(calls: Sequence[Timed]) -> list[Heard]:
    """Return (seq, time) of every call that took the spotlight, driven by its own next change."""
    spotlight, done = Spotlight(), []
    coming = list(reversed(calls))
    now_s = 0.0
    while coming or spotlight.waiting:
        due_s = spotlight.next_change_s if spotlight.waiting else None
        if coming and (due_s is None or coming[-1][0] <= due_s):
            now_s, call = coming.pop()
            after = spotlight.add(call, now_s)
        else:
            now_s = max(now_s, due_s or now_s)
            after = spotlight.at(now_s)
        if after.showing is not None and after.showing is not spotlight.showing:
            done.append((after.showing.seq, now_s))
        spotlight = after
    return done


def _spoken(calls: Sequence[Timed]) -> list[Heard]:
    """Return (seq, time) of every call one loudspeaker began to say."""
    announcer, done = Announcer(), []
    coming, free_s, now_s = list(reversed(calls)), 0.0, 0.0
    while coming or announcer.waiting:
        if announcer.waiting == 0:
            now_s = max(free_s, coming[-1][0])
        while coming and coming[-1][0] <= now_s:
            call = coming.pop()[1]
            announcer.add(Call(call.seq, call.number, call.counter))
        turn = announcer.begin()
        assert turn is not None
        done.append((turn.call.seq, now_s))
        free_s = now_s = now_s + SPEECH_S[turn.form]
        announcer.finish()
    return done


def _disorder(order: Sequence[int]) -> int:
    return sum(1 for before, after in itertools.pairwise(order) if after < before)
