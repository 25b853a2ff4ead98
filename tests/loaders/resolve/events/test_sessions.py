"""Bad days told by several sources: no rule joins two events, whatever is told vaguely or with slips; what is lost is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import pytest

from graph.decided.partition import Partition
from loaders.resolve.events import REVIEW, compare, propose
from loaders.resolve.proposal import Edge, Proposal
from loaders.resolve.record import EventRecord
from tests.bench.resolve.sessions import Told, sessions

SEEDS = range(7_400, 7_412)
ERRORS = {"vague": {}, "slips": {"slips": True}, "mistaken": {"slips": True, "mistaken": True}}


@dataclass(frozen=True)
class World:
    told: Told
    proposal: Proposal

    def right(self, edge: Edge) -> bool:
        return self.told.truth[edge.one] == self.told.truth[edge.other]

    @property
    def asked(self) -> list[Edge]:
        return [edge for group in self.proposal.groups for edge in group.edges]

    def waits_behind(self, one: EventRecord, other: EventRecord) -> bool:
        """Whether they would be asked about, and it is said that more is to come."""
        said = any("wait behind" in group.why for group in self.proposal.groups if {one.thing, other.thing} & {*group.things})
        return said and compare(one, other, self.told.waiting).rule == REVIEW

    def lost(self) -> Iterator[tuple[EventRecord, EventRecord]]:
        """Two rows about one event that are neither joined nor come together when every question is answered rightly."""
        together = Partition((edge.one, edge.other) for edge in (*self.proposal.merges, *self.asked) if self.right(edge))
        rows = sorted(self.told.records, key=lambda row: row.thing)
        for one, other in combinations(rows, 2):
            if self.told.truth[one.thing] == self.told.truth[other.thing] and together.name(one.thing) != together.name(
                other.thing
            ):
                yield one, other


def nobody(one: str, other: str) -> bool:
    return False


def resolved(errors: str) -> list[World]:
    told = [sessions(seed, **ERRORS[errors]) for seed in SEEDS]
    return [World(world, propose(world.records, nobody, waiting=world.waiting)) for world in told]


@pytest.fixture(scope="module")
def vague() -> list[World]:
    return resolved("vague")


def true_pairs(worlds: Sequence[World]) -> int:
    return sum(n * (n - 1) // 2 for world in worlds for n in Counter(world.told.truth.values()).values())


@pytest.mark.parametrize("errors", ["vague", "slips"])
def test_no_rule_makes_one_event_of_two(errors: str) -> None:
    worlds = resolved(errors)
    joined = [(world, edge) for world in worlds for edge in world.proposal.merges]
    assert len(joined) > 100
    assert [edge for world, edge in joined if not world.right(edge)] == []


def test_what_is_joined_wrongly_is_what_a_source_says_of_another_man_or_place() -> None:
    for world in resolved("mistaken"):
        rows = {row.thing: row for row in world.told.records}
        for edge in world.proposal.merges:
            assert world.right(edge) or any(mistaken(rows[end], world.told) for end in (edge.one, edge.other))


def mistaken(row: EventRecord, told: Told) -> bool:
    event = told.events[told.truth[row.thing]]
    victims = {f"victim {victim}" for victim in event.victims}
    named = {victim.rstrip("?") for victim in row.victims}
    return not named <= victims or row.station not in (None, f"station {event.station}")


def test_few_true_pairs_are_neither_joined_nor_asked_and_those_for_a_reason(vague: list[World]) -> None:
    lost = [(world, *pair) for world in vague for pair in world.lost()]
    assert len(lost) <= 0.06 * true_pairs(vague)
    for world, one, other in lost:
        shared = one.victims & other.victims
        two_words = one.kind is not None and other.kind is not None and one.kind != other.kind
        no_time = None in (one.first, other.first)
        no_more_than_the_man = no_time and (one.station is None or other.station is None) and None in (one.kind, other.kind)
        few = 2 * len(shared) < len(one.victims | other.victims)  # of a dozen men some who were there another day, too
        assert few or two_words or no_more_than_the_man or world.waits_behind(one, other)


def test_a_person_is_asked_few_questions_for_each_row_and_many_are_right(vague: list[World]) -> None:
    asked = [(world, edge) for world in vague for edge in world.asked]
    assert len(asked) < 2 * sum(len(world.told.records) for world in vague)
    assert sum(world.right(edge) for world, edge in asked) > 0.4 * len(asked)
