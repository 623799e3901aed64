"""The reference pages say what the code does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.document.__main__ import current
from hub.document.asyncapi import document
from hub.document.protocol import PARTS, UnknownPart, render
from hub.document.yaml import dump

yaml = pytest.importorskip("yaml")
REFERENCE = Path(__file__).parents[3] / "docs" / "reference"

WRITABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(WRITABLE, max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(WRITABLE, max_size=10), inner, max_size=3)
    ),
    max_leaves=10,
)


@pytest.mark.parametrize("file", current(REFERENCE), ids=lambda file: file.name)
def test_the_reference_is_current(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == current(REFERENCE)[file], "run python -m hub.document"


def test_every_part_stands_on_some_page() -> None:
    pages = "".join(file.read_text(encoding="utf-8") for file in REFERENCE.glob("*.md"))
    assert [name for name in PARTS if f"<!-- begin {name} -->" not in pages] == []


def test_a_part_nobody_writes_is_a_mistake() -> None:
    with pytest.raises(UnknownPart):
        render("<!-- begin weather -->\nsunny\n<!-- end weather -->")


def test_every_reference_in_the_asyncapi_document_leads_somewhere() -> None:
    whole = document()

    def check(part: Any) -> None:
        if isinstance(part, dict):
            if isinstance(part.get("$ref"), str):
                found = whole
                for step in part["$ref"].removeprefix("#/").split("/"):
                    found = found[step]
            for inner in part.values():
                check(inner)
        elif isinstance(part, list):
            for inner in part:
                check(inner)

    check(whole)


def test_the_asyncapi_file_is_the_document_in_yaml() -> None:
    text = (REFERENCE / "asyncapi.yaml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    assert read["asyncapi"] == "3.0.0"
    assert read["components"]["schemas"].keys() == document()["components"]["schemas"].keys()


@given(PLAIN)
def test_yaml_is_read_as_written(value: Any) -> None:
    assert yaml.safe_load(dump(value)) == value
