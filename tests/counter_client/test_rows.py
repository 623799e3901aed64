"""The list model against the plain list it stands for."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.rows import Rows


@dataclass(frozen=True)
class Row:
    key: str
    waited_minutes: int


_rows = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 3)), unique_by=lambda row: row[0])


def shown(model: QAbstractItemModel) -> list[Row]:
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    return [
        Row(*(model.data(model.index(n, 0), roles[name]) for name in ("key", "waitedMinutes")))
        for n in range(model.rowCount())
    ]


@given(before=_rows, after=_rows)
def test_after_a_change_the_model_shows_the_new_rows(
    qapp: object, before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    model = Rows(Row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (before, after):
        model.replace([Row(*row) for row in rows])
        assert shown(model) == [Row(*row) for row in rows]
    del tester


def test_a_row_that_stays_the_same_is_not_told_again(qtbot: QtBot) -> None:
    model = Rows(Row)
    model.replace([Row("a", 1), Row("b", 1)])
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    model.rowsInserted.connect(lambda: pytest.fail("nothing came in"))
    model.rowsRemoved.connect(lambda: pytest.fail("nothing left"))
    model.replace([Row("a", 1), Row("b", 2)])
    assert told == [1]
