from __future__ import annotations

from datetime import datetime

import pytest

from graph.said.span import ALWAYS, UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from tests.viz.page.sample import day
from viz.page import words

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
        (Span(YEAR_2007, YEAR_2007), "2007"),
        (Span(ALWAYS, TENTH), "by 10 May 2012 – at least 10 May 2012"),
        (Span(Period(day(2007), UNKNOWN_TO), Period(day(2007, 12, 31), day(2008, 6, 2))), "2007 – at least 1 June 2008"),
        (Span(YEAR_2007.hull(YEAR_2009), Period(day(2007, 12, 31), day(2009, 1, 2))), "2007 – 2009"),
        (
            Span(Period(day(2007, 3, 5), day(2008, 2)), Period(day(2007, 4, 6), day(2008))),
            "between 5 March 2007 and 6 April 2007 – between 31 December 2007 and 31 January 2008",
        ),
    ],
)
def test_a_span_in_one_phrase(span: Span, said: str) -> None:
    assert words.briefly(span.as_properties()) == said


def test_a_span_line_by_line() -> None:
    told = dict(words.fully(Span(ALWAYS, TENTH.hull(MAY), True, (TENTH, MAY)).as_properties()))
    assert told == {
        "surely": "May 2012, assumed between two citations",
        "possibly": "unknown – unknown",
        "cited": "May 2012; 10 May 2012",
    }
    assert words.fully(Span().as_properties())[0] == ("surely", "no day is sure")
    assert words.fully({}) == []
    assert words.briefly({}) == ""


def test_the_ends_of_the_calendar_are_unknown_and_hours_are_told() -> None:
    assert {words.moment(UNKNOWN_FROM), words.moment(UNKNOWN_TO), words.last(UNKNOWN_TO)} == {"unknown"}
    assert words.moment(datetime(2012, 5, 10, 22, 30)) == "10 May 2012 22:30"
    assert words.last(day(2012, 6)) == "31 May 2012"


def test_values_as_a_person_says_them() -> None:
    assert [words.value(told) for told in (None, True, ["a", "b"], day(2012), 3.5)] == [
        "",
        "yes",
        "a, b",
        "1 January 2012",
        "3.5",
    ]
