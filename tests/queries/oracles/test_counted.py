"""The queries that count, against plain Python, with open review groups: each world in an era of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from random import Random

import pytest

from graph.projection import Projection
from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import plain
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import World, named_disagreements, parts_of
from tests.queries.oracles.counted_queries import QUERIES
from tests.queries.oracles.counting_worlds import counting_worlds
from tests.queries.oracles.denied_events import with_denied_events
from tests.queries.rule import Row
from tests.queries.world_count import world_count
from tests.world import together

COUNTED = counting_worlds(world_count(150), 2031, "cw")
MOST_ASKED = 40
"""Rows of one answer that are asked again, each in a world of its own."""
KINDS = {node.label for world in COUNTED for node in world.projection.nodes if node.id in world.waiting}
WORLDS = [World(world.projection, (), world.waiting) for world in COUNTED]
TOGETHER = [replace(world, kinds=KINDS) for world in WORLDS]


def _asked(name: str) -> list[World]:
    """The worlds with the questions of one query."""
    asked, asking = [], QUERIES[name]
    for world in COUNTED:
        questions = tuple(asking.ask(Random(f"{name} {world.name}"), COUNTED[0] if asking.everywhere else world))
        asked.append(World(world.projection, questions, world.waiting))
    return asked


def _answers(name: str, world: World) -> list[list[Row]]:
    return [QUERIES[name].answer(world, parameters) for parameters in world.questions]


@pytest.mark.parametrize("name", QUERIES)
def test_an_engine_answers_as_the_oracle_does(name: str, published: Published) -> None:
    asking = QUERIES[name]

    def order(row: Row) -> tuple[str, ...]:
        return tuple(str(row[column]) for column in asking.apart)

    def told(world: World) -> list[list[Row]]:
        asked = [World(together(one.projection for one in WORLDS), (), world.waiting)] if asking.together else TOGETHER
        return [[row for one in asked for row in asking.answer(one, question)] for question in world.questions]

    if asking.everywhere:
        waiting = {thing: group for world in WORLDS for thing, group in world.waiting.items()}
        everything = World(Projection(1, (), ()), tuple(asking.ask(Random(name), COUNTED[0])), waiting)
        assert named_disagreements(name, [everything], told, published, order, once=asking.once, parts=parts_of(WORLDS)) == []
    else:
        assert (
            named_disagreements(name, _asked(name), lambda world: _answers(name, world), published, order, once=asking.once) == []
        )


@pytest.mark.parametrize("name", QUERIES)
def test_the_worlds_are_not_all_alike(name: str) -> None:
    """Every grade, ranges and denials of every count occur, or agreement would mean little."""
    asking = QUERIES[name]
    seen: Counter[tuple[str, object]] = Counter()
    for world in _asked(name):
        for row in (row for rows in _answers(name, world) for row in rows):
            seen["certainty", row.get("certainty")] += 1
            for count in (name for name in asking.counts if row[name] is not None):
                seen[count, "wide"] += row[f"{count}_least"] < row[count]
                seen[count, "denied"] += bool(row[f"{count}_denied"])
                seen[count, "more"] += row[f"{count}_most"] is None or row[f"{count}_most"] > row[count]
            seen["sure", bool(row.get(asking.sure))] += 1

    wanted: list[tuple[str, object]] = [(count, what) for count in asking.counts for what in ("wide", "denied")]
    wanted = [found for found in wanted if found[0] not in asking.undenied]
    wanted += [("certainty", grade) for grade in ("certain", "assumed", "possible") if asking.graded]
    wanted += [("sure", found) for found in (True, False) if asking.sure]
    assert all(seen[found] >= 5 for found in wanted), seen


@pytest.mark.parametrize("name", QUERIES)
def test_a_row_rests_on_all_denied_links_by_which_it_counts(name: str, published: Published) -> None:
    """Once nobody denies what the row rests on, plain Python counts nothing in it by denied links alone."""
    asking, saved, seen = QUERIES[name], Catalogue.of().get(name), 0
    whole = World(
        together(world.projection for world in WORLDS), (), {k: v for world in WORLDS for k, v in world.waiting.items()}
    )
    for world in [replace(whole, questions=tuple(asking.ask(Random(name), COUNTED[0])))] if asking.everywhere else _asked(name):
        for question in world.questions:
            answer = run(saved, published.engine, question, marker=published.marker, within=None, waiting=world.waiting)
            rows = [plain(row) for row in answer.records()]
            counting = [at for at, row in enumerate(rows) if any(row[f"{count}_denied"] for count in asking.counts)]
            for at in counting[:MOST_ASKED]:
                key = [rows[at][column] for column in asking.apart]
                own = next(one for one in TOGETHER if str(key).count(f"{_name(one)}:")) if asking.everywhere else world
                own = whole if asking.together else own
                after = asking.answer(replace(own, projection=_undenied(own.projection, answer.members[at])), question)
                for row in (row for row in after if [row[column] for column in asking.apart] == key):
                    seen += 1
                    assert {count: row[f"{count}_denied"] for count in asking.counts if row[f"{count}_denied"]} == {}, (
                        question,
                        key,
                    )
    assert seen >= 10


def _name(world: World) -> str:
    return world.projection.nodes[0].id.partition(":")[0]


def _undenied(projection: Projection, members: Collection[str]) -> Projection:
    """The same world where nobody denies these. Who suffered an event is what is denied where the event is."""
    links = [
        replace(link, properties={**link.properties, "disputed": False})
        if link.id in members or (link.type == "SUFFERED" and link.end in members)
        else link
        for link in projection.links
    ]
    return with_denied_events(replace(projection, links=tuple(links)))
