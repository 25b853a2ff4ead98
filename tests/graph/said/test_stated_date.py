"""A date as far as it is stated, as one text, and which of several holds."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

from graph.said.fold import Ballot, Held
from graph.said.fold_dates import fold_dates
from graph.said.span import ALWAYS, UNKNOWN_FROM, UNKNOWN_TO, Period
from graph.said.stated_date import period_of, text_of

TEXTS = {
    "1956-02-07": (datetime(1956, 2, 7), datetime(1956, 2, 8)),
    "1956-12-31": (datetime(1956, 12, 31), datetime(1957, 1, 1)),
    "1964-08": (datetime(1964, 8, 1), datetime(1964, 9, 1)),
    "1964-12": (datetime(1964, 12, 1), datetime(1965, 1, 1)),
    "1961": (datetime(1961, 1, 1), datetime(1962, 1, 1)),
    "1956 to 1966": (datetime(1956, 1, 1), datetime(1967, 1, 1)),
    "1964-08 to 1964-10": (datetime(1964, 8, 1), datetime(1964, 11, 1)),
    "1964-08-30 to 1964-09-02": (datetime(1964, 8, 30), datetime(1964, 9, 3)),
    "until 1960": (UNKNOWN_FROM, datetime(1961, 1, 1)),
    "until 1960-06-05": (UNKNOWN_FROM, datetime(1960, 6, 6)),
    "from 1970-03": (datetime(1970, 3, 1), UNKNOWN_TO),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_period_has_one_text_and_the_text_that_period(text: str) -> None:
    assert period_of(text) == Period(*TEXTS[text])
    assert text_of(Period(*TEXTS[text])) == text


def test_every_period_of_days_comes_back() -> None:
    chance = random.Random(1)
    for _ in range(2000):
        begin = datetime(1850, 1, 1) + timedelta(days=chance.randrange(60_000))
        period = Period(
            begin, begin + timedelta(days=chance.choice([1, 2, 27, 28, 30, 31, 365, 366, 730, chance.randrange(1, 9000)]))
        )
        text = text_of(period)
        assert text is not None and period_of(text) == period


def test_a_time_of_day_is_not_kept() -> None:
    assert text_of(Period(datetime(1956, 2, 7, 4, 30), datetime(1956, 2, 7, 4, 31))) == "1956-02-07"
    assert text_of(Period(datetime(1956, 2, 7, 22), datetime(1956, 2, 8, 2))) == "1956-02-07 to 1956-02-08"


def test_where_nothing_is_known_there_is_no_text() -> None:
    assert text_of(ALWAYS) is None


@pytest.mark.parametrize(
    "text", ["", "about 1961", "7.2.1956", "1956-2-7", "1956-02-30", "1966 to 1956", "61", "1961 to ", "until"]
)
def test_any_other_text_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month|range"):
        period_of(text)


def fold(*said: tuple[str, str], decided: str | None = None) -> Held:
    return fold_dates([Ballot(value, source) for value, source in said], lambda source: source, decided)


@pytest.mark.parametrize(
    ("said", "holds", "conflict"),
    [
        (("1961", "1961-05-03"), "1961-05-03", False),
        (("1956 to 1966", "1961"), "1961", False),
        (("1961", "1961", "1961", "1961-05"), "1961-05", False),
        (("1961-05-03", "1961-05-04"), "1961-05-03", True),
        (("1961", "1961-05-03", "1961-05-04", "1961-05-04"), "1961-05-04", True),
        (("1961 to 1962", "1962 to 1963", "1963"), "1963", True),
        (("1961 to 1962", "1962 to 1963"), "1961 to 1962", False),
        (("until 1960", "1961"), "1961", True),
        (("until 1960", "from 1960"), "until 1960", False),
        (("Aug 1964", "1964-08"), "1964-08", True),
    ],
)
def test_which_date_holds_and_whether_the_others_contradict_it(said: tuple[str, ...], holds: str, conflict: bool) -> None:
    held = fold(*((value, f"s{number}") for number, value in enumerate(said)))
    assert (held.value, held.conflict) == (holds, conflict)


def test_a_person_decides_and_a_contradiction_is_still_one() -> None:
    held = fold(("1961-05-03", "a"), ("1961", "b"), decided="1962")
    assert (held.value, held.conflict) == ("1962", True)
    assert not fold(("1961-05-03", "a"), ("1961", "b"), decided="1961-05").conflict
