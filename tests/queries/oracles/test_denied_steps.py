"""Whatever is denied takes no gap away: however many denied releases and stays are added, every gap is still listed.

Each world is published twice: without the stays and events that are denied of a person, and with these and more of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any, TypeAlias

import pytest

from graph.projection import Link, Node, Projection
from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.oracles.denied_events import with_denied_events
from tests.queries.small_worlds import BEGIN, DAYS
from tests.queries.world_count import world_count
from tests.world import Given, span

PLAIN, DENIED = "n", "d"
"""What the ids of the worlds without and with denied steps begin with."""
Gap: TypeAlias = tuple[object, ...]
MOST = 4
"""Denied steps that are added of one person, at most."""


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


def _without_denied(projection: Projection) -> Projection:
    undenied = {(link.type, link.begin, link.end) for link in projection.links if not link.properties.get("disputed")}

    def kept(link: Link) -> bool:
        if link.type == "SUFFERED":  # the event counts if one such link is not denied
            return (link.type, link.begin, link.end) in undenied
        return link.type != "HELD_AT" or not link.properties.get("disputed")

    return with_denied_events(replace(projection, links=tuple(link for link in projection.links if kept(link))))


def _with_more_denied(random: Random, projection: Projection) -> Projection:
    nodes, links = list(projection.nodes), list(projection.links)
    persons = [node.id for node in nodes if node.label == "Person"]
    stations = [node.id for node in nodes if node.label == "Station"]
    for person in persons:
        for number in range(random.randint(0, MOST)):
            when = _period(random)
            if random.random() < 0.5:
                own: Any = {"id": f"{person}-stay-{number}", "disputed": True, **when}
                links.append(Link("HELD_AT", "Person", person, "Station", random.choice(stations), own))
            else:
                release: Any = {"id": f"{person}-freed-{number}", "kind": "release", **when}
                nodes.append(Node("Event", release))
                told: Any = {"id": f"{person}-told-{number}", "disputed": True}
                links.append(Link("SUFFERED", "Person", person, "Event", str(release["id"]), told))
    return with_denied_events(replace(projection, nodes=tuple(nodes), links=tuple(links)))


def _period(random: Random) -> dict[str, Any]:
    begin = BEGIN + timedelta(hours=random.randrange(DAYS * 24))
    period = [begin, begin + timedelta(hours=random.randint(1, 72))]
    return dict(span({"possible": period, **({"certain": period} if random.random() < 0.5 else {})}).as_properties())


WORLDS = [
    *(
        replace(world, projection=_without_denied(world.projection))
        for world in custody_worlds(world_count(150), 2031, PLAIN, _ask)
    ),
    *(
        replace(world, projection=_with_more_denied(Random(f"2031-{number}"), world.projection))
        for number, world in enumerate(custody_worlds(world_count(150), 2031, DENIED, _ask))
    ),
]


def _gaps(published: Published, hours: int) -> tuple[dict[Gap, dict[str, Any]], dict[Gap, dict[str, Any]]]:
    """By person and limits the gaps of the worlds without and with denied steps."""
    saved = Catalogue.of().get("colocation/custody_gaps")
    answer = run(saved, published.engine, {"min_hours": hours}, marker=published.marker, within=None)
    plain: dict[Gap, dict[str, Any]] = {}
    denied: dict[Gap, dict[str, Any]] = {}
    for row in answer.records():
        victim: Any = row["victim"]
        gaps = plain if victim.id.startswith(PLAIN) else denied
        gaps[victim.id[1:], row["since"], row["until"]] = row
    return plain, denied


@pytest.mark.parametrize("hours", [0, 6, 24])
def test_a_denied_step_takes_no_gap_away(hours: int, published: Published) -> None:
    plain, denied = _gaps(published, hours)

    assert len(plain) > 50 and not plain.keys() - denied.keys()


def test_a_gap_is_as_sure_as_before_unless_something_denied_may_lie_in_it(published: Published) -> None:
    plain, denied = _gaps(published, 6)

    for gap, row in plain.items():
        assert denied[gap]["certainty"] == ("possible" if denied[gap]["between"] else row["certainty"]), gap
    assert {bool(denied[gap]["between"]) for gap, row in plain.items() if row["certainty"] == "certain"} == {True, False}


def test_what_is_added_beside_them_is_only_possible(published: Published) -> None:
    plain, denied = _gaps(published, 6)
    added = denied.keys() - plain.keys()

    assert added and {denied[gap]["certainty"] for gap in added} == {"possible"}
