"""The same case on ArcadeDB and on Neo4j: the same graph hash, and row for row the same answers to every saved query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph.engine.opening import open_engine
from graph.projection import Projection
from queries.catalogue import Catalogue
from tests.neo4j import server
from tests.real.loaded import Loaded, Served, without_evidence

pytestmark = [pytest.mark.real, pytest.mark.neo4j]
Question = tuple[str, dict[str, object]]
DAYS = ("1990-01-01", "2012-05-01", "2014-05-01", "2016-06-30")
PERIODS: tuple[dict[str, object], ...] = ({}, {"from": "2012-01-01", "to": "2014-12-31"})
FEW = 6


@dataclass(frozen=True)
class Both:
    """One projection on two engines."""

    projection: Projection
    embedded: Served
    neo4j: Served


def on_neo4j(uri: str, projection: Projection) -> Iterator[Served]:
    server.empty(uri)
    with open_engine(uri, server.HERE) as engine:
        yield Served(engine, engine.publish(projection))


@pytest.fixture(scope="module", params=["mali", "chile", "nigeria"])
def both(request: pytest.FixtureRequest, neo4j_uri: str) -> Iterator[Both]:
    """Nigeria without its evidence: 117,000 claims take Neo4j minutes to write, and no saved query reads them."""
    name = request.param
    loaded: Loaded = request.getfixturevalue(name)
    projection = without_evidence(loaded.projection) if name == "nigeria" else loaded.projection
    embedded: Served = request.getfixturevalue("nigeria_without_evidence" if name == "nigeria" else f"{name}_served")
    for served in on_neo4j(neo4j_uri, projection):
        yield Both(projection, embedded, served)


def questions(projection: Projection) -> Iterator[Question]:
    """Of each query a few: the things with most links of the kind asked about, days and periods with and without limits."""
    for unit in _busiest(projection, "SUBORDINATE_TO", end=False):
        yield "command/chain_up", {"unit": unit}
        for day in DAYS:
            yield "command/chain_up", {"unit": unit, "on": day}
    for unit in _busiest(projection, "SUBORDINATE_TO", end=True):
        yield from (("command/chain_down", {"unit": unit, **period}) for period in PERIODS)
    for unit in _busiest(projection, "POSTED_TO", end=True):
        for day in DAYS:
            yield "command/holders_of_command", {"unit": unit, "on": day}
        yield "command/holders_of_command", {"unit": unit}
    for station in _busiest(projection, "BASED_AT", end=True):
        yield from (("command/commanders_at_station", {"station": station, **period}) for period in PERIODS)
    for station in _busiest(projection, "HELD_AT", end=True):
        yield "colocation/co_detained", {"station": station}
        yield "colocation/co_detained", {"station": station, "from": "1974-01-01", "to": "1974-12-31"}


def _busiest(projection: Projection, kind: str, *, end: bool) -> list[str]:
    counted: dict[str, int] = {}
    for link in projection.links:
        if link.type == kind:
            thing = link.end if end else link.begin
            counted[thing] = counted.get(thing, 0) + 1
    return sorted(counted, key=lambda id_: (-counted[id_], id_))[:FEW]


def test_the_graph_hash_is_the_same(both: Both) -> None:
    assert both.embedded.marker.hashes == both.neo4j.marker.hashes
    assert both.neo4j.engine.read_back() == both.embedded.engine.read_back() == both.neo4j.marker.hashes


def test_every_saved_query_gives_the_same_rows(both: Both) -> None:
    asked = list(questions(both.projection))
    rows = 0
    for name, parameters in asked:
        one, other = (served.ask(name, parameters) for served in (both.embedded, both.neo4j))
        assert one == other, (name, parameters)
        rows += len(one.rows)
    print(f"{len(asked)} questions, {rows:,} rows")
    assert rows > 100


def test_no_saved_query_is_left_out(mali: Loaded, chile: Loaded, nigeria: Loaded) -> None:
    asked = {name for found in (mali, chile, nigeria) for name, _ in questions(found.projection)}
    assert asked == set(Catalogue.of().names)
