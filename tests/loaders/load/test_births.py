"""A birth date is read as every date of its file is, kept as far as it is stated, and contradicts only what it excludes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.kept.case import Case
from loaders.load.load import Load, prepare
from loaders.mapping import parse
from loaders.reading import OpenQuestion
from tests.graph.small_case import new_case, nodes
from tests.loaders.load.sheet import entered

MAPPING = """
name  = "births"
title = "An invented list"
recognised_by = ["name", "born"]
[thing.person]
label = "Person"
name  = "name"
born  = "born"
"""
READ = {
    "7.2.1956": "1956-02-07",
    "1956-02-07": "1956-02-07",
    "1956-02-07 00:00:00": "1956-02-07",
    "7 февраля 1956 г.": "1956-02-07",
    "Aug 1964": "1964-08",
    "08/1964": "1964-08",
    "1961": "1961",
    "c. 1961": "1956 to 1966",
    "1961/1962": "1961 to 1962",
    "before 1960": "until 1960",
    "1970s": "1970 to 1979",
    "spring or summer": None,
    "31.02.1956": None,
    "unknown": None,
    "": None,
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def load(case: Case, *born: str, mapping: str = 'dates = "day-first"\n' + MAPPING, name: str = "a.csv", **more: Any) -> Load:
    path = case.folder.parent / name
    path.write_text("name,born\n" + "".join(f'Person {at},"{written}"\n' for at, written in enumerate(born)), "utf-8")
    found = prepare(path, lambda *_: parse(mapping, "births"), **more)
    return entered(case, found)


def births(case: Case) -> dict[object, object]:
    return {node.properties["name"]: node.properties.get("born") for node in nodes(case.state, "Person").values()}


def test_as_far_as_it_is_stated(case: Case) -> None:
    found = load(case, *READ)
    assert births(case) == {f"Person {at}": read for at, read in enumerate(READ.values())}
    unread = [at for at, (written, read) in enumerate(READ.items(), start=2) if written and read is None]
    assert [issue.row for issue in found.issues] == unread
    assert all(issue.column == "born" and issue.what.startswith("no date: ") for issue in found.issues)
    assert not found.rejects, "what cannot be read costs the value and not the row"
    assert {claim.original for claim in found.claims.values() if claim.property == "born"} >= {"7.2.1956", "c. 1961"}


def test_by_the_order_of_the_mapping_of_an_answer_or_of_the_column(case: Case) -> None:
    load(case, "3/4/1961", mapping='dates = "month-first"\n' + MAPPING)
    assert births(case) == {"Person 0": "1961-03-04"}


@pytest.mark.parametrize(("order", "read"), [("day-first", "1961-04-03"), ("month-first", "1961-03-04")])
def test_where_nothing_shows_the_order_it_is_asked_for(case: Case, order: Any, read: str) -> None:
    with pytest.raises(OpenQuestion):
        load(case, "3/4/1961", mapping=MAPPING)
    load(case, "3/4/1961", mapping=MAPPING, dates=order)
    assert births(case) == {"Person 0": read}


def test_the_column_shows_its_order(case: Case) -> None:
    load(case, "3/4/1961", "27/4/1961", mapping=MAPPING)
    assert births(case)["Person 0"] == "1961-04-03"


def test_the_century_of_a_short_year_is_asked_for(case: Case) -> None:
    with pytest.raises(OpenQuestion):
        load(case, "13.4.61")
    load(case, "13.4.61", century="1930")
    assert births(case) == {"Person 0": "1961-04-13"}


def test_one_cell_for_every_row_and_words_of_the_mapping(case: Case) -> None:
    explained = MAPPING.replace('born  = "born"', 'born = { column = "born", values = { "the year of the flood" = "1961" } }')
    load(case, "the year of the flood", mapping=explained)
    assert births(case) == {"Person 0": "1961"}
    everywhere = MAPPING.replace('born  = "born"', 'born = { text = "1958-07" }').replace('"births"', '"all"')
    load(case, "x", mapping=everywhere, name="b.csv")
    assert sorted(str(node.properties["born"]) for node in nodes(case.state, "Person").values()) == ["1958-07", "1961"]


KEYED = MAPPING + 'key = { space = "file", columns = ["name"] }\n'


@pytest.mark.parametrize(
    ("one", "other", "holds", "conflict"),
    [
        ("1961", "1961-05-03", "1961-05-03", False),
        ("c. 1961", "1963", "1963", False),
        ("1961/1962", "1962", "1962", False),
        ("Aug 1964", "1964-08-01", "1964-08-01", False),
        ("c. 1961", "1967", "1967", True),
        ("1961-05-03", "1961-05-04", "1961-05-03", True),
        ("1961", "1962", "1961", True),
    ],
)
def test_two_rows_contradict_only_where_no_day_is_possible_for_both(
    case: Case, one: str, other: str, holds: str, conflict: bool
) -> None:
    path = case.folder.parent / "twice.csv"
    path.write_text(f"name,born\nAda Brumm,{one}\nAda Brumm,{other}\n", "utf-8")
    found = prepare(path, lambda *_: parse('dates = "day-first"\n' + KEYED, "births"))
    entered(case, found)
    (person,) = nodes(case.state, "Person").values()
    assert (person.properties["born"], "born" in person.properties["conflicts"]) == (holds, conflict)  # type: ignore[operator]
