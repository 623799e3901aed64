"""What the models refuse, as Vietnamese mistakes with the nearest valid key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from config.mistakes import Mistake, fold, nearest
from config.part import (
    ACCOUNT_PATTERN,
    BANK_BIN_PATTERN,
    CENTRE_ID_PATTERN,
    CHORD_PATTERN,
    ID_PATTERN,
    NOT_A_NUMBER,
    NOT_A_TIME,
    NOT_WHOLE,
    NOT_YES_OR_NO,
    PIN_HASH_PATTERN,
    PREFIX_PATTERN,
    TRANSFER_TEXT_PATTERN,
)
from config.sources import Path_, Sources

M = TypeVar("M", bound=BaseModel)

TEXTS: Mapping[str, str] = {
    "extra_forbidden": "không có khóa tên này",
    "missing": "thiếu khóa bắt buộc",
    "literal_error": "phải là một trong: {expected}",
    "string_type": "phải là một chuỗi trong dấu ngoặc kép",
    "string_pattern_mismatch": "{words}",
    "int_type": NOT_WHOLE,
    "int_parsing": NOT_WHOLE,
    "int_from_float": NOT_WHOLE,
    "float_type": NOT_A_NUMBER,
    "float_parsing": NOT_A_NUMBER,
    "finite_number": "phải là một số hữu hạn",
    "bool_type": NOT_YES_OR_NO,
    "bool_parsing": NOT_YES_OR_NO,
    "time_type": NOT_A_TIME,
    "time_parsing": NOT_A_TIME,
    "tuple_type": "phải là một danh sách [ … ]",
    "dict_type": 'phải là một chuỗi hoặc {{ vi = "…", en = "…" }}',
    "model_type": "phải là một bảng có các khóa của nó",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than": "phải nhỏ hơn {lt}",
    "less_than_equal": "phải từ {le} trở xuống",
    "too_short": "cần ít nhất {min_length} mục",
    "too_long": "nhiều nhất {max_length} mục",
    "value_error": "{error}",
}

PATTERNS: Mapping[str, str] = {
    ID_PATTERN: "chỉ gồm chữ không dấu, chữ số, “-”, “_”, “.”, bắt đầu bằng chữ hoặc chữ số, dài nhất 32",
    CENTRE_ID_PATTERN: "chỉ gồm chữ thường không dấu, chữ số, “-”, dài nhất 32",
    PREFIX_PATTERN: "gồm nhiều nhất ba chữ in hoa, có thể thêm một chữ số: A, BC, A1",
    PIN_HASH_PATTERN: "phải là dòng $argon2… do lệnh motcua-hub pin in ra, không phải chính mã PIN",
    BANK_BIN_PATTERN: "phải là sáu chữ số của ngân hàng tại NAPAS",
    ACCOUNT_PATTERN: "chỉ gồm chữ không dấu và chữ số, dài nhất 19",
    CHORD_PATTERN: "phải là phím kèm Ctrl, Alt, Shift hoặc Meta, ví dụ Meta+F1",
    TRANSFER_TEXT_PATTERN: "chỉ gồm chữ không dấu, chữ số và dấu cách, dài nhất 12",
}


def validate(model: type[M], sources: Sources) -> M | None:
    """Return the model ``sources`` describe; None where it is refused, with every reason in ``mistakes``."""
    try:
        return model.model_validate(sources.values)
    except ValidationError as error:
        sources.mistakes.extend(_mistakes(model, error, sources))
        return None


def soundly(model: type[M], value: object) -> M | None:
    """Return the model of what is right in ``value``, wrong keys left out; None if a needed one is gone."""
    values = dict(value) if isinstance(value, dict) else {}
    while True:
        try:
            return model.model_validate(values)
        except ValidationError as error:
            wrong = {one["loc"][0] for one in error.errors(include_url=False)} & values.keys()
            if not wrong:
                return None
            for key in wrong:
                del values[key]


def _mistakes(model: type[BaseModel], error: ValidationError, sources: Sources) -> Iterator[Mistake]:
    details = error.errors(include_url=False, include_input=True)
    misspelt = {
        (*one["loc"][:-1], _nearest_key(model, one["loc"]))
        for one in details
        if one["type"] == "extra_forbidden"
    }
    for one in details:
        if one["type"] == "missing" and (one["loc"] in misspelt or (sources.broken and len(one["loc"]) == 1)):
            continue  # the misspelt key or the unreadable file itself is reported
        yield sources.mistake(one["loc"], _text(one), _suggest(model, one))


def _text(detail: Any) -> str:
    template = TEXTS.get(detail["type"])
    if template is None:
        return str(detail["msg"])
    values = {name: _short(value) for name, value in detail.get("ctx", {}).items()}
    values["words"] = PATTERNS.get(str(values.get("pattern")), f"không đúng dạng {values.get('pattern')}")
    values["expected"] = ", ".join(_expected(detail))
    return template.format(**values)


def _short(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _expected(detail: Any) -> list[str]:
    words = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return [word.strip("'") for word in words.split(", ") if word]


def _suggest(model: type[BaseModel], detail: Any) -> str:
    if detail["type"] == "extra_forbidden":
        return _nearest_key(model, detail["loc"])
    given = detail.get("input")
    if not isinstance(given, str):
        return ""
    if detail["type"] == "literal_error":
        return nearest(given, _expected(detail))
    if detail["type"] == "string_pattern_mismatch":
        pattern = str(detail["ctx"]["pattern"])
        respelt = _respelt(given, pattern)
        return respelt if re.search(pattern, respelt) else ""
    return ""


def _respelt(given: str, pattern: str) -> str:
    """Return ``given`` as its pattern would have it: capitals for a prefix, plain letters for an id."""
    if pattern == PREFIX_PATTERN:
        return given.strip().replace("Ð", "Đ").upper()[:3] if len(given.strip()) <= 3 else ""
    if pattern not in (ID_PATTERN, CENTRE_ID_PATTERN):
        return ""
    words = [fold(word) for word in given.replace("_", " ").replace("-", " ").split()]
    return "-".join(word for word in words if word)


def _nearest_key(model: type[BaseModel], loc: Path_) -> str:
    return nearest(str(loc[-1]), keys_at(model, loc[:-1]))


def keys_at(model: type[BaseModel], path: Path_) -> tuple[str, ...]:
    """Return the keys a table at ``path`` may hold; empty where ``path`` leads to no table."""
    found: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or found is None:
            continue
        field = found.model_fields.get(step)
        found = part_of(field.annotation) if field else None
    return tuple(found.model_fields) if found else ()


def part_of(annotation: object) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Service, ...]`` or ``Text | None``, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := part_of(part))), None)
