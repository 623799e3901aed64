"""Sound as arrays: WAV files, trimming, levels, the chime. Mono float32 in [-1, 1] at ``RATE``. Pure."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE = 22_050
"""What espeak-ng speaks at; recordings are brought to it."""
SPEECH_RMS = 0.12
"""Loudness of every clip, so studio and built-in ones sit together."""
PEAK = 0.89
QUIET_DB = -42.0
"""Below this (against the clip's peak) a clip's ends are silence."""
LEAD_S, TAIL_S, FADE_S = 0.012, 0.045, 0.006
_FRAME = 110  # 5 ms


class UnreadableSound(Exception):
    """A file is not a PCM WAV of 8 to 32 bits."""


def silence(seconds: float) -> Samples:
    return np.zeros(max(0, round(seconds * RATE)), dtype=np.float32)


def duration_s(samples: Samples) -> float:
    return len(samples) / RATE


def read_wav(file: Path) -> Samples:
    """Return the sound of ``file``, any rate and number of channels. Raises UnreadableSound, OSError."""
    try:
        with wave.open(str(file), "rb") as sound:
            channels, width, rate, count, *_ = sound.getparams()
            raw = sound.readframes(count)
    except (wave.Error, EOFError) as error:
        raise UnreadableSound(f"{file.name}: {error}") from error
    mono = _decode(raw, width).reshape(-1, channels).mean(axis=1)
    return _resampled(np.asarray(mono, dtype=np.float64), rate)


def _decode(raw: bytes, width: int) -> NDArray[np.float64]:
    if width == 1:
        return np.asarray((np.frombuffer(raw, dtype=np.uint8) - 128.0) / 128.0, dtype=np.float64)
    if width == 3:
        triples = np.frombuffer(raw, dtype=np.uint8).reshape(-1, 3)
        wide = np.zeros((len(triples), 4), dtype=np.uint8)
        wide[:, 1:] = triples
        return np.asarray(wide.view("<i4").reshape(-1) / 2.0**31)
    return np.asarray(np.frombuffer(raw, dtype=f"<i{width}") / 2.0 ** (8 * width - 1))


def _resampled(mono: NDArray[np.float64], rate: int) -> Samples:
    if rate == RATE or not len(mono):
        return mono.astype(np.float32)
    count = round(len(mono) * RATE / rate)
    moments = np.arange(count) * (rate / RATE)
    return np.asarray(np.interp(moments, np.arange(len(mono)), mono), dtype=np.float32)


def to_pcm(samples: Samples) -> bytes:
    """Return 16-bit little-endian PCM."""
    return (np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes()


def write_wav(file: Path, samples: Samples) -> None:
    """Write 16-bit PCM; the file appears whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    with wave.open(str(part), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(to_pcm(samples))
    part.replace(file)


def trimmed(samples: Samples) -> Samples:
    """Return the clip without the silence at its ends, its edges faded so that joins never click."""
    loud = _loud_frames(samples)
    if not len(loud):
        return samples[:0]
    start = max(0, int(loud[0]) * _FRAME - round(LEAD_S * RATE))
    end = min(len(samples), (int(loud[-1]) + 1) * _FRAME + round(TAIL_S * RATE))
    return faded(samples[start:end])


def _loud_frames(samples: Samples) -> NDArray[np.intp]:
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    level = np.sqrt((frames.astype(np.float64) ** 2).mean(axis=1)) if len(frames) else np.zeros(0)
    floor = (level.max() if len(level) else 0.0) * 10 ** (QUIET_DB / 20)
    return np.flatnonzero(level > max(floor, 1e-5))


def faded(samples: Samples) -> Samples:
    soft = samples.copy()
    count = min(round(FADE_S * RATE), len(soft) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, count))).astype(np.float32)
    soft[:count] *= ramp
    soft[len(soft) - count :] *= ramp[::-1]
    return soft


def levelled(samples: Samples) -> Samples:
    """Return the clip at the common loudness, its peaks below ``PEAK``."""
    if not len(samples):
        return samples
    rms = float(np.sqrt((samples.astype(np.float64) ** 2).mean()))
    peak = float(np.abs(samples).max())
    return samples if peak == 0 else (samples * min(SPEECH_RMS / rms, PEAK / peak)).astype(np.float32)


def chime() -> Samples:
    """Two soft bell tones, a third apart and falling (E5, C5): attention without alarm."""
    high, low = _bell(659.26, 1.1), _bell(523.25, 1.5)
    start = round(0.42 * RATE)
    mixed = np.zeros(start + len(low), dtype=np.float32)
    mixed[: len(high)] += high[: len(mixed)]
    mixed[start:] += low
    return faded((mixed * (0.42 / np.abs(mixed).max())).astype(np.float32))


def _bell(hertz: float, seconds: float) -> Samples:
    moment = np.arange(round(seconds * RATE)) / RATE
    tone = sum(
        strength * np.sin(2 * np.pi * hertz * multiple * moment) * np.exp(-moment * decay)
        for multiple, strength, decay in ((1.0, 1.0, 4.2), (2.0, 0.22, 6.5), (3.01, 0.07, 10.0))
    )
    attack = np.clip(moment / 0.012, 0, 1) ** 2
    return faded(np.asarray(tone * attack, dtype=np.float32))
