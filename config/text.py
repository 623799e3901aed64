"""Words in several languages, as the configuration and the wire carry them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

SOURCE_LANGUAGE = "vi"


def _from_plain(value: object) -> object:
    return {SOURCE_LANGUAGE: value} if isinstance(value, str) else value


def _has_source(value: dict[str, str]) -> dict[str, str]:
    if not value.get(SOURCE_LANGUAGE, "").strip():
        raise ValueError('cần có chữ tiếng Việt: viết một chuỗi hoặc { vi = "…", en = "…" }')
    return value


Text = Annotated[dict[str, str], BeforeValidator(_from_plain), AfterValidator(_has_source)]
"""Language code → words; always holds ``vi``. A plain string in the file means Vietnamese."""


def say(text: Mapping[str, str], language: str) -> str:
    """Return ``text`` in ``language``, else in Vietnamese."""
    return text.get(language) or text.get(SOURCE_LANGUAGE, "")
