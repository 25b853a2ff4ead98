"""Nigeria, loaded: what is counted in the sheets with plain Python is what stands in the graph, and each link shows why."""

from __future__ import annotations

import re
from collections import Counter

from graph import schema
from tests.real.loaded import Loaded, Served

LOCATOR = re.compile(r"row \d+, .+")
SHA256 = re.compile(r"[0-9a-f]{64}")


def test_things(nigeria: Loaded) -> None:
    counted = Counter(node.label for node in nigeria.projection.nodes)
    assert (counted["Unit"], counted["Person"]) == (1058, 667)
    assert Counter(unit.properties["kind"] for unit in nigeria.of("Unit")) == {"real": 1023, "unknown": 35}
    assert len(nigeria.ids("Unit")) == 1058
    assert len(nigeria.ids("Person")) == 667


def test_links_and_the_rows_they_came_from(nigeria: Loaded) -> None:
    units, persons, sources = nigeria.loads
    assert (units.rows, persons.rows, sources.rows) == (1552, 885, 2753)
    rows = units.counts()
    assert {kind: rows[kind] for kind in ("SUBORDINATE_TO", "BASED_AT", "OPERATED_IN", "JOINED")} == {
        "SUBORDINATE_TO": 1233,
        "BASED_AT": 979,
        "OPERATED_IN": 667,
        "JOINED": 178,
    }
    links = Counter(link.type for link in nigeria.projection.links)
    assert {kind: links[kind] for kind in schema.LINK if kind in links and kind not in schema.BARE} == {
        "POSTED_TO": 885,
        "SUBORDINATE_TO": 1226,
        "JOINED": 178,
        "BASED_AT": 973,
        "OPERATED_IN": 667,
        "WITHIN": 1245,
    }


def test_superiors(nigeria: Loaded) -> None:
    superiors = nigeria.links("SUBORDINATE_TO")
    assert len({(link.begin, link.end) for link in superiors}) == 1188
    claimed = [node.properties for node in nigeria.of("Claim") if node.properties["property"] == "relation"]
    rows = {(claim["locator"], claim["value"]) for claim in claimed}
    assert Counter(str(value) for _, value in rows) == {"command": 1152, "administrative": 81}


def test_only_a_named_base_is_shared_between_units(nigeria: Loaded) -> None:
    kinds = {station.id: station.properties["kind"] for station in nigeria.of("Station")}
    mentions = nigeria.loads[0].mentions.values()
    assert sum(mention.what == "Station" and mention.part == "base" for mention in mentions) == 81
    units: dict[str, set[str]] = {}
    for link in nigeria.links("BASED_AT"):
        units.setdefault(link.end, set()).add(link.begin)
    assert {kind for station, kind in kinds.items() if len(units[station]) > 1} == {"base"}


def test_commanders(nigeria: Loaded) -> None:
    postings = nigeria.links("POSTED_TO")
    assert sum(link.properties.get("function") == "commander" for link in postings) == 778
    unknown = {unit.id for unit in nigeria.of("Unit") if unit.properties["kind"] == "unknown"}
    assert not any(link.end in unknown for link in postings)


def test_every_cited_source_is_there_and_described(nigeria: Loaded) -> None:
    held = {source.id for source in nigeria.of("Source") if source.properties.get("held")}
    assert len(held) == 3
    assert len(set(nigeria.cited.values()) - held) == 2753
    described = [source for source in nigeria.of("Source") if source.id not in held and "url" in source.properties]
    assert len(described) == len([row for row in nigeria.loads[2].claims.values() if row.property == "url"])
    assert len(nigeria.of("Source")) == 2753 + 3


def test_every_link_has_claims_with_file_row_and_source(nigeria: Loaded) -> None:
    files = {one.reading.sha256 for one in nigeria.loads}
    held = {source.id for source in nigeria.of("Source") if source.properties.get("held")}
    sources = {source.id for source in nigeria.of("Source")}
    counted = on_the_file_alone = 0
    for link in nigeria.projection.links:
        if link.type in schema.BARE:
            continue
        for claim in nigeria.about[link.id]:
            said = nigeria.claims[claim].properties
            assert said["file"] in files, claim
            assert SHA256.fullmatch(str(said["file"]))
            assert LOCATOR.fullmatch(str(said["locator"])), claim
            assert nigeria.cited[claim] in sources, claim
            counted += 1
            on_the_file_alone += nigeria.cited[claim] in held
    assert (counted, on_the_file_alone) == (28530, 0)


def test_values_that_rest_on_the_file_alone(nigeria: Loaded) -> None:
    """Of things, not of links: what the register of sources says, and four rows whose cell of sources is empty."""
    held = {source.id for source in nigeria.of("Source") if source.properties.get("held")}
    found = Counter(str(nigeria.claims[c].properties["property"]) for c, source in nigeria.cited.items() if source in held)
    of_sources = {"key", "publisher", "url", "archive_url", "published", "sha256", "licence", "held", "language"}
    assert set(found) - of_sources == {"name", "kind", "identified"}
    assert found["identified"] == 1  # of the man whose name has no source
    names = [
        nigeria.claims[claim].properties
        for claim, source in nigeria.cited.items()
        if source in held and nigeria.claims[claim].properties["property"] == "name"
    ]
    sheets = {one.reading.sha256: one.file for one in nigeria.loads[:2]}
    rows = [str(name["locator"]) for name in names if name["file"] in sheets and str(name["locator"]).startswith("row ")]
    assert sorted(rows) == [
        "row 1551, Organization:Name",
        "row 1552, Organization:Name",
        "row 1553, Organization:Name",
        "row 767, Name",
    ]


def test_the_server_holds_what_was_projected(nigeria: Loaded, nigeria_served: Served) -> None:
    counts = nigeria_served.engine.ask("MATCH (n) RETURN labels(n)[0] AS label, count(n) AS n", {}, seconds=60, rows=100)
    assert {str(label): number for label, number in counts.rows} == Counter(node.label for node in nigeria.projection.nodes)
    assert nigeria_served.marker.sequence == nigeria.case.journal.graph_sequence
