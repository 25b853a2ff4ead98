"""Which areas are one: a name alone never says it."""

from __future__ import annotations

from dataclasses import replace

from loaders.resolve.areas import propose
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import BodyRecord

HARBOUR = BodyRecord("a-1", "a-1", "Area", "Old Harbour", frozenset({"Coast"}), "district")


def again(id_: str, **other: object) -> BodyRecord:
    return replace(HARBOUR, thing=id_, mention=id_, **other)  # type: ignore[arg-type]  # fields of a record


def nobody(one: str, other: str) -> bool:
    return False


def test_the_same_name_within_the_same_area_is_one() -> None:
    (edge,) = propose([HARBOUR, again("a-2", name="OLD  HARBOUR", areas=frozenset({"coast", "South"}))], nobody).merges
    assert (edge.one, edge.other, edge.rule) == ("a-1", "a-2", "areas/name-within")


def test_the_same_name_alone_is_asked_about() -> None:
    proposal = propose([HARBOUR, again("a-2", areas=frozenset())], nobody)
    assert not proposal.merges
    assert [group.things for group in proposal.groups] == [("a-1", "a-2")]


def test_another_kind_another_number_and_a_decision_keep_apart() -> None:
    assert propose([HARBOUR, again("a-2", kind="city")], nobody) == Proposal()
    assert propose([HARBOUR, again("a-2")], lambda one, other: True) == Proposal()
    numbered = replace(HARBOUR, distinct=frozenset({("gazetteer", "1")}))
    assert propose([numbered, again("a-2", distinct=frozenset({("gazetteer", "2")}))], nobody) == Proposal()


def test_another_name_is_another_area() -> None:
    assert propose([HARBOUR, again("a-2", name="New Harbour")], nobody) == Proposal()


def test_old_ones_are_left_alone() -> None:
    assert propose([HARBOUR, again("a-2")], nobody, fresh=set()) == Proposal()
    assert propose([HARBOUR, again("a-2")], nobody, fresh={"a-2"}).merges
