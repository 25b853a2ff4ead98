"""A list of incidents with several victims, several men and several violations in one cell each: what stands in the graph."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.kept.case import Case
from graph.project import project
from graph.projection import Projection
from loaders.load.load import Load, prepare
from loaders.mapping import parse
from loaders.resolve.run import resolve
from tests.graph.small_case import graph, new_case
from tests.loaders.load.sheet import entered

INCIDENTS = """\
id,date,place,victims,perpetrators,what
1,13.08.2020,Harbour Barracks,Orsolin Vade; Ilka Brennoy; Tam Hesk,Lt. Kesto Marrane; Sgt. Olm Perrit,torture; illegal detention
2,14.08.2020,Harbour Barracks,Ilka Brennoy,Lt. Kesto Marrane,torture
3,15.08.2020,Harbour Barracks,Ilka Brennoy; Orsolin Vade,Sgt. Olm Perrit,killing
"""
KINDS = 'matches = { "(?i)tortur" = "torture", "(?i)deten" = "detention", "(?i)kill" = "killing" }, otherwise = "other"'
MAPPING = """
name = "multi"
title = "incidents"
dates = "day-first"
recognised_by = ["id", "date", "place", "victims", "perpetrators", "what"]
[thing.event]
label = "Event"
key = { space = "file", columns = ["id"] }
name = "id"
methods = { column = "what", split = ";" }
span = { on = "date" }
[thing.station]
label = "Station"
key = { space = "file", columns = ["place"] }
name = "place"
[link.at]
type = "OCCURRED_AT"
begin = "event"
end = "station"
rests_on = "place"
[thing.victim]
label = "Person"
split = ";"
key = { space = "file", columns = ["victims"] }
name = "victims"
[link.s]
type = "SUFFERED"
begin = "victim"
end = "event"
rests_on = "victims"
[thing.perp]
label = "Person"
split = ";"
key = { space = "file", columns = ["perpetrators"] }
name = "perpetrators"
[link.a]
type = "ALLEGED_IN"
begin = "perp"
end = "event"
rests_on = "perpetrators"
"""
VIOLATIONS = f"""
[thing.violation]
label = "Event"
split = ";"
shared = ["id", "date"]
key = {{ space = "file", columns = ["id", "what"] }}
name = "what"
kind = {{ column = "what", {KINDS} }}
span = {{ on = "date" }}
[link.part]
type = "PART_OF"
begin = "violation"
end = "event"
rests_on = "what"
"""
MEN = ("Lt. Kesto Marrane", "Sgt. Olm Perrit")
VICTIMS = ("Orsolin Vade", "Ilka Brennoy", "Tam Hesk")


def load(case: Case, text: str, mapping: str = MAPPING, name: str = "in.csv") -> Load:
    path = case.folder.parent / name
    path.write_text(text, "utf-8")
    found = prepare(path, lambda reading, file: parse(mapping, "map.toml"))
    return entered(case, found)


def projected(folder: Path, text: str = INCIDENTS, mapping: str = MAPPING) -> Projection:
    with new_case(folder / f"case-{len(list(folder.iterdir()))}") as case:
        load(case, text, mapping)
        return project(case.state)


def ends(projection: Projection, type_: str) -> set[tuple[str, str]]:
    names = {node.id: str(node.properties.get("name")) for node in projection.nodes}
    return {(names[link.begin], names[link.end]) for link in projection.links if link.type == type_}


def test_three_people_in_one_cell_are_three(tmp_path: Path) -> None:
    projection = projected(tmp_path)
    people = [node for node in projection.nodes if node.label == "Person"]
    assert {node.properties["name"] for node in people} == {*VICTIMS, *MEN} and len(people) == 5
    assert ends(projection, "SUFFERED") == {
        *((name, "1") for name in VICTIMS),
        ("Ilka Brennoy", "2"),
        *((name, "3") for name in VICTIMS[:2]),
    }
    assert ends(projection, "ALLEGED_IN") == {*((name, "1") for name in MEN), (MEN[0], "2"), (MEN[1], "3")}
    assert [node.properties for node in projection.nodes if node.properties.get("conflicts")] == []


def test_what_made_one_person_of_three_is_refused_when_the_mapping_is_read() -> None:
    wrong = MAPPING.replace('name = "victims"', 'name = { column = "victims", split = ";" }')
    wrong = wrong.replace('name = "id"', f'name = "id"\nkind = {{ column = "what", split = ";", {KINDS} }}')
    with pytest.raises(MappingError) as refused:
        parse(wrong, "map.toml")
    told = str(refused.value).split("\n")
    assert [line.split(": ")[:2] for line in told] == [
        ["map.toml, line 10", "[thing.event].kind.split"],
        ["map.toml, line 26", "[thing.victim].name.split"],
    ]
    assert "from what" in told[0] and "from victims" in told[1]


def test_several_violations_of_one_event_stay_several(tmp_path: Path) -> None:
    projection = projected(tmp_path)
    methods = {node.properties["name"]: node.properties["methods"] for node in projection.nodes if node.label == "Event"}
    assert methods == {"1": ["illegal detention", "torture"], "2": ["torture"], "3": ["killing"]}


def test_each_violation_may_be_an_event_that_is_part_of_the_incident(tmp_path: Path) -> None:
    projection = projected(tmp_path, mapping=MAPPING + VIOLATIONS)
    assert ends(projection, "PART_OF") == {("torture", "1"), ("illegal detention", "1"), ("torture", "2"), ("killing", "3")}
    kinds = Counter(node.properties["kind"] for node in projection.nodes if node.label == "Event" and "kind" in node.properties)
    assert kinds == {"torture": 2, "detention": 1, "killing": 1}
    assert not any(node.properties["conflicts"] for node in projection.nodes if node.label == "Event")


def test_the_same_again_changes_nothing_and_rows_in_another_order_say_the_same(tmp_path: Path) -> None:
    with new_case(tmp_path / "case") as case:
        load(case, INCIDENTS)
        before, head = graph(case.state), case.journal.head
        assert load(case, INCIDENTS, name="copy.csv").already == 1
        assert (graph(case.state), case.journal.head) == (before, head)
    first, *rows = INCIDENTS.splitlines()
    shuffled = "\n".join([first, *reversed(rows)]) + "\n"
    with new_case(tmp_path / "shuffled") as case:
        load(case, shuffled)
        assert graph(case.state).facts == before.facts


def test_a_correction_of_the_mapping_leaves_everybody_who_he_is(tmp_path: Path) -> None:
    corrected = MAPPING.replace('name = "perpetrators"', 'name = "perpetrators"\nidentified = { text = "named" }')
    with new_case(tmp_path / "case") as case:
        before = load(case, INCIDENTS).mentions.keys()
        again = load(case, INCIDENTS, corrected)
        assert (again.supersedes, again.mentions.keys()) == (1, before)


OFFICERS = [
    ("1", "Kesto Marrane", "1950-11-27", "2nd Harbour Guard Company"),
    ("1", "Olm Perrit", "1962-03-01", "2nd Harbour Guard Company"),
    ("2", "Kesto Marane", "1950-11-27", "2nd Harbour Guard Company"),
    ("2", "Ruvo Almeskar", "1948-05-05", "2nd Harbour Guard Company"),
    ("3", "Olm Perrit", "1962-03-01", "2nd Harbour Guard Company"),
    ("3", "Olm Perrit", "1975-01-09", "2nd Harbour Guard Company"),
    ("4", "Ruvo Almeskar", "", "Coast Battalion"),
    ("4", "K. Marrane", "1950", "2nd Harbour Guard Company"),
]
ROSTER = """
name = "roster"
title = "Officers on duty"
dates = "year-first"
recognised_by = ["id", "men"]
[thing.man]
label = "Person"
name = "men"
born = "born"
[thing.unit]
label = "Unit"
key = { space = "file", columns = ["units"] }
name = "units"
[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "units"
function = { text = "member" }
"""


def resolved(folder: Path, rows: Sequence[tuple[str, ...]], mapping: str) -> tuple[Counter[tuple[str, ...]], int]:
    """How people are grouped after resolving, each by name and birth, and how many questions wait."""
    text = io.StringIO()
    csv.writer(text).writerows([("id", "men", "born", "units"), *rows])
    with new_case(folder / "case") as case:
        load(case, text.getvalue(), mapping)
        found = resolve(case)
        people = [node for node in project(case.state).nodes if node.label == "Person"]
        groups = Counter(tuple(str(node.properties.get(name)) for name in ("name", "aliases", "born")) for node in people)
        return groups, len(found.groups)


def test_people_of_one_cell_are_joined_no_more_and_no_less_than_people_of_rows_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "rows").mkdir()
    (tmp_path / "cells").mkdir()
    apart = resolved(tmp_path / "rows", OFFICERS, ROSTER)
    cells = [tuple(";".join(column) for column in zip(*OFFICERS[at : at + 2], strict=True)) for at in (0, 2, 4, 6)]
    split = ROSTER.replace('name = "men"', 'split = ";"\nname = "men"').replace('name = "units"', 'split = ";"\nname = "units"')
    together = resolved(tmp_path / "cells", cells, split + 'pairs = "in_order"\n')
    assert together == apart
    assert sum(apart[0].values()) < len(OFFICERS), "some of them are joined"
