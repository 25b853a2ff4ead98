"""What a person gives, and what the engine gets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.said.span import FIRST_YEAR, LAST_YEAR, ONE_DAY
from queries.catalogue import Catalogue
from queries.parameters import ANY, Parameter, ParameterType

DAY = Parameter("on", "day", "The day", default=ANY)
PERIOD = Parameter("period", "period", "The period", default=ANY)


def bound(parameter: Parameter, **values: object) -> dict[str, object]:
    return parameter.bound(parameter.given({name.rstrip("_"): value for name, value in values.items()}))


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_a_day_is_two_instants_as_text_or_date(day: date) -> None:
    begin = datetime(day.year, day.month, day.day)
    expected = {"on_from": begin, "on_to": begin + ONE_DAY}

    assert bound(DAY, on=day) == bound(DAY, on=day.isoformat()) == expected


def test_any_day_and_open_limits_are_null() -> None:
    assert bound(DAY) == bound(DAY, on="any") == {"on_from": None, "on_to": None}
    assert bound(PERIOD) == bound(PERIOD, from_="any") == {"from": None, "to": None}
    assert bound(PERIOD, from_="2014-05-01") == {"from": datetime(2014, 5, 1), "to": None}


def test_a_day_given_as_end_is_included_an_hour_is_an_instant() -> None:
    assert bound(PERIOD, to="2014-05-01") == {"from": None, "to": datetime(2014, 5, 2)}
    assert bound(PERIOD, to="2014-05-01T14:00") == {"from": None, "to": datetime(2014, 5, 1, 14)}
    assert bound(PERIOD, from_="2014-05-01", to=date(2014, 5, 1)) == {"from": datetime(2014, 5, 1), "to": datetime(2014, 5, 2)}
    assert bound(PERIOD, from_=datetime(2014, 5, 1, 14)) == {"from": datetime(2014, 5, 1, 14), "to": None}


@pytest.mark.parametrize(
    "values",
    [
        {"from_": "2014-05-02", "to": "2014-05-01"},
        {"from_": "2014-05-01T14:00", "to": "2014-05-01T14:00"},
        {"to": "9999-12-31"},
        {"from_": datetime(2014, 5, 1, tzinfo=UTC)},
        {"from_": "2014-05-01T14:00Z"},
        {"from_": "2014"},
        {"from_": 2014},
    ],
)
def test_a_period_that_is_none_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        bound(PERIOD, **values)


@pytest.mark.parametrize("value", ["2014-5-1", "03/04/2012", "yesterday", datetime(2014, 5, 1), 20140501, ""])
def test_a_day_that_is_none_is_refused_without_repeating_it(value: object) -> None:
    with pytest.raises(QueryError) as refused:
        bound(DAY, on=value)
    assert str(refused.value) == "--on: a day, such as 2014-05-01"


@pytest.mark.parametrize("value", ["0001-01-01", "1849-12-31", "2100-01-01", "9999-12-31", date(1, 1, 1), date.max])
def test_a_day_in_a_year_that_no_file_can_tell_is_refused(value: object) -> None:
    for parameter, name in ((DAY, "on"), (PERIOD, "from"), (PERIOD, "to")):
        with pytest.raises(QueryError, match=f"^--{name}: a year outside 1850-2099; a"):
            parameter.given({name: value})


def test_the_first_and_last_days_that_a_file_can_tell_may_be_asked_about() -> None:
    assert bound(DAY, on="2099-12-31")["on_to"] == datetime(2100, 1, 1)
    assert bound(PERIOD, from_="1850-01-01T00:00")["from"] == datetime(1850, 1, 1)


@pytest.mark.parametrize("value", ["2014-02-30", "2014-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_called_that(value: str) -> None:
    for parameter, name in ((DAY, "on"), (PERIOD, "from")):
        with pytest.raises(QueryError, match=f"^--{name}: there is no such day") as refused:
            parameter.given({name: value})
        assert value not in str(refused.value)


def test_without_a_default_it_must_be_given() -> None:
    for parameter in (
        Parameter("on", "day", "The day"),
        Parameter("period", "period", "When"),
        Parameter("unit", "id", "The unit"),
    ):
        with pytest.raises(QueryError, match="is missing"):
            bound(parameter)
    with pytest.raises(QueryError, match="a day is needed"):
        bound(Parameter("on", "day", "The day"), on="any")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("id", "u-1", "u-1"),
        ("ids", ["b", "a", "b"], ["a", "b"]),
        ("ids", "a", ["a"]),
        ("text", "Рота № 4", "Рота № 4"),
        ("int", "12", 12),
        ("int", -3, -3),
        ("float", "35", 35.0),
        ("float", 0.5, 0.5),
        ("bool", "Yes", True),
        ("bool", False, False),
        ("bool", "no", False),
        ("choice", "week", "week"),
    ],
)
def test_values_are_converted(kind: ParameterType, value: object, expected: object) -> None:
    assert bound(Parameter("x", kind, "X", choices=("week", "unit")), x=value) == {"x": expected}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("id", ""),
        ("id", 7),
        ("id", "\ud800"),
        ("ids", []),
        ("ids", ["a", 1]),
        ("text", None.__class__),
        ("int", "1.5"),
        ("int", True),
        ("int", 2**63),
        ("float", "nan"),
        ("float", "inf"),
        ("float", "x"),
        ("bool", "perhaps"),
        ("choice", "year"),
    ],
)
def test_a_value_of_another_type_is_refused(kind: ParameterType, value: Any) -> None:
    with pytest.raises(QueryError, match=r"^--x: "):
        bound(Parameter("x", kind, "X", choices=("week", "unit")), x=value)


@pytest.mark.parametrize(("type_", "value"), [("int", 0), ("int", "-3"), ("float", "0.5"), ("float", -1)])
def test_a_number_below_the_least_is_refused(type_: ParameterType, value: object) -> None:
    parameter = Parameter("n", type_, "How many", least=1)
    with pytest.raises(QueryError, match=r"^--n: a (whole )?number, 1 or more$"):
        parameter.given({"n": value})
    assert parameter.given({"n": 1}) == {"n": 1}


def test_every_number_of_the_library_has_a_least() -> None:
    numbers = [
        parameter for query in Catalogue.of().read()[0] for parameter in query.parameters if parameter.type in ("int", "float")
    ]
    assert len(numbers) == 10
    assert all(parameter.least in (0, 1) for parameter in numbers)
