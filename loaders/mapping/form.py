"""The format of a mapping, declared once. Every class is a table of the TOML file, every field a key of it.

The parser with its faults (`parse`), the JSON Schema that editors read (`editor`), and the reference page
(`.github/docs/mapping.md`) are all made from this declaration: `form`, `part`, `cell`, `date` and `entry`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any, Final

from pydantic import ConfigDict, Field, PrivateAttr, StrictBool, StrictStr

from graph import schema
from loaders.mapping.cell import Value
from loaders.mapping.date import AsOf, DateCell
from loaders.mapping.entry import EntryPart
from loaders.mapping.extract import Extract
from loaders.mapping.layout import TablePart
from loaders.mapping.part import COMPUTED, LinkPart, ThingPart, misfit
from loaders.mapping.pattern import Pattern
from loaders.mapping.split import Split
from loaders.mapping.table import Around, Column, Flaw, Many, OneOf, Text, TomlTable, columns
from loaders.mapping.when import When
from loaders.reading import CALENDARS, GIVEN, ORDERS, Calendar, Hemisphere, How, Order
from loaders.reading.dates import CENTURIES, FIRST_YEAR, LAST_YEAR
from loaders.reading.layout import SHEET, Layout

TICKS: Final = ("x", "х", "yes", "y", "да", "д", "так", "+", "✓", "✔", "v", "1", "true", "sí", "si", "oui", "ja", "☑", "☒")
"""The second is the Russian letter."""


class KeySpace(TomlTable):
    """A name for the keys that one compiler gives. Mappings that name the same key space speak of the same things."""

    reason: StrictStr
    """Why rows with the same key may be joined without anybody looking. It is printed with every load."""
    distinct: StrictBool = False
    """`true`: the compiler keeps two keys apart, so two keys are never one thing, however alike the names."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Nobody may join without saying why."""
        if not self.reason.strip():
            yield Flaw(("reason",), "a reason is required")


class Citations(TomlTable):
    """Which columns name the sources that the sheet relies on: one for the whole row, or one beside a value (`source`)."""

    column: Column | None = None
    """The column that names the sources of the whole row. Every value cites them, unless it has a column of its own (`source`)
    or is the compiler's own word (`own_word`). Where it is empty, the row is the word of the sheet."""
    ticked: Annotated[tuple[Column, ...], Many()] = ()
    """Columns that are a source each: a row in which the cell is ticked cites it. Its key is the name of the column, unless
    `keys` says another."""
    ticks: Annotated[tuple[Text, ...], Many()] = TICKS
    """What counts as a tick. Capital and small letters are alike. A cell with another word is reported, and cites nothing."""
    keys: dict[str, Text] = Field(default_factory=dict)
    """The keys of sources whose column is called otherwise: on the left the column, on the right the key."""
    space: Text
    """The key space of the sources' keys. A sheet of sources that uses the same space gives each of them its title and link."""
    separator: Text = ";"
    """The sign between several keys in one cell."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Ticks and keys belong to columns that are ticked."""
        if not self.ticked and "ticks" in self.model_fields_set:
            yield Flaw(("ticks",), "ticks go with ticked, the columns that are a source each")
        for name in self.keys:
            if name not in self.ticked:
                yield Flaw(("keys", name), f"ticked does not name the column {name!r}")


class Remark(TomlTable):
    """Something that the load report should say of some rows: by a pattern, by a condition, or by both."""

    column: Column
    """The column that is looked at, and named in the report."""
    matches: Pattern | None = None
    """The pattern that is looked for in it."""
    when: Annotated[tuple[When, ...], Many(alone=True)] = ()
    """Only rows that meet this condition; of several, all of them."""
    says: Text
    """What the report says."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Of some rows, not of all."""
        if self.matches is None and not self.when:
            yield Flaw((), "say of which rows: give matches, when, or both", lacks=True)


class FileSource(TomlTable):
    """What the sheet itself is, as a source. What names no source is its word."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Value] = Field(init=False)

    @property
    def properties(self) -> dict[str, Any]:
        """Of this source, as the mapping states them."""
        return dict(self.model_extra or {})

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Properties of a Source, and those only that loading does not find out itself."""
        for name, value in self.properties.items():
            declared = SOURCE.get(name)
            if declared is None:
                yield Flaw((name,), f"unknown key {name!r}; it may have {', '.join(SOURCE)}")
            else:
                yield from misfit(declared, value, (name,))


SOURCE: Final = {prop.name: prop for prop in schema.NODE["Source"].own if prop.name not in COMPUTED | {"sha256", "held"}}


class Mapping(TomlTable):
    """A whole mapping file: what the columns of one kind of sheet mean."""

    name: Text
    """A short name of your choice: `detentions`. It becomes part of the id of everything that is read; do not change it later."""
    title: Text
    """What the sheet is, in a few words. It is shown as the name of the source."""
    recognised_by: Annotated[tuple[Text, ...], Many(), Field(min_length=1)]
    """Columns that a header must have so that this mapping fits it. A mapping that comes with Linkage takes a file by itself only
    if it reads every other column as well, or names it in `unread`."""
    dates: Annotated[Order, OneOf(ORDERS)] | None = None
    """In which order the numbers of a date stand, as in 03.04.2012. Without it the columns are looked at, and you are asked if
    they do not show it."""
    century: int | None = None
    """The first year of the hundred that two figures mean: 1930 for 1930 to 2029, so that 29 is 2029 and 31 is 1931. Without it
    you are asked, once for the file."""
    calendar: Annotated[Calendar, OneOf(CALENDARS)] | None = None
    """In which calendar the dates are, if not in ours. A cell that names its own calendar, by its words or by the name of a month
    of ours, is read by that. `hijri` is what a country saw of the moon: two days on either side."""
    lang: Text | None = None
    """The language of dates and coordinates, by its code: `"pl"`. Only asked where a word means two things in two languages:
    *listopad* is November in Polish and October in Croatian, *O* is west in Spanish and east in German."""
    hemisphere: Annotated[Hemisphere, OneOf(("north", "south"))] | None = None
    """On which side of the equator "summer 2020" was. Without it no season is read."""
    words: dict[Text, Annotated[str, OneOf(GIVEN)]] = Field(default_factory=dict)
    """Words and marks of dates that this compiler uses, and what they mean: `{ "ориент." = "circa", "?" = "circa" }`."""
    optional: Annotated[tuple[Text, ...], Many()] = ()
    """Columns that a sheet may lack, such as those of grades, which some exports leave out. What would stand there is not said
    then. Every other column that the mapping reads must be there."""
    as_of: AsOf | None = None
    """When the sheet was made, where it says that something goes on, such as "1 February 2019 – to date": `"2020-03-01"`, or the
    name of a column that holds the day. It was so on that day, and nobody says when it ended. Without it only the day on which
    it began counts."""
    missing: Annotated[tuple[StrictStr, ...], Many()] = ()
    """Words that mean an empty cell: `["n/a", "-"]`. They are left out everywhere."""
    table: TablePart = TablePart()
    """Where in the file the table stands."""
    names: Annotated[tuple[StrictStr, ...], Many()] = ()
    """Words that are names in this sheet, though elsewhere they say that nobody is named: `["Nil", "Total"]`."""
    source: FileSource = FileSource()
    """What the sheet itself is, as a source: kind, publisher, language, licence, …"""
    citations: Citations | None = None
    """How cells name the sources they rest on."""
    key_space: dict[str, KeySpace] = Field(default_factory=dict)
    """Names for keys that several files share, each with a reason."""
    thing: Annotated[dict[str, ThingPart], Field(min_length=1)]
    """The things that a row names. NAME is a word of your choice that links use."""
    link: dict[str, LinkPart] = Field(default_factory=dict)
    """The links between them."""
    entry: dict[str, EntryPart] = Field(default_factory=dict)
    """Decisions that the sheet records: consents, custody, grades."""
    remark: Annotated[tuple[Remark, ...], Many()] = ()
    """Remarks for the load report."""
    checked_date: Annotated[tuple[DateCell, ...], Many(alone=True)] = ()
    """Dates that no span reads. Their text and their `parts` are compared all the same."""
    unread: Annotated[tuple[Text, ...], Many()] = ()
    """Columns that are left out on purpose. Others that hold something and that nobody reads are named in the load report."""

    _text: str = PrivateAttr("")

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """A century that dates may lie in; optional columns that something reads and nothing depends on."""
        if self.century is not None and self.century not in CENTURIES:
            yield Flaw(("century",), f"century is the first year of the hundred, such as 1930: {FIRST_YEAR} to {LAST_YEAR}")
        for name, link in self.link.items():
            if link.pairs == "each_with_each":
                known = {column for end in (*link.begin, *link.end) for column in self.thing[end].holds}
                for column in link.holds:
                    if column not in known and column not in link.shared:
                        says = f"every one with every one: whose {column} is, is not said; name it in shared if it is true of all"
                        yield Flaw(("link", name, "pairs"), says)
        yield from self._optional_flaws()

    def _optional_flaws(self) -> Iterable[Flaw]:
        read = self.columns()
        conditioned = (*self._parts, *self.entry.values(), *self.remark)
        needed = {test.column for part in conditioned for when in part.when for test in when.tests}
        for place, name in enumerate(self.optional):
            if name not in read:
                yield Flaw(("optional", place), f"no part reads {name!r}: what is left out on purpose stands in unread")
            if name in self.recognised_by or name in needed:
                yield Flaw(("optional", place), f"{name!r} decides what a row means: it must be there")

    def written_as(self, text: str) -> None:
        """Keeps the text it was read from."""
        self._text = text

    @property
    def text(self) -> str:
        """The file as it was written: it is kept with every load."""
        return self._text

    @property
    def sha256(self) -> str:
        """Of the text: a load is known by its file and its mapping."""
        return hashlib.sha256(self._text.encode()).hexdigest()

    @property
    def of_file(self) -> dict[str, Any]:
        """What the sheet itself is, as a source."""
        return self.source.properties

    @cached_property
    def layout(self) -> Layout:
        """Where in a file its table stands."""
        return replace(self.table.layout, with_sheet=SHEET in self.columns())

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why the keys of each key space may be trusted."""
        return {name: space.reason for name, space in self.key_space.items()}

    @cached_property
    def how(self) -> How:
        """How its dates are written, as far as it says so."""
        words = tuple(self.words.items())
        return How(self.dates, None, self.century, self.calendar, self.lang, self.hemisphere, words)

    def how_in(self, column: str) -> How:
        """The same in one column, which may have a calendar of its own."""
        return replace(self.how, calendar=self._calendars.get(column, self.calendar))

    @cached_property
    def _calendars(self) -> dict[str, Calendar]:
        """Columns that have a calendar of their own."""
        found = {str(cell.column): cell.calendar for cell in self.checked_date if cell.calendar}
        for part in self._parts:
            for cell in (*part.span.opening, *part.span.closing) if part.span else ():
                if cell.calendar and cell.column is not None:
                    found |= dict.fromkeys(part.expanded([cell.column]), cell.calendar)
        return found

    @cached_property
    def no_value(self) -> frozenset[str]:
        """What this compiler writes where nothing is known."""
        return frozenset(self.missing)

    def columns(self) -> set[str]:
        """Every column the mapping reads."""
        others = (self.remark, self.checked_date, self.entry, self.citations, self.as_of)
        found = {str(column) for _, column in columns(others)}
        for part in self._parts:
            found |= part.expanded(column for _, column in columns(part))
        return found

    @cached_property
    def accounted(self) -> frozenset[str]:
        """Every column that it reads or leaves out on purpose."""
        return frozenset(self.columns() | set(self.unread))

    def date_columns(self) -> set[str]:
        """The columns of dates."""
        others = (*self.checked_date, *([self.as_of] if self.as_of else []))
        dates = {str(cell.column) for cell in others if cell.column is not None}
        for part in self._parts:
            dates |= part.expanded(part.dates)
        return dates

    def date_splits(self) -> dict[str, Split]:
        """Columns of dates that may hold one for each of several things, and what stands between them."""
        found: dict[str, Split] = {}
        for part in self._parts:
            ends = (part,) if isinstance(part, ThingPart) else tuple(self.thing[name] for name in (*part.begin, *part.end))
            if split := next((thing.split for thing in ends if thing.split), None):
                found |= dict.fromkeys(part.expanded(part.dates - set(part.shared)), split)
        return found

    def date_extracts(self) -> dict[str, Extract]:
        """Columns of dates out of which only a part is taken, and by which pattern."""
        found: dict[str, Extract] = {}
        for part in self._parts:
            for cell in (cell for group in part.properties.values() for cell in group):
                if cell.extract is not None:
                    found |= dict.fromkeys(part.expanded(part.dates.intersection(cell.reads)), cell.extract)
        return found

    @property
    def _parts(self) -> tuple[ThingPart | LinkPart, ...]:
        return (*self.thing.values(), *self.link.values())
