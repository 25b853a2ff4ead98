"""What a search finds first: ranking alone, never a score."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.lookup import Named
from loaders.names.search import EXACT, search

KNOWN = {
    "Person": [
        Named("p-1", ("Жарорубук Сергей Константинович", "Siarhei Zhararubuk")),
        Named("p-2", ("Жарорубук Степан Ильич",)),
        Named("p-3", ("Bero Tashkal",)),
    ],
    "Station": [
        Named("st-1", ("Центр изоляции правонарушителей, ул. Гончарная", "Гончарка")),
        Named("st-2", ("Salt Quay Depot",)),
    ],
    "Unit": [Named("u-1", ("7 Division",)), Named("u-2", ("17 Division",)), Named("u-3", ("Гончарка",))],
    "Area": [Named("a-1", ("Coast",))],
}


def found(text: str, limit: int = 10) -> list[str]:
    return [one.ranked.thing.id for one in search(text, KNOWN, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Goncharka", {"st-1", "u-3"}),
        ("Hančarka", {"st-1", "u-3"}),
        ("Жарарубук Сяргей", {"p-1"}),
        ("Zhararubuk", {"p-1"}),
        ("7 Div", {"u-1"}),
        ("salt depot", {"st-2"}),
        ("coats", {"a-1"}),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: set[str]) -> None:
    assert set(found(typed)[: len(first)]) == first


def test_all_who_are_called_exactly_so_come_first_whatever_the_limit() -> None:
    hits = search("гончарка", KNOWN, 1)
    assert {one.ranked.thing.id for one in hits} == {"st-1", "u-3"}
    assert {(one.label, one.ranked.because, one.ranked.matched) for one in hits} == {
        ("Station", EXACT, "Гончарка"),
        ("Unit", EXACT, "Гончарка"),
    }


def test_a_thing_comes_once_by_the_name_that_fits_best() -> None:
    hits = [one for one in search("Zhararubuk", KNOWN) if one.ranked.thing.id == "p-1"]
    assert len(hits) == 1


def test_what_is_like_nothing_finds_nothing() -> None:
    assert found("Qqwxz") == []


@given(st.text(max_size=30))
def test_no_text_breaks_a_search(text: str) -> None:
    ids = found(text, 3)
    assert len(ids) == len(set(ids))
