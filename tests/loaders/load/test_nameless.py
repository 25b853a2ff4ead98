"""Rows that name nobody: what is unknown stays somebody without a name, and a total, a mark or "the same" is nobody at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.load import Load
from loaders.reading import READ_AS
from tests.loaders.load.sheet import loaded

MAPPING = """
name = "cells"
title = "Who was held"
dates = "year-first"
recognised_by = ["who", "where", "when"]
[thing.held]
label = "Person"
name = "who"
aliases = { column = "also", split = ";" }
born = "born"
identified = { text = "named" }
key = { space = "file", columns = ["who"] }
[thing.place]
label = "Station"
name = "where"
key = { space = "file", columns = ["where"] }
[link.stay]
type = "HELD_AT"
begin = "held"
end = "place"
rests_on = "who"
span = { on = "when" }
"""
HEADER = "no,who,also,born,where,when\n"


def read(folder: Path, *rows: str, mapping: str = MAPPING) -> Load:
    return loaded(folder, HEADER + "".join(f"{row}\n" for row in rows), mapping)


def things(load: Load, label: str) -> list[dict[str, object]]:
    """What is claimed of each thing of a label, row by row."""
    found = [mention for mention in load.mentions.values() if mention.what == label]
    return [{claim.property: claim.value for claim in load.claims.values() if claim.about == mention.id} for mention in found]


def odd(load: Load) -> list[tuple[int, str | None, str]]:
    return [(issue.row, issue.column, issue.what) for issue in load.issues]


def links(load: Load) -> int:
    return sum(mention.is_link for mention in load.mentions.values())


def test_two_unknown_men_stay_two_and_have_no_name(tmp_path: Path) -> None:
    load = read(tmp_path, "1,unknown man,,,Mill,2020-08-09", "2,Unknown man,,,Mill,2020-08-10", "3,Ada Brum,,,Mill,2020-08-10")
    unknown = {"exists": "Person", "identified": "described"}
    men = [unknown | {"description": text} for text in ("unknown man", "Unknown man")]
    assert things(load, "Person") == [*men, {"name": "Ada Brum", "identified": "named"}]
    assert [mention.key for mention in load.mentions.values() if mention.what == "Person"] == [None, None, "Ada Brum"]
    assert [join.what for join in load.joins] == ["Station"]
    assert links(load) == 3
    assert odd(load) == [(2, "who", READ_AS["unknown"]), (3, "who", READ_AS["unknown"])]
    assert load.rejects == []


def test_the_words_of_the_cell_are_kept(tmp_path: Path) -> None:
    load = read(tmp_path, "1,неизвестная женщина,,,Mill,2020-08-09")
    (claim,) = [claim for claim in load.claims.values() if claim.property == "exists" and claim.value == "Person"]
    assert (claim.original, claim.locator) == ("неизвестная женщина", "row 2, who")


@pytest.mark.parametrize("cell", ["TOTAL", "Итого: 14", "Total victims", "Łącznie"])
def test_a_total_loads_nothing(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,Mill,2020-08-09", f",{cell},,1980,Mill,2020-08-09")
    assert [(reject.row, reject.column, reject.reason) for reject in load.rejects] == [(3, "who", READ_AS["total"])]
    assert len(things(load, "Person")) == len(things(load, "Station")) == links(load) == 1


@pytest.mark.parametrize(
    ("cell", "says"),
    [("—", "dash"), ("N/A", "not applicable"), ("и др.", "count")],
)
def test_nobody_is_loaded_for_a_mark(cell: str, says: str, tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,Mill,2020-08-09", f"2,{cell},,,Mill,2020-08-10")
    assert len(things(load, "Person")) == links(load) == 1
    assert (3, "who", READ_AS[says]) in odd(load)  # type: ignore[index]  # one of the words it may say
    assert any(row == 3 and column == "when" and "not loaded" in what for row, column, what in odd(load))
    assert load.rejects == []  # the place is loaded


def test_a_pointer_to_another_list_is_nobody_and_kin_is_somebody_without_a_name(tmp_path: Path) -> None:
    rows = (
        "1,Ada Brum,,,Mill,2020-08-09",
        "2,see list 2 for others,,,Mill,2020-08-10",
        "3,wife,,,Mill,2020-08-10",
        "4,wife,,,Mill,",
    )
    load = read(tmp_path, *rows)
    wife = {"exists": "Person", "identified": "described", "description": "wife"}
    assert things(load, "Person") == [{"name": "Ada Brum", "identified": "named"}, wife, wife]
    assert [mention.key for mention in load.mentions.values() if mention.what == "Person"] == ["Ada Brum", None, None]
    assert (3, "who", READ_AS["elsewhere"]) in odd(load) and (4, "who", READ_AS["kin"]) in odd(load)


@pytest.mark.parametrize("row", ["no,who,also,born,where,when", "No, Who ,also,born,WHERE,", ",who,,,where,when"])
def test_the_header_among_the_rows_is_nobody(row: str, tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,Mill,2020-08-09", row)
    assert [(reject.row, reject.reason) for reject in load.rejects] == [(3, "the header again")]
    assert len(things(load, "Person")) == 1


def test_whom_a_key_knows_is_there_without_a_name(tmp_path: Path) -> None:
    mapping = MAPPING.replace('columns = ["who"]', 'columns = ["no"]')
    load = read(tmp_path, "P-1,N/A,,,Mill,2020-08-09", "P-2,—,,1980,Mill,2020-08-09", mapping=mapping)
    assert [mention.key for mention in load.mentions.values() if mention.what == "Person"] == ["P-1", "P-2"]
    assert [person.get("born") for person in things(load, "Person")] == [None, "1980"]
    assert not any("name" in person for person in things(load, "Person"))
    assert links(load) == 2


def test_a_key_that_says_nothing_is_none_and_a_short_code_is_one(tmp_path: Path) -> None:
    mapping = MAPPING.replace('columns = ["who"]', 'columns = ["no"]')
    load = read(tmp_path, "unknown,Ada Brum,,,Mill,", "unknown,Ben Tolk,,,Mill,", "NA,Ida Rook,,,Mill,", mapping=mapping)
    assert [mention.key for mention in load.mentions.values() if mention.what == "Person"] == [None, None, "NA"]
    assert {what for _, column, what in odd(load) if column == "no"} == {f"no key: {READ_AS['unknown']}"}


def test_somebody_was_held_at_a_place_that_nobody_names(tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,место не установлено,2020-08-09", "2,Ben Tolk,,,lieu inconnu,2020-08-09")
    assert things(load, "Station") == [{"exists": "Station"}, {"exists": "Station"}]
    assert links(load) == 2


def test_a_posting_to_an_unknown_unit_keeps_it_apart(tmp_path: Path) -> None:
    mapping = MAPPING.replace('label = "Station"', 'label = "Unit"\nkind = { text = "real" }').replace("HELD_AT", "POSTED_TO")
    load = read(tmp_path, "1,Ada Brum,,,unknown unit,2020-08-09", mapping=mapping)
    assert things(load, "Unit") == [{"exists": "Unit", "kind": "unknown"}]
    assert links(load) == 1


def test_an_unknown_of_whom_the_row_says_nothing_more_is_refused(tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,Mill,2020-08-09", "2,unknown,,,,", "3,—,N/A,,,")
    assert [(reject.row, reject.column) for reject in load.rejects] == [(3, "who"), (4, "who")]
    assert {reject.reason for reject in load.rejects} == {
        f"{READ_AS['unknown']}, and the row says nothing more",
        f"{READ_AS['dash']}, and the row says nothing more",
    }


def test_words_in_quotation_marks_are_a_nickname(tmp_path: Path) -> None:
    load = read(tmp_path, "1,«Неизвестный»,,,Mill,2020-08-09", "2,Jean Total,,,Mill,2020-08-09")
    assert [person["name"] for person in things(load, "Person")] == ["«Неизвестный»", "Jean Total"]
    assert odd(load) == []


def test_other_names_that_are_none_are_left_out(tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,N/A; Adka; unknown,,Mill,2020-08-09")
    assert things(load, "Person")[0]["aliases"] == "Adka"
    assert odd(load) == [(2, "also", READ_AS["not applicable"]), (2, "also", READ_AS["unknown"])]


def test_the_mapping_says_what_is_a_name_all_the_same(tmp_path: Path) -> None:
    mapping = MAPPING.replace("[thing.held]", 'names = ["Total", "Nil"]\n[thing.held]', 1)
    load = read(tmp_path, "1,Total,,,Mill,2020-08-09", "2,Nil,,,Mill,2020-08-09", mapping=mapping)
    assert [person["name"] for person in things(load, "Person")] == ["Total", "Nil"]
    assert load.rejects == [] == odd(load)


def test_a_total_of_a_place_beside_a_named_person_is_no_total_of_the_row(tmp_path: Path) -> None:
    load = read(tmp_path, "1,Ada Brum,,,Total,2020-08-09")
    assert things(load, "Person")[0]["name"] == "Ada Brum"
    assert (2, "where", READ_AS["total"]) in odd(load)


def test_of_several_in_one_cell_each_is_read_by_itself(tmp_path: Path) -> None:
    mapping = MAPPING.replace('label = "Person"\n', 'label = "Person"\nsplit = ";"\n', 1)
    load = read(tmp_path, "1,Ada Brum; unknown man; и др.,,,Mill,2020-08-09", mapping=mapping)
    assert [person.get("name") for person in things(load, "Person")] == ["Ada Brum", None]
    assert links(load) == 2
    assert {(2, "who", READ_AS["unknown"]), (2, "who", READ_AS["count"])} <= set(odd(load))
