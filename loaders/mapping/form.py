"""What a mapping may say. Column names may hold `{each}`: the part is then read once for every value of `each`."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Literal

from graph.decided.entry import Kind
from loaders.reading.dates import Order

FILE = "file"
"""The key space of one file by itself."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value lies and how it is read.

    `columns`: one, or several joined by `join`; `text` instead: the same for every row. `split`: the cell holds several.
    `values`: what the compiler's words mean here; `matches`: the same by regular expression; `otherwise`: where neither
    says. `source`, `grade`, `quote`: columns that hold what is cited, the compiler's grade, the words quoted.
    """

    columns: tuple[str, ...] = ()
    join: str = " "
    text: str | None = None
    split: str | None = None
    values: Table[str, object] = field(default_factory=dict)
    matches: Table[str, object] = field(default_factory=dict)
    otherwise: object = None
    source: str | None = None
    grade: str | None = None
    quote: str | None = None
    basis: str = "not_stated"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class DateCell:
    """A date, in one text cell; `parts`: columns of month, day and year that say it again. `precision`: no finer than that."""

    column: str
    parts: tuple[str, ...] = ()
    precision: Literal["day", "month", "year"] | None = None
    source: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class SpanPart:
    """How the date columns of a part are meant: exactly one of four forms (DESIGN §4).

    `cited`: first and last citation, with flags that say whether they are the start and the end.
    `stated`: a source gives the period. `on`: it was on that day. `limits`: not before, not after, and no more.
    """

    form: Literal["cited", "stated", "on", "limits"]
    first: tuple[DateCell, ...] = ()
    last: tuple[DateCell, ...] = ()
    first_is_start: str | None = None
    last_is_end: str | None = None
    last_is_open: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """The compiler's own key. `space`: `"file"`, or a name that other mappings may share. `never`: spellings that are no key.

    A row in which one of the columns is empty has no key, unless the mapping says that its keys may be `partial`.
    `distinct`: of a file's own keys, that two of them never mean one thing; a named key space says so itself.
    """

    space: str
    columns: tuple[str, ...]
    never: str | None = None
    partial: bool = False
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """The part is there in rows where the column holds one of these, or anything at all (`among` empty), or nothing (`empty`)."""

    column: str
    among: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class ThingPart:
    """Columns about a person, unit, station …"""

    part: str
    label: str
    properties: Table[str, tuple[Cell, ...]]
    key: Key | None = None
    when: tuple[When, ...] = ()
    each: tuple[str, ...] = ()
    span: SpanPart | None = None
    attached: str | None = None
    """A column that names a file beside the sheet: it is kept with the sheet, and the source is held."""
    own_id: str | None = None
    """A column with the compiler's id, not used as the key: only held against it."""
    rests_on: tuple[Cell, ...] = ()
    """Cells that give the thing no property and still say that it is, each on the word of its own sources."""


@dataclass(frozen=True, slots=True)
class LinkPart:
    """Columns about a link. `begin`, `end`: parts; of several, the first that the row has. `rests_on`: the cell that says so."""

    part: str
    type: str
    begin: tuple[str, ...]
    end: tuple[str, ...]
    rests_on: Cell
    properties: Table[str, tuple[Cell, ...]]
    when: tuple[When, ...] = ()
    each: tuple[str, ...] = ()
    span: SpanPart | None = None
    denies: bool = False


@dataclass(frozen=True, slots=True)
class EntryPart:
    """Columns that a person decided, about a thing of the row: a consent, a step of custody, a grade. `about`: its part."""

    part: str
    kind: Kind
    about: str
    fields: Table[str, Cell]
    when: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader of the load report should know: rows whose cell matches."""

    column: str
    matches: str
    says: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping file. `sha256` is of its text, `text` is kept with every load."""

    name: str
    title: str
    recognised_by: tuple[str, ...]
    things: tuple[ThingPart, ...]
    links: tuple[LinkPart, ...]
    entries: tuple[EntryPart, ...]
    text: str
    sha256: str
    missing: frozenset[str] = frozenset()
    dates: Order | None = None
    source: Table[str, str] = field(default_factory=dict)
    spaces: Table[str, str] = field(default_factory=dict)
    """Key spaces, with the reason why their keys may be trusted."""
    distinct: frozenset[str] = frozenset()
    """Key spaces whose compiler keeps two keys apart: what bears two is two things, however alike their names."""
    cites_space: str | None = None
    cites_separator: str = ";"
    remarks: tuple[Remark, ...] = ()
    checked: tuple[DateCell, ...] = ()
    """Dates that no span reads: their text and split cells are held against each other all the same."""
    unread: frozenset[str] = frozenset()
    """Columns left out on purpose."""

    def columns(self) -> set[str]:
        """Every column the mapping reads."""
        found = {column for key in self._keys() for column in key} | {remark.column for remark in self.remarks}
        found |= {name for cell in self.checked for name in (cell.column, *cell.parts)}
        for entry in self.entries:
            found |= {column for cell in entry.fields.values() for column in cell.columns}
            found |= {condition.column for condition in entry.when}
        parts: tuple[ThingPart | LinkPart, ...] = (*self.things, *self.links)
        for part in parts:
            cells = [cell for group in part.properties.values() for cell in group]
            cells += [part.rests_on] if isinstance(part, LinkPart) else part.rests_on
            named = {name for cell in cells for name in (*cell.columns, cell.source, cell.grade, cell.quote)}
            named |= {condition.column for condition in part.when}
            if isinstance(part, ThingPart):
                named |= {part.own_id, part.attached}
            if part.span:
                named |= {part.span.first_is_start, part.span.last_is_end, part.span.last_is_open}
                for cell in (*part.span.first, *part.span.last):
                    named |= {cell.column, *cell.parts, cell.source, cell.grade}
            found |= _each(named, part.each)
        return found

    def date_columns(self) -> set[str]:
        """The columns of dates."""
        found = {cell.column for cell in self.checked}
        parts: tuple[ThingPart | LinkPart, ...] = (*self.things, *self.links)
        for part in parts:
            if part.span:
                found |= _each({cell.column for cell in (*part.span.first, *part.span.last)}, part.each)
        return found

    def _keys(self) -> list[set[str]]:
        return [_each(set(thing.key.columns), thing.each) for thing in self.things if thing.key]


def _each(names: set[str | None] | set[str], each: tuple[str, ...]) -> set[str]:
    return {name.replace("{each}", value) for name in names if name for value in each or ("{each}",)}
