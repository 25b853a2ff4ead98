"""Coordinates are read as exactly as they state, or refused; never invented and never mended."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import FORMATS, POINT_ORDERS, PointError, PointHow, read_half, read_point
from tests.loaders.reading.point_spellings import wrong

OWN = Path(__file__).parent / "coordinates.tsv"
LAT_LON = PointHow("lat-lon")
HOWS = st.builds(
    PointHow, st.sampled_from([None, *POINT_ORDERS]), st.sampled_from([None, *FORMATS]), st.sampled_from([None, "es"])
)
SIGNS = st.text(st.sampled_from([*"0123456789.,;:-+°'\" /|()NSEWOсшвд±m~?\n"]), max_size=24)
LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


@pytest.mark.real
def test_coordinates_are_read_as_the_list_says(data: Path) -> None:
    assert wrong(data / "spellings" / "coordinates.tsv") == {}


def test_coordinates_of_the_same_kinds_in_other_words_and_languages() -> None:
    """Written by thinking of what offices write, before it was looked at what is read."""
    assert wrong(OWN) == {}


@given(st.one_of(st.text(max_size=40), SIGNS), HOWS)
def test_whatever_a_cell_holds_it_is_a_point_on_earth_or_refused(text: str, how: PointHow) -> None:
    try:
        point = read_point(text, how)
    except PointError:
        return
    if point is not None:
        assert abs(point.latitude) <= 90
        assert abs(point.longitude) <= 180
        assert point.precision_km >= 0.01


@given(st.one_of(st.text(max_size=40), SIGNS), st.sampled_from(["latitude", "longitude"]), HOWS)
def test_so_it_is_with_one_half(text: str, half: str, how: PointHow) -> None:
    try:
        angle = read_half(text, "latitude" if half == "latitude" else "longitude", how)
    except PointError:
        return
    assert angle is None or abs(angle.degrees) <= (90 if half == "latitude" else 180)


@given(LATITUDES, LONGITUDES, st.integers(3, 7))
def test_the_same_point_is_read_however_it_is_written(latitude: float, longitude: float, places: int) -> None:
    lat, lon = f"{abs(latitude):.{places}f}", f"{abs(longitude):.{places}f}"
    if not float(lat) and not float(lon):
        return
    south, west = latitude < 0, longitude < 0
    signed = f"{'-' * south}{lat}", f"{'-' * west}{lon}"
    lettered = f"{lat} {'S' if south else 'N'}", f"{lon}° {'W' if west else 'E'}"
    written = (
        read_point(", ".join(signed), LAT_LON),
        read_point(" ; ".join(signed).replace(".", ","), LAT_LON),
        read_point(" ".join(signed[::-1]), PointHow("lon-lat")),
        read_point(", ".join(lettered), PointHow()),
        read_point(f"POINT({signed[1]} {signed[0]})", PointHow()),
        read_point(f"geo:{signed[0]},{signed[1]}", PointHow()),
    )
    assert len(set(written)) == 1
    assert written[0] is not None
    assert abs(written[0].latitude - latitude) < 10**-places


@pytest.mark.parametrize(
    ("text", "km"), [("50, 20", 120), ("50.1, 20.1", 12), ("50.12345, 20.1", 12), ("50.123456, 20.123456", 0.01)]
)
def test_a_point_is_no_more_exact_than_its_coarser_number_nor_than_ten_metres(text: str, km: float) -> None:
    point = read_point(text, LAT_LON)
    assert point is not None
    assert (point.precision_km, point.stated_km) == (km, None)


def test_zero_is_the_equator_only_beside_a_longitude() -> None:
    with pytest.raises(PointError) as error:
        read_half("0.00", "latitude", PointHow())
    assert error.value.reason == "zero"
    angle = read_half("0.00", "latitude", PointHow(), beside_zero=True)
    assert angle is not None
    assert angle.degrees == 0


def test_a_reason_never_holds_the_cell() -> None:
    with pytest.raises(PointError) as error:
        read_point("12.6392, Kovalenko 8", LAT_LON)
    assert "Kovalenko" not in str(error.value)


def test_a_long_cell_is_refused_at_once() -> None:
    begun = time.perf_counter()
    for text in ("1 " * 80, "N E " * 40, "1,1" * 50, "о с в д " * 20, "1°1'1\"" * 20, "-" * 160, "1.1" * 50):
        with pytest.raises(PointError):
            read_point(text, PointHow())
    assert time.perf_counter() - begun < 5
