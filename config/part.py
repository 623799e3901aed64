"""What every piece of configuration is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"
CENTRE_ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,31}$"
PREFIX_PATTERN = r"^[A-ZĐ]{0,3}\d?$"
Identifier = Annotated[str, Field(pattern=ID_PATTERN)]
"""Plain letters, digits, `-`, `_` and `.`; never shown to citizens."""
Reference = str
"""The id of another part; the loader checks that it exists."""


class Part(BaseModel):
    """Base of every part: frozen, and an unknown key is a mistake to report."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
