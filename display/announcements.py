"""Which calls a display's loudspeaker announces, and how its centre wants them said. Pure."""

from __future__ import annotations

from config.model import Voice
from display.clock import parsed
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
    return Call(call.seq, call.number, counter, place.prefixes.get(call.service, ""), at_s=_at_s(call, place))


def announcement_elsewhere(call: CallView, place: HallSight) -> Call | None:
    """Return the call as another screen says it, where this one waits for that; None where it need not.

    No message is needed for the turns: all screens hear of all calls in one order, speak with the same clips,
    and so agree on who speaks when.
    """
    if not (place.display.speaks and place.hall.voice.one_at_a_time) or place.shows(call):
        return None
    if not any(one.speaks and call.zone in one.zones for one in place.hall.displays):
        return None
    counter = place.counter_numbers.get(call.counter, call.counter)
    prefix = place.prefixes.get(call.service, "")
    return Call(call.seq, call.number, counter, prefix, elsewhere=True, at_s=_at_s(call, place))


def _at_s(call: CallView, place: HallSight) -> float | None:
    """Return when ``call`` was called where other loudspeakers take turns with this one, else None."""
    others = any(one.speaks and one.id != place.display.id for one in place.hall.displays)
    came = parsed(call.at) if others and place.hall.voice.one_at_a_time else None
    return came.timestamp() if came else None


def manner_of(voice: Voice) -> Manner:
    wanted = tuple(language for language in LANGUAGES if language in voice.languages)
    return Manner(wanted or ("vi",), voice.region, voice.reading, voice.repeat)
