"""The date that a cell states: read in every way and every order that nothing rules out, and refused where they differ."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.reading.dates.cell import Cell
from loaders.reading.dates.figures import plain
from loaders.reading.dates.forms import Form, One
from loaders.reading.dates.how import ORDERS, How, Order
from loaders.reading.dates.meaning import of_form
from loaders.reading.dates.plain import quick
from loaders.reading.dates.refusal import DateError, Reason, nearest
from loaders.reading.dates.tokens import WORD, tokens
from loaders.reading.dates.why import why
from loaders.reading.dates.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.reading.dates.how import Kind
    from loaders.reading.dates.partial import Partial
    from loaders.reading.dates.tokens import Token

MOST_SIGNS, MOST_TOKENS, MOST_WORDS = 120, 26, 12
"""Of a cell that is looked at: longer ones are prose."""
DITTO = '"“”„«»'
ORDERED: dict[Order | None, How] = {order: How(order) for order in (*ORDERS, None)}
OTHER: dict[Order, Order] = {"day-first": "month-first", "month-first": "day-first"}


def read_date(text: str, how: How, kind: Kind = "on") -> Partial | None:
    """The date a cell states, or None for an empty cell. DateError where it cannot be read without guessing."""
    read = _read(text, how, kind)
    if isinstance(read, str):
        raise DateError(read)
    return read


def parse_date(text: str, order: Order | None) -> Partial | None:
    """The same, where nothing but the order is stated."""
    return read_date(text, ORDERED[order])


@lru_cache(maxsize=65_536)
def _read(text: str, how: How, kind: Kind) -> Partial | Reason | None:
    """A column writes the same date again and again: each cell is read once."""
    if found := quick(text, how, kind):
        return found
    same = plain(text)
    if not same and not text.split():
        return None
    if not same:  # quotation marks stand for what is above, which is another cell
        return "relative" if any(sign in text for sign in DITTO) else "no date"
    words = lexicon(how.words)
    cut = tokens(same, words, how.lang) if len(same) <= MOST_SIGNS else []
    if not cut or len(cut) > MOST_TOKENS or sum(token.mark == WORD for token in cut) > MOST_WORDS:
        return "no date"
    read = in_orders(cut, how, kind)
    return why(same, cut, words, how, kind, read.reason) if isinstance(read, DateError) else read


def in_orders(found: Sequence[Token], how: How, kind: Kind) -> Partial | DateError:
    """In the order stated; or in any, if only one of them gives a date."""
    if how.order:
        read = in_order(found, how, kind, how.order)
        misfit = isinstance(read, DateError) and read.reason in ("no such month", "no such day") and how.order in OTHER
        if misfit and not isinstance(in_order(found, how, kind, OTHER[how.order]), DateError):
            return DateError("against the order")
        return read
    orders: list[Order] = ["day-first", "month-first"]
    if how.century is not None and any(token.width == 2 for token in found):
        orders.append("year-first")
    outcomes = [in_order(found, how, kind, order) for order in orders]
    dates = list(dict.fromkeys(one for one in outcomes if not isinstance(one, DateError)))
    if len(dates) == 1:
        return dates[0]
    if dates:
        return DateError("ambiguous order")
    return nearest([one.reason for one in outcomes[:2] if isinstance(one, DateError)])


def in_order(found: Sequence[Token], how: How, kind: Kind, order: Order) -> Partial | DateError:
    """In one order: all ways of reading must agree."""
    dates: dict[Partial, None] = {}
    alone: list[Reason] = []
    more: list[Reason] = []
    forms = list(dict.fromkeys(Cell(how, order, kind).forms(found)))
    for form in forms:
        try:
            dates[of_form(form, how, kind)] = None
        except DateError as error:
            (alone if isinstance(form, One) and error.reason != "no date" else more).append(error.reason)
    if "zone by letters" in alone:  # such letters may be another word besides
        return DateError("zone by letters")
    if len(dates) == 1 and not _day_or_year(forms):
        return next(iter(dates))
    if dates:
        return DateError("several readings")
    reasons = alone or more
    return nearest(reasons) if reasons else DateError("no date")


def _day_or_year(forms: Sequence[Form]) -> bool:
    """A month and two figures: "Aug 20" is a day without a year, or a month of a year whose century is stated."""
    named = [form.named for form in forms if isinstance(form, One)]
    return any(one.level == "day" and not one.has_year and one.month for one in named) and any(
        one.level == "month" and one.year is not None for one in named
    )
