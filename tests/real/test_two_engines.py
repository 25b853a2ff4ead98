"""The same case on ArcadeDB and on Neo4j: the same graph hash, and row for row the same answers to every saved query."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.engine.setting import open_engine
from graph.projection import Projection
from queries.catalogue import Catalogue
from tests.neo4j import server
from tests.queries.world_count import asked_for_everything
from tests.real.loaded import Loaded, Served, without_evidence

Question = tuple[str, dict[str, object]]
DAYS = ("2012-05-01", "2014-05-01", *(("1990-01-01", "2016-06-30") if asked_for_everything() else ()))
PERIODS: tuple[dict[str, object], ...] = ({"from": "2012-01-01", "to": "2014-12-31"}, {"from": "1974-01-01", "to": "1974-12-31"})
FEW = 2 if asked_for_everything() else 1


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
def both(request: pytest.FixtureRequest, data: Path, neo4j_uri: str, takes_long: None) -> Iterator[Both]:
    """Nigeria without its evidence: no saved query reads the 117,000 claims, and writing them takes Neo4j long."""
    name = request.param
    loaded: Loaded = request.getfixturevalue(name)
    projection = without_evidence(loaded.projection) if name == "nigeria" else loaded.projection
    embedded: Served = request.getfixturevalue("nigeria_without_evidence" if name == "nigeria" else f"{name}_served")
    for served in on_neo4j(neo4j_uri, projection):
        yield Both(projection, embedded, served)


def questions(projection: Projection) -> Iterator[Question]:
    """To each query that asks about one thing, a few: the things of its label with most links, on days and in periods.

    A query that must be told words, such as methods, has nothing to find in these data and is not asked.
    """
    for query in Catalogue.of().read()[0]:
        required = [parameter for parameter in query.parameters if parameter.required]
        if len(required) > 1 or any(parameter.of is None for parameter in required):
            continue
        about: list[dict[str, object]] = [{}]
        for parameter in required:
            about = [{parameter.name: id_} for id_ in _busiest(projection, str(parameter.of))]
        times: list[dict[str, object]] = [{}]
        for parameter in query.parameters:
            if parameter.type == "day":
                times += [{parameter.name: day} for day in DAYS]
            elif parameter.type == "period":
                times += PERIODS
        yield from ((query.name, {**thing, **time}) for thing in about for time in times)


def _busiest(projection: Projection, label: str) -> list[str]:
    """Of each kind of link and each of its ends, the things of this label that have most."""
    counted: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for link in projection.links:
        for side, end_label, id_ in (("begin", link.begin_label, link.begin), ("end", link.end_label, link.end)):
            if end_label == label:
                counted[link.type, side][id_] += 1
    found = [sorted(ends, key=lambda id_: (-ends[id_], id_))[:FEW] for ends in counted.values()]
    return sorted({id_ for ids in found for id_ in ids})


def test_the_graph_hash_is_the_same(both: Both) -> None:
    assert both.embedded.marker.hashes == both.neo4j.marker.hashes
    assert both.neo4j.engine.read_back() == both.embedded.engine.read_back() == both.neo4j.marker.hashes


def test_every_saved_query_gives_the_same_rows(both: Both) -> None:
    asked = list(questions(both.projection))
    rows = Counter[str]()
    for name, parameters in asked:
        one, other = (served.ask(name, parameters) for served in (both.embedded, both.neo4j))
        assert one == other, (name, parameters)
        rows[name] += len(one.rows)
    print(f"{len(asked)} questions, rows: {dict(rows)}")
    assert rows.total() > 100
