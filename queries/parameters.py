"""What a saved query asks for: typed parameters, and how what a person gives becomes what the engine gets.

A day reaches the query as two instants, `$on_from` and `$on_to`; a period as `$from` and `$to`. Both are half-open and
null where open: a day given as the end of a period includes that day, an hour is an instant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, TypeAlias, TypeVar, get_args

from graph.errors import QueryError
from graph.said.span import FIRST_YEAR, LAST_YEAR, ONE_DAY, OUTSIDE

ParameterType: TypeAlias = Literal["id", "ids", "text", "int", "float", "bool", "day", "period", "choice"]
TYPES: tuple[ParameterType, ...] = get_args(ParameterType)
Moment = TypeVar("Moment", bound=date)
ANY = "any"
"""Left open: no day, or a period without limits."""

ALIKE = "alike"
"""What every query gets: by id of a thing that waits in the review, the ids of all that may be one with it, its own too."""
RESERVED = frozenset(
    {"case", "json", "csv", "profile", "limit", "explain", "save", "within", "certainty"}
    | {"help", "debug", "version", "out", "for", "as", "param", "quiet", "seconds", "why"}
)
"""Options that every query has; a parameter may not be called so."""


@dataclass(frozen=True, slots=True)
class Required:
    """Stands where a parameter has no default: it must be given."""


REQUIRED = Required()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter as its query declares it."""

    name: str
    type: ParameterType
    help: str
    of: str | None = None
    """The label an id names."""
    choices: tuple[str, ...] = ()
    default: object = REQUIRED
    least: float | None = None
    """Of a number: below it the question means nothing, and is refused."""

    @property
    def required(self) -> bool:
        """Whether it must be given; of a period, at least one limit."""
        return isinstance(self.default, Required)

    @property
    def options(self) -> tuple[str, ...]:
        """The keys under which it is given, on the command line, in a form and to `run`."""
        return ("from", "to") if self.type == "period" else (self.name,)

    @property
    def in_query(self) -> tuple[str, ...]:
        """The names under which the query text uses it, without `$`."""
        if self.type == "day":
            return (f"{self.name}_from", f"{self.name}_to")
        return self.options

    @property
    def about_time(self) -> bool:
        """Whether an answer depends on when."""
        return self.type in ("day", "period")

    def given(self, values: Mapping[str, object]) -> dict[str, object]:
        """What was given under its options, in plain form, the default filled in: what an answer records."""
        by_option = {option: values.get(option) for option in self.options}
        if all(value is None for value in by_option.values()):
            if isinstance(self.default, Required):
                wanted = " or ".join(f"--{option}" for option in self.options)
                raise QueryError(f"{wanted} is missing: {self.help}")
            by_option = dict.fromkeys(self.options, self.default)
        if self.type == "day" and by_option[self.name] == ANY and self.default != ANY:
            raise QueryError(f"--{self.name}: a day is needed, such as 2014-05-01")
        return {option: _plain(self, option, value) for option, value in by_option.items()}

    def bound(self, plain: Mapping[str, object]) -> dict[str, object]:
        """The engine's parameters for the plain form that `given` returns."""
        if self.type == "day":
            day = plain[self.name]
            begin = None if day == ANY else datetime.fromisoformat(str(day))
            return {self.in_query[0]: begin, self.in_query[1]: begin and begin + ONE_DAY}
        if self.type == "period":
            begin, end = _instant(plain["from"]), _instant(plain["to"], end=True)
            if begin and end and begin >= end:
                how = "lasts no time" if begin == end else "ends before it begins"
                raise QueryError(f"--from and --to: the period {how}")
            return {"from": begin, "to": end}
        return {self.name: plain[self.name]}


def _plain(parameter: Parameter, option: str, value: object) -> object:
    try:
        read = _READ[parameter.type](value)
    except NoSuchDay as error:
        raise QueryError(f"--{option}: {error}; {WANTED[parameter.type]}") from None
    except (ValueError, TypeError, OverflowError):
        raise QueryError(f"--{option}: {WANTED[parameter.type]}") from None
    if parameter.type == "choice" and read not in parameter.choices:
        raise QueryError(f"--{option}: one of {', '.join(parameter.choices)}")
    if parameter.least is not None and isinstance(read, int | float) and read < parameter.least:
        raise QueryError(f"--{option}: {WANTED[parameter.type]}, {parameter.least} or more")
    return read


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    value.encode()  # a lone surrogate has no place in a graph
    return value


def _texts(value: object) -> list[str]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not items:
        raise ValueError
    return sorted({_text(item) for item in items})


def _int(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError
    number = int(value)
    if not -(2**63) <= number < 2**63:
        raise ValueError
    return number


def _float(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError
    number = float(value)
    if not math.isfinite(number):
        raise ValueError
    return number


def _bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).casefold()
    if word not in ("yes", "true", "no", "false"):
        raise ValueError
    return word in ("yes", "true")


class NoSuchDay(ValueError):
    """Written as it should be, and in no calendar, or in no year that a case can be about: its words say which."""


def day(text: str) -> date:
    """The day that somebody typed. NoSuchDay where no calendar has it, ValueError where it is not written as a day."""
    if text == ANY:
        raise ValueError
    return date.fromisoformat(_day(text))


def _day(value: object) -> str:
    if value is None or value == ANY:
        return ANY
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        value = _in_calendar(value).date()
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError
    return _within_years(value).isoformat()


def _limit(value: object) -> str:
    if isinstance(value, datetime):
        moment = _within_years(value)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", value, re.ASCII):
        moment = _in_calendar(value)
    else:
        return _day(value)
    if moment.tzinfo is not None:
        raise ValueError
    return moment.isoformat()


def _in_calendar(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise NoSuchDay(NO_SUCH_DAY) from None
    return _within_years(moment)


def _within_years(moment: Moment) -> Moment:
    """As it is; NoSuchDay where no file could tell it, such as the first and last day of all, which stand for "unknown"."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise NoSuchDay(OUTSIDE)
    return moment


def _instant(plain: object, *, end: bool = False) -> datetime | None:
    if plain == ANY:
        return None
    if "T" in str(plain):
        return datetime.fromisoformat(str(plain))
    midnight = datetime.combine(date.fromisoformat(str(plain)), time())
    return midnight + ONE_DAY if end else midnight


_READ: dict[ParameterType, Callable[[object], object]] = {
    "id": _text,
    "ids": _texts,
    "text": _text,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "day": _day,
    "period": _limit,
    "choice": _text,
}
NO_SUCH_DAY = "there is no such day or hour"
WANTED: dict[ParameterType, str] = {
    "id": "an id",
    "ids": "one id or several",
    "text": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "day": "a day, such as 2014-05-01",
    "period": "a day or an hour, such as 2014-05-01 or 2014-05-01T14:00",
    "choice": "one of the choices",
}
"""What is given for it, in words."""
