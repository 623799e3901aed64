"""How a centre's kiosks behave towards staff and towards whoever passes by."""

from __future__ import annotations

from pydantic import Field

from config.part import PIN_HASH_PATTERN, Part


class AtKiosks(Part):
    """What holds for every kiosk of the centre."""

    staff_pin_hash: str = Field(default="", pattern=PIN_HASH_PATTERN)
    """argon2 hash made by ``motcua-hub pin``; opens every kiosk's staff screen, and only kiosks are told it.
    Empty: no staff screen."""
    attract_after_s: int = Field(default=120, ge=0, le=3600)
    """How long the first page is left alone before the hall's news are shown large; 0: never."""
    citizen_card: bool = False
    """A scanned citizen card finds its owner's appointment and the priority of age; nothing of it is kept."""
