"""Chile: who was held at one place. Counts and ids only: nobody's name is asserted, printed or part of a test's name."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from queries.desk.query import ask
from tests.real.loaded import CHILE, Loaded, Served

PLACE = "Villa Grimaldi"


def test_counts(chile: Loaded) -> None:
    (one,) = chile.loads
    assert (one.rows, len(one.rejects)) == (2398, 0)
    assert (one.counts()["HELD_AT"], one.counts()["Station"]) == (1446, 1446)
    labels = Counter(node.label for node in chile.projection.nodes)
    assert (labels["Person"], labels["Station"], len(chile.links("HELD_AT"))) == (2398, 382, 1433)
    assert len({(link.begin, link.end) for link in chile.links("HELD_AT")}) == 1433


def test_seven_unidentified_prisons_are_seven(chile: Loaded) -> None:
    """They are keyed by their "name": as one prison, seven men would have been held together."""
    nameless = {node.id for node in chile.of("Station") if node.properties["name"] == node.id}
    held = Counter(link.end for link in chile.links("HELD_AT") if link.end in nameless)
    assert Counter(held.values()) == {1: len(nameless)}
    assert Counter(map(len, chile.issues("read as not known").values())) == {1: 3, 5: 1}


def test_entries_without_a_place_are_reported(chile: Loaded) -> None:
    assert chile.issues("a Station is meant, and nothing names it") == {
        "location_1": [646],
        "location_2": [470, 756, 757, 759, 764],
        "location_4": [545],
    }


def test_stays_that_are_stated_twice_are_reported(chile: Loaded) -> None:
    (rows,) = chile.issues("says again what an earlier row says: one HELD_AT").values()
    assert len(rows) == 13 == 1446 - 1433


def test_whoever_was_held_is_protected(chile: Loaded) -> None:
    held = {link.begin for link in chile.links("HELD_AT")}
    assert all(person.properties["protected"] for person in chile.of("Person") if person.id in held)


def test_who_may_have_been_held_is_protected_and_nobody_else(chile: Loaded, data: Path) -> None:
    """A place of custody without a name, or a place of which nobody says what it was, may have been a stay."""
    held = {link.begin for link in chile.links("HELD_AT")}
    protected = sum(bool(person.properties["protected"]) for person in chile.of("Person") if person.id not in held)
    with (data / CHILE[0]).open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert protected == sum(_may_be_a_stay(row) for row in rows) > 100


def _may_be_a_stay(row: Mapping[str, str]) -> bool:
    """Whether no stay at a named place is told, and one may have been."""
    places = [(row[f"place_{number}"], row[f"location_{number}"]) for number in range(1, 7)]
    stays = [location != "NA" for place, location in places if place == "In Custody"]
    return not any(stays) and (bool(stays) or any(place == "NA" != location for place, location in places))


def test_no_stay_has_a_core_and_unknown_stays_unknown(chile: Loaded) -> None:
    """A victim's dates belong to the whole case, not to one stay."""
    assert not any("certain_from" in link.properties or "cited_from" in link.properties for link in chile.links("HELD_AT"))


def test_who_was_held_together(chile: Loaded, chile_served: Served) -> None:
    station = chile.named("Station", PLACE)
    assert len({link.begin for link in chile.links("HELD_AT") if link.end == station}) == 109
    answer = ask(chile.case, "colocation/co_detained", {"station": PLACE}, within=None)
    assert answer.parameters["station"] == station
    assert Counter(record["certainty"] for record in answer.records()) == {"possible": 258}
    one, other = answer.column("one"), answer.column("other")
    pairs = [(row[one].id, row[other].id) for row in answer.rows]  # type: ignore[attr-defined]  # nodes, as the query declares
    assert all(first < second for first, second in pairs)
    assert not answer.left_out.any
    assert chile_served.marker.hashes.graph == answer.graph_hash


def test_no_row_is_dropped_for_want_of_a_citation(chile: Loaded, chile_served: Served) -> None:
    """No stay is cited on a day of its own, so no gap is known, and `--within` leaves out nothing."""
    station = chile.named("Station", PLACE)
    assert len(chile_served.ask("colocation/co_detained", {"station": station}, within=365).rows) == 258
