"""Where a place lies, as a sheet gives it: what is read of it, and that what cannot be read costs its value and not the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import MappingError
from loaders.load.load import Load
from loaders.mapping import parse
from tests.loaders.load.sheet import loaded

HEAD = 'name = "posts"\ntitle = "Posts"\nrecognised_by = ["site"]\n'
APART = HEAD + '[thing.post]\nlabel = "Station"\nname = "site"\nlatitude = "lat"\nlongitude = "lon"\nprecision_km = "off"\n'
ONE = HEAD + '[thing.post]\nlabel = "Station"\nname = "site"\ncoordinates = {}\n'
PLACE = ("latitude", "longitude", "precision_km")


def apart(folder: Path, *rows: str) -> Load:
    return loaded(folder, "site,lat,lon,off\n" + "".join(f"{row}\n" for row in rows), APART)


def one(folder: Path, cell: str, *rows: str, more: str = "") -> Load:
    return loaded(folder, "site\twhere\toff\n" + "".join(f"{row}\n" for row in rows), more + ONE.format(cell))


def places(load: Load) -> dict[str, dict[str, object]]:
    """What is claimed of each place, by its name."""
    names = {claim.about: str(claim.value) for claim in load.claims.values() if claim.property == "name"}
    read: dict[str, dict[str, object]] = {name: {} for about, name in names.items() if load.mentions[about].what == "Station"}
    for claim in load.claims.values():
        if claim.property in PLACE:
            read[names[claim.about]][claim.property] = claim.value
    return read


def test_each_number_is_read_as_people_write_it_and_a_bad_one_costs_itself_alone(tmp_path: Path) -> None:
    load = apart(
        tmp_path,
        'Mill,"52,2297","21,0122",',
        '"Old fort","52°14\'30""N","21°00\'28""E",',
        "Quay,52.2297° S,21.01 W,",
        "Gate,unknown,-,",
        "Yard,540.1,21.0122,",
        "Barn,522297,210122,",
        'Silo,"21°00\'28""E",52.2297,',
    )
    assert load.rejects == []
    assert places(load) == {
        "Mill": {"latitude": 52.2297, "longitude": 21.0122},
        "Old fort": {"latitude": 52.2416667, "longitude": 21.0077778},
        "Quay": {"latitude": -52.2297, "longitude": -21.01, "precision_km": 1.2},
        "Gate": {},
        "Yard": {"longitude": 21.0122},
        "Barn": {},
        "Silo": {"longitude": 52.2297},
    }
    assert [(issue.row, issue.column, issue.what.split(" (")[0]) for issue in load.issues] == [
        (5, "lat", "no coordinates: the cell says that it is not known"),
        (5, "lon", "no coordinates: the cell says that it is not known"),
        (6, "lat", "no coordinates: out of range: latitudes end at 90 degrees, longitudes at 180"),
        (7, "lat", "no coordinates: out of range: latitudes end at 90 degrees, longitudes at 180"),
        (7, "lon", "no coordinates: out of range: latitudes end at 90 degrees, longitudes at 180"),
        (8, "lat", "no coordinates: a longitude in a column of latitudes, or the other way round"),
    ]


def test_what_is_odd_names_the_shape_of_a_cell_and_not_the_cell(tmp_path: Path) -> None:
    (issue,) = apart(tmp_path, "Mill,Kovalenko 52,21.0,").issues
    assert issue.what == "no coordinates: in no form that is known (aaaaaaaaa 99)"


def test_two_zeros_are_no_place_and_one_is_the_equator(tmp_path: Path) -> None:
    load = apart(tmp_path, "Nowhere,0,0.000,", "Lake,0.0000,32.5825,", "Pole,51.4779,0.0000,")
    assert places(load) == {
        "Nowhere": {},
        "Lake": {"latitude": 0.0, "longitude": 32.5825},
        "Pole": {"latitude": 51.4779, "longitude": 0.0},
    }
    assert [issue.row for issue in load.issues] == [2, 2]


def test_coarse_figures_say_how_far_off_a_place_may_be_and_fine_ones_do_not(tmp_path: Path) -> None:
    load = apart(tmp_path, "Town,52.23,21.01,", "Dot,52.2297312,21.0122045,", "Told,52.2,21.0,3", 'Half,52.23,x,"0,5"')
    assert {name: read.get("precision_km") for name, read in places(load).items()} == {
        "Town": 1.2,
        "Dot": None,
        "Told": 3.0,
        "Half": 0.5,
    }
    assert load.claims  # and the cells it was read from are kept with it
    (original,) = [claim.original for claim in load.claims.values() if claim.property == "precision_km" and claim.value == 1.2]
    assert original == '{"lat": "52.23", "lon": "21.01"}'


def test_both_numbers_in_one_cell(tmp_path: Path) -> None:
    load = one(
        tmp_path,
        '{ column = "where", order = "lat-lon" }',
        "Mill\t52,2297; 21,0122\t",
        "Fort\t52°14'30\" N 21°00'28\" E\t",
        "Quay\t52.2297, 21.0122 ±500 m\t",
        "Gate\t52.2297, 221.0122\t",
        "Yard\t\t",
        "Barn\t0, 0\t",
    )
    assert load.rejects == []
    assert places(load) == {
        "Mill": {"latitude": 52.2297, "longitude": 21.0122},
        "Fort": {"latitude": 52.2416667, "longitude": 21.0077778},
        "Quay": {"latitude": 52.2297, "longitude": 21.0122, "precision_km": 0.5},
        "Gate": {},
        "Yard": {},
        "Barn": {},
    }
    assert [(issue.row, issue.column) for issue in load.issues] == [(5, "where"), (7, "where")]


def test_the_order_is_asked_for_where_nothing_shows_it(tmp_path: Path) -> None:
    load = one(tmp_path, '"where"', "Mill\t52.2297, 21.0122\t", "Far\t52.2297, 121.0122\t", "Fort\t21.0122 E, 52.2297 N\t")
    assert places(load)["Mill"] == {}
    assert places(load)["Far"] == {"latitude": 52.2297, "longitude": 121.0122}
    assert places(load)["Fort"] == {"latitude": 52.2297, "longitude": 21.0122}
    assert [issue.what for issue in load.issues] == [
        "no coordinates: latitude or longitude first? The order is not stated: say it with order (99.9999, 99.9999)"
    ]


def test_columns_that_are_read_together_and_a_format(tmp_path: Path) -> None:
    sheet = "site,zone,east,north\nMill,34U,500833,5786587\nFort,,,\n"
    cell = '{ columns = ["zone", "east", "north"], format = "utm" }'
    load = loaded(tmp_path, sheet, ONE.format(cell))
    mill = places(load)["Mill"]
    assert (mill["latitude"], mill["longitude"]) == (pytest.approx(52.2297, abs=2e-5), pytest.approx(21.0122, abs=2e-5))
    assert (places(load)["Fort"], load.issues) == ({}, [])


def test_the_language_of_the_mapping_says_what_a_letter_means(tmp_path: Path) -> None:
    rows = ("Mill\t33°26'40\" S, 70°39'02\" O\t",)
    (tmp_path / "none").mkdir()
    assert places(one(tmp_path / "none", '"where"', *rows)) == {"Mill": {}}
    assert places(one(tmp_path, '"where"', *rows, more='lang = "es"\n'))["Mill"]["longitude"] == pytest.approx(
        -70.650556, abs=1e-6
    )


def test_a_decimal_comma_is_read_wherever_a_number_stands(tmp_path: Path) -> None:
    load = apart(tmp_path, 'Mill,52.2297,21.0122,"0,25"', "Fort,52.2297,21.0122,far", 'Quay,52.2297,21.0122,"1,500"', "Gate,,,-2")
    assert {name: read.get("precision_km") for name, read in places(load).items()} == {
        "Mill": 0.25,
        "Fort": None,
        "Quay": None,
        "Gate": None,
    }
    assert load.rejects == []
    assert [(issue.row, issue.what) for issue in load.issues] == [
        (3, "no number: not a number (aaa)"),
        (4, "no number: a number that can be read in several ways: is the comma a decimal one? (9,999)"),
        (5, "no number: not within 0 or more (-9)"),
    ]


def test_a_place_of_which_every_value_is_bad_is_there_all_the_same(tmp_path: Path) -> None:
    mapping = HEAD.replace("site", "lat") + '[thing.post]\nlabel = "Station"\nlatitude = "lat"\nlongitude = "lon"\n'
    load = loaded(tmp_path, "lat,lon\n95.5,far\n", mapping)
    (post,) = [mention for mention in load.mentions.values() if mention.what == "Station"]
    assert [claim.property for claim in load.claims.values() if claim.about == post.id] == ["exists"]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('{ column = "where", order = "north-first" }', "order is one of lat-lon, lon-lat"),
        ('{ column = "where", format = "what3words" }', "format is one of plus-code, utm, mgrs, geojson, run-together"),
        ('{ column = "where", format = "utm", order = "lat-lon" }', "utm has an order of its own"),
        ('{ column = "where", source = "off" }', "source needs a .citations. table"),
        ('{ order = "lat-lon" }', "give column or columns, and only one of them"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_refused(cell: str, says: str) -> None:
    with pytest.raises(MappingError, match=says):
        parse(ONE.format(cell), "own.toml")


def test_only_a_place_has_coordinates() -> None:
    with pytest.raises(MappingError, match="coordinates go with the label Station, not Person"):
        parse(ONE.format('"where"').replace("Station", "Person"), "own.toml")


def test_what_a_mapping_writes_down_lies_on_earth_too() -> None:
    with pytest.raises(MappingError, match="95 is not within -90 to 90"):
        parse(APART.replace('latitude = "lat"', "latitude = { text = 95 }"), "own.toml")
