"""Whom a row does not name, it accuses of nothing: neither as a commander nor, unless it describes him, of a deed."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.load import Load
from loaders.reading import READ_AS
from tests.loaders.load.sheet import loaded

MAPPING = """
name = "deeds"
title = "What was done"
dates = "year-first"
recognised_by = ["who", "post", "unit", "deed"]
[thing.man]
label = "Person"
name = "who"
description = "looks"
[thing.unit]
label = "Unit"
name = "unit"
[thing.deed]
label = "Event"
words = "deed"
[link.posting]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "who"
function = { column = "post", values = { chief = "commander", second = "deputy", guard = "member" } }
[link.man]
type = "ALLEGED_IN"
begin = "man"
end = "deed"
rests_on = "who"
[link.unit]
type = "ALLEGED_IN"
begin = "unit"
end = "deed"
rests_on = "unit"
"""
HEADER = "who,looks,post,unit,deed\n"


def read(folder: Path, *rows: str, mapping: str = MAPPING) -> Load:
    return loaded(folder, HEADER + "".join(f"{row}\n" for row in rows), mapping)


def links(load: Load) -> list[str]:
    """What each link of the load says, and which part of the mapping made what it begins at."""
    return sorted(f"{load.mentions[m.begin].part} {m.what}" for m in load.mentions.values() if m.begin is not None)


def labels(load: Load) -> list[str]:
    return sorted(mention.what for mention in load.mentions.values() if not mention.is_link and mention.what != "Source")


def said_of_man(load: Load) -> dict[str, object]:
    (man,) = [mention for mention in load.mentions.values() if mention.what == "Person"]
    return {claim.property: claim.value for claim in load.claims.values() if claim.about == man.id}


def odd(load: Load) -> set[tuple[int, str | None, str]]:
    return {(issue.row, issue.column, issue.what) for issue in load.issues}


POSTING = "no POSTED_TO is made of it: it would accuse somebody whom nobody names"
ALLEGED = "no ALLEGED_IN is made of it: it would accuse somebody whom nobody names"
COMMANDER = "no POSTED_TO is made of it: nobody is a commander or deputy of whom the row has neither a name nor a key"


@pytest.mark.parametrize("cell", ["n/k", "unknown", "неизвестно", "н/у"])
def test_nobody_commands_whom_the_row_does_not_name(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"{cell},,chief,Reed Company,beating")
    assert links(load) == ["unit ALLEGED_IN"]
    assert labels(load) == ["Event", "Unit"]
    assert {(2, "who", READ_AS["unknown"]), (2, "who", POSTING), (2, "who", ALLEGED)} <= odd(load)
    assert any(column == "post" and "not loaded" in what for _, column, what in odd(load))


@pytest.mark.parametrize("cell", ["unknown", "неизвестно", "н/у"])
def test_no_unit_took_part_that_the_row_does_not_name(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"Ada Brum,,guard,{cell},beating")
    assert links(load) == ["man ALLEGED_IN", "man POSTED_TO"]
    assert labels(load) == ["Event", "Person", "Unit"]  # where she was posted is not known, and there is such a unit
    assert (2, "unit", ALLEGED) in odd(load)


def test_the_event_stays_where_nobody_is_left(tmp_path: Path) -> None:
    load = read(tmp_path, "unknown,,chief,unknown,beating")
    assert (links(load), labels(load)) == ([], ["Event", "Unit"])
    assert load.rejects == []


def test_somebody_described_may_have_done_it_and_commands_nobody(tmp_path: Path) -> None:
    rows = ("unknown,scar on the chin,chief,Reed Company,beating", "Unknown masked officer,,guard,Reed Company,beating")
    load = read(tmp_path, *rows)
    assert links(load) == ["man ALLEGED_IN", "man ALLEGED_IN", "man POSTED_TO", "unit ALLEGED_IN", "unit ALLEGED_IN"]
    assert (2, "who", COMMANDER) in odd(load)
    assert any(column == "post" and "not loaded" in what for row, column, what in odd(load) if row == 2)


@pytest.mark.parametrize(
    "cell",
    ["Unknown masked officer; chevron wolf", "Неизвестный сотрудник ОМОН в маске; шеврон волк", "Неизвестный в маске"],
)
def test_a_description_is_no_name(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"{cell},,guard,Reed Company,beating")
    assert said_of_man(load) == {"exists": "Person", "identified": "described", "description": cell}
    assert links(load) == ["man ALLEGED_IN", "man POSTED_TO", "unit ALLEGED_IN"]


@pytest.mark.parametrize("cell", ["Unknown Ferenc Dol", "Неизвестный Фёдор Дол", "«Неизвестный»"])
def test_what_may_be_a_name_stays_one(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"{cell},,guard,Reed Company,beating")
    assert said_of_man(load)["name"] == cell


def test_whom_a_key_or_an_alias_knows_may_command(tmp_path: Path) -> None:
    keyed = MAPPING.replace('name = "who"', 'name = "who"\nkey = { space = "file", columns = ["looks"] }', 1)
    load = read(tmp_path, "unknown,K-7,chief,Reed Company,beating", mapping=keyed.replace('description = "looks"\n', ""))
    assert "man POSTED_TO" in links(load)
    aliased = MAPPING.replace('description = "looks"', 'aliases = "looks"')
    folder = tmp_path / "aliased"
    folder.mkdir()
    assert "man POSTED_TO" in links(read(folder, "unknown,Heron,chief,Reed Company,beating", mapping=aliased))


def test_a_sheet_without_names_describes(tmp_path: Path) -> None:
    load = read(tmp_path, ",scar on the chin,chief,Reed Company,beating", mapping=MAPPING.replace('name = "who"\n', "", 1))
    assert "man POSTED_TO" not in links(load)
