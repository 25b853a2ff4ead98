"""Several things in one cell: the row as it speaks of each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from loaders.load.cells import Cells, RowRejected, Several, cut
from loaders.reading import DateError, How, read_date

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from loaders.mapping import LinkPart, Split, ThingPart

UNEQUAL: Final = (
    "not loaded: a cell of the row names several, and this one does not hold a value for each of them: whose it is, is not said. "
    "If it is true of each, name the column in shared"
)
NUMBER: Final = re.compile(r"[-+]?\d+([.,]\d+)*")
NOBODY: Final = "nobody"
WHO: Final = "not as many pieces in each column of the name: who is who is not said"


@dataclass(frozen=True, slots=True)
class Place:
    """The row as it speaks of one thing. `pieces`: of the split columns; `which`: tells it from the other things of the row.

    `empty`: two signs with nothing between them.
    """

    cells: Cells
    pieces: Mapping[str, str] = field(default_factory=dict)
    which: tuple[object, ...] = ()
    empty: bool = False


class ForEach(Protocol):
    """For which of several other things of the row a thing is there that is not split."""

    def at(self, named: str, place: int, shared: frozenset[str]) -> tuple[bool | None, Cells]:
        """Whether it is there for the one at this place of that part, and the row as it was asked."""
        ...


@dataclass(slots=True)
class Things:
    """What a row names by one part of the mapping: one thing, or several where a cell is split."""

    split: Split | None
    cells: Cells
    shared: Iterable[str]
    """Names of columns that the part reads and that were not split: what they hold is true of each."""
    places: list[Place]
    """In the order of the cell."""
    ids: list[str | None] = field(default_factory=list)
    """Of each place, the mention; None where the row has no such thing there."""
    named: str = ""
    """The part of the mapping."""
    told: ForEach | None = None
    """Of one that is not split and has a condition: for which of several other things of the row it is there."""
    naming: Iterable[str] = ()
    """Names of columns that speak of all of them, also where a condition looks at them."""

    @classmethod
    def none(cls, cells: Cells) -> Things:
        """That the row has none of it."""
        return cls(None, cells, (), [Place(cells)], [None])

    @property
    def whole(self) -> frozenset[str]:
        """The columns that were not split."""
        return frozenset(map(self.cells.column, self.shared))

    @property
    def of_all(self) -> frozenset[str]:
        """The columns of `naming`."""
        return frozenset(map(self.cells.column, self.naming))

    @property
    def any(self) -> bool:
        """Whether the row has one."""
        return any(self.ids)


def things(part: ThingPart, cells: Cells, how: How) -> Things:
    """The places of the cell that names such things. RowRejected where its columns do not say who is who."""
    if part.split is None:
        return Things(None, cells, part.holds, [Place(cells)], naming=called(part))
    named = named_in(part, part.split, cells)
    if named is None:
        nothing = dict.fromkeys((cells.column(name) for columns in part.cut for name in columns), "")
        return Things(part.split, cells, part.shared, [Place(cells.at(nothing, {}, ()), nothing)], naming=part.shared)
    count = max(map(len, named.values()))
    others = beside(part, cells, part.split, count, named.keys(), how, whole=set(map(cells.column, part.shared)))
    by_column = {column: found for column, found in {**named, **others.by_column}.items() if found}
    rows = [{column: found[place] for column, found in by_column.items()} for place in range(count)]
    at = [cells.at(row, dict.fromkeys(row, place), others.unsaid, others.several) for place, row in enumerate(rows)]
    filled = [row for row in rows if any(row.values())]
    told = iter(told_apart([_identity(row, named, place, cells) for place, row in enumerate(filled)]))
    places = [
        Place(seen, row, next(told)) if row in filled else Place(seen, row, (NOBODY,), empty=True)
        for seen, row in zip(at, rows, strict=True)
    ]
    return Things(part.split, cells, part.shared, places, naming=part.shared)


def called(part: ThingPart) -> tuple[str, ...]:
    """The columns of what one thing is called: its name, and its key."""
    return (*part.named_by, *(part.key.columns if part.key else ()))


def named_in(part: ThingPart, split: Split, cells: Cells) -> dict[str, list[str]] | None:
    """The names in the cells that are split, by column; None where there is none. RowRejected where one column names more."""
    names = ({cells.column(name): listed(split, cells, name) for name in columns} for columns in part.cut)
    named = next((by_column for by_column in names if any(by_column.values())), None)
    if named is not None and len({len(found) for found in named.values() if found}) > 1:
        raise RowRejected(", ".join(named), WHO)
    return named


def listed(split: Split, cells: Cells, name: str) -> list[str]:
    """What a column holds, place by place: empty where nothing stands. Signs at the end of the cell make no place."""
    found = ["" if text in cells.missing else text for text in cut(split, cells.text(name), cells.column(name))]
    while found and not found[-1]:
        found.pop()
    return found


class Beside(NamedTuple):
    """What the columns hold that a part reads beside those that name its things."""

    by_column: dict[str, list[str]]
    """Place by place."""
    unsaid: set[str]
    """Columns that do not say of whom."""
    several: dict[str, Several]
    """Columns of conditions that say something of several, and not of each place."""


def beside(
    part: ThingPart | LinkPart,
    cells: Cells,
    split: Split,
    count: int,
    known: Collection[str],
    how: How,
    *,
    whole: Collection[str] = (),
    asked: Collection[str] = (),
) -> Beside:
    """All of it. `known`: columns that are divided already; `whole`: those that are true of each; `asked`: those that conditions
    look at, beside those of the part.
    """
    found = Beside({}, set(), {})
    tests = (test for condition in part.when for test in condition.tests)
    conditions = {test.column for test in tests if test.column is not None}.union(asked)
    for name in dict.fromkeys((*part.holds, *sorted(conditions))):
        column = cells.column(name)
        if column in known or not cells.text(name):
            continue
        pieces = [] if name in part.beside else listed(split, cells, name)
        several = name in conditions and divided(part, split, cells, name, how) is not None
        if column in whole:
            found.several.update({column: Several(tuple(pieces), "all")} if several else {})
            continue
        if count == 1 and (name in part.lists or name in conditions):
            if several and len(pieces) == 1 and name not in part.lists:
                found.by_column[column] = pieces
            elif several:
                found.several[column] = Several(tuple(pieces), "one")
            continue
        if len(pieces) == count and _apart(part, name, cells.text(name), pieces, how):
            found.by_column[column] = pieces
            continue
        if name in part.holds:
            found.unsaid.add(column)
        if name in conditions and (several or name in part.holds):  # one word alone is a condition of the row
            found.several[column] = Several(tuple(pieces) or (cells.text(name),), "not said")
    return found


def divided(part: ThingPart | LinkPart, split: Split, cells: Cells, name: str, how: How | None = None) -> list[str] | None:
    """What a cell says of several, place by place; None where it says one thing."""
    text = cells.whole(name)
    if not text or name in part.beside or len(cut(split, text, cells.column(name))) < 2:
        return None
    pieces = listed(split, cells, name)
    return pieces if pieces and _apart(part, name, text, pieces, how or How()) else None


def told_apart(said: Sequence[tuple[Hashable, Mapping[str, str]]]) -> list[tuple[object, ...]]:
    """Of each of these, by its name and all its pieces, what tells it from the others; what repeats whole is one.

    One alone needs nothing: it is what it would be if no cell was split.
    """
    distinct = dict.fromkeys((name, *row.items()) for name, row in said)
    if len(distinct) < 2:
        return [()] * len(said)
    ranks: Counter[Hashable] = Counter()
    which: dict[object, tuple[object, ...]] = {}
    for one in distinct:
        which[one] = (one[0], ranks[one[0]])
        ranks[one[0]] += 1
    return [which[name, *row.items()] for name, row in said]


def _identity(
    row: Mapping[str, str], named: Iterable[str], place: int, cells: Cells
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """By what a thing is known among those of its row: its name, and all that is said of it. Two who are not known are two."""
    name = tuple(row.get(column, "") for column in named)
    known = any(text and cells.nothing(text) is None for text in name)
    return name, row if known else {**row, "": str(place)}


def _apart(part: ThingPart | LinkPart, name: str, text: str, found: Sequence[str], how: How) -> bool:
    """Whether these are several values, and not pieces of one: "May 3, 2012" is one date, and 53,9 one number."""
    if name in part.dates:
        return all(_is_date(piece, how) for piece in found if piece)
    return name not in part.numbers or len(found) == 1 or not NUMBER.fullmatch(text)


def _is_date(text: str, how: How) -> bool:
    try:
        return read_date(text, how, "range") is not None
    except DateError:
        return False
