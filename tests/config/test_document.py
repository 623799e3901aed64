"""The reference page is the models' own words."""

from __future__ import annotations

from config.document import TARGET, reference
from config.model import Hall
from config.schema import part_of


def test_the_page_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run: python -m config.document"


def test_every_section_of_a_centre_is_on_the_page() -> None:
    page = reference()
    for key, field in Hall.model_fields.items():
        assert (f"[{key}]" in page) if part_of(field.annotation) else (f"`{key}`" in page), key
