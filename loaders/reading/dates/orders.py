"""A cell in every way and every order that nothing rules out: refused where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.reading.dates.cell import Cell
from loaders.reading.dates.forms import Form, One
from loaders.reading.dates.how import How, Order
from loaders.reading.dates.meaning import of_form
from loaders.reading.dates.refusal import DateError, Reason, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.reading.dates.how import Kind
    from loaders.reading.dates.partial import Partial
    from loaders.reading.dates.tokens import Token

OTHER: dict[Order, Order] = {"day-first": "month-first", "month-first": "day-first"}


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
