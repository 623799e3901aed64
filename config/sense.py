"""What a centre says correctly but cannot mean: hours out of order, lines nobody serves, silent zones."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel

from config import appointments, dossier_table, dossiers, hub_settings, photos
from config.icons import FACES, FIELD_ICONS, PRIORITY_ICONS
from config.mistakes import Mistake, nearest
from config.model import Priority, Session
from config.references import SPOKEN_ALIKE, Row, ids, rows, words
from config.schema import soundly
from config.sources import Sources

M = TypeVar("M", bound=BaseModel)
VIETNAM = ("Asia/Hanoi", "Asia/Ha_Noi", "Asia/Da_Nang", "Asia/Vietnam", "Vietnam")
"""What people write who look for Asia/Ho_Chi_Minh."""
PICTURES = (".png", ".jpg", ".jpeg", ".svg")
UNSPOKEN = "FJWZ"
"""Letters the Vietnamese alphabet does not have; the voice has no clip for them."""


def mistakes(sources: Sources, directory: Path, *, lists: bool) -> Iterator[Mistake]:
    """Yield what keeps the hall from working; ``lists``: also each wrong row of dossiers and appointments."""
    yield from _hours(sources)
    yield from _timezone(sources)
    yield from _languages(sources)
    yield from _rating(sources)
    yield from _addresses(sources, directory)
    yield from dossiers.mistakes(sources, directory)
    if lists:
        yield from dossier_table.mistakes(sources, directory)
    yield from photos.mistakes(sources, directory)
    yield from hub_settings.mistakes(sources)
    yield from appointments.mistakes(sources, directory, _zone(sources), rows=lists)
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
    """Return what is right of a part: a wrong key of it hides no other mistake."""
    return soundly(model, sources.values.get(key)) if key in sources.values else None


def _hours(sources: Sources) -> Iterator[Mistake]:
    sessions = {index: _session(row) for index, row in rows(sources, "hours", "sessions")}
    for index, session in sessions.items():
        if session is None:
            continue
        path, before = ("hours", "sessions", index), sessions.get(index - 1)
        if session.opens >= session.closes:
            yield sources.mistake((*path, "closes"), "giờ đóng phải sau giờ mở")
        elif session.issue_until and not session.opens < session.issue_until <= session.closes:
            yield sources.mistake((*path, "issue_until"), "giờ ngừng lấy số phải nằm trong buổi")
        if before is not None and session.opens < before.closes:
            yield sources.mistake((*path, "opens"), "buổi này bắt đầu trước khi buổi trên kết thúc")
    hours = sources.values.get("hours")
    days = [day for _, day in words(hours, "days")] if isinstance(hours, dict) else []
    if len(set(days)) < len(days):
        yield sources.mistake(("hours", "days"), "có ngày viết hai lần")


def _session(row: Row) -> Session | None:
    return soundly(Session, row)


def _centre(sources: Sources) -> Row:
    """Return the centre's table as the file has it: nothing wrong in it hides anything else."""
    centre = sources.values.get("centre")
    return centre if isinstance(centre, dict) else {}


def _timezone(sources: Sources) -> Iterator[Mistake]:
    name = _centre(sources).get("timezone")
    if not isinstance(name, str):
        return
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        guess = nearest(name, [*VIETNAM, *sorted(available_timezones())])
        guess = "Asia/Ho_Chi_Minh" if guess in VIETNAM else guess
        yield sources.mistake(("centre", "timezone"), f"không có múi giờ “{name}”", guess)


def _zone(sources: Sources) -> tzinfo:
    """Return the centre's zone; any will do where its name is wrong, which is said elsewhere."""
    try:
        return ZoneInfo(str(_centre(sources).get("timezone", "Asia/Ho_Chi_Minh")))
    except (LookupError, ValueError, OSError):
        return UTC


def _languages(sources: Sources) -> Iterator[Mistake]:
    spoken = [name for _, name in words({"languages": ["vi", "en"]} | _centre(sources), "languages")]
    if "vi" not in spoken:
        yield sources.mistake(("centre", "languages"), "phải có tiếng Việt", "vi")
    voice = sources.values.get("voice")
    for path, language in words(voice, "languages") if isinstance(voice, dict) else ():
        if language not in spoken:
            text = f"trung tâm không dùng ngôn ngữ “{language}”"
            yield sources.mistake(("voice", *path), text, nearest(language, spoken))


def _addresses(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """The page behind a ticket's code and the picture over every screen: neither is seen to fail at first."""
    centre = _centre(sources)
    page, emblem = centre.get("phone_url"), centre.get("emblem")
    if isinstance(page, str) and page and not _is_page(page):
        text = f"địa chỉ “{page}” phải có dạng https://máy hoặc http://máy:cổng, không có ? và #"
        yield sources.mistake(("centre", "phone_url"), text)
    if isinstance(emblem, str) and emblem and not (directory / emblem).is_file():
        pictures = sorted(one.name for one in directory.glob("*") if one.suffix.lower() in PICTURES)
        yield sources.mistake(("centre", "emblem"), f"không có tệp “{emblem}”", nearest(emblem, pictures))
    elif isinstance(emblem, str) and emblem and Path(emblem).suffix.lower() not in PICTURES:
        yield sources.mistake(("centre", "emblem"), f"phải là một hình {', '.join(PICTURES)}")


def _is_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return whole and not (parts.query or parts.fragment or "@" in parts.netloc or " " in address)


def _rating(sources: Sources) -> Iterator[Mistake]:
    scores = [row.get("score") for _, row in rows(sources, "rating", "levels")]
    for score, times in Tally(score for score in scores if isinstance(score, int)).items():
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
