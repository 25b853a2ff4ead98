"""How well names of units and stations are told apart, on spellings that were listed before the lexicon was written."""

from __future__ import annotations

import pytest

from loaders.names.bodies import compare, read
from loaders.resolve.bodies import propose
from loaders.resolve.record import BodyRecord
from tests.loaders.names.bodies.lists import KINDS, Kind, measured, spellings


@pytest.mark.parametrize("kind", KINDS)
def test_names_held_back_are_found_without_a_false_one(kind: Kind) -> None:
    found = measured(spellings("held_back", kind), "same")
    assert found.f1 >= 0.90
    assert found.precision == 1.0


@pytest.mark.parametrize("kind", KINDS)
def test_with_what_a_person_is_asked_nearly_all_are_found(kind: Kind) -> None:
    assert measured(spellings("held_back", kind), "same", "review").recall >= 0.95


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("which", ["development", "held_back"])
def test_a_name_that_could_be_several_is_the_same_as_none(kind: Kind, which: str) -> None:
    listed = spellings("held_back" if which == "held_back" else "development", kind)
    merged = [
        (unsure, name)
        for unsure in listed.unsure
        for names in listed.bodies
        for name in names
        if compare(read(unsure), read(name)).verdict == "same"
    ]
    assert merged == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_merged_is_one_body(kind: Kind) -> None:
    listed = spellings("held_back", kind)
    body_of = {name: at for at, names in enumerate(listed.bodies) for name in names}
    records = [BodyRecord(name, name, kind.capitalize(), name) for name in (*body_of, *listed.unsure)]
    merges = propose(records, lambda one, other: False).merges
    assert len(merges) > len(body_of) / 2
    assert [edge for edge in merges if body_of.get(edge.one, -1) != body_of.get(edge.other, -2)] == []
