"""Ends as the source names them, in words: what a loader read, read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from graph.words import moment, period, until
from graph.words.times import inclusive, last
from loaders.reading import parse_date

NAMED = {
    "2010-01-15": "15 January 2010",
    "2010-01-15T07:00": "15 January 2010 07:00",
    "2010-01-16T00:00": "16 January 2010",
    "2010-01-15T22:05": "15 January 2010 22:05",
    "2010-01": "31 January 2010",
    "2010": "31 December 2010",
}


@pytest.mark.parametrize(("cell", "said"), NAMED.items())
def test_an_end_reads_as_its_source_names_it(cell: str, said: str) -> None:
    read = parse_date(cell, None)
    assert read and until(read.period.end) == said


def test_the_last_minute_of_a_day_ends_the_day() -> None:
    read = parse_date("2010-01-15T23:59", None)
    assert read and until(read.period.end) == "15 January 2010"


def test_in_a_table_an_end_is_short() -> None:
    assert until(datetime(2010, 1, 16), short=True) == "2010-01-15"
    assert until(datetime(2010, 1, 16, 7, 1), short=True) == "2010-01-16 07:00"
    assert until(datetime(2010, 1, 16, 0, 1), short=True) == "2010-01-16 00:00"


def test_the_end_somebody_typed_reads_as_it_was_typed() -> None:
    asked = datetime(2010, 1, 16, 8)
    assert until(asked, asked) == "16 January 2010 08:00"
    assert until(asked, asked, short=True) == "2010-01-16 08:00"
    assert until(asked) == "16 January 2010 07:59"


def test_the_ends_of_the_calendar_are_unknown() -> None:
    assert {moment(UNKNOWN_FROM), moment(UNKNOWN_TO), until(UNKNOWN_TO), until(UNKNOWN_FROM)} == {"unknown"}
    assert moment(UNKNOWN_TO.date()) == "unknown"
    assert inclusive(UNKNOWN_TO) is None
    assert period(UNKNOWN_FROM, UNKNOWN_TO) == "unknown – unknown"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (datetime(2012, 5, 1), datetime(2012, 6, 1), "May 2012"),
        (datetime(2012, 12, 1), datetime(2013, 1, 1), "December 2012"),
        (datetime(2012, 1, 1), datetime(2013, 1, 1), "2012"),
        (datetime(2013, 7, 3), datetime(2013, 7, 4), "3 July 2013"),
        (datetime(2013, 7, 3), datetime(2013, 7, 6), "3 July 2013 – 5 July 2013"),
        (datetime(2013, 7, 3, 22), datetime(2013, 7, 3, 22, 1), "3 July 2013 22:00"),
        (datetime(2013, 7, 3, 22), datetime(2013, 7, 3, 23, 31), "3 July 2013 22:00 – 23:30"),
        (datetime(2013, 7, 3, 22), datetime(2013, 7, 4), "3 July 2013 22:00 – 24:00"),
        (datetime(2013, 7, 3, 22), datetime(2013, 7, 5), "3 July 2013 22:00 – 4 July 2013"),
        (datetime(2013, 7, 3), datetime(2013, 7, 4, 7, 1), "3 July 2013 – 4 July 2013 07:00"),
        (datetime(2013, 7, 3), UNKNOWN_TO, "3 July 2013 – unknown"),
        (UNKNOWN_FROM, datetime(2013, 7, 4), "unknown – 3 July 2013"),
    ],
)
def test_a_period(begin: datetime, end: datetime, said: str) -> None:
    assert period(begin, end) == said


def test_beside_an_end_a_file_has_its_last_day_or_minute() -> None:
    assert inclusive(datetime(2010, 1, 16)) == "2010-01-15"
    assert inclusive(datetime(2010, 1, 16, 7, 1)) == "2010-01-16T07:00"


@given(st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1)))
def test_the_last_of_a_period_lies_in_it_and_nothing_after_it_does(end: datetime) -> None:
    final = last(end)
    begin = final if isinstance(final, datetime) else datetime.combine(final, datetime.min.time())
    assert begin < end
    assert isinstance(final, date)
    assert (end - begin).total_seconds() <= (60 if isinstance(final, datetime) else 86_400)
