"""Forms that were filled in load by themselves: every word of a drop-down, dates as people write them, names in any script."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from graph import words
from graph.kept.case import Case
from graph.projection import Link
from loaders.forms import form, kinds
from loaders.load.cells import OTHER_WORD
from loaders.load.load import harvest
from loaders.reading import OpenQuestion
from tests.graph.small_case import links, nodes
from tests.loaders.forms.filled import BASE, Rows, empty, every_word, filled, fine, prepared


def told(case: Case, type_: str) -> set[tuple[object, ...]]:
    """Both ends by name, when it was, and what else is said of it."""
    return {(name(case, link.begin), name(case, link.end), briefly(link)) for link in links(case.state, type_).values()}


def briefly(link: Link) -> str:
    return words.briefly(cast("Any", link.properties))


def name(case: Case, id_: str) -> object:
    every = {
        id_: node for label in ("Person", "Unit", "Station", "Event", "Source") for id_, node in nodes(case.state, label).items()
    }
    return every[id_].properties.get("description") or every[id_].properties["name"]


HELD: Rows = [
    {
        "Person": "Іван Крута",
        "Person no.": "1",
        "Born": "about 1961",
        "Held at": "Barracks, Velden",
        "From": "3 May 2020",
        "To": "May 2021",
    },
    {"Person": "Іван Крута", "Person no.": "1", "Held at": "Prison No. 3-5", "From": "23.05.2021", "To": "2022"},
    {"Person": "Мария Снег", "Held at": "Barracks, Velden", "From": "9 августа 2020 г.", "Also called": "Марыя; M. Snow"},
    {"Description": "a tall man", "Held at": "Barracks, Velden", "From": "2020-05-04", "To": "2020-05-04", "Notes": "who?"},
]
HELD = [{**row, "Source": "Interview 1; Letter 2"} for row in HELD]


def test_persons_held(case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty("held", tmp_path), HELD))
    assert told(case, "HELD_AT") == {
        ("Іван Крута", "Barracks, Velden", "3 May 2020 – May 2021"),
        ("Іван Крута", "Prison No. 3-5", "23 May 2021 – 2022"),
        ("Мария Снег", "Barracks, Velden", "9 August 2020 – unknown"),
        ("a tall man", "Barracks, Velden", "some time on 4 May 2020"),
    }
    persons = {node.properties.get("name"): node.properties for node in nodes(case.state, "Person").values()}
    assert len(persons) == 3
    assert persons["Іван Крута"]["born"] == "1956 to 1966"
    assert set(cast("list[str]", persons["Мария Снег"]["aliases"])) == {"M. Snow", "Марыя"}
    assert {found.get("identified") for found in persons.values()} == {"named", "described"}
    assert len(nodes(case.state, "Station")) == 2


POSTINGS: Rows = [
    {"Officer": "Кесто Марран", "Officer no.": "7", "Function": "commander", "Acting": "no", "From": "2019", "To": "May 2021"},
    {"Officer": "К. Марран", "Officer no.": "7", "Function": "deputy", "In post on": "9 August 2022"},
    {"Officer": "Ada Brumm", "Function": "staff", "From": "2018", "In post on": "30.06.2019"},
    {"Officer": "Olu Zent", "Function": "member", "To": "2020", "In post on": "1 June 2019"},
]


def test_postings(case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty("postings", tmp_path), [{**row, "Unit": "2nd Company", "Source": "Order 4"} for row in POSTINGS]))
    functions = {(link.begin, link.properties["function"]) for link in links(case.state, "POSTED_TO").values()}
    assert {function for _, function in functions} == {"commander", "deputy", "staff", "member"}
    assert len({begin for begin, function in functions if function in ("commander", "deputy")}) == 1, "one number, one officer"
    assert len(nodes(case.state, "Person")) == 3 and len(nodes(case.state, "Unit")) == 1
    times = {(str(name(case, link.begin)), briefly(link)) for link in links(case.state, "POSTED_TO").values()}
    assert {when for who, when in times if who == "Olu Zent"} == {"unknown – 2020", "at least 1 June 2019"}
    assert {when for who, when in times if who == "Ada Brumm"} == {"2018 – unknown", "at least 30 June 2019"}


UNITS: Rows = [
    {
        "Unit": "1-я рота",
        "Superior": "Regiment",
        "Relation": "command",
        "From": "2019",
        "Known unit": "known",
        "Based at": "Depot",
    },
    {"Unit": "Regiment", "Superior": "Unknown unit above the Regiment", "Relation": "command", "Type": "police; regiment"},
    {"Unit": "Unknown unit above the Regiment", "Known unit": "there must be one"},
]


def test_units_and_their_superiors(case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty("units", tmp_path), [{**row, "Source": "Staff list"} for row in UNITS]))
    assert {(begin, end) for begin, end, _ in told(case, "SUBORDINATE_TO")} == {
        ("1-я рота", "Regiment"),
        ("Regiment", "Unknown unit above the Regiment"),
    }
    assert {node.properties.get("kind") for node in nodes(case.state, "Unit").values()} == {"real", "unknown", None}
    assert {(begin, end) for begin, end, _ in told(case, "BASED_AT")} == {("1-я рота", "Depot")}


INCIDENTS: Rows = [
    {
        **{
            "Incident": "I-12",
            "What was done": "beating",
            "How": "truncheons; cold water",
            "Victim": "Іван Крута",
            "Victim no.": "1",
        },
        **{"When": "9–12 August 2020", "Where": "Barracks", "By whom": "Kesto Marrane", "Part taken": "ordered it"},
        **{"By which unit": "2nd Company", "Unit's part": "did it", "Unit recognised by": "insignia", "Witness": "Ilka Brennoy"},
    },
    {"Incident": "I-12", "Victim": "Мария Снег", "Victim no.": "2"},
    {"Incident": "I-13", "What was done": "sexual violence", "Victim": "Іван Крута", "Victim no.": "1", "When": "1 May 2021"},
]


def test_incidents(case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty("incidents", tmp_path), [{**row, "Source": "Interview 1"} for row in INCIDENTS]))
    events = {node.properties["name"]: node.properties for node in nodes(case.state, "Event").values()}
    assert {number: event["kind"] for number, event in events.items()} == {"I-12": "beating", "I-13": "sexual_violence"}
    assert set(cast("list[str]", events["I-12"]["methods"])) == {"cold water", "truncheons"}
    assert words.briefly(cast("Any", events["I-13"])) == "some time on 1 May 2021"
    assert {(begin, end) for begin, end, _ in told(case, "SUFFERED")} == {
        ("Іван Крута", "I-12"),
        ("Мария Снег", "I-12"),
        ("Іван Крута", "I-13"),
    }
    assert len(links(case.state, "SUFFERED")) == 3 and len(nodes(case.state, "Person")) == 4
    alleged = {(name(case, link.begin), link.properties["role"]) for link in links(case.state, "ALLEGED_IN").values()}
    assert alleged == {("Kesto Marrane", "ordered"), ("2nd Company", "direct")}
    assert {begin for begin, _, _ in told(case, "WITNESSED")} == {"Ilka Brennoy"}


def test_a_suspect_is_never_a_victim_by_a_number(case: Case, tmp_path: Path) -> None:
    """One number under "Victim no." joins two rows, and none of them with who did it or saw it."""
    row = {"Incident": "I-1", "Victim": "A", "Victim no.": "1", "By whom": "A", "Witness": "A", "Source": "S"}
    fine(case, filled(empty("incidents", tmp_path), [row, {**row, "Incident": "I-2"}]))
    assert len(nodes(case.state, "Person")) == 5


def test_sources_and_what_cites_them(case: Case, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("invented", "utf-8")
    listed: Rows = [
        {"Source": "Interview 1", "Title": "A neighbour", "Kind": "interview", "Pages": "4", "Given by": "Илка Бреной"},
        {"Source": "Letter 2", "Copy of": "Letter 1", "How copied": "translation", "File": "letter.txt"},
    ]
    fine(case, filled(empty("sources", tmp_path), listed))
    fine(case, filled(empty("held", tmp_path), HELD))
    sources = {node.properties.get("key"): node.properties for node in nodes(case.state, "Source").values()}
    named = {str(properties.get("name")) for properties in sources.values()}
    assert {"Interview 1: A neighbour", "Letter 2"} <= named
    assert len(nodes(case.state, "Source")) == 3 + 2, "three of the list, cited too, and the two files"
    assert len(links(case.state, "DERIVED_FROM")) == 1 and len(links(case.state, "GIVEN_BY")) == 1


@pytest.mark.parametrize("kind", kinds())
def test_every_word_of_every_drop_down_means_something(kind: str, case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty(kind, tmp_path), every_word(kind)))


@pytest.mark.parametrize("kind", kinds())
def test_another_word_is_refused_with_its_place(kind: str, case: Case, tmp_path: Path) -> None:
    columns = [column.name for column in form(kind).columns if column.words]
    found = prepared(filled(empty(kind, tmp_path), [BASE[kind], *({**BASE[kind], column: "somehow"} for column in columns)]))
    harvest(found, case)
    refused = [(one.file, one.sheet, one.row, one.column) for one in found.rejects]
    assert refused == [(f"filled-form-{kind}.xlsx", form(kind).sheet, row, column) for row, column in enumerate(columns, 3)]
    assert {one.reason for one in found.rejects} == {OTHER_WORD}


def test_a_day_that_could_be_a_month_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(OpenQuestion, match="From"):
        prepared(filled(empty("held", tmp_path), [{**BASE["held"], "From": "03.05.2020"}]))


def test_a_second_sheet_is_read_as_well(case: Case, tmp_path: Path) -> None:
    fine(case, filled(empty("postings", tmp_path), [BASE["postings"]], sheets=2))
    assert len(links(case.state, "POSTED_TO")) == 2
