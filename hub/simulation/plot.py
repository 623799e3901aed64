"""Waits over a day as an SVG drawing, one curve a policy and class. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from statistics import median
from typing import Final

from hub.domain.rules import Rules
from hub.simulation.day import Wait

WIDTH: Final = 960
HEIGHT: Final = 480
LEFT: Final = 64
BOTTOM: Final = 420
TOP: Final = 56
STEP: Final = timedelta(minutes=15)
COLOURS: Final = ("#1f5fa8", "#c2410c", "#2f7d32", "#7b3fa0", "#8a6d1d")


@dataclass(frozen=True, slots=True)
class Curve:
    """Median wait in minutes of those who came in each quarter of an hour."""

    name: str
    colour: str
    dashed: bool
    points: tuple[tuple[datetime, float], ...]


def draw(title: str, waits: Mapping[str, Sequence[Wait]], rules: Rules) -> str:
    """Return the drawing; ``waits`` are by policy, in a day of the centre."""
    curves = [
        Curve(f"{policy}, {words}", COLOURS[number % len(COLOURS)], rare, _points(people, rare, rules))
        for number, (policy, people) in enumerate(waits.items())
        for rare, words in ((False, "others"), (True, "priority"))
    ]
    curves = [curve for curve in curves if curve.points]
    moments = [moment for curve in curves for moment, _ in curve.points]
    if not moments:
        return _svg([_text(WIDTH / 2, HEIGHT / 2, "nobody waited", "middle")])
    begins, ends = min(moments), max(moments) + STEP
    highest = max(10.0, max(value for curve in curves for _, value in curve.points) * 1.1)
    scale = _Scale(begins, ends, highest)
    return _svg([_text(LEFT, 30, title, size=18), *_axes(scale), *_curves(curves, scale)])


def _points(waits: Sequence[Wait], priority: bool, rules: Rules) -> tuple[tuple[datetime, float], ...]:
    bins: dict[datetime, list[float]] = {}
    for wait in waits:
        if wait.priority is priority:
            local = rules.local(wait.issued_at)
            at = local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0)
            bins.setdefault(at, []).append(wait.waited_s / 60)
    return tuple((at, median(values)) for at, values in sorted(bins.items()))


@dataclass(frozen=True, slots=True)
class _Scale:
    begins: datetime
    ends: datetime
    highest: float

    def x(self, moment: datetime) -> float:
        return LEFT + (WIDTH - LEFT - 24) * ((moment - self.begins) / (self.ends - self.begins))

    def y(self, minutes: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * minutes / self.highest


def _axes(scale: _Scale) -> list[str]:
    parts = []
    step = next(step for step in (5, 10, 15, 30, 60, 120, 10_000) if scale.highest / step <= 8)
    for minutes in range(0, int(scale.highest) + 1, step):
        y = scale.y(minutes)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - 24}" stroke="#d8dde3"/>')
        parts.append(_text(LEFT - 8, y + 5, str(minutes), "end"))
    hour = scale.begins.replace(minute=0) + timedelta(hours=1)
    while hour < scale.ends:
        parts.append(_text(scale.x(hour), BOTTOM + 22, f"{hour:%H:%M}", "middle"))
        hour += timedelta(hours=1)
    return [*parts, _text(LEFT, TOP - 10, "median wait, minutes, by when people came")]


def _curves(curves: Sequence[Curve], scale: _Scale) -> list[str]:
    parts = []
    for number, curve in enumerate(curves):
        dash = ' stroke-dasharray="7 5"' if curve.dashed else ""
        look = f'fill="none" stroke="{curve.colour}" stroke-width="2.5"{dash}'
        parts.append(f'<path d="{_path(curve, scale)}" {look}/>')
        x, y = LEFT + 220 * (number % 4), BOTTOM + 46 + 18 * (number // 4 % 2)
        parts.append(f'<path d="M{x} {y - 5}h28" {look}/>')
        parts.append(_text(x + 36, y, curve.name))
    return parts


def _path(curve: Curve, scale: _Scale) -> str:
    """A break in which nobody came is a break in the line."""
    steps, last = [], None
    for at, value in curve.points:
        begins = last is None or at - last > 2 * STEP
        steps.append(f"{'M' if begins else 'L'}{scale.x(at):.1f} {scale.y(value):.1f}")
        last = at
    return "".join(steps)


def _text(x: float, y: float, words: str, anchor: str = "start", size: int = 14) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    style = 'font-family="Inter, Noto Sans, sans-serif" fill="#1b2733">'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return "\n".join([head + style, ground, *parts, "</svg>", ""])
