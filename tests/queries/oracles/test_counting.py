"""No range leaves out what may be true: every decision of the open groups is tried, with every denied part one or not, and with
what was only possibly in the time asked about in it or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice, product
from random import Random

import pytest

from graph.projection import Link, Node, Projection
from tests.queries.oracles.counting import Counting, Place, Tie, _reached, most_places, tops
from tests.queries.oracles.counting_worlds import CountingWorld, counting_worlds
from tests.queries.oracles.decisions import Decision, decisions, partitions, subsets
from tests.queries.world_count import world_count

WORLDS = counting_worlds(world_count(300), 2012, "k")
MOST_TRUTHS = 64
"""Of one world and decision: all that there are, in nearly all worlds."""


def _counted(world: CountingWorld) -> Iterator[list[Tie]]:
    """What a query may count of a world: whoever suffered, the units alleged, and the events of each unit."""
    links = world.projection.links
    for kind in ("SUFFERED", "ALLEGED_IN"):
        told = [
            link for link in links if link.type == kind and link.begin_label == ("Unit" if kind == "ALLEGED_IN" else "Person")
        ]
        yield [Tie(link.begin, bool(link.properties.get("disputed"))) for link in told]
        for one in {link.begin for link in told}:
            yield [Tie(link.end, bool(link.properties.get("disputed"))) for link in told if link.begin == one]
    yield [Tie(node.id) for node in world.projection.nodes if node.label == "Event"]


def _places(world: CountingWorld) -> list[Place]:
    random, links = Random(world.name), [link for link in world.projection.links if link.type == "OCCURRED_AT"]
    sure = {link.begin: random.random() < 0.7 for link in links}
    return [Place(link.begin, link.end, bool(link.properties.get("disputed")), sure[link.begin]) for link in links]


def _in_time(world: CountingWorld, ties: list[Tie]) -> Iterator[list[Tie]]:
    """Those that were in the time asked about: all, none that need not have been, and some of these."""
    random = Random(world.name)
    yield ties
    yield [tie for tie in ties if tie.sure]
    yield [tie for tie in ties if tie.sure or random.random() < 0.5]


def _at(ties: list[Place], decision: Decision) -> Iterator[set[str | None]]:
    """Where each event may have been: at any place told, denied or not; or at none, where all are denied or in doubt."""
    for one in {decision.get(tie.event, tie.event) for tie in ties}:
        own = [tie for tie in ties if decision.get(tie.event, tie.event) == one]
        told: set[str | None] = {tie.station for tie in own}
        yield told if any(tie.sure for tie in own if not tie.denied) else told | {None}


def _true_numbers(world: CountingWorld, ties: list[Tie], decision: Decision) -> Iterator[int]:
    """How many there are if that is how it was decided and all these ties hold; each denied part is one or not."""
    here = {tie.thing for tie in ties}
    parts = [link for link in world.projection.links if link.type == "PART_OF"]
    doubted = {link.id for link in parts if link.properties.get("disputed")}
    described = {node.id for node in world.projection.nodes if node.properties.get("identified") == "described"}
    for parted in islice(subsets(doubted), MOST_TRUTHS):
        joined = {decision.get(thing, thing) for thing in here}
        kept = [link for link in parts if link.id in parted or link.id not in doubted]
        part_of = _reached((decision.get(link.begin, link.begin), decision.get(link.end, link.end)) for link in kept)
        wholes = {thing: part_of.get(thing, set()) & joined for thing in joined}
        top = {thing for thing in joined if all(thing in part_of.get(whole, set()) for whole in wholes[thing])}
        yield len({frozenset(wholes[thing] | {thing}) for thing in top})
        yield _as_few_as_hold([tops(thing, part_of) for thing in joined])
        if masked := here & described:  # each of them is one of the others, or all are one
            yield len({decision.get(thing, thing) for thing in here - masked}) or 1


def _as_few_as_hold(wholes: list[set[str]]) -> int:
    """So few of the largest events that each event is part of one of these."""
    some = set[str]().union(*wholes)
    return next(few for few in range(len(some) + 1) for kept in combinations(some, few) if all(own & set(kept) for own in wholes))


@pytest.mark.slow
def test_no_range_leaves_out_a_true_number() -> None:
    for world in WORLDS:
        random, counting = Random(world.name), Counting(world.projection, world.waiting)
        for told in _counted(world):
            ties = [replace(tie, sure=random.random() < 0.7) for tie in told]
            row = counting.columns("x", ties)
            assert row["x_denied"] <= row["x"]
            for decision in decisions(world.waiting):
                undenied = [tie for tie in ties if not tie.denied]
                for in_time in _in_time(world, undenied):
                    for number in _true_numbers(world, in_time, decision):
                        assert row["x_least"] <= number <= row["x"], (world.name, ties, decision)
                assert max(_true_numbers(world, ties, decision)) <= row["x"], (world.name, ties, decision)


def test_no_range_of_places_leaves_out_a_true_number() -> None:
    """Each event is at one place that is told, whoever denies it; or, where all are denied, at one of these or none. What was
    only possibly in the time asked about is at none, or at one."""
    for world in WORLDS:
        ties = _places(world)
        row = Counting(world.projection, world.waiting).places("x", ties)
        for decision in decisions(world.waiting):
            for chosen in product(*_at(ties, decision)):
                number = len({decision.get(place, place) for place in chosen if place})
                assert row["x_least"] <= number <= row["x"], (world.name, ties, decision, chosen)


def test_what_is_only_possible_is_not_there_at_least() -> None:
    """It makes no number greater that is there at least, and without it no other number changes."""
    for world in WORLDS:
        random, counting = Random(world.name), Counting(world.projection, world.waiting)
        for ties in _counted(world):
            graded = [replace(tie, sure=random.random() < 0.5) for tie in ties]
            sure = [tie for tie in graded if tie.sure]
            row, whole = counting.columns("x", graded), counting.columns("x", ties)
            assert row["x_least"] == counting.columns("x", sure)["x_least"] <= whole["x_least"], (world.name, graded)
            assert row | {"x_least": 0} == whole | {"x_least": 0}, (world.name, graded)
        places = _places(world)
        whole = counting.places("x", [replace(place, sure=True) for place in places])
        assert counting.places("x", places)["x_least"] <= whole["x_least"], (world.name, places)


def test_the_ranges_are_not_all_alike() -> None:
    """Ranges, denials and open groups occur in plenty, or the promise would mean little."""
    seen: Counter[object] = Counter()
    for world in WORLDS:
        counting = Counting(world.projection, world.waiting)
        for row in [*(counting.columns("x", ties) for ties in _counted(world)), counting.places("x", _places(world))]:
            seen["wide"] += row["x_least"] < row["x"]
            seen["denied"] += 0 < row["x_denied"] < row["x"]
            seen["all denied"] += 0 < row["x_denied"] == row["x"]
        seen["groups", len(set(world.waiting.values()))] += 1
        seen["decisions"] += sum(1 for _ in decisions(world.waiting)) > 8

    assert all(seen[found] >= 20 for found in ("wide", "denied", "all denied", "decisions")), seen
    assert all(seen["groups", number] for number in range(7)), seen


def test_three_things_are_sorted_in_five_ways() -> None:
    assert sorted(map(sorted, partitions(["a", "b", "c"]))) == [
        [["a"], ["b"], ["c"]],
        [["a"], ["b", "c"]],
        [["a", "b"], ["c"]],
        [["a", "b", "c"]],
        [["a", "c"], ["b"]],
    ]


def test_a_denied_whole_does_not_hide_its_parts() -> None:
    """Two beatings, and the raid that they were part of, of which the unit's share is denied: two, and a raid by a denial. At
    least they are one: that raid."""
    nodes = tuple(Node("Event", {"id": name}) for name in ("raid", "one", "two"))
    links = tuple(Link("PART_OF", "Event", part, "Event", "raid", {"id": part}) for part in ("one", "two"))
    ties = [Tie("raid", denied=True), Tie("one", sure=True), Tie("two", sure=True)]
    counting = Counting(Projection(1, nodes, links), {})

    assert counting.columns("x", ties) == {"x": 3, "x_least": 1, "x_most": 3, "x_denied": 1}
    assert counting.sure(ties) == 1


def test_each_event_is_at_one_place() -> None:
    assert most_places([("e", "castle"), ("e", "prison")]) == 1
    assert most_places([("e", "castle"), ("e", "prison"), ("f", "prison")]) == 2
