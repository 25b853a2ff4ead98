"""Several things in one cell: the row as it speaks of each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from loaders.load.cells import Cells, RowRejected, cut
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

    @classmethod
    def none(cls, cells: Cells) -> Things:
        """That the row has none of it."""
        return cls(None, cells, (), [Place(cells)], [None])

    @property
    def whole(self) -> frozenset[str]:
        """The columns that were not split."""
        return frozenset(map(self.cells.column, self.shared))

    @property
    def any(self) -> bool:
        """Whether the row has one."""
        return any(self.ids)


def things(part: ThingPart, cells: Cells, how: How) -> Things:
    """The places of the cell that names such things. RowRejected where its columns do not say who is who."""
    if part.split is None:
        return Things(None, cells, part.holds, [Place(cells)])
    whole = set(map(cells.column, part.shared))
    names = ({cells.column(name): listed(part.split, cells, name) for name in columns} for columns in part.cut)
    named = next((by_column for by_column in names if any(by_column.values())), None)
    if named is None:
        nothing = dict.fromkeys((cells.column(name) for columns in part.cut for name in columns), "")
        return Things(part.split, cells, part.shared, [Place(cells.at(nothing, {}, ()), nothing)])
    counts = {len(found) for found in named.values() if found}
    if len(counts) > 1:
        raise RowRejected(", ".join(named), WHO)
    count = counts.pop()
    others, unsaid = beside(part, cells, part.split, count, whole | named.keys(), how)
    by_column = {column: found for column, found in {**named, **others}.items() if found}
    rows = [{column: found[place] for column, found in by_column.items()} for place in range(count)]
    at = [cells.at(row, dict.fromkeys(row, place), unsaid) for place, row in enumerate(rows)]
    filled = [row for row in rows if any(row.values())]
    told = iter(told_apart([_identity(row, named, place, cells) for place, row in enumerate(filled)]))
    places = [
        Place(seen, row, next(told)) if row in filled else Place(seen, row, (NOBODY,), empty=True)
        for seen, row in zip(at, rows, strict=True)
    ]
    return Things(part.split, cells, part.shared, places)


def listed(split: Split, cells: Cells, name: str) -> list[str]:
    """What a column holds, place by place: empty where nothing stands. Signs at the end of the cell make no place."""
    found = ["" if text in cells.missing else text for text in cut(split, cells.text(name), cells.column(name))]
    while found and not found[-1]:
        found.pop()
    return found


def beside(
    part: ThingPart | LinkPart, cells: Cells, split: Split, count: int, known: Collection[str], how: How
) -> tuple[dict[str, list[str]], set[str]]:
    """What the columns hold that the part reads beside the `known` ones, place by place; and those that do not say of whom."""
    by_column: dict[str, list[str]] = {}
    unsaid: set[str] = set()
    tests = (test for condition in part.when for test in condition.tests if test.says_what)
    conditions = {test.column for test in tests if test.column is not None}
    for name in dict.fromkeys((*part.holds, *sorted(conditions))):
        column = cells.column(name)
        if column in known or not cells.text(name) or (count == 1 and (name in part.lists or name in conditions)):
            continue
        found = [] if name in part.beside else listed(split, cells, name)
        if len(found) == count and _apart(part, name, cells.text(name), found, how):
            by_column[column] = found
        elif name in part.holds or len(found) > 1:  # a condition is one of the row, unless it is told of several
            unsaid.add(column)
    return by_column, unsaid


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
