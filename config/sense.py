"""What a centre says correctly but cannot mean: hours out of order, lines nobody serves, silent zones."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ValidationError

from config import appointments, dossiers, hub_settings, photos
from config.icons import FACES, FIELD_ICONS, PRIORITY_ICONS
from config.mistakes import Mistake, nearest
from config.model import CentreInfo, Hours, Priority, RatingForm, Voice
from config.references import SPOKEN_ALIKE, ids, rows, words
from config.sources import Sources

M = TypeVar("M", bound=BaseModel)
UNSPOKEN = "FJWZ"
"""Letters the Vietnamese alphabet does not have; the voice has no clip for them."""


def mistakes(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """Yield what keeps the hall from working."""
    yield from _hours(sources)
    yield from _timezone(sources)
    yield from _languages(sources)
    yield from _rating(sources)
    yield from dossiers.mistakes(sources, directory)
    yield from photos.mistakes(sources, directory)
    yield from hub_settings.mistakes(sources)
    yield from appointments.mistakes(sources, directory, _zone(sources))
    yield from _unserved(sources)


def warnings(sources: Sources) -> Iterator[Mistake]:
    """Yield what works but was hardly meant."""
    yield from _prefixes_hard_to_hear(sources)
    yield from _voices(sources)
    yield from _empty_groups(sources)
    yield from _priority(sources)
    yield from _clerks(sources)
    yield from _icons(sources)


def _part(model: type[M], sources: Sources, key: str) -> M | None:
    try:
        return model.model_validate(sources.values[key])
    except (KeyError, ValidationError):
        return None


def _hours(sources: Sources) -> Iterator[Mistake]:
    hours = _part(Hours, sources, "hours")
    if hours is None:
        return
    for index, session in enumerate(hours.sessions):
        path = ("hours", "sessions", index)
        if session.opens >= session.closes:
            yield sources.mistake((*path, "closes"), "giờ đóng phải sau giờ mở")
        elif session.issue_until and not session.opens < session.issue_until <= session.closes:
            yield sources.mistake((*path, "issue_until"), "giờ ngừng lấy số phải nằm trong buổi")
        if index and session.opens < hours.sessions[index - 1].closes:
            yield sources.mistake((*path, "opens"), "buổi này bắt đầu trước khi buổi trên kết thúc")
    if len(set(hours.days)) < len(hours.days):
        yield sources.mistake(("hours", "days"), "có ngày viết hai lần")


def _timezone(sources: Sources) -> Iterator[Mistake]:
    centre = _part(CentreInfo, sources, "centre")
    if centre is None:
        return
    try:
        ZoneInfo(centre.timezone)
    except (LookupError, ValueError, OSError):
        guess = nearest(centre.timezone, sorted(available_timezones()))
        yield sources.mistake(("centre", "timezone"), f"không có múi giờ “{centre.timezone}”", guess)


def _zone(sources: Sources) -> tzinfo:
    """Return the centre's zone; any will do where its name is wrong, which is said elsewhere."""
    centre = _part(CentreInfo, sources, "centre")
    try:
        return ZoneInfo(centre.timezone) if centre else UTC
    except (LookupError, ValueError, OSError):
        return UTC


def _languages(sources: Sources) -> Iterator[Mistake]:
    centre, voice = _part(CentreInfo, sources, "centre"), _part(Voice, sources, "voice")
    if centre and "vi" not in centre.languages:
        yield sources.mistake(("centre", "languages"), "phải có tiếng Việt", "vi")
    if centre and voice:
        for index, language in enumerate(voice.languages):
            if language not in centre.languages:
                text = f"trung tâm không dùng ngôn ngữ “{language}”"
                guess = nearest(language, centre.languages)
                yield sources.mistake(("voice", "languages", index), text, guess)


def _rating(sources: Sources) -> Iterator[Mistake]:
    form = _part(RatingForm, sources, "rating")
    if form is None:
        return
    for score, times in Tally(level.score for level in form.levels).items():
        if times > 1:
            yield sources.mistake(("rating", "levels"), f"điểm {score} dùng cho {times} mức")


def _unserved(sources: Sources) -> Iterator[Mistake]:
    if "counters" not in sources.values:
        return
    named = {name for _, row in rows(sources, "counters") for _, name in words(row, "services")}
    valid = ids(sources, "services")
    # A misspelt service is reported as such; the one that was meant is not left unserved.
    served = named | {nearest(name, valid) for name in named.difference(valid)}
    for index, row in rows(sources, "services"):
        name = row.get("id")
        if isinstance(name, str) and name not in served:
            text = f"không quầy nào phục vụ dịch vụ “{name}”; người lấy số sẽ không bao giờ được gọi"
            yield sources.mistake(("services", index), text)


def _prefixes_hard_to_hear(sources: Sources) -> Iterator[Mistake]:
    heard: dict[str, str] = {}
    for index, row in rows(sources, "services"):
        prefix = row.get("prefix")
        if not isinstance(prefix, str):
            continue
        path = ("services", index, "prefix")
        other = heard.setdefault(prefix.translate(SPOKEN_ALIKE), prefix)
        if other != prefix:
            yield sources.mistake(path, f"tiền tố “{prefix}” dễ nghe nhầm với “{other}”")
        if any(letter in UNSPOKEN for letter in prefix):
            yield sources.mistake(path, f"tiền tố “{prefix}” có chữ không đọc được bằng tiếng Việt")


def _voices(sources: Sources) -> Iterator[Mistake]:
    speaking = Tally(
        zone
        for _, row in rows(sources, "displays")
        if row.get("speaks") is True
        for _, zone in words(row, "zones")
    )
    with_counters = {zone for _, row in rows(sources, "counters") for _, zone in words(row, "zone")}
    for index, row in rows(sources, "zones"):
        name = row.get("id")
        if not isinstance(name, str):
            continue
        if name not in with_counters:
            yield sources.mistake(("zones", index), f"khu “{name}” không có quầy nào")
        elif not speaking[name]:
            yield sources.mistake(
                ("zones", index), f"khu “{name}” không có màn hình nào đọc số (speaks = true)"
            )
        elif speaking[name] > 1:
            text = f"khu “{name}” có {speaking[name]} màn hình cùng đọc số, tiếng sẽ chồng lên nhau"
            yield sources.mistake(("zones", index), text)


def _empty_groups(sources: Sources) -> Iterator[Mistake]:
    for section, inner, key, text in (
        ("agencies", "fields", "agency", "cơ quan “{0}” không có lĩnh vực nào"),
        ("fields", "services", "field", "lĩnh vực “{0}” không có dịch vụ nào"),
    ):
        used = {name for _, row in rows(sources, inner) for _, name in words(row, key)}
        for index, row in rows(sources, section):
            if isinstance(name := row.get("id"), str) and name not in used:
                yield sources.mistake((section, index), text.format(name))


def _priority(sources: Sources) -> Iterator[Mistake]:
    priority = _part(Priority, sources, "priority")
    if priority and priority.mode != "none" and not priority.reasons:
        yield sources.mistake(
            ("priority",), "có chế độ ưu tiên nhưng chưa kê đối tượng ưu tiên nào (reasons)"
        )


def _clerks(sources: Sources) -> Iterator[Mistake]:
    calling = sources.values.get("calling")
    if not (isinstance(calling, dict) and calling.get("require_sign_in") is True):
        return
    if not ids(sources, "clerks"):
        yield sources.mistake(
            ("calling", "require_sign_in"), "bắt buộc đăng nhập nhưng chưa kê cán bộ nào (clerks)"
        )
    for index, row in rows(sources, "clerks"):
        if not row.get("pin_hash"):
            yield sources.mistake(("clerks", index), "chưa có pin_hash nên cán bộ này không đăng nhập được")


def _icons(sources: Sources) -> Iterator[Mistake]:
    for path, key, known in (
        (("fields",), "icon", FIELD_ICONS),
        (("priority", "reasons"), "icon", PRIORITY_ICONS),
        (("rating", "levels"), "face", FACES),
    ):
        for index, row in rows(sources, *path):
            name = row.get(key)
            if isinstance(name, str) and name and name not in known:
                yield sources.mistake((*path, index, key), f"không có hình “{name}”", nearest(name, known))
