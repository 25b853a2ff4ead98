"""Statements of FollowTheMoney by others: values with their datasets; a canonical id is a question, not a join."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from graph.kept.case import Case
from graph.project import project
from loaders.load.load import Load
from loaders.resolve import backlog
from loaders.resolve.run import resolve
from loaders.sources import recognised
from tests.loaders.sources.test_followthemoney import entity, links, loaded
from tests.loaders.sources.test_followthemoney import written as entities

HEADING = ["canonical_id", "entity_id", "prop", "schema", "value", "dataset", "lang", "original_value", "external", "id"]
ROWS = [
    "Q1,a-1,id,Person,0123,ports,,,f,1",
    "Q1,a-1,name,Person,Orsolin Vade,ports,,ORSOLIN VADE,f,2",
    "Q1,a-1,birthDate,Person,1958,ports,,,f,3",
    "Q1,b-7,name,Person,Арсалін Вадэ,harbour,be,,f,4",
    "Q1,b-7,name,LegalEntity,Арсалін Вадэ,harbour,be,,f,5",
    "u-1,u-1,name,Organization,Harbour Guard,ports,,,f,6",
    "m-1,m-1,member,Membership,b-7,harbour,,,f,7",
    "m-1,m-1,organization,Membership,u-1,harbour,,,f,8",
    "m-1,m-1,startDate,Membership,2007-05-03,harbour,,,f,9",
    "a-1,a-1,alias,Person,Vade the Elder,elsewhere,,,t,10",
    "x-1,x-1,owner,Ownership,a-1,ports,,,f,11",
    "y-1,y-1,name,Person,Ilka,ports,,,f,12",
    "y-1,y-1,name,Vessel,Ilka,ports,,,f,13",
    "broken,row",
]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "case", title="Ports", zone="Europe/Lisbon")


def in_csv(folder: Path) -> Path:
    path = folder / "statements.csv"
    path.write_text("\n".join([",".join(HEADING), *ROWS, ""]), "utf-8")
    return path


def in_json(folder: Path) -> Path:
    path = folder / "statements.jsonl"
    rows = [dict(zip(HEADING, cells, strict=True)) for cells in csv.reader(ROWS[:-1])]
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"broken": 1}]), "utf-8")
    return path


def said(load: Load) -> set[tuple[str | None, str, object, str, str | None, str]]:
    names = {claim.about: str(claim.value) for claim in load.claims.values() if claim.property == "name"}
    keys = {mention.id: mention.key for mention in load.mentions.values()}
    wanted = {"name", "born", "aliases"}
    return {
        (keys[claim.about], claim.property, claim.value, claim.original, claim.language, names[claim.cites])
        for claim in load.claims.values()
        if claim.property in wanted and load.mentions[claim.about].what != "Source"
    }


@pytest.mark.parametrize("write", [in_csv, in_json])
def test_each_value_on_the_word_of_its_dataset(write: object, case: Case, tmp_path: Path) -> None:
    assert callable(write)
    load = loaded(case, write(tmp_path))
    assert said(load) == {
        ("a-1", "name", "Orsolin Vade", "ORSOLIN VADE", None, "ports"),
        ("a-1", "born", "1958", "1958", None, "ports"),
        ("b-7", "name", "Арсалін Вадэ", "Арсалін Вадэ", "be", "harbour"),
        ("u-1", "name", "Harbour Guard", "Harbour Guard", None, "ports"),
    }
    assert links(project(case.state)) == {("POSTED_TO", "Арсалін Вадэ", "Harbour Guard")}
    assert {reject.reason for reject in load.rejects} == {
        "the model has no place for a Ownership",
        "its statements call it by several schemata: Person, Vessel",
        "no statement of FollowTheMoney",
    }
    assert [note.text for note in load.notes] == [
        "statements that only offer a candidate (external): 1, none is read",
        "properties that are not read: Ownership.owner (1)",
    ]


def test_a_canonical_id_is_asked_about(case: Case, tmp_path: Path) -> None:
    load = loaded(case, in_csv(tmp_path))
    ((one, other),) = load.canonical
    assert {load.mentions[one].key, load.mentions[other].key} == {"a-1", "b-7"}
    assert not case.state.identity.same(one, other)
    resolve(case)
    assert not case.state.identity.same(one, other)
    (group,) = backlog.load(case).groups
    assert set(group.things) == {one, other} and "their canonical id says so" in group.why


def test_what_entities_were_merged_from_is_asked_about(case: Case, tmp_path: Path) -> None:
    merged = {**entity("Q1", "Person", name="Orsolin Vade"), "referents": ["b-7", "gone"]}
    load = loaded(case, entities(tmp_path, [merged, entity("b-7", "Person", name="Arsalin Vade")]))
    ((one, other),) = load.canonical
    assert {load.mentions[one].key, load.mentions[other].key} == {"Q1", "b-7"}
    assert any("referents" in note.text for note in load.notes)


def test_another_sheet_is_none(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("entity_id,value\n1,2\n", "utf-8")
    assert recognised(path) is None
