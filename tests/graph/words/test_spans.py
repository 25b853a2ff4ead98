from __future__ import annotations

from datetime import datetime

import pytest

from graph.said.span import ALWAYS, UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from graph.words import briefly, line_by_line
from loaders.load import spans
from loaders.reading import Partial, parse_date


def day(year: int, month: int = 1, date: int = 1, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, date, hour, minute)


MAY = Period(day(2012, 5), day(2012, 6))
YEAR_2007, YEAR_2009 = Period(day(2007), day(2008)), Period(day(2009), day(2010))
TENTH = Period.day(day(2012, 5, 10))


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(cited=(MAY,)), "by May 2012 – unknown"),
        (Span(), "unknown – unknown"),
        (Span(TENTH, TENTH), "10 May 2012"),
        (Span(TENTH), "some time on 10 May 2012"),
        (Span(MAY), "some time in May 2012"),
        (Span(MAY, MAY), "May 2012"),
        (Span(MAY, MAY, False, (Period.day(MAY.begin), Period.day(day(2012, 5, 31)))), "1 May 2012 – 31 May 2012"),
        (Span(YEAR_2007, YEAR_2007), "2007"),
        (Span(ALWAYS, TENTH), "at least 10 May 2012"),
        (Span(Period(day(2007), UNKNOWN_TO), Period(day(2007, 12, 31), day(2008, 6, 2))), "2007 – at least 1 June 2008"),
        (Span(YEAR_2007.hull(YEAR_2009), Period(day(2007, 12, 31), day(2009, 1, 2))), "2007 – 2009"),
        (
            Span(Period(day(2007, 3, 5), day(2008, 2)), Period(day(2007, 4, 6), day(2008))),
            "between 5 March 2007 and 6 April 2007 – between 31 December 2007 and 31 January 2008",
        ),
        (Span(Period(day(2012, 5, 10), day(2012, 5, 14))), "some time between 10 May 2012 and 13 May 2012"),
        (Span(Period(day(2012, 5, 10), UNKNOWN_TO)), "not before 10 May 2012"),
        (Span(Period(UNKNOWN_FROM, day(2012, 5, 14))), "not after 13 May 2012"),
    ],
)
def test_a_span_in_one_phrase(span: Span, said: str) -> None:
    assert briefly(span.as_properties()) == said


def read(text: str) -> Partial | None:
    return parse_date(text, None)


@pytest.mark.parametrize(
    ("begin", "end", "stay", "posting"),
    [
        ("2012-05-10", "2012-05-13", "10 May 2012 – 13 May 2012", "10 May 2012 – 13 May 2012"),
        ("2012-05-10", "2012-05-11", "10 May 2012 – 11 May 2012", "10 May 2012 – 11 May 2012"),
        ("2012-05-10T22:00", "2012-05-13T07:00", "10 May 2012 22:00 – 13 May 2012 07:00", None),
        ("2012-05-10T22:00", "2012-05-10T23:30", "10 May 2012 22:00 – 23:30", None),
        ("2012-05-10", "2012-05-13T07:00", "10 May 2012 – 13 May 2012 07:00", None),
        ("2007", "2010-01-15", "2007 – 15 January 2010", "2007 – 15 January 2010"),
        ("2012-05", "2012-09", "May 2012 – September 2012", "May 2012 – September 2012"),
        ("2012-05-10", "", "10 May 2012 – unknown", "10 May 2012 – at least 10 May 2012"),
        ("", "2012-05-10", "unknown – 10 May 2012", "by 10 May 2012 – 10 May 2012"),
    ],
)
def test_dates_come_out_as_a_row_had_them(begin: str, end: str, stay: str, posting: str | None) -> None:
    span, _ = spans.stated(read(begin), read(end), "happening")
    assert briefly(span.as_properties()) == stay
    if posting is not None:
        span, _ = spans.stated(read(begin), read(end), "state")
        assert briefly(span.as_properties()) == posting


def test_an_end_before_its_beginning_is_no_day_by_which_it_had_begun() -> None:
    span, issue = spans.stated(read("2012-05-13T07:00"), read("2012-05-10"), "happening")
    assert issue and briefly(span.as_properties()) == "unknown – unknown, cited 10 May 2012 and 13 May 2012 07:00"


def test_two_citations_without_an_end() -> None:
    span, _ = spans.cited(read("2012-05"), False, read("2013-07-03"), False, "state")
    assert briefly(span.as_properties()) == "by May 2012 – at least 3 July 2013"


def test_a_happening_on_a_day_and_at_an_hour() -> None:
    assert briefly(spans.on(read("2012-05-10"), "happening")[0].as_properties()) == "some time on 10 May 2012"
    assert briefly(spans.on(read("2012-05-10T22:00"), "happening")[0].as_properties()) == "10 May 2012 22:00"


def test_a_span_line_by_line() -> None:
    told = dict(line_by_line(Span(ALWAYS, TENTH.hull(MAY), True, (TENTH, MAY)).as_properties()))
    assert told == {
        "surely": "May 2012, assumed between two citations",
        "possibly": "unknown – unknown",
        "cited": "May 2012; 10 May 2012",
    }
    assert line_by_line(Span().as_properties())[0] == ("surely", "no day is sure")
    assert line_by_line({}) == []
    assert briefly({}) == ""


def test_the_minute_of_a_stated_hour_is_not_told_apart() -> None:
    span, _ = spans.stated(read("2012-05-10T22:00"), read("2012-05-13T07:00"), "happening")
    told = dict(line_by_line(span.as_properties()))
    assert told["surely"] == told["possibly"] == "10 May 2012 22:00 – 13 May 2012 07:00"
