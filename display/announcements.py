"""Which calls a display's loudspeaker announces, and how its centre wants them said. Pure."""

from __future__ import annotations

from config.model import Voice
from display.hall_sight import HallSight
from hub.messages.views import CallView
from ui.voice.announcer import Call
from ui.voice.numbers import Language
from ui.voice.words import Manner

LANGUAGES: tuple[Language, ...] = ("vi", "en")


def announcement(call: CallView, place: HallSight) -> Call | None:
    """Return what to say of ``call``; None where this display is silent or the call is for elsewhere."""
    if not place.display.speaks or not place.shows(call):
        return None
    counter = place.counter_numbers.get(call.counter, call.counter)
    return Call(call.seq, call.number, counter, place.prefixes.get(call.service, ""))


def manner_of(voice: Voice) -> Manner:
    wanted = tuple(language for language in LANGUAGES if language in voice.languages)
    return Manner(wanted or ("vi",), voice.region, voice.reading, voice.repeat)
