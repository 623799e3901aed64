"""What every piece of configuration is made of."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$"
CENTRE_ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,31}$"
PREFIX_PATTERN = r"^[A-ZĐ]{0,3}\d?$"
PIN_HASH_PATTERN = r"^(\$argon2.+)?$"
BANK_BIN_PATTERN = r"^([0-9]{6})?$"
ACCOUNT_PATTERN = r"^[0-9A-Za-z]{0,19}$"
CHORD_PATTERN = (
    r"^((Ctrl|Alt|Shift|Meta)\+){1,4}(F([1-9]|1[0-2])|[A-Z0-9]|Home|End|Insert|Pause|PageUp|PageDown)$|^$"
)
TRANSFER_TEXT_PATTERN = r"^[0-9A-Za-z ]{1,12}$"
Identifier = Annotated[str, Field(pattern=ID_PATTERN)]
"""Plain letters, digits, `-`, `_` and `.`; never shown to citizens."""
NOT_YES_OR_NO = "phải là true hoặc false"
NOT_A_NUMBER = "phải là một số"
NOT_WHOLE = "phải là một số nguyên"
NOT_A_TIME = "phải là một giờ, ví dụ 07:30:00"
Reference = str
"""The id of another part; the loader checks that it exists."""


class Part(BaseModel):
    """Base of every part: frozen, and an unknown key is a mistake to report."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _what_it_says(cls, value: object, info: ValidationInfo) -> object:
        """Numbers are numbers and yes is ``true``: neither is the other, and no text is either."""
        annotation = cls.model_fields[str(info.field_name)].annotation
        wanted = {annotation, *get_args(annotation)}
        if bool in wanted and not isinstance(value, bool | None):
            raise ValueError(NOT_YES_OR_NO)
        if wanted & {int, float} and isinstance(value, bool | str):
            raise ValueError(NOT_A_NUMBER if float in wanted else NOT_WHOLE)
        return value
