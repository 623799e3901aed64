import wave
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.voice.announcer import Announcer, Call
from ui.voice.clips import ClipLibrary, NoSpeaker
from ui.voice.player import VoicePlayer, WavFolder
from ui.voice.sound import RATE
from ui.voice.words import Form, Manner


class FakeTime:
    """Seconds that pass only when told."""

    def __init__(self):
        self.now = 0.0
        self._order = count()
        self._due = []

    def after(self, seconds, work):
        self._due.append((self.now + seconds, next(self._order), work))

    def pass_(self, seconds):
        end = self.now + seconds
        while self._due and min(self._due)[0] <= end:
            self._due.sort(key=lambda one: one[:2])
            self.now, _, work = self._due.pop(0)
            work()
        self.now = end


def a_word(text, voice):
    return np.full(RATE // 10, 0.1, dtype=np.float32)


def call(seq):
    return Call(seq, f"A{seq:03}", "5")


class Hall:
    def __init__(self, folder, time):
        self.time, self.began, self.heard = time, [], []
        self.player = VoicePlayer(
            ClipLibrary(folder / "no-clips", speak=a_word),
            WavFolder(folder, time.after),
            monotonic_ns=lambda: int(time.now * 1e9),
            sounded=self.began.append,
            spoken=lambda one: self.heard.append((one.seq, time.now)),
            after=time.after,
        )


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path, FakeTime())


def test_a_call_sounds_at_once_and_is_spoken_when_it_is_over(hall, tmp_path):
    hall.player.announce(call(7))
    assert [one.at_ns for one in hall.began] == [0]
    assert hall.heard == []
    hall.time.pass_(60)
    assert hall.heard == [(7, pytest.approx(hall.began[0].duration_s))]
    with wave.open(str(tmp_path / "announcement-001.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(hall.began[0].duration_s)


def test_calls_follow_each_other_and_never_overlap(hall):
    for seq in range(1, 8):
        hall.player.announce(call(seq))
    hall.time.pass_(300)
    starts = [one.at_ns / 1e9 for one in hall.began]
    ends = [at for _, at in hall.heard]
    assert [seq for seq, _ in hall.heard] == list(range(1, 8))
    assert all(start >= end - 1e-6 for start, end in zip(starts[1:], ends, strict=False))


def test_under_load_less_is_said_until_the_queue_is_short_again(hall):
    for seq in range(1, 8):
        hall.player.announce(call(seq))
    hall.time.pass_(300)
    assert [one.form for one in hall.began] == [
        Form.FULL, Form.BRIEF, Form.BRIEF, Form.PLAIN, Form.PLAIN, Form.ONCE, Form.FULL,
    ]  # fmt: skip


def test_files_of_an_earlier_run_are_kept(tmp_path):
    (tmp_path / "announcement-001.wav").write_bytes(b"old")
    hall = Hall(tmp_path, FakeTime())
    hall.player.announce(call(1))
    assert (tmp_path / "announcement-001.wav").read_bytes() == b"old"
    assert (tmp_path / "announcement-002.wav").exists()


def test_a_folder_that_cannot_be_written_silences_but_does_not_stop(tmp_path):
    (tmp_path / "file").write_text("in the way")
    hall = Hall(tmp_path / "file", FakeTime())
    hall.player.announce(call(1))
    hall.player.announce(call(2))
    hall.time.pass_(1)
    assert [one.call.seq for one in hall.began] == [1, 2]
    assert hall.heard == []


def test_without_clips_and_without_a_speaker_the_chime_still_sounds(tmp_path):
    def mute(text, voice):
        raise NoSpeaker(voice)

    time = FakeTime()
    began = []
    player = VoicePlayer(
        ClipLibrary(tmp_path / "none", speak=mute),
        WavFolder(tmp_path, time.after),
        monotonic_ns=lambda: 0,
        sounded=began.append,
        spoken=lambda _: None,
    )
    player.announce(call(1))
    assert began[0].duration_s > 1


@given(st.lists(st.sampled_from(["add", "begin", "finish"]), max_size=60))
def test_the_announcer_says_every_call_once_and_in_order(steps):
    announcer, added, begun = Announcer(), count(1), []
    speaking = False
    last = 0
    for step in steps:
        if step == "add":
            last = next(added)
            announcer.add(call(last))
        elif step == "begin":
            turn = announcer.begin()
            assert (turn is None) == (speaking or len(begun) == last)
            if turn is not None:
                begun.append(turn.call.seq)
                speaking = True
        else:
            announcer.finish()
            speaking = False
    assert begun == list(range(1, len(begun) + 1))
    assert announcer.waiting == last - len(begun)


@given(
    gaps=st.lists(st.floats(0, 9), min_size=2, max_size=12),
    late=st.lists(st.floats(0, 0.15), min_size=24, max_size=24),
)
def test_two_loudspeakers_of_one_hall_never_speak_at_once(tmp_path_factory, gaps, late):
    """Each hears of all calls, a little later or earlier; the other's only take their time."""
    time, halls = FakeTime(), []
    for _ in range(2):
        halls.append(Hall(tmp_path_factory.mktemp("zone"), time))
    at_s, heard_s = 0.0, [0.0, 0.0]
    for seq, gap in enumerate(gaps, 1):
        at_s += gap
        for zone, hall in enumerate(halls):
            one = Call(seq, f"A{seq:03}", "5", elsewhere=seq % 2 != zone, at_s=at_s)
            heard_s[zone] = max(heard_s[zone], at_s + late[2 * seq + zone - 2])  # a link keeps the order
            time.after(heard_s[zone], lambda hall=hall, one=one: hall.player.announce(one))
    time.pass_(400)
    said = sorted((one.at_ns / 1e9, one.call.seq, one.duration_s) for hall in halls for one in hall.began)
    assert [seq for _, seq, _ in said] == list(range(1, len(gaps) + 1))
    ends = [at + long for at, _, long in said]
    assert all(end <= after[0] + 0.001 for end, after in zip(ends[:-1], said[1:], strict=True))
    assert sum(len(hall.heard) for hall in halls) == len(gaps)


def test_a_call_whose_words_nobody_can_say_is_not_told_as_spoken(tmp_path):
    def mute(text, voice):
        raise NoSpeaker(text)

    hall = Hall(tmp_path, FakeTime())
    hall.player.use(ClipLibrary(tmp_path / "no-clips", speak=mute), Manner())
    hall.player.announce(call(7))
    hall.time.pass_(60)
    assert [one.call.seq for one in hall.began] == [7]
    assert hall.heard == []
