"""What a browser TV says of each call: the TV app's own sentences, as names of clips. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from display.announcements import announcement, announcement_elsewhere, manner_of
from display.clock import parsed
from display.hall_sight import HallSight
from display.web.tickets import Picture
from ui.voice.announcer import Call
from ui.voice.words import (
    AFTER_CHIME_S,
    BETWEEN_SENTENCES_S,
    Form,
    Manner,
    Sentence,
    call_speech,
    vocabulary,
)

FRESH = timedelta(seconds=15)
"""An older call goes to the list only, as on every screen."""
CHIME = -1
"""In ``forms``, where the chime sounds."""


class Announcement(Struct, frozen=True):
    seq: int
    elsewhere: bool
    """Another loudspeaker of the hall says it; here it only takes its time."""
    at_s: float
    """When it was called, by the hub's clock; 0 where no other loudspeaker takes turns with this one."""
    sentences: list[list[tuple[str, float]]]
    """Each a list of clips (``vi/so-5``) with the silence after it in seconds."""
    forms: list[list[int]]
    """By ``Form``: which sentences, in order."""


class VoicePlan(Struct, frozen=True):
    """All clips there may be, so that a browser has them before the first call; pauses in seconds."""

    clips: list[str]
    after_chime_s: float = AFTER_CHIME_S
    between_s: float = BETWEEN_SENTENCES_S


def voice_plan(place: HallSight) -> VoicePlan | None:
    """Return None where the screen is silent."""
    if not place.display.speaks:
        return None
    languages = manner_of(place.hall.voice).languages
    return VoicePlan(["chime", *(f"{one}/{clip.name}" for one in languages for clip in vocabulary(one))])


def announcements(picture: Picture, place: HallSight) -> list[Announcement]:
    """Return what a browser that shows ``place`` has to say now, in order; nothing where it is silent."""
    if not place.display.speaks:
        return []
    manner = manner_of(place.hall.voice)
    return [_announcement(call, manner) for call in _fresh(picture, place)]


def _fresh(picture: Picture, place: HallSight) -> Iterator[Call]:
    for call in picture.state.calls:
        came = parsed(call.at)
        if came is not None and picture.now - came <= FRESH:
            told = announcement(call, place) or announcement_elsewhere(call, place)
            if told is not None:
                yield told


def _announcement(call: Call, manner: Manner) -> Announcement:
    known: dict[Sentence, int] = {}
    forms = []
    for form in Form:
        speech = call_speech(call.ticket, call.counter, manner, form, call.prefix)
        places = [known.setdefault(sentence, len(known)) for sentence in speech.sentences]
        forms.append([CHIME, *places] if speech.chime else places)
    sentences = [[(f"{said.language}/{said.clip.name}", said.pause_s) for said in one.said] for one in known]
    return Announcement(call.seq, call.elsewhere, call.at_s or 0.0, sentences, forms)
