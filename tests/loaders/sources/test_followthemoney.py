"""Entities of FollowTheMoney: what becomes of each, what is refused, and that it goes the way of every load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph import canonical
from graph.decided.entry import Kind
from graph.errors import MappingError
from graph.kept.case import Case
from graph.project import project
from graph.projection import Projection
from loaders.load.kept import kept_load
from loaders.load.load import Load, enter, harvest, keep, prepare_special
from loaders.sources import recognised
from loaders.sources.followthemoney import TITLE


def entity(id_: str, schema: str, **properties: str | list[str]) -> dict[str, Any]:
    return {
        "id": id_,
        "caption": id_,
        "schema": schema,
        "properties": {name: [value] if isinstance(value, str) else value for name, value in properties.items()},
        "datasets": ["invented"],
    }


ENTITIES = [
    entity(
        "m1", "Membership", member="p2", organization="u1", role="Commander", startDate="2007", endDate="2009-05-03", proof="d1"
    ),
    entity("p1", "Person", name=["Orsolin Vade"], alias="O. Vade", birthDate="1958", gender="male", position="clerk"),
    entity("p2", "Person", firstName="Kesto", lastName="Marrane", sourceUrl="https://example.org/a"),
    entity("u1", "PublicBody", name="2nd Harbour Guard Company", parent="u2"),
    entity("u2", "Organization", name="Harbour Guard"),
    entity("d1", "Document", title="Order 7", publishedAt="2007-02-01"),
    entity("s1", "Sanction", entity="p2", authority="Council", program="Ports", startDate="2012-13-01"),
    entity("q1", "Occupancy", holder="p1", post="pos", startDate=["2001", "2002"]),
    entity("pos", "Position", name="Minister of Ports", organization="u2"),
    entity("e1", "Event", name="Quay shooting", date="1991-05-03"),
    entity("v1", "Vessel", name="Gull"),
    entity("l1", "LegalEntity", name="Vade & Sons"),
    entity("m2", "Membership", member="u1", organization="u2"),
    entity("m3", "Employment", employee="p9", employer="u2"),
]


def written(folder: Path, entities: list[dict[str, Any]], name: str = "export.ftm.json") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in entities) + "\n", "utf-8")
    return path


def loaded(case: Case, path: Path, replaces: int | None = None) -> Load:
    source = recognised(path)
    assert source is not None
    load = prepare_special(path, source, replaces=replaces)
    with case.writing(), case.journal.appending() as journal:
        harvest(load, case)
        enter(case, journal, load)
    return load


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "case", title="Ports", zone="Europe/Lisbon")


def links(graph: Projection) -> set[tuple[str, str, str]]:
    names = {node.id: str(node.properties["name"]) for node in graph.nodes if node.label != "Claim"}
    return {(link.type, names[link.begin], names[link.end]) for link in graph.links if link.begin in names}


def test_things_links_and_dates(case: Case, tmp_path: Path) -> None:
    loaded(case, written(tmp_path, ENTITIES))
    graph = project(case.state)
    assert links(graph) == {
        ("POSTED_TO", "Kesto Marrane", "2nd Harbour Guard Company"),
        ("POSTED_TO", "Orsolin Vade", "Harbour Guard"),
        ("SUBORDINATE_TO", "2nd Harbour Guard Company", "Harbour Guard"),
        ("CONCERNS", "Ports", "Kesto Marrane"),
    }
    (person,) = [node.properties for node in graph.nodes if node.properties.get("name") == "Orsolin Vade"]
    assert (person["born"], person["sex"], person["aliases"]) == ("1958", "male", ["O. Vade"])
    posted = {str(link.properties.get("post")): link.properties for link in graph.links if link.type == "POSTED_TO"}
    assert posted.keys() == {"Commander", "Minister of Ports"}
    assert {own["function"] for own in posted.values()} == {"unknown"}  # a title in its own words makes no commander
    commander = posted["Commander"]
    assert [str(commander[name])[:10] for name in ("possible_from", "certain_from", "certain_to")] == [
        "2007-01-01",
        "2007-12-31",
        "2009-05-04",
    ]
    (under,) = [link.properties for link in graph.links if link.type == "SUBORDINATE_TO"]
    assert under["relation"] == "unknown"


def test_what_a_statement_rests_on(case: Case, tmp_path: Path) -> None:
    load = loaded(case, written(tmp_path, ENTITIES))
    names = {claim.about: claim.value for claim in load.claims.values() if claim.property == "name"}
    cited = {(str(claim.value), names[claim.cites], claim.locator) for claim in load.claims.values() if claim.about in names}
    assert ("Kesto Marrane", "https://example.org/a", "line 3") in cited
    assert ("Orsolin Vade", TITLE, "line 2") in cited
    (posting,) = [claim for claim in load.claims.values() if claim.value == "Commander"]
    assert names[posting.cites] == "Order 7"


def test_who_somebody_is_beside_the_name(case: Case, tmp_path: Path) -> None:
    told = {
        "nationality": "na",
        "deathDate": "2016-05",
        "birthPlace": "Kastel",
        "fatherName": "Tarn Vade",
        "motherName": "unknown",
    }
    numbers = {"passportNumber": "MP 123", "idNumber": "77-A"}
    loaded(case, written(tmp_path, [entity("p1", "Person", name="Orsolin Vade", **told, **numbers)]))
    (person,) = [node.properties for node in project(case.state).nodes if node.label == "Person"]
    assert {name: person.get(name) for name in ("nationality", "died", "birthplace", "father", "mother", "identifiers")} == {
        "nationality": ["na"],  # a code, and not "n/a"
        "died": "2016-05",
        "birthplace": "Kastel",
        "father": "Tarn Vade",
        "mother": None,
        "identifiers": ["identity number: 77-A", "passport: MP 123"],
    }


@pytest.mark.parametrize("names", [["K. Marrane", "Kesto Marrane"], ["Kesto Marrane", "K. Marrane"]])
def test_of_several_names_the_fullest_is_the_name(names: list[str], case: Case, tmp_path: Path) -> None:
    loaded(case, written(tmp_path, [entity("p1", "Person", name=names), entity("u1", "Company", name=["Ports", "Ports Ltd"])]))
    called = {node.label: node.properties for node in project(case.state).nodes}
    assert (called["Person"]["name"], called["Person"]["aliases"]) == ("Kesto Marrane", ["K. Marrane"])
    assert (called["Unit"]["name"], called["Unit"]["aliases"]) == ("Ports Ltd", ["Ports"])


def test_nothing_is_left_out_in_silence(case: Case, tmp_path: Path) -> None:
    path = written(tmp_path, ENTITIES)
    path.write_text(path.read_text("utf-8") + 'not json\n{"id": "x"}\n', "utf-8")
    load = loaded(case, path)
    assert {(reject.column, reject.reason) for reject in load.rejects} == {
        ("line 11", "the model has no place for a Vessel"),
        ("line 12", "a LegalEntity may be a person or an organisation: the file does not say which"),
        ("line 13", "the begin of POSTED_TO is a Person, not a Unit"),
        ("line 14", "a POSTED_TO is stated, and its begin stands nowhere in the file"),
        ("line 15", "no entity of FollowTheMoney"),
        ("line 16", "no entity of FollowTheMoney"),
    }
    assert [(issue.row, issue.what) for issue in load.issues] == [(7, "no date: no such month (9999-99-99)")]
    assert {note.text for note in load.notes} == {
        "properties that are not read: Person.position (1)",
        "several values of startDate: none is read",
    }


def test_it_goes_the_way_of_every_load(case: Case, tmp_path: Path) -> None:
    first = loaded(case, written(tmp_path, ENTITIES))
    again = loaded(case, written(tmp_path, ENTITIES, "copy.json"))
    assert (again.already, again.sequence) == (first.sequence, None)
    (entry,) = case.journal.entries(Kind.LOAD)
    assert entry.body["mapping_name"] == "followthemoney" and "def read(" in str(entry.body["mapping_text"])
    newer = loaded(
        case, written(tmp_path, [*ENTITIES, entity("p3", "Person", name="Ilka Brennoy")], "newer.json"), first.sequence
    )
    assert newer.supersedes == first.sequence
    assert first.mentions.keys() < newer.mentions.keys()  # what was decided of a mention goes on


def test_what_was_refused_can_be_written_again(case: Case, tmp_path: Path) -> None:
    path = written(tmp_path, ENTITIES)
    first = loaded(case, path)
    with case.writing():
        keep(case, first)
    path.unlink()
    (entry,) = case.journal.entries(Kind.LOAD)
    again = kept_load(case, entry)
    assert (again.rejects, again.issues, again.claims.keys()) == (first.rejects, first.issues, first.claims.keys())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("loaders.load.kept.special_sources", lambda: ())
        with pytest.raises(MappingError, match="put it back"):
            kept_load(case, entry)


def test_neither_name_nor_order_matters(tmp_path: Path) -> None:
    found = set()
    for folder, entities in (("a", ENTITIES), ("b", ENTITIES[::-1])):
        (tmp_path / folder).mkdir()
        with Case.create(tmp_path / folder / "case", title="Ports", zone="Europe/Lisbon") as case:
            loaded(case, written(tmp_path / folder, entities))
            graph = project(case.state)
            found.add(canonical.hashes(graph.nodes, graph.links).facts)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("a.json", '{"id": "p", "schema": "Person", "properties": {}}', True),
        ("a.jsonl", '\n{"id": "p", "schema": "Person", "properties": {"name": ["x"]}}', True),
        ("a.jsonl", '{"name": "x", "born": "1950"}', False),
        ("a.json", '{"id": "p", "schema": "Person", "properties": {"name": [1]}}', False),
        ("a.json", "[" * 100_000, False),
        ("a.csv", '{"id": "p", "schema": "Person", "properties": {}}', False),
    ],
)
def test_recognised_by_ending_and_first_line(name: str, text: str, is_one: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert (recognised(tmp_path / name) is not None) is is_one


def test_who_is_unknown_has_no_name(case: Case, tmp_path: Path) -> None:
    load = loaded(
        case, written(tmp_path, [entity("p7", "Person", name="Unknown", birthDate="1958"), entity("p8", "Person", name="N/A")])
    )
    people = {mention.id: mention.key for mention in load.mentions.values() if mention.what == "Person"}
    said = {(people[claim.about], claim.property) for claim in load.claims.values() if claim.about in people}
    assert said == {("p7", "born"), ("p8", "exists")}
    assert [issue.what.split(":")[0] for issue in load.issues] == ["read as not known", "read as empty"]
