"""Days of other calendars: two libraries must agree where there are two, and days that everybody knows are where they were."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import jdatetime
import pytest
from convertdate import islamic, persian
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading.dates import DateError
from loaders.reading.dates.calendars import DISPUTED, day, first, length


@pytest.mark.parametrize(
    ("calendar", "there", "here"),
    [
        ("solar-hijri", (1357, 11, 22), date(1979, 2, 11)),  # Tehran
        ("solar-hijri", (1357, 2, 7), date(1978, 4, 27)),  # Kabul
        ("umm-al-qura", (1442, 9, 1), date(2021, 4, 13)),
        ("buddhist", (2535, 5, 17), date(1992, 5, 17)),  # Bangkok
        ("julian", (1917, 10, 25), date(1917, 11, 7)),  # Petrograd
        ("julian", (1900, 2, 29), date(1900, 3, 13)),
        ("gregorian", (2000, 2, 29), date(2000, 2, 29)),
    ],
)
def test_a_day_that_everybody_knows(calendar: str, there: tuple[int, int, int], here: date) -> None:
    assert day(calendar, *there) == here  # type: ignore[arg-type]  # one of the calendars


@settings(max_examples=20)  # the other library works out where the sun stood
@given(st.integers(1229, 1408), st.integers(1, 12), st.integers(1, 31))
def test_two_libraries_agree_on_the_solar_year(year: int, month: int, number: int) -> None:
    try:
        found = day("solar-hijri", year, month, number)
    except DateError as refused:
        disputed = {year, year + (month == 12)} & DISPUTED
        assert (refused.reason == "several readings") if disputed else number > persian.month_length(year, month)
    else:
        assert (found.year, found.month, found.day) == persian.to_gregorian(year, month, number)


def test_years_that_the_two_begin_a_day_apart_are_refused() -> None:
    year = min(DISPUTED)
    found = jdatetime.date(year, 1, 1).togregorian()
    assert (found.year, found.month, found.day) != persian.to_gregorian(year, 1, 1)
    with pytest.raises(DateError) as refused:
        day("solar-hijri", year, 5, 1)
    assert refused.value.reason == "several readings"


@given(st.integers(1356, 1450), st.integers(1, 12))
def test_the_moon_is_seen_within_two_days_of_either_computation(year: int, month: int) -> None:
    found, counted = first("hijri", year, month), date(*(int(part) for part in islamic.to_gregorian(year, month, 1)))
    assert abs(found - counted) <= timedelta(days=2)
    assert length("umm-al-qura", year, month) in (29, 30)


@pytest.mark.parametrize(
    ("calendar", "there", "reason"),
    [
        ("solar-hijri", (1400, 12, 30), "no such day"),
        ("solar-hijri", (1400, 13, 1), "no such month"),
        ("julian", (1901, 2, 29), "no such day"),
        ("buddhist", (2564, 2, 29), "no such day"),
        ("buddhist", (2470, 2, 1), "several readings"),
        ("umm-al-qura", (1200, 1, 1), "year out of range"),
        ("umm-al-qura", (1442, 9, 31), "no such day"),
        ("solar-hijri", (99999, 1, 1), "year out of range"),
    ],
)
def test_a_day_that_never_was(calendar: str, there: tuple[int, int, int], reason: str) -> None:
    with pytest.raises(DateError) as refused:
        day(calendar, *there)  # type: ignore[arg-type]  # one of the calendars
    assert refused.value.reason == reason


def test_plain_dates_import_no_calendar_and_no_words() -> None:
    code = (
        "import sys; from loaders.reading import parse_date\n"
        "parse_date('2012-05-03', None); parse_date('03.05.2012', 'day-first')\n"
        "from loaders.reading.dates import words\n"
        "print({'hijridate', 'jdatetime', 'convertdate'} & set(sys.modules), words.languages.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["set()", "0"]
