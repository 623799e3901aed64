"""The protocol's description is AsyncAPI 3.0 by that standard's own schema, and describes real frames."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

from hub.document.asyncapi import document
from hub.messages.frames import Auth, Cmd, Ev, Hb, Hello, Res, Seen, Since, encode

yaml = pytest.importorskip("yaml")
SCHEMA = Path(__file__).parent / "asyncapi" / "3.0.0.json"
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "asyncapi.yaml"


@pytest.fixture(scope="module")
def standard() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))
    return read


def test_the_page_is_what_the_standard_wants(standard: Draft7Validator, page: dict[str, Any]) -> None:
    assert [f"{error.json_path}: {error.message}" for error in standard.iter_errors(page)] == []


def _without_version(page: dict[str, Any]) -> None:
    del page["asyncapi"]


def _with_an_unknown_action(page: dict[str, Any]) -> None:
    page["operations"]["toStation"]["action"] = "publish"


def _with_a_server_without_protocol(page: dict[str, Any]) -> None:
    del page["servers"]["hub"]["protocol"]


def _with_a_strange_key(page: dict[str, Any]) -> None:
    page["info"]["author"] = "x"


@pytest.mark.parametrize(
    "spoil", [_without_version, _with_an_unknown_action, _with_a_server_without_protocol, _with_a_strange_key]
)
def test_a_spoilt_page_is_refused(
    standard: Draft7Validator, page: dict[str, Any], spoil: Callable[[dict[str, Any]], None]
) -> None:
    spoilt = copy.deepcopy(page)
    spoil(spoilt)
    assert not standard.is_valid(spoilt)


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def test_every_reference_leads_somewhere(page: dict[str, Any]) -> None:
    for reference in set(_references(page)):
        place: Any = page
        for step in reference.removeprefix("#/").split("/"):
            assert step in place, reference
            place = place[step]


@pytest.mark.parametrize(
    "frame",
    [
        Hello(v=[1], hub="phuong-mau", epoch="x"),
        Auth(v=1, role="kiosk", dev="k1", since=Since("x", 3)),
        Cmd(id=1, key="k", cmd="call_next"),
        Seen(seq=3, how="spoken"),
        Ev(seq=4, prev=3, ev="help_asked", at="2026-11-23T08:00:00.000+07:00", station="k1", role="kiosk"),
        Res(id=1, ok=True, seq=4, data={}),
        Hb(seq=4),
    ],
    ids=lambda frame: type(frame).__name__,
)
def test_real_frames_are_as_described(frame: Any) -> None:
    described = document()["components"]
    name = str(frame.__struct_config__.tag)
    schema = {**described["messages"][name]["payload"], "components": described}
    Draft7Validator(schema).validate(json.loads(encode(frame)))
    with pytest.raises(ValidationError):
        Draft7Validator(schema).validate({"t": name})
