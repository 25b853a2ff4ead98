"""A condition on a cell that says something of each of several: it is asked of each, or it is said that nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.load import Load
from loaders.load.pieces import UNEQUAL
from tests.loaders.load.several.sheet import EVENT, HEAD, MEN, links, names, odd, read
from tests.loaders.load.sheet import loaded

BEATING = """
[thing.beating]
label = "Event"
key = { space = "file", columns = ["id"] }
when = { column = "beaten", %s }
kind = { text = "torture" }
"""
SUFFERED = """
[link.suffered]
type = "SUFFERED"
begin = "man"
end = "%s"
rests_on = "men"
%s
"""
IS, IS_NOT, MATCHES = 'is = ["yes"]', 'is_not = ["no"]', 'matches = "(?i)^yes"'
LINK_WHEN = f'when = {{ column = "beaten", {IS} }}'
A, B, C = "Ada Brum", "Olu Zent", "Ida Korr"
MAPPINGS = {
    "of the link": (EVENT, MEN, SUFFERED % ("event", LINK_WHEN)),
    "of the link, and the event holds the cell": (EVENT + 'methods = "beaten"\n', MEN, SUFFERED % ("event", LINK_WHEN)),
    "of the event": (BEATING % IS, MEN, SUFFERED % ("beating", "")),
    "of the event, before and after": (MEN, BEATING % IS, SUFFERED % ("beating", "")),
    "of both": (BEATING % IS, MEN, SUFFERED % ("beating", LINK_WHEN)),
    "of the event, by what it is not": (BEATING % IS_NOT, MEN, SUFFERED % ("beating", "")),
    "of the link, by what it is not": (EVENT, MEN, SUFFERED % ("event", f'when = {{ column = "beaten", {IS_NOT} }}')),
    "of the event, by a pattern": (BEATING % MATCHES, MEN, SUFFERED % ("beating", "")),
    "of the man": (EVENT, MEN + LINK_WHEN + "\n", SUFFERED % ("event", "")),
}


def sufferers(load: Load) -> list[str]:
    return [begin for begin, _ in links(load, "SUFFERED")]


@pytest.mark.parametrize("mapping", MAPPINGS)
@pytest.mark.parametrize(
    ("men", "beaten", "who"),
    [
        ("Ada Brum; Olu Zent", "yes; no", [A]),
        ("Ada Brum; Olu Zent", "no; yes", [B]),
        ("Ada Brum; Olu Zent", "yes; yes", [A, B]),
        ("Ada Brum; Olu Zent; Ida Korr", "yes; no; yes", [A, C]),
        ("Ada Brum; Olu Zent", "yes", [A, B]),
        ("Ada Brum; Olu Zent", "no", []),
        ("Ada Brum", "yes", [A]),
        ("Ada Brum", "yes;", [A]),
    ],
)
def test_it_is_asked_of_each_by_its_place(mapping: str, men: str, beaten: str, who: list[str], tmp_path: Path) -> None:
    """The beating of Ada Brum was lost, and nothing said so."""
    load = read(tmp_path, f"id,men,beaten\n1,{men},{beaten}\n", *MAPPINGS[mapping])
    assert sufferers(load) == who


@pytest.mark.parametrize("mapping", MAPPINGS)
@pytest.mark.parametrize(
    ("men", "beaten"),
    [
        ("Ada Brum; Olu Zent; Ida Korr", "yes; no"),
        ("Ada Brum; Olu Zent", "yes; no; yes"),
        ("Ada Brum", "yes; no"),
        ("Ada Brum; Olu Zent", "yes;"),
    ],
)
def test_where_it_cannot_be_told_it_is_said_and_nobody_is_guessed(mapping: str, men: str, beaten: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men,beaten\n1,{men},{beaten}\n2,Eva Lind,yes\n", *MAPPINGS[mapping])
    pattern_of_one = "pattern" in mapping and men == A  # all that the cell says is of him, and the pattern is found in it
    no_no = "is not" in mapping and "no" not in beaten  # whatever belongs to whom, of nobody it says no
    assert sufferers(load) == [*(men.split("; ") if pattern_of_one or no_no else []), "Eva Lind"]
    if not (pattern_of_one or no_no):
        assert (2, "beaten", UNEQUAL) in [(issue.row, issue.column, issue.what) for issue in load.issues]


@pytest.mark.parametrize("beaten", ["no; no", "no", ""])
def test_what_is_met_of_nobody_is_no_event(beaten: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men,beaten\n1,Ada Brum; Olu Zent,{beaten}\n", *MAPPINGS["of the event"])
    assert (names(load, "beating"), sufferers(load)) == ([], [])


def test_the_event_of_one_of_them_is_there_for_whom_no_cell_divides(tmp_path: Path) -> None:
    """The commander of the place answers for the beating of one as for that of all."""
    chief = '[thing.chief]\nlabel = "Person"\nname = "chief"\n'
    alleged = '[link.alleged]\ntype = "ALLEGED_IN"\nbegin = "chief"\nend = "beating"\nrests_on = "chief"\n'
    sheet = "id,men,beaten,chief\n1,Ada Brum; Olu Zent,yes; no,Per Holt\n"
    load = read(tmp_path, sheet, *MAPPINGS["of the event"], chief, alleged)
    assert links(load, "ALLEGED_IN") == [("Per Holt", "1")]
    assert odd(load) == [(2, "men")], "that no beating of Olu Zent is stated"


BOTH = """
[thing.guard]
label = "Person"
split = ";"
name = "guards"
[link.alleged]
type = "ALLEGED_IN"
begin = "guard"
end = "beating"
rests_on = "guards"
"""


@pytest.mark.parametrize(
    ("guards", "accused"),
    [
        ("Per Holt", ["Per Holt"]),
        ("Per Holt; Jon Ask; Eva Lind", ["Per Holt", "Jon Ask", "Eva Lind"]),
        ("Per Holt; Jon Ask", []),  # of whom it speaks, nobody can tell
    ],
)
def test_a_cell_that_fits_two_kinds_of_things_accuses_nobody(guards: str, accused: list[str], tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men,beaten,guards\n1,Ada Brum; Olu Zent,yes; no,{guards}\n", *MAPPINGS["of the event"], BOTH)
    assert [begin for begin, _ in links(load, "ALLEGED_IN")] == accused
    assert sufferers(load) == ([A] if accused else [])
    assert ((2, "beaten") in odd(load)) is not bool(accused)


@pytest.mark.parametrize("part", ["of the link", "of the event"])
def test_a_cell_that_is_true_of_each_is_named_in_shared(part: str, tmp_path: Path) -> None:
    """As the odd line says: name the column in shared."""
    what = 'matches = "torture"'
    event, men, link = MAPPINGS[part]
    mapping = [part.replace(IS, what) for part in (event, men, link + 'shared = ["beaten"]\n')]
    load = read(tmp_path, "id,men,beaten\n1,Ada Brum; Olu Zent,torture; detention\n", *mapping)
    assert (sufferers(load), [what for what in odd(load) if what[1] == "beaten"]) == ([A, B], [])


def test_of_a_list_of_ends_each_has_the_first_that_is_there_for_him(tmp_path: Path) -> None:
    link = SUFFERED.replace('"%s"', '["beating", "event"]') % ""
    event = EVENT.replace('columns = ["id"]', 'columns = ["id", "men"]').replace('name = "id"', 'name = "men"')
    load = read(tmp_path, "id,men,beaten\n1,Ada Brum; Olu Zent,yes; no\n", BEATING % IS, event, MEN, link)
    assert links(load, "SUFFERED") == [(A, "1"), (B, "Ada Brum; Olu Zent")]


@pytest.mark.parametrize(
    ("places", "held", "linked"),
    [
        ("Depot / Camp / Quay", "yes; no", [(A, "Depot"), (A, "Camp"), (A, "Quay")]),
        ("Depot / Camp", "yes / no", [(A, "Depot"), (B, "Depot")]),
        ("Depot / Camp", "yes; no", [(A, "Depot"), (A, "Camp")]),
    ],
)
def test_every_one_with_every_one_by_the_cell_that_says_as_much(
    places: str, held: str, linked: list[tuple[str, str]], tmp_path: Path
) -> None:
    station = '[thing.station]\nlabel = "Station"\nsplit = "/"\nname = "places"\n'
    link = '[link.seen]\ntype = "PRESENT_AT"\nbegin = "man"\nend = "station"\nrests_on = "places"\n'
    link += 'pairs = "each_with_each"\nwhen = { column = "held", is = ["yes"] }\n'
    load = read(tmp_path, f"id,men,places,held\n1,Ada Brum; Olu Zent,{places},{held}\n", station, MEN, link)
    assert links(load, "PRESENT_AT") == linked


def test_what_fits_both_ends_is_told_of_neither(tmp_path: Path) -> None:
    station = '[thing.station]\nlabel = "Station"\nsplit = ";"\nname = "places"\n'
    link = '[link.seen]\ntype = "PRESENT_AT"\nbegin = "man"\nend = "station"\nrests_on = "places"\n'
    link += 'pairs = "each_with_each"\nwhen = { column = "held", is = ["yes"] }\n'
    load = read(tmp_path, "id,men,places,held\n1,Ada Brum; Olu Zent,Depot; Camp,yes; no\n", station, MEN, link)
    assert (links(load, "PRESENT_AT"), (2, "held") in odd(load)) == ([], True)


def test_a_name_that_a_condition_looks_at_is_lost_with_a_word(tmp_path: Path) -> None:
    """The one event of the row is called "beaten; held": which of them the condition means cannot be told."""
    event = '[thing.event]\nlabel = "Event"\nname = "what"\nwhen = { column = "what", is = ["beaten"] }\n'
    link = SUFFERED % ("event", "")
    load = loaded(tmp_path, "id,men,what\n1,Ada Brum; Olu Zent,beaten; held\n2,Ida Korr,held\n", HEAD + event + MEN + link)
    assert ((2, "what", UNEQUAL), sufferers(load)) == (
        next((i.row, i.column, i.what) for i in load.issues if i.column == "what"),
        [],
    )
    assert [issue.row for issue in load.issues if issue.column == "what"] == [2]
