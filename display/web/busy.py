"""How busy the hall is, field by field, for anybody. Pure."""

from __future__ import annotations

from msgspec import Struct

from display.calls import minutes
from display.web.tickets import Picture, Words


class BusyField(Struct, frozen=True, kw_only=True):
    name: Words
    waiting: int
    likely: int
    """Minutes who comes now would wait; 0: not known."""
    issuing: bool
    """False: no numbers are given out now."""


class BusyPage(Struct, frozen=True, kw_only=True):
    centre: Words
    hotline: str
    fields: list[BusyField]
    now: str
    online: bool


def busy_page(picture: Picture) -> BusyPage:
    hall = picture.hall
    fields = []
    for one in hall.fields:
        services = [service.id for service in hall.services if service.field == one.id]
        views = [view for service in services if (view := picture.services.get(service))]
        if views:
            likely = max((minutes(view.estimate.likely_s) for view in views if view.estimate), default=0)
            fields.append(
                BusyField(
                    name=one.name,
                    waiting=sum(view.waiting for view in views),
                    likely=likely,
                    issuing=any(view.issuing for view in views),
                )
            )
    return BusyPage(
        centre=hall.centre.name,
        hotline=hall.centre.hotline,
        fields=sorted(fields, key=lambda field: -field.waiting),
        now=picture.state.now,
        online=picture.online,
    )
