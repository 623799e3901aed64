"""Five hundred things people type, against the whole national catalogue where it is at hand."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from config import catalogue
from ui.everyday import shipped
from ui.search import Index

QUERIES = Path(__file__).with_name("queries.csv")
BY_NAME = Path(__file__).with_name("queries_by_name.csv")
"""Each with a pattern that the names of the right procedures match."""
CATALOGUE = Path(__file__).parents[2].parent / "shared" / "data" / "procedures.csv"
ENOUGH = 0.95


def table() -> list[tuple[str, frozenset[str]]]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [(row["query"], frozenset(row["codes"].split())) for row in csv.DictReader(file)]


def test_the_right_procedure_is_among_the_first_three() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the national catalogue (../shared/data/procedures.csv) is not here")
    procedures, _ = catalogue.read(CATALOGUE)
    index = Index(procedures, shipped())
    missed = [query for query, codes in table() if not codes & {one.code for one in index.find(query, 3)}]
    assert len(missed) <= (1 - ENOUGH) * len(table()), missed


def test_a_procedure_of_the_right_name_is_among_the_first_three() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the national catalogue (../shared/data/procedures.csv) is not here")
    procedures, _ = catalogue.read(CATALOGUE)
    index = Index(procedures, shipped())
    with BY_NAME.open(encoding="utf-8", newline="") as file:
        asked = [(row["query"], re.compile(row["name"], re.IGNORECASE)) for row in csv.DictReader(file)]
    missed = [
        query for query, name in asked if not any(name.search(one.name) for one in index.find(query, 3))
    ]
    assert len(missed) <= (1 - ENOUGH) * len(asked), missed


def test_every_code_of_the_everyday_words_is_a_procedure() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the national catalogue (../shared/data/procedures.csv) is not here")
    procedures, _ = catalogue.read(CATALOGUE)
    known = {one.code for one in procedures}
    named = {code for saying in shipped().sayings for code in saying.codes} | set(shipped().common)
    assert named <= known
