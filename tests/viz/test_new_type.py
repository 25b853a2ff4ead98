"""A link type added as extending.md says: whom it protects is in no byte that leaves, also where the graph was made before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.docs.clone import Clone

NAME = "Zofja Quillmark"
SHEET = f"who,vehicle,day\n{NAME},Van 12,2014-05-01\n"
MAPPING = """\
name          = "taken"
title         = "Who was taken away in what"
recognised_by = ["who", "vehicle", "day"]

[thing.person]
label = "Person"
name  = "who"

[thing.van]
label = "Vehicle"
name  = "vehicle"

[link.taken]
type     = "TAKEN_IN"
begin    = "person"
end      = "van"
rests_on = "vehicle"

[link.taken.span]
on = "day"
"""
QUESTION = """\
// /// query
// title    = "Who was taken away, and in what"
// question = "Which persons were taken away in which vehicles?"
// element  = "torture/custody-or-control"
// caveat   = "Shows what sources say."
// evidence = ["taken"]
//
// [columns]
// person  = { type = "node", is = "who was taken away" }
// taken   = { type = "rel", is = "that it was so" }
// vehicle = { type = "node", is = "in which vehicle" }
// day     = { type = "time", is = "not before" }
// called  = { type = "text", is = "the name of the vehicle" }
// ///
MATCH (person:Person)-[taken:TAKEN_IN]->(vehicle:Vehicle)
RETURN person, taken, vehicle, taken.possible_from AS day, vehicle.name AS called
ORDER BY person.id, taken.id
"""


PLACES = "graph/schema/places.py"
PROTECTS = '"was taken away in it",\n        timing="happening",\n        protects="begin"'
PROTECTS_NOBODY = PROTECTS.replace("begin", "nobody")


@pytest.fixture
def clone(graph_server: None, takes_long: None, tmp_path: Path) -> Clone:
    clone = Clone(tmp_path / "linkage")
    clone.type_of_page()
    return clone


@pytest.fixture
def case(clone: Clone, tmp_path: Path) -> Iterator[Path]:
    """A case with a sheet about the new type, and a question about it."""
    case = tmp_path / "case"
    clone.run(f"linkage init {case} --zone Europe/Lisbon")
    (tmp_path / "taken.csv").write_text(SHEET, "utf-8")
    (tmp_path / "taken.toml").write_text(MAPPING, "utf-8")
    (case / "queries").mkdir(exist_ok=True)
    (case / "queries" / "taken.cypher").write_text(QUESTION, "utf-8")
    yield case
    ArcadeEngine(case / "graph").stop()


def exported(clone: Clone, case: Path, profile: str, number: int) -> bytes:
    out = case.parent / f"out-{number}"
    clone.run(f"linkage export taken --as csv,graphml --profile {profile} --for 'An office' --out {out}", case)
    clone.run(f"linkage page taken --profile {profile} --for 'An office' --out {out / 'page.html'}", case)
    return b"\n".join(path.read_bytes() for path in sorted(out.iterdir()))


def test_nobody_whom_a_new_type_protects_leaves_by_name_and_no_graph_made_before_gives_one_away(clone: Clone, case: Path) -> None:
    clone.replace(PLACES, PROTECTS, PROTECTS_NOBODY)
    clone.run(f"linkage load {case.parent / 'taken.csv'} --mapping {case.parent / 'taken.toml'}", case)
    unprotected = exported(clone, case, "prosecutor", 1)
    assert NAME.encode() in unprotected  # the control: the type protects nobody yet
    assert b"Van 12" not in unprotected and b"2014-05-01" not in unprotected  # no profile lists the types

    clone.replace(PLACES, PROTECTS_NOBODY, PROTECTS)

    for number, profile in enumerate(("prosecutor", "public"), 2):
        files = exported(clone, case, profile, number)
        assert all(word.encode() not in files for word in (NAME, "Quillmark", "Van 12", "2014-05-01"))
