"""What the source says about a record's fields: the strings that stand below them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct


@cache
def field_words(kind: type[Struct]) -> Mapping[str, str]:
    """Return field → its words, for the fields that have some."""
    (tree,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(tree, ast.ClassDef)
    words: dict[str, str] = {}
    for field, below in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_text(below):
            words[field.target.id] = _plain(ast.literal_eval(ast.unparse(below)))
    return words


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def summary(kind: type[Struct]) -> str:
    """Return the first paragraph of a record's docstring."""
    doc = inspect.cleandoc(kind.__dict__.get("__doc__") or "")
    return _plain(doc.partition("\n\n")[0])


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")


def type_name(kind: type[Struct], field: str) -> str:
    """Return a field's type as the protocol's reader thinks of it, e.g. ``text (1–64)`` or ``Ticket[]?``."""
    hints = get_type_hints(kind, include_extras=True)
    return _name(msgspec.json.schema_components([hints[field]], ref_template="{name}")[0][0])


def _name(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removesuffix("View")
    if "anyOf" in schema:
        kinds = [_name(each) for each in schema["anyOf"]]
        return " or ".join(kind for kind in kinds if kind != "null") + ("?" if "null" in kinds else "")
    if "enum" in schema:
        return " · ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"{_name(schema.get('items', {}))}[]"
    return _PLAIN.get(str(schema.get("type")), "anything") + _bounds(schema)


_PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}


def _bounds(schema: Mapping[str, Any]) -> str:
    low, high = schema.get("minLength"), schema.get("maxLength")
    return f" ({low or 0}–{high})" if high is not None else ""
