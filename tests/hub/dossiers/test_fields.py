"""What sources call things becomes our fields and the ten states."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.dossiers.fields import STATES, FieldMap
from hub.dossiers.source import Step

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "steps"]), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        *[(name, number) for number, name in enumerate(STATES, start=1)],
        ("đang xử lý ", 4),
        (unicodedata.normalize("NFD", "ĐANG XỬ LÝ"), 4),
        (4, 4),
        (4.0, 4),
        ("10", 10),
        ("DANG_XU_LY", 4),
        ("dang-xu-ly", 4),
        ("99", 9),
        (0, None),
        (11, None),
        ("4000000000000000000000", None),
        ("²", None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (None, None),
        ("", None),
        ([4], None),
    ],
)
def test_a_state_is_known_by_name_by_number_or_by_the_centres_own_table(
    value: object, state: int | None
) -> None:
    assert FieldMap(states={"DANG_XU_LY": 4, "99": 9}).state(value) == state


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2/11/2026", "2026-11-02"),
        ("02/11/2026 8:05", "2026-11-02T08:05"),
        ("02-11-2026 08:05:59", "2026-11-02T08:05"),
        ("31/02/2026", "31/02/2026"),
        ("2026-11-02T08:05", "2026-11-02T08:05"),
        ("2026-11-02T01:05:00Z", "2026-11-02T08:05"),
        (datetime(2026, 11, 2, 1, 5, tzinfo=UTC), "2026-11-02T08:05"),
        (datetime(2026, 11, 2, 8, 5), "2026-11-02T08:05"),
        (datetime(2026, 11, 2), "2026-11-02"),
        (date(2026, 11, 2), "2026-11-02"),
        ("chưa rõ", "chưa rõ"),
        (None, ""),
    ],
)
def test_a_time_is_told_locally_as_iso(value: object, told: str) -> None:
    dossier = FieldMap(zone=HANOI).dossier({"code": "A-1", "state": 4, "due_at": value})
    assert dossier is not None
    assert dossier.due_at == told


def test_names_lead_into_nested_tables_and_lists() -> None:
    fields = FieldMap({"procedure": "thuTuc.ten", "agency": "a.b", "steps": "buoc", "step_at": "luc"})
    dossier = fields.dossier(
        {
            "code": " a-1 ",
            "state": 4,
            "thuTuc": {"ten": "Khai sinh"},
            "a.b": "UBND",
            "buoc": [{"luc": "02/11/2026", "step_text": "Nhận"}, "lạ"],
        }
    )
    assert dossier is not None
    assert (dossier.code, dossier.procedure, dossier.agency) == ("a-1", "Khai sinh", "UBND")
    assert dossier.steps == (Step("2026-11-02", "Nhận"),)


@given(st.dictionaries(st.sampled_from(["code", "state", "steps", "due_at", "owner", "x"]), anything))
def test_any_row_is_a_dossier_or_none(row: dict[str, object]) -> None:
    dossier = FieldMap(zone=HANOI).dossier(row)
    assert dossier is None or (dossier.code and 1 <= dossier.state <= 10)
