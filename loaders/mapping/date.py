"""Dates of a part: in which columns they stand, and what they are dates of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from loaders.mapping.table import Around, Column, Flaw, Many, OneOf, TomlTable
from loaders.reading import CALENDARS, Calendar, DateError, parse_date

Form: TypeAlias = Literal["cited", "stated", "on", "range", "limits"]
"""`cited`: first and last citation. `stated`: a source gives the period. `on`: on that day. `range`: one cell holds the period.
`limits`: not outside these."""
FORMS: dict[Form, tuple[str | None, str | None]] = {
    "cited": ("first", "last"),
    "stated": ("begin", "end"),
    "on": ("on", None),
    "range": ("range", None),
    "limits": ("not_before", "not_after"),
}
FLAGS = ("first_is_start", "last_is_end", "last_is_open")
LETTERS = ("Y", "N", "E")


def _year_first(text: str) -> str:
    try:
        parse_date(text, "year-first")
    except DateError as error:
        raise ValueError(f"{error}: write it year first, such as 2023-03-31, 2023-03 or 2023") from None
    return text


class DateCell(TomlTable):
    """A date. The name of a column alone is the short form of `{ column = "…" }`."""

    column: Column | None = None
    """The column that holds the date."""
    text: Annotated[str, AfterValidator(_year_first)] | None = None
    """The same date for every row, instead of a column, with the year first: `"2023-03"` for a roster of March 2023."""
    time: Column | None = None
    """A column of its own with the hour of that day, such as 22:30."""
    parts: Annotated[tuple[Column, ...], Many()] = ()
    """Columns of month, day and year, in this order. Alone, they hold the date. Beside a column, they say the same date again:
    the text counts; where the two differ, the load report says so; where the text is no date, the parts count."""
    precision: Literal["day", "month", "year"] | None = None
    """The column means no more than that: one that writes the first of each month for the month has the precision "month"."""
    calendar: Annotated[Calendar, OneOf(CALENDARS)] | None = None
    """The calendar of this column, where it is not that of the whole mapping."""
    source: Column | None = None
    """The column that names the sources of this date, by their key in `[citations]`. Without it, the date cites what its thing
    or link cites."""
    grade: Column | None = None
    """The column with the compiler's own grade of this date. It is kept as it stands."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"column": raw} if isinstance(raw, str) else raw

    @cached_property
    def reads(self) -> tuple[Column, ...]:
        """All columns that hold the date."""
        named = (self.column, self.time, *self.parts)
        return tuple(column for column in named if column is not None)

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """A column, a text, or three parts alone."""
        if self.column is not None and self.text is not None:
            yield Flaw((), "give column or text, and only one of them", lacks=True)
        if self.column is None and self.text is None and not self.parts:
            yield Flaw((), "give column, text or parts", lacks=True)
        if self.time is not None and self.column is None and self.text is None:
            yield Flaw(("time",), "time goes with a column")
        if self.text is not None:
            unused = [name for name in ("time", "parts", "precision", "calendar") if getattr(self, name)]
            yield from (Flaw((name,), f"{name} goes with a column, not with text") for name in unused)
        if len(self.parts) not in (0, 3):
            yield Flaw(("parts",), "parts are three columns: of month, of day and of year")
        if self.source is not None and not around.cites:
            yield Flaw(("source",), "source needs a [citations] table that says by which key sources are cited")


class AsOf(DateCell):
    """When a sheet was made. A date alone is the short form of `{ text = "…" }`, any other text of `{ column = "…" }`."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        try:
            dated = isinstance(raw, str) and parse_date(raw, "year-first") is not None
        except DateError:
            dated = False
        return ({"text": raw} if dated else {"column": raw}) if isinstance(raw, str) else raw


class Flag(TomlTable):
    """What a date beside it means. The name of a column alone is the short form of `{ column = "…" }`."""

    column: Column | None = None
    """The column with the answer. It holds Y, N or E, or the words that `values` explain. An empty cell says nothing. Any
    other word is reported as an issue, and the date is not taken as a limit."""
    text: Annotated[str, OneOf(LETTERS)] | None = None
    """The same answer for every row, instead of a column: Y, N or E."""
    values: dict[str, Annotated[str, OneOf(LETTERS)]] = Field(default_factory=dict)
    """What the sheet's words mean: `{ "да" = "Y", "нет" = "N" }`."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"column": raw} if isinstance(raw, str) else raw

    @cached_property
    def letters(self) -> dict[str, str]:
        """Every word that is understood, with its letter."""
        return self.values or {letter: letter for letter in LETTERS}

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One of two ways to find the answer."""
        if (self.column is None) == (self.text is None):
            yield Flaw((), "give column or text, and only one of them", lacks=True)
        if self.text is not None and self.values:
            yield Flaw(("values",), "values go with a column, not with text")


Dates: TypeAlias = Annotated[tuple[DateCell, ...], Many(alone=True)]
"""One date, or several that may hold it: the first that is filled counts."""


class SpanPart(TomlTable):
    """When it was so. Choose one of five forms by what your sheet knows: `begin` and `end`, `on`, `range`, `not_before`
    and `not_after`, or `first` and `last`. Each takes a column, a table, or a list of them of which the first filled one counts.
    """

    begin: Dates = ()
    """The source says when it began. "2007" means some day of that year."""
    end: Dates = ()
    """The source says when it ended. That day, month or year is still part of it."""
    on: Dates = ()
    """The source says that it was so on that day, and nothing of before or after."""
    range: Dates = ()
    """One cell holds the whole period: "9-12 August 2020", "May 2012 – June 2014", "since 2015"."""
    not_before: Dates = ()
    """It was not before this date; when it was, nobody says."""
    not_after: Dates = ()
    """It was not after this date."""
    first: Dates = ()
    """The first time that a source mentions it. Needs `first_is_start`, and `last_is_open` or `last_is_end`."""
    last: Dates = ()
    """The last time that a source mentions it."""
    first_is_start: Flag | None = None
    """Is the first mention also the beginning? Y: yes. N: it may have begun before."""
    last_is_open: Flag | None = None
    """Does it go on after the last mention? Y: assumed to. N: not assumed to, and the end is unknown. E: no, the last mention is
    the end."""
    last_is_end: Flag | None = None
    """Is the last mention also the end? Y or E: yes. N: it may have gone on."""

    @cached_property
    def form(self) -> Form:
        """Which of the five it is."""
        return next(form for form, sides in FORMS.items() if any(side and getattr(self, side) for side in sides))

    @cached_property
    def opening(self) -> tuple[DateCell, ...]:
        """The dates at its beginning, or its only ones."""
        return self._side(0)

    @cached_property
    def closing(self) -> tuple[DateCell, ...]:
        """The dates at its end."""
        return self._side(1)

    @property
    def end_flag(self) -> Flag | None:
        """The flag beside the last citation."""
        return self.last_is_end or self.last_is_open

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One form, with its flags."""
        forms = [form for form, sides in FORMS.items() if any(side and getattr(self, side) for side in sides)]
        if len(forms) != 1:
            yield Flaw((), "give one of: begin and end; on; range; not_before and not_after; first and last", lacks=not forms)
        flags = [name for name in FLAGS if getattr(self, name) is not None]
        if forms == ["cited"] and ("first_is_start" not in flags or len(flags) != 2):
            yield Flaw(
                (), "first and last need first_is_start and exactly one of last_is_open, last_is_end", lacks=len(flags) < 2
            )
        if "cited" not in forms:
            yield from (Flaw((name,), f"{name} goes with first and last") for name in flags)

    def _side(self, which: Literal[0, 1]) -> tuple[DateCell, ...]:
        name = FORMS[self.form][which]
        found: tuple[DateCell, ...] = getattr(self, name) if name else ()
        return found
