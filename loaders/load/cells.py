"""What a cell says, as its mapping means it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from graph.compact import named as as_object
from graph.said.identifier import text_of as identifier
from graph.said.stated_date import text_of
from graph.words.places import in_sheet
from loaders.mapping import typed
from loaders.reading import DateError, names_nothing, plain_number, read_date, says_age, shape

if TYPE_CHECKING:
    from graph.said.claim import ClaimValue
    from graph.schema import Property
    from loaders.mapping import Cell, Split
    from loaders.reading import How, Nothing

NO_DATE, NO_NUMBER = "no date: ", "no number: "
UNLIMITED = "a date without a beginning or an end"
AGE_ALONE = 'no date: an age says nothing without the day on which it was so: give age_on = "COLUMN" beside column ({shape})'
NUMBERS = ("int", "float")
NO_PART = "the mapping's extract finds nothing to take out ({shape})"
OTHER_WORD = "a word the mapping does not know: add it to the mapping's values"


Reading: TypeAlias = tuple[str, int | None]
"""A column, and which place of it; None: the whole of it."""


class RowRejected(Exception):
    """This row cannot be read without guessing. Nothing of it is loaded; it is kept among the rejects."""

    def __init__(
        self,
        column: str | None,
        reason: str,
        protects: Sequence[tuple[str, str, str]] = (),
        words: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`protects`: the persons of it that a link of it protects, by label, key space and key. `words`: column and word, of
        those that the mapping does not know; no report of a load holds them."""
        self.column, self.reason, self.protects, self.words = column, reason, protects, words
        super().__init__(reason)

    @classmethod
    def all(cls, some: Sequence[RowRejected], protects: Sequence[tuple[str, str, str]] = ()) -> RowRejected:
        """All that is wrong with one row, as one."""
        columns = ", ".join(dict.fromkeys(one.column for one in some if one.column))
        reasons = dict.fromkeys(one.reason for one in some)
        each = dict.fromkeys(f"{one.column}: {one.reason}" if one.column else one.reason for one in some)
        words = [word for one in some for word in one.words]
        return cls(columns or None, "; ".join(reasons if len(reasons) == 1 else each), protects, words)


class Unreadable(Exception):
    """A cell whose value cannot be read, and need not be: the rest of its row is loaded without it."""

    def __init__(self, column: str, why: str) -> None:
        self.column, self.why = column, why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd about a row that was loaded all the same: reported, never repaired. It never holds what the cell holds."""

    row: int
    column: str | None
    what: str
    sheet: str = ""


class Several(NamedTuple):
    """What a cell says of several, where a condition looks at it and it does not go by place."""

    pieces: tuple[str, ...]
    of: Literal["all", "one", "not said"]
    """Of whom: the whole cell of all of them; all of it of the one that the row names; or it is not said whose it is."""


class Told(NamedTuple):
    """What stands at a cell, in words, and what the cell itself holds."""

    words: str
    cell: str


@dataclass(frozen=True, slots=True)
class Cells:
    """One row by column name. `missing`: what this compiler writes where nothing is known.

    Of a row that names several things in one cell there is one of these for each of them. `places`: which place of the cell it
    stands for, by the column that was split. `unsaid`: columns of which the row does not say to which of the things they belong.
    """

    row: int
    by_column: Mapping[str, str]
    missing: frozenset[str]
    each: str | None = None
    sheet: str = ""
    """Of a workbook: rows of two sheets have the same numbers."""
    places: Mapping[str, int] = field(default_factory=dict)
    unsaid: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Words that are names in this sheet, though elsewhere they mean that nobody is named."""
    dittos: frozenset[str] = frozenset()
    """Columns that say "the same as above", which is not guessed: nothing stands in them."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Cells that hold a sign for what stands above: as they stand in the file."""
    path: str = ""
    """Of an XML document: where its records lie."""
    asides: Mapping[str, Told] = field(default_factory=dict)
    """What stands at cells beside their text, by column."""
    several: Mapping[str, Several] = field(default_factory=dict)
    """Columns of conditions that hold several values, and not one for each thing."""
    uncut: Mapping[str, str] = field(default_factory=dict)
    """The whole cells of which `by_column` holds a piece."""

    def column(self, name: str) -> str:
        """The column's own name, of a name that may hold `{each}`."""
        return name if self.each is None else name.replace("{each}", self.each)

    def there(self, names: Iterable[str]) -> list[str]:
        """Those of these columns that the sheet has."""
        return [name for name in names if self.column(name) in self.by_column]

    def raw(self, name: str) -> str:
        """Verbatim; where the cell was split, the piece."""
        return self.by_column[self.column(name)]

    def text(self, name: str) -> str:
        """Without the space around it; empty where the compiler says that nothing is known, or the row does not say of whom."""
        column = name if self.each is None else self.column(name)
        found = self.by_column[column].strip()
        return "" if found in self.missing or column in self.unsaid else found

    def filled(self, name: str) -> bool:
        """Whether the cell holds anything, of whomever it is."""
        return self.raw(name).strip() not in ("", *self.missing)

    def same_as_above(self, names: Iterable[str]) -> bool:
        """Whether one of these cells says so, and is not read."""
        return bool(self.dittos) and not self.dittos.isdisjoint(map(self.column, names))

    def known(self, names: Iterable[str]) -> bool:
        """Whether the row says of all these columns to which of its things they belong."""
        return not self.unsaid or self.unsaid.isdisjoint(map(self.column, names))

    def by_header(self, names: Iterable[str]) -> dict[str, str]:
        """The cells as they stand, but those that the row says of nobody in particular."""
        return {self.column(name): self._as_written(name) for name in names if self.known((name,))}

    def original(self, names: tuple[str, ...]) -> str:
        """The cell as it stands; of several, a JSON object of header and cell."""
        return self._as_written(names[0]) if len(names) == 1 else as_object(self.by_header(names))

    def _as_written(self, name: str) -> str:
        column = self.column(name)
        return self.raw(name) if column in self.places else self.written.get(column, self.raw(name))

    def for_each(self, each: str) -> Cells:
        """The same row, where `{each}` stands for this."""
        return replace(self, each=each)

    def at(
        self,
        pieces: Mapping[str, str],
        places: Mapping[str, int],
        unsaid: Iterable[str],
        several: Mapping[str, Several] | None = None,
    ) -> Cells:
        """The same row, as it speaks of one of several things: pieces of the cells that were split, and what is nobody's."""
        uncut = {column: self.by_column[column] for column in places} | dict(self.uncut)
        by_column = {**self.by_column, **pieces}
        return replace(self, by_column=by_column, places=places, unsaid=frozenset(unsaid), several=several or {}, uncut=uncut)

    def also(self, other: Cells) -> Cells:
        """The same, and what the other says of one of several."""
        pieces = {column: other.by_column[column] for column in other.places}
        return self.at(pieces, {**other.places, **self.places}, self.unsaid, {**other.several, **self.several})

    def whole(self, name: str) -> str:
        """The text of the whole cell, whatever piece of it this row speaks of."""
        found = self.uncut.get(self.column(name), self.raw(name)).strip()
        return "" if found in self.missing else found

    def reading(self, name: str) -> Reading:
        """What is read where this column is read: the column, and the place in it where it was split."""
        column = self.column(name)
        return column, self.places.get(column)

    def nothing(self, text: str) -> Nothing | None:
        """What a text says instead of a name."""
        return None if text in self.names else names_nothing(text)

    def place(self, names: tuple[str, ...]) -> str:
        """A locator: row, columns and sheet, as a spreadsheet shows them; of a document, which table; of XML, the path."""
        if len(names) == 1 and not self.sheet and not self.path:  # nearly all of them
            return f"row {self.row}, {self.column(names[0])}"
        within = [in_sheet(self.sheet)] if self.sheet else [f"path {self.path}"] if self.path else []
        return ", ".join([f"row {self.row}", *map(self.column, names), *within])

    def note(self, names: Iterable[str], beside: Iterable[str | None] = ()) -> str | None:
        """What stands at the cells of a value, and at those `beside` it that say something about it. Where a cell is split, what
        stands at it is said of none of its pieces.
        """
        if not self.asides:
            return None
        main = [self.column(name) for name in names]
        others = [self.column(name) for name in beside if name is not None]
        lines: list[str] = []
        for column in dict.fromkeys((*main, *others)):
            told = self.asides.get(column)
            if told is not None and self.by_column[column].strip() == told.cell.strip():
                lines.append(told.words if main == [column] else f"{column}: {told.words}")
        return "\n".join(lines) or None


def pieces(cell: Cell, cells: Cells) -> list[str]:
    """What the cell holds: nothing, one text, or several where it is split, each once. RowRejected where it is too long."""
    if len(cell.reads) == 1:
        joined = cells.text(cell.reads[0])
    else:
        joined = cell.join.join(text for text in map(cells.text, cell.reads) if text)
    if cell.split is None:
        return [joined] if joined else []
    parts = cut(cell.split, joined, cells.column(cell.reads[0]))
    return [part for part in dict.fromkeys(parts) if part]


def taken(cell: Cell, piece: str, cells: Cells) -> str:
    """The part of a text that the mapping takes out of it. Unreadable where its pattern is not found, RowRejected where it would
    take too long."""
    if cell.extract is None:
        return piece
    column = cells.column(cell.reads[0])
    try:
        found = cell.extract.taken_from(piece)
    except ValueError as error:
        raise RowRejected(column, str(error)) from None
    if found is None or not found.strip():
        raise Unreadable(column, NO_PART.format(shape=shape(piece)))
    return found.strip()


def cut(split: Split, text: str, column: str) -> list[str]:
    """The pieces of a text, empty ones too. RowRejected where it is too long to be split."""
    try:
        return split.pieces(text)
    except ValueError as error:
        raise RowRejected(column, str(error)) from None


def value(text: str, cell: Cell, cells: Cells, declared: Property | None, how: How) -> ClaimValue:
    """What one text means. RowRejected where the mapping knows no such word; Unreadable where it is no such value."""
    column = cells.column(cell.reads[0])
    word: object = text
    if text in cell.values:
        word = cell.values[text]
    elif cell.values or cell.matches:
        word = next((value for pattern, value in cell.matches.items() if pattern.found_in(text)), cell.otherwise)
        if word is None:
            raise RowRejected(column, OTHER_WORD, words=[(column, text)])
    elif declared is not None and declared.type == "date":
        return date_value(text, column, how, of_birth=declared.name == "born")
    elif declared is not None and declared.type in NUMBERS:
        return number_value(text, column, declared)
    if declared is None:
        return str(word)
    try:
        return identifier(cell.space, str(word)) if cell.space is not None else typed(word, declared)
    except ValueError as error:
        remedy = ": name its meaning in the mapping's values" if declared.choices else ""
        raise RowRejected(column, f"{error}{remedy}", words=[(column, text)] if remedy else ()) from None


def date_value(text: str, column: str, how: How, *, of_birth: bool = False) -> str:
    """A date as far as it is stated. Unreadable where it cannot be read without guessing."""
    try:
        date = read_date(text, how)
    except DateError as error:
        if of_birth and says_age(text, how):
            raise Unreadable(column, AGE_ALONE.format(shape=shape(text))) from None
        raise Unreadable(column, no_date(error, text)) from None
    if date is None or (stated := text_of(date.period)) is None:
        raise Unreadable(column, UNLIMITED)
    return stated


def number_value(text: str, column: str, declared: Property) -> ClaimValue:
    """A number within the limits of its property. Unreadable where it is none, could be two, or lies outside them."""
    try:
        return typed(plain_number(text), declared)
    except ValueError as error:
        raise Unreadable(column, f"{NO_NUMBER}{error} ({shape(text)})") from None


def no_date(error: DateError, text: str, told: str = NO_DATE) -> str:
    """Why a cell is no date, and what it looks like: cells that are alike are counted together, and none is shown."""
    reason = "in no form that is known" if error.reason == "no date" else error.reason
    return f"{told}{reason} ({shape(text)})"
