"""What the hall says: a call as the clips that speak it and the text they make. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Literal

from ui.voice import numbers
from ui.voice.numbers import EN_WORDS, LETTERS, VI_WORDS, Clip, Language, Region

Reading = Literal["digits", "number"]

BREATH_S = 0.16
"""Silence between the parts of a sentence."""
STEP_S = 0.03
"""Silence between the words of a number."""

AFTER_CHIME_S = 0.12
BETWEEN_SENTENCES_S = 0.45

PHRASES: dict[Language, dict[str, Clip]] = {
    "vi": {
        "invite": Clip("moi-cong-dan-co-so", "Mời công dân có số", "Mời công dân có số"),
        "go": Clip("den-quay-so", "đến quầy số", "đến quầy số"),
        "number": Clip("so", "Số", "Số"),
        "counter": Clip("quay", "quầy", "quầy"),
    },
    "en": {
        "invite": Clip("number", "Number", "Number"),
        "go": Clip("please-go-to-counter", "please go to counter", "please go to counter"),
        "number": Clip("number", "Number", "Number"),
        "counter": Clip("counter", "counter", "counter"),
    },
}


class Form(IntEnum):
    """How much is said of a call, from the most to the least; the number and the counter always are."""

    FULL = 0
    """Chime, then the sentence as often as the centre wants."""
    ONCE = 1
    """Chime, the sentence once."""
    PLAIN = 2
    """The sentence once, no chime."""
    BRIEF = 3
    """Number and counter only, first language only."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a centre speaks."""

    languages: tuple[Language, ...] = ("vi",)
    region: Region = "north"
    reading: Reading = "digits"
    repeat: int = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A clip of a sentence and the silence after it."""

    clip: Clip
    language: Language
    pause_s: float


@dataclass(frozen=True, slots=True)
class Sentence:
    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        return " ".join(said.clip.text for said in self.said)


@dataclass(frozen=True, slots=True)
class Speech:
    """A whole announcement."""

    chime: bool
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return ". ".join(sentence.text for sentence in self.sentences)


def call_speech(
    ticket: str, counter: str, manner: Manner, form: Form = Form.FULL, prefix: str = ""
) -> Speech:
    """Return how ticket ``A012`` is called to counter ``5``.

    ``prefix`` is the service's, needed only where it ends in a figure (``A1`` + ``012``).
    """
    languages = manner.languages[:1] if form is Form.BRIEF else manner.languages
    once = tuple(_call(ticket, counter, prefix, manner, language, form) for language in languages)
    return Speech(form <= Form.ONCE, once * (manner.repeat if form is Form.FULL else 1))


def _call(ticket: str, counter: str, prefix: str, manner: Manner, language: Language, form: Form) -> Sentence:
    invite, go = ("number", "counter") if form is Form.BRIEF else ("invite", "go")
    phrases = PHRASES[language]
    return Sentence(
        (
            *_part((phrases[invite],), language, STEP_S),
            *_part(ticket_words(ticket, language, manner, prefix), language, BREATH_S),
            *_part((phrases[go],), language, STEP_S),
            *_part(counter_words(counter, language, manner.region), language, BREATH_S),
        )
    )


def _part(clips: Sequence[Clip], language: Language, pause_s: float) -> list[Said]:
    inner = [Said(clip, language, STEP_S) for clip in clips[:-1]]
    return [*inner, *(Said(clip, language, pause_s) for clip in clips[-1:])]


def ticket_words(ticket: str, language: Language, manner: Manner, prefix: str = "") -> tuple[Clip, ...]:
    """Return a ticket's number as clips: its letters, then its figures as the centre reads them."""
    if prefix and ticket.startswith(prefix):
        rest = ticket[len(prefix) :]
        head = _spelled(prefix, language, "digits", manner.region)
        return (*head, *_spelled(rest, language, manner.reading, manner.region))
    return _spelled(ticket, language, manner.reading, manner.region)


def counter_words(counter: str, language: Language, region: Region) -> tuple[Clip, ...]:
    """A counter's number is always read as a number: quầy số mười hai."""
    return _spelled(counter, language, "number", region)


def _spelled(text: str, language: Language, reading: Reading, region: Region) -> tuple[Clip, ...]:
    """Figures and letters as clips; anything else (hyphen, space) is silent."""
    clips: list[Clip] = []
    for is_figures, run in groupby(unicodedata.normalize("NFC", text.upper()), _is_figure):
        part = "".join(run)
        if not is_figures:
            clips += (LETTERS[language][letter] for letter in part if letter in LETTERS[language])
        elif reading == "number" and int(part) <= numbers.LARGEST:
            clips += numbers.number(int(part), language, region)
        else:
            clips += numbers.digits(part, language)
    return tuple(clips)


def _is_figure(character: str) -> bool:
    return character in "0123456789"


def vocabulary(language: Language) -> tuple[Clip, ...]:
    """Return every clip an announcement in ``language`` can need: the recording sheet."""
    words = VI_WORDS if language == "vi" else EN_WORDS
    clips = (*PHRASES[language].values(), *words.values(), *LETTERS[language].values())
    return tuple({clip.name: clip for clip in clips}.values())
