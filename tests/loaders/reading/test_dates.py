"""Dates are read to the precision they state, or refused; never invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import FIRST_YEAR, LAST_YEAR, Period
from loaders.reading import DateError, Order, OrderShown, order_shown, parse_date
from loaders.reading.months import LANGUAGES, MONTH

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
        ("2031-03-01", None, day(2031, 3, 1), "day"),  # a term that ends years ahead
        ("2099", None, Period(datetime(2099, 1, 1), datetime(2100, 1, 1)), "year"),
    ],
)
def test_reads(text: str, order: Order | None, period: Period, precision: str) -> None:
    found = parse_date(text, order)
    assert found is not None
    assert (found.period, found.precision) == (period, precision)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_empty_is_no_date(text: str) -> None:
    assert parse_date(text, None) is None


REFUSED = [
    "10", "1", "2", "99", "1849", "2100", "4/4/42016", "Noevember 2013", "3/30/3006", "6/2/1016", "10/16/20106",
    "14:30", "14:30:00", "12/31/99", "31.12.99", "2020-02-30", "30/02/2020", "2021-02-29", "2020-13-01", "2020-00-10",
    "2020-08-00", "0/5/2020", "2020-08-09T24:00", "2020-08-09T14:60", "2020-08-09T14:30Z", "2020-08-09T14:30+03:00",
    "2020-08-09T14", "Monday 9 August 2020", "summer 2012", "c. 2007", "about 2007", "2007?", "2007-2009", "2007/2009", "43221",
    "1.5", "NaN", "today", "now", "May", "9 August", "August 9", "9/8", "08/2020", "6/27-2001", "6 / 27 / 2001", "--", "-2017",
    "2017--", "2010-5-", "20200809", "20200809T143000", "٩ August 2020", "٢٠٢٠-٠٨-٠٩", "９/27/2001", "9 August 20", "32 May 2012",
    "2012 May", "mai-juin 2012", "0000-00-00", "1/1/0001", "2020-W33-7", "2020-222", "9 August 2020 2:30 pm", "9 August 2020 BC",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("order", ["month-first", "day-first", "year-first", None])
def test_refuses_and_never_repeats_the_text(text: str, order: Order | None) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, order)
    assert not refused.value.ambiguous
    if len(text) > 4:
        assert text not in str(refused.value)


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
    if found:
        assert timedelta(minutes=1) <= found.period.end - found.period.begin <= timedelta(days=366)
        assert str(found.period.begin.year) in text


@pytest.mark.parametrize("name", sorted(MONTH))
def test_every_month_name_is_read(name: str) -> None:
    found = parse_date(f"3 {name} 2001", None)
    assert found is not None
    assert found.period.begin == datetime(2001, MONTH[name], 3)


def test_no_name_means_two_months() -> None:
    meanings: dict[str, set[int]] = {}
    for months in LANGUAGES.values():
        assert len(months) == 12
        for number, names in enumerate(months, start=1):
            for name in names.split():
                meanings.setdefault(name, set()).add(number)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


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
