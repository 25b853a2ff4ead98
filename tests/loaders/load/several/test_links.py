"""Where a cell names several, a link is made for each of them, and of two cells only for those that belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.pieces import UNEQUAL
from tests.loaders.load.several.sheet import ALLEGED, EVENT, MEN, links, names, odd, of_links, read, said

VICTIMS = """
[thing.victim]
label = "Person"
split = ","
name = "victims"
[link.suffered]
type = "SUFFERED"
begin = "victim"
end = "event"
rests_on = "victims"
"""
UNITS = """
[thing.unit]
label = "Unit"
split = ";"
name = "units"
[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "units"
function = { text = "member" }
"""
STATIONS = """
[thing.station]
label = "Station"
split = "/"
name = "places"
[link.seen]
type = "PRESENT_AT"
begin = "man"
end = "station"
rests_on = "places"
"""


def test_each_of_two_cells_is_linked_to_the_one_event_of_the_row(tmp_path: Path) -> None:
    load = read(tmp_path, 'id,men,victims\n1,Ada Brum; Olu Zent,"Ida Korr, Ute Rahn, Eva Lind"\n', EVENT, MEN, ALLEGED, VICTIMS)
    assert links(load, "ALLEGED_IN") == [("Ada Brum", "1"), ("Olu Zent", "1")]
    assert links(load, "SUFFERED") == [("Ida Korr", "1"), ("Ute Rahn", "1"), ("Eva Lind", "1")]
    rests = {(c.original, c.locator) for c in load.claims.values() if c.value == "SUFFERED"}
    assert rests == {(name, "row 2, victims") for name in ("Ida Korr", "Ute Rahn", "Eva Lind")}


@pytest.mark.parametrize(
    ("men", "roles", "told", "issues"),
    [
        ("Ada Brum; Olu Zent", "direct; ordered", [("Ada Brum", "direct"), ("Olu Zent", "ordered")], []),
        ("Ada Brum; Olu Zent", "; ordered", [("Olu Zent", "ordered")], []),
        ("Ada Brum; Olu Zent", "", [], []),
        ("Ada Brum; Olu Zent", "ordered", [], [(2, "role")]),
        ("Ada Brum; Olu Zent; Ida Korr", "direct; ordered", [], [(2, "role")]),
        ("Ada Brum", "ordered", [("Ada Brum", "ordered")], []),
        ("Ada Brum", "direct; ordered", [], [(2, "role")]),
        ("Ada Brum; Ada Brum", "direct; ordered", [("Ada Brum", "direct"), ("Ada Brum", "ordered")], []),
    ],
)
def test_what_a_link_says_goes_by_place(
    men: str, roles: str, told: list[tuple[str, str]], issues: list[tuple[int, str]], tmp_path: Path
) -> None:
    """Who "ordered" is written once beside two names: nobody is accused of it until somebody says of whom it is true."""
    load = read(tmp_path, f"id,men,role\n1,{men},{roles}\n", EVENT, MEN, ALLEGED + 'role = "role"\n')
    assert of_links(load, "ALLEGED_IN", "role") == told
    assert {begin for begin, _ in links(load, "ALLEGED_IN")} == set(names(load, "man"))
    assert odd(load) == issues
    assert {issue.what for issue in load.issues} <= {UNEQUAL}


@pytest.mark.parametrize(
    ("split", "day", "days", "issues"),
    [
        ('";"', "13.08.2020", [], [(2, "day")]),
        ('";"', "13.08.2020; 14.08.2020", ["13.08.2020", "14.08.2020"], []),
        ('[";", ","]', '"August 13, 2020"', [], [(2, "day")]),  # no day and no year beside two names
    ],
)
def test_a_date_goes_by_place_and_every_piece_must_be_one(
    split: str, day: str, days: list[str], issues: list[tuple[int, str]], tmp_path: Path
) -> None:
    seen = STATIONS.replace('split = "/"\n', "") + 'span = { on = "day" }\n'
    men = MEN.replace('";"', split)
    load = read(tmp_path, f"id,men,places,day\n1,Ada Brum; Olu Zent,Depot,{day}\n", men, seen)
    assert links(load, "PRESENT_AT") == [("Ada Brum", "Depot"), ("Olu Zent", "Depot")]
    assert [value for _, value in of_links(load, "PRESENT_AT", "span")] == days
    assert odd(load) == issues
    shared = seen + 'shared = ["day"]\n'
    (tmp_path / "shared").mkdir()
    again = read(tmp_path / "shared", f"id,men,places,day\n1,Ada Brum; Olu Zent,Depot,{day}\n", men, shared)
    assert len(of_links(again, "PRESENT_AT", "span")) == 2


def test_one_name_and_one_date_need_nothing(tmp_path: Path) -> None:
    seen = STATIONS.replace('split = "/"\n', "") + 'span = { on = "day" }\n'
    load = read(tmp_path, 'id,men,places,day\n1,Ada Brum,Depot,"August 13, 2020"\n', MEN.replace('";"', '","'), seen)
    assert (of_links(load, "PRESENT_AT", "span"), odd(load)) == ([("Ada Brum", "13.08.2020")], [])


def test_a_place_that_is_one_is_that_of_each(tmp_path: Path) -> None:
    """The other end is one thing: its columns are not of one of the men, but of it."""
    seen = STATIONS.replace('split = "/"\n', "")
    load = read(tmp_path, "id,men,places\n1,Ada Brum; Olu Zent,Depot; north gate\n", MEN, seen)
    assert links(load, "PRESENT_AT") == [("Ada Brum", "Depot; north gate"), ("Olu Zent", "Depot; north gate")]


def test_so_it_is_where_a_condition_looks_at_the_place(tmp_path: Path) -> None:
    seen = STATIONS.replace('split = "/"\n', 'when = { column = "places", filled = true }\n')
    load = read(tmp_path, "id,men,places\n1,Ada Brum; Olu Zent,Depot\n2,Ida Korr; Ute Rahn,\n", MEN, seen)
    assert links(load, "PRESENT_AT") == [("Ada Brum", "Depot"), ("Olu Zent", "Depot")]
    assert odd(load) == []


@pytest.mark.parametrize(
    ("places", "lat", "lon", "point", "said_of"),
    [
        ("Depot, Camp", "53.9, 54.1", "27.5, 28.2", "", ["Depot", "Camp"]),
        ("Depot, Camp", "53,9", "27,5", "", []),  # a decimal comma, not the latitudes of two
        ("Depot", "53,9", "27,5", "", ["Depot"]),
        ("Depot, Camp", "", "", "53.9N, 27.5E", []),
        ("Depot", "", "", "53.9N, 27.5E", ["Depot"]),
    ],
)
def test_a_number_or_a_point_is_not_cut_in_two(
    places: str, lat: str, lon: str, point: str, said_of: list[str], tmp_path: Path
) -> None:
    station = '[thing.station]\nlabel = "Station"\nsplit = ","\nname = "places"\n'
    station += 'latitude = "lat"\nlongitude = "lon"\ncoordinates = "point"\n'
    load = read(tmp_path, f'id,men,places,lat,lon,point\n1,Ada Brum,"{places}","{lat}","{lon}","{point}"\n', MEN, station)
    assert [name for name, _ in said(load, "station", "latitude")] == said_of
    assert [name for name, _ in said(load, "station", "longitude")] == said_of
    assert bool(odd(load)) is not bool(said_of)


def test_in_order_the_first_belongs_to_the_first(tmp_path: Path) -> None:
    units = UNITS + 'pairs = "in_order"\nrank = "rank"\n'
    sheet = "id,men,units,rank\n1,Ada Brum; Olu Zent; Ida Korr,North; ; South,Lt.;;Sgt.\n2,Eva Lind; Jon Ask,East; East,\n"
    load = read(tmp_path, sheet, MEN, units)
    assert links(load, "POSTED_TO") == [("Ada Brum", "North"), ("Ida Korr", "South"), ("Eva Lind", "East"), ("Jon Ask", "East")]
    assert of_links(load, "POSTED_TO", "rank") == [("Ada Brum", "Lt."), ("Ida Korr", "Sgt.")]
    assert names(load, "unit") == ["North", "South", "East"]
    assert odd(load) == []


@pytest.mark.parametrize("units", ["North", "North; South", "North; South; East; West"])
def test_in_order_of_unequal_numbers_nobody_guesses_who_belongs_to_whom(units: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men,units\n1,Ada Brum; Olu Zent; Ida Korr,{units}\n", MEN, UNITS + 'pairs = "in_order"\n')
    assert links(load, "POSTED_TO") == []
    assert names(load, "unit") == units.split("; ")
    assert odd(load) == [(2, "units")]
    assert "the cells of man and unit do not name equally many" in load.issues[0].what


def test_in_order_a_name_without_another_is_reported(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,units\n1,Ada Brum; ; Ida Korr,North; East; South\n", MEN, UNITS + 'pairs = "in_order"\n')
    assert links(load, "POSTED_TO") == [("Ada Brum", "North"), ("Ida Korr", "South")]
    assert (odd(load), "has no man for it" in load.issues[0].what) == ([(2, "units")], True)


def test_each_with_each_where_the_mapping_says_so(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,places\n1,Ada Brum; Olu Zent,Depot / Camp /\n", MEN, STATIONS + 'pairs = "each_with_each"\n')
    assert links(load, "PRESENT_AT") == [(man, place) for man in ("Ada Brum", "Olu Zent") for place in ("Depot", "Camp")]


def test_a_link_without_an_end_is_reported_once(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,victims\n,Ada Brum; Olu Zent,\n", EVENT, MEN, ALLEGED)
    assert links(load, "ALLEGED_IN") == []
    assert odd(load) == [(2, "men")]


def test_whoever_is_left_out_by_a_condition_is_missed_where_a_link_states_him(tmp_path: Path) -> None:
    men = MEN + 'when = { column = "known", is = ["yes"] }\n'
    load = read(tmp_path, "id,men,known\n1,Ada Brum; Olu Zent,yes; no\n", EVENT, men, ALLEGED)
    assert links(load, "ALLEGED_IN") == [("Ada Brum", "1")]
    assert odd(load) == [(2, "men")]


def test_what_denies_denies_of_each(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men\n1,Ada Brum; Olu Zent\n", EVENT, MEN, ALLEGED + "denies = true\n")
    denied = {c.about for c in load.claims.values() if c.polarity == "denies"}
    assert denied == {mention.id for mention in load.mentions.values() if mention.what == "ALLEGED_IN"} and len(denied) == 2


def test_exhibits_in_one_cell_are_kept_each_with_its_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    source = '[thing.exhibit]\nlabel = "Source"\nsplit = ";"\nname = "men"\nattached = "files"\n'
    load = read(tmp_path, "id,men,files\n1,E1; E2,a.txt; b.txt\n", source)
    held = {c.original for c in load.claims.values() if c.property == "sha256" and c.locator != "the file"}
    assert (held, len(load.attachments)) == ({"a.txt", "b.txt"}, 2)
