import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.voice.numbers import LETTERS, VI_LETTERS
from ui.voice.words import Form, Manner, call_speech, vocabulary

DIGITS = Manner()
NUMBER = Manner(reading="number")
SOUTH = Manner(reading="number", region="south")
ENGLISH = Manner(languages=("en",))

CALLS = [
    (DIGITS, "A012", "5", "Mời công dân có số A không một hai đến quầy số năm"),
    (DIGITS, "A-025", "12", "Mời công dân có số A không hai năm đến quầy số mười hai"),
    (DIGITS, "1001", "1", "Mời công dân có số một không không một đến quầy số một"),
    (DIGITS, "Đ007", "21", "Mời công dân có số Đ không không bảy đến quầy số hai mươi mốt"),
    (DIGITS, "B104", "5A", "Mời công dân có số B một không bốn đến quầy số năm A"),
    (NUMBER, "A012", "5", "Mời công dân có số A mười hai đến quầy số năm"),
    (NUMBER, "B104", "37", "Mời công dân có số B một trăm linh bốn đến quầy số ba mươi bảy"),
    (NUMBER, "1005", "4", "Mời công dân có số một nghìn không trăm linh năm đến quầy số bốn"),
    (SOUTH, "B104", "15", "Mời công dân có số B một trăm lẻ bốn đến quầy số mười lăm"),
    (ENGLISH, "C031", "3", "Number C zero three one please go to counter three"),
]


@pytest.mark.parametrize(("manner", "ticket", "counter", "text"), CALLS)
def test_a_call_says(manner, ticket, counter, text):
    assert call_speech(ticket, counter, manner, Form.ONCE).text == text


def test_a_prefix_that_ends_in_a_figure_stays_apart_from_the_number():
    speech = call_speech("A1012", "5", NUMBER, Form.PLAIN, prefix="A1")
    assert speech.text == "Mời công dân có số A một mười hai đến quầy số năm"


def test_a_decomposed_letter_is_the_same_letter():
    decomposed = "E\u0302"  # Ê is no prefix letter: silent, not a crash
    assert call_speech(decomposed + "012", "5", DIGITS, Form.PLAIN).text.startswith(
        "Mời công dân có số không"
    )


def test_the_full_form_chimes_and_repeats():
    speech = call_speech("A012", "5", DIGITS)
    assert speech.chime
    assert len(speech.sentences) == 2
    assert speech.sentences[0] == speech.sentences[1]


def test_two_languages_are_said_in_turn():
    manner = Manner(languages=("vi", "en"), repeat=2)
    spoken = [sentence.text.split()[0] for sentence in call_speech("A012", "5", manner).sentences]
    assert spoken == ["Mời", "Number", "Mời", "Number"]


def test_forms_say_ever_less_but_always_the_number_and_the_counter():
    speeches = [call_speech("A012", "5", DIGITS, form) for form in Form]
    lengths = [(speech.chime, sum(len(one.said) for one in speech.sentences)) for speech in speeches]
    assert lengths == sorted(lengths, reverse=True)
    assert speeches[-1].text == "Số A không một hai quầy năm"


@given(
    ticket=st.from_regex(r"\A[A-ZĐ]{0,3}[0-9]{1,5}\Z"),
    counter=st.from_regex(r"\A[0-9]{1,3}[A-Z]?\Z"),
    manner=st.builds(
        Manner,
        languages=st.sampled_from([("vi",), ("en",), ("vi", "en")]),
        region=st.sampled_from(["north", "south"]),
        reading=st.sampled_from(["digits", "number"]),
        repeat=st.integers(1, 3),
    ),
    form=st.sampled_from(Form),
)
def test_any_call_is_made_of_the_vocabulary(ticket, counter, manner, form):
    for sentence in call_speech(ticket, counter, manner, form).sentences:
        for said in sentence.said:
            assert said.clip in vocabulary(said.language)


def test_clip_names_are_plain_and_unique():
    for language in ("vi", "en"):
        names = [clip.name for clip in vocabulary(language)]
        assert len(set(names)) == len(names)
        assert all(name.isascii() and name.replace("-", "").isalnum() for name in names)


def test_every_prefix_letter_has_a_name_of_its_own():
    assert set(LETTERS["vi"]) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ")
    assert len(set(VI_LETTERS.values())) == len(VI_LETTERS)
