"""Which value a word is, of a declared property. One rule for what a cell says and for what a mapping writes down."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, TypeVar

from graph.said.stated_date import period_of, text_of
from loaders.reading import DateError, parse_date

if TYPE_CHECKING:
    from graph.said.claim import ClaimValue
    from graph.schema import Property

Number = TypeVar("Number", int, float)
WHOLE: Final = re.compile(r"[-+]?[0-9]{1,19}")
NUMBER: Final = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
"""As a program writes them. Python would also take `1_000`, `１０` and `infinity`."""


def typed(word: object, declared: Property) -> ClaimValue:
    """The value. ValueError, saying what it is not, where the property cannot have it."""
    if declared.choices:
        return _choice(word, declared)
    match declared.type:
        case "int":
            return _within(_whole(str(word)), declared)
        case "float":
            return _within(_number(str(word)), declared)
        case "date":
            return _date(str(word))
        case "bool" if isinstance(word, bool):
            return word
        case "bool":
            raise ValueError("not true or false")
        case _ if isinstance(word, bool):
            raise ValueError("not a text")
        case _:
            return str(word)


def _choice(word: object, declared: Property) -> str:
    """One of our own words, whether its letters are capital or small."""
    small = word.strip().casefold() if isinstance(word, str) else None
    found = next((choice for choice in declared.choices if choice.casefold() == small), None)
    if found is None:
        raise ValueError(f"not one of {', '.join(declared.choices)}")
    return found


def _within(number: Number, declared: Property) -> Number:
    if not declared.holds(number):
        raise ValueError(f"not within {declared.limits}")
    return number


def _whole(text: str) -> int:
    if not WHOLE.fullmatch(text) or not -(2**63) <= int(text) < 2**63:
        raise ValueError("not a whole number")
    return int(text)


def _number(text: str) -> float:
    number = float(text) if NUMBER.fullmatch(text) else math.nan
    if not math.isfinite(number):
        raise ValueError("not a number")
    return number


def _date(text: str) -> str:
    """With the year first, or as a graph keeps it."""
    try:
        return text_of(period_of(text)) or text
    except ValueError:
        pass
    try:
        date = parse_date(text, "year-first")
    except DateError as error:
        raise ValueError(f"not a date: {error.reason}; write it year first, such as 1956-02-07") from None
    if date is None or (stated := text_of(date.period)) is None:
        raise ValueError("not a date")
    return stated
