"""Dates are read to the precision they state, or refused; never invented."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import Period
from loaders.reading import DateError, How, Order, OrderShown, order_shown, parse_date, read_date, shape
from loaders.reading.dates import FIRST_YEAR, LAST_YEAR
from loaders.reading.dates.words import languages

DATES = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
ORDERS = st.sampled_from(["month-first", "day-first", "year-first", None])


def day(year: int, month: int, dom: int) -> Period:
    return Period.day(datetime(year, month, dom))


@pytest.mark.parametrize(
    ("text", "order", "period", "precision"),
    [
        ("2020-08-09", None, day(2020, 8, 9), "day"),
        ("2020/08/09", None, day(2020, 8, 9), "day"),
        ("2020.8.9", "day-first", day(2020, 8, 9), "day"),
        (" 2020-08-09\n", None, day(2020, 8, 9), "day"),
        ("2020-08-09T14:30", None, Period(datetime(2020, 8, 9, 14, 30), datetime(2020, 8, 9, 14, 31)), "minute"),
        ("2020-08-09 14:30:59", None, Period(datetime(2020, 8, 9, 14, 30), datetime(2020, 8, 9, 14, 31)), "minute"),
        ("9.08.2020 14:30", "day-first", Period(datetime(2020, 8, 9, 14, 30), datetime(2020, 8, 9, 14, 31)), "minute"),
        ("2010-05", None, Period(datetime(2010, 5, 1), datetime(2010, 6, 1)), "month"),
        ("2010-05-", None, Period(datetime(2010, 5, 1), datetime(2010, 6, 1)), "month"),
        ("2017-", None, Period(datetime(2017, 1, 1), datetime(2018, 1, 1)), "year"),
        ("2007", "month-first", Period(datetime(2007, 1, 1), datetime(2008, 1, 1)), "year"),
        ("December 2012", None, Period(datetime(2012, 12, 1), datetime(2013, 1, 1)), "month"),
        ("May 2012", None, Period(datetime(2012, 5, 1), datetime(2012, 6, 1)), "month"),
        ("9 August 2020", None, day(2020, 8, 9), "day"),
        ("9th August 2020", None, day(2020, 8, 9), "day"),
        ("August 9, 2020", None, day(2020, 8, 9), "day"),
        ("9-Aug-2020", None, day(2020, 8, 9), "day"),
        ("1er août 2020", None, day(2020, 8, 1), "day"),
        ("fe\u0301vrier 2001", None, Period(datetime(2001, 2, 1), datetime(2001, 3, 1)), "month"),
        ("11 de septiembre de 1973", None, day(1973, 9, 11), "day"),
        ("9 августа 2020 г.", None, day(2020, 8, 9), "day"),
        ("АВГУСТ 2020", None, Period(datetime(2020, 8, 1), datetime(2020, 9, 1)), "month"),
        ("9 жніўня 2020", None, day(2020, 8, 9), "day"),
        ("9 серпня 2020", None, day(2020, 8, 9), "day"),
        ("12 листопада 2013, 9:05", None, Period(datetime(2013, 11, 12, 9, 5), datetime(2013, 11, 12, 9, 6)), "minute"),
        ("6/27/2001", "month-first", day(2001, 6, 27), "day"),
        ("27.06.2001", "day-first", day(2001, 6, 27), "day"),
        ("03/04/2012", "month-first", day(2012, 3, 4), "day"),
        ("03/04/2012", "day-first", day(2012, 4, 3), "day"),
        ("13/04/2012", None, day(2012, 4, 13), "day"),
        ("04/13/2012", None, day(2012, 4, 13), "day"),
        ("05/05/2012", None, day(2012, 5, 5), "day"),
        ("29/02/2012", "day-first", day(2012, 2, 29), "day"),
        ("2030-12-31", None, day(2030, 12, 31), "day"),
        ("1850", None, Period(datetime(1850, 1, 1), datetime(1851, 1, 1)), "year"),
    ],
)
def test_reads(text: str, order: Order | None, period: Period, precision: str) -> None:
    found = parse_date(text, order)
    assert found is not None
    assert (found.period, found.precision) == (period, precision)


@pytest.mark.parametrize(
    "text",
    [
        "1/2/3/4/5/6/7/8/9/10/11/12/13", "1-2-3-4-5-6-7-8-9-10-11-12-13", "1,2,3,4,5,6,7,8,9,10,11,12,13", "a " * 26,
        "do 1 a " * 8,
        "1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 or 11 or 12 May 2012", "mar " * 12 + "2012",
        "1 5 2012 или " * 6,
        "с до по в 1 2 3 4 5 с до по в 1 2 3 4 5 с до", "i v x " * 8 + "2012", "10:10:10 " * 5, "(" * 26, "1. " * 12,
    ],
)  # fmt: skip
def test_no_cell_takes_long(text: str) -> None:
    """Each of these can be cut up in thousands of ways."""
    began = time.process_time()
    with pytest.raises(DateError):
        parse_date(text, None)
    assert time.process_time() - began < 3  # with the time to read all words, once


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_empty_is_no_date(text: str) -> None:
    assert parse_date(text, None) is None


REFUSED = [
    "10", "1", "2", "99", "1849", "2031", "4/4/42016", "Noevember 2013", "3/30/3006", "6/2/1016", "10/16/20106",
    "14:30", "14:30:00", "12/31/99", "31.12.99", "2020-02-30", "30/02/2020", "2021-02-29", "2020-13-01",
    "0/5/2020", "2020-08-09T24:00", "2020-08-09T14:60", "2020-08-09T14:30Z", "2020-08-09T14:30+03:00",
    "Monday 9 August 2020", "summer 2012", "2007?", "43221",
    "1.5", "NaN", "today", "now", "May", "9 August", "August 9", "9/8", "6/27-2001", "--", "-2017",
    "2017--", "2010-5-", "9 August 20", "32 May 2012",
    "0000-00-00", "1/1/0001", "2020-W33-7", "2020-222", "9 August 2020 BC", "not 9 August 2020", "file 9 August 2020",
    "9 August 2020 9 August 2020", "2020-08-09-10-11", "12.13.08.2020", "13.08.2020 a.", "13 13 August 2020",
    "9 August 2020 10:00 11:00", "August August 2020", "2020 2021", "the", "of", "circa", "before", "from to", "Q5 2020",
    "third half of 2020", "2020-08-09T14:30:61", "9 August 2020 25 pm", "1.2.3.2020", "№ 8/2020", "No. 8/2020", "v. 8/2020",
    "p. 5.1998",
    "1998-W05", "1998.5", "5_5_1998", "1998/13", "Sat 5 1998", "+1998", "1998±2", "1998!", "1998 = 1999",
    "10/1998/10", "\u0000", "(", "((((", "?" * 200, "1" * 200,
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("order", ["month-first", "day-first", "year-first", None])
def test_refuses_and_never_repeats_the_text(text: str, order: Order | None) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, order)
    assert not refused.value.ambiguous
    if len(text) > 4:
        assert text not in str(refused.value)
        assert text not in refused.value.reason


@pytest.mark.parametrize("text", ["03/04/2012", "3.4.2012", "12-11-2012", "01/02/2003 10:00"])
def test_an_order_that_is_not_stated_is_not_guessed(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, None)
    assert refused.value.ambiguous


@pytest.mark.parametrize(
    ("text", "order"), [("27/06/2001", "month-first"), ("6/27/2001", "day-first"), ("6/27/2001", "year-first")]
)
def test_a_stated_order_is_held_to(text: str, order: Order) -> None:
    with pytest.raises(DateError):
        parse_date(text, order)


@given(DATES, ORDERS)
def test_iso_is_read_back(when: date, order: Order | None) -> None:
    found = parse_date(when.isoformat(), order)
    assert found is not None
    assert found.period == day(when.year, when.month, when.day)


@given(DATES, st.sampled_from(["/", ".", "-"]))
def test_without_an_order_nothing_is_read_that_an_order_would_read_otherwise(when: date, mark: str) -> None:
    text = f"{when.day}{mark}{when.month}{mark}{when.year}"
    stated = parse_date(text, "day-first")
    assert stated is not None
    try:
        assert parse_date(text, None) == stated
    except DateError as refused:
        assert refused.ambiguous
        assert parse_date(f"{when.month}{mark}{when.day}{mark}{when.year}", "month-first") == stated


@given(st.text(max_size=30), ORDERS)
def test_any_text_is_a_date_nothing_or_refused(text: str, order: Order | None) -> None:
    try:
        found = parse_date(text, order)
    except DateError:
        return
    assert (found is None) == (not text.split())
    if found and found.precision != "limits":
        assert timedelta(minutes=1) <= found.period.end - found.period.begin <= timedelta(days=366)


def months() -> dict[str, dict[str, set[int]]]:
    """By language: every name of a month, and which months it means."""
    named: dict[str, dict[str, set[int]]] = {}
    for lang, file in languages().items():
        listed = file["months"]
        assert isinstance(listed, list)
        assert len(listed) == 12, lang
        for number, names in enumerate(listed, start=1):
            for name in names.split(" | "):
                named.setdefault(lang, {}).setdefault(name, set()).add(number)
    return named


@pytest.mark.parametrize("lang", sorted(languages()))
def test_every_month_name_is_read_or_means_two_months(lang: str) -> None:
    for name, meant in months()[lang].items():
        try:
            found = read_date(f"3 {name} 2001", How(lang=lang))
        except DateError as refused:
            assert (refused.reason, len(meant)) == ("several readings", 2)
        else:
            assert found
            assert meant == {found.period.begin.month}, name
            assert found.period == day(2001, found.period.begin.month, 3)


def test_months_of_two_languages_are_told_apart_by_the_language_alone() -> None:
    meanings: dict[str, set[int]] = {}
    for named in months().values():
        for name, meant in named.items():
            meanings.setdefault(name, set()).update(meant)
    assert {name for name, found in meanings.items() if len(found) > 1} == {
        *("lis", "lip", "listopad", "listopada", "srp"),  # Polish and Czech against Croatian
        *("jui", "تشرين", "كانون"),  # of French and Arabic months that come in pairs, half the name
    }


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("13 Augst 2020", "99 aaaaa 9999"),
        ("13.08.20", "99.99.99"),
        ("١٣/٠٨/٢٠", "99/99/99"),
        ("l3.08.2020", "a9.99.9999"),
        ("сен\u0301  20?", "aaa 99?"),
        ("x" * 500, "a" * 32 + "…"),
        ("", ""),
    ],
)
def test_a_shape_says_what_a_cell_looks_like_and_not_what_it_holds(text: str, shaped: str) -> None:
    assert shape(text) == shaped


def test_naive_reading_invents_dates() -> None:
    """The positive control: the shortest obvious reader accepts what ours refuses."""

    def naive(text: str) -> datetime:
        for form in ("%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y", "%m/%d/%y", "%d.%m.%y", "%H:%M", "%B"):
            try:
                return datetime.strptime(text + " 2024" if form == "%B" else text, form + " %Y" if form == "%B" else form)
            except ValueError:
                continue
        raise ValueError

    invented = []
    for text in [*REFUSED, "03/04/2012"]:
        try:
            naive(text)
            invented.append(text)
        except ValueError:
            continue
    assert {"14:30", "12/31/99", "May", "03/04/2012"} <= set(invented)


@pytest.mark.parametrize(
    ("texts", "order", "must_ask"),
    [
        (["27/06/2001", "3/4/2012"], "day-first", False),
        (["6/27/2001", "3/4/2012", "2007", ""], "month-first", False),
        (["3/4/2012", "5/5/2012"], None, True),
        (["27/06/2001", "6/27/2001", "3/4/2012"], None, True),
        (["27/06/2001", "6/27/2001"], None, False),
        (["May 2012", "2010-05-", "5/5/2012", "99/99/2012", "no date"], None, False),
        (["22:30 27.06.2001", "3.4.2012"], "day-first", False),
        (["12-14.08.2020", "3/4/2012"], "day-first", False),
        (["about 3/4/2012"], None, True),
        (["Monday 3/4/2012"], None, False),
        ([], None, False),
    ],
)
def test_a_column_shows_its_order_or_does_not(texts: list[str], order: Order | None, must_ask: bool) -> None:
    found = order_shown(texts)
    assert (found.order, found.must_ask) == (order, must_ask)


@given(st.lists(DATES), st.sampled_from(["month-first", "day-first"]))
def test_what_a_column_shows_is_how_it_was_written(dates: list[date], order: Order) -> None:
    form = "{0.month}/{0.day}/{0.year}" if order == "month-first" else "{0.day}/{0.month}/{0.year}"
    shown = order_shown(form.format(when) for when in dates)
    assert shown.order in (order, None)
    if any(when.day > 12 for when in dates):
        assert shown.order == order
    assert OrderShown().order is None
