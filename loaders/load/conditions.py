"""Whether a row meets a condition: yes, no, or not said, where a cell says it of several and not of whom."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.load.cells import Cells, Several
from loaders.load.pieces import divided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaders.mapping import LinkPart, Split, ThingPart, When
    from loaders.reading import How

MOST_TRIED: Final = 10_000
"""So many ways in which the places of several cells go together are tried for one part of one row."""


def answer(condition: When, cells: Cells) -> bool | None:
    """Whether it is met; None where the row does not say of whom it is."""
    if condition.column is not None:
        return _asked(condition, cells)
    if condition.all_of:
        return every([answer(one, cells) for one in condition.all_of])
    return some([answer(one, cells) for one in condition.any_of])


def holds(condition: When, cells: Cells) -> bool:
    """Whether the row says for sure that it is met."""
    return answer(condition, cells) is True


def met(conditions: Iterable[When], cells: Cells) -> bool | None:
    """The same of all of them together."""
    return every([answer(condition, cells) for condition in conditions])


def not_said(conditions: Iterable[When], cells: Cells) -> list[str]:
    """The columns that do not say of whom one of these is met."""
    tests = (test for condition in conditions for test in condition.tests)
    return [test.column for test in tests if test.column is not None and _asked(test, cells) is None]


def every(answers: Sequence[bool | None]) -> bool | None:
    """Whether all are yes: one no decides it."""
    return False if False in answers else None if None in answers else True


def some(answers: Sequence[bool | None]) -> bool | None:
    """Whether one is yes."""
    return True if True in answers else None if None in answers else False


def _asked(test: When, cells: Cells) -> bool | None:
    """What one column answers. `is` and `is_not` ask the whole cell, as it is written, before a piece of it: whoever names a cell
    such as "masked, wolf chevron" means all that it holds, though a comma in it divides other cells.
    """
    assert test.column is not None  # noqa: S101 - the caller asked
    words = test.is_ or test.is_not
    if words and cells.whole(test.column) in words:
        return bool(test.is_)
    several = cells.several.get(cells.column(test.column))
    if several is None:
        if test.filled is not None:
            return cells.filled(test.column) is test.filled
        return _says(test, cells.text(test.column))
    whole = cells.whole(test.column)
    if test.filled is not None:
        return bool(whole) is test.filled
    of_whole, of_each = _says(test, whole), [_says(test, piece) for piece in several.pieces]
    match several.of:
        case "all":
            return of_whole or (None if any(of_each) else False)
        case "one":
            return True if of_whole and test.matches else of_each[0] if len(set(of_each)) == 1 else None
        case "not said":
            return True if test.is_not and all(of_each) else None if test.is_not or of_whole or any(of_each) else False


def _says(test: When, text: str) -> bool:
    if test.matches is not None:
        return test.matches.found_in(text)
    return (text in (test.is_ or test.is_not)) is bool(test.is_)


class Side(NamedTuple):
    """Things of the row that stand in one cell: the columns, what stands between them, how many they are, and the columns that
    are true of each of them."""

    columns: tuple[str, ...]
    split: Split
    many: int
    shared: frozenset[str]


class Told:
    """Of a part that is not split, and whose condition looks at a cell that says something of each of several things.

    "A; B" beside "yes; no": what it says goes by place, if it says as much as there are things of one kind, and of one kind
    alone. The part is there if it is for one of them.
    """

    def __init__(self, part: ThingPart | LinkPart, own: Iterable[str], cells: Cells, sides: Mapping[str, Side], how: How) -> None:
        """`own`: columns of what the part itself is called. `sides`: the split things of the row, by part."""
        self._part, self._cells = part, cells
        self._sides, self._how = sides, how
        self._whole = frozenset(map(cells.column, own))
        self._goes: dict[str, Side] = {}
        """Columns that say as much as there are things of this kind."""
        self._pieces: dict[str, list[str]] = {}
        self._several: dict[str, Several] = {}
        for name in (
            ()
            if not sides
            else dict.fromkeys(test.column for condition in part.when for test in condition.tests if test.column is not None)
        ):
            self._look_at(name)

    @property
    def apart(self) -> bool:
        """Whether any cell says something of several."""
        return bool(self._goes or self._several)

    def there(self) -> tuple[bool | None, Cells]:
        """Whether the row has the part, and the row as it was asked."""
        if not self.apart:
            return met(self._part.when, self._cells), self._cells
        seen = self._seen({}, frozenset())
        answer_ = some(list(self._answers({}, frozenset())))
        of_somebody = any(several.of == "not said" for several in self._several.values())
        if answer_ is None and of_somebody and met(self._part.when, self._cells):
            return True, seen  # only whose it is, is not said
        return answer_, seen

    def at(self, named: str, place: int, shared: frozenset[str]) -> tuple[bool | None, Cells]:
        """Whether it is there for one thing of a split part, by its place. `shared`: columns that are true of each."""
        side = self._sides.get(named)
        fixed = {side.columns: place} if side else {}
        seen = self._seen(fixed, shared)
        if side is None or not any(self._concerns(column, side) for column in self._several.keys() | self._goes.keys()):
            return True, seen
        return some(list(self._answers(fixed, shared))), seen

    def _concerns(self, column: str, side: Side) -> bool:
        """Whether a cell may speak of these things."""
        goes = self._goes.get(column)
        return goes.columns == side.columns if goes else self._several[column].of == "not said"

    def _answers(self, fixed: dict[tuple[str, ...], int], shared: frozenset[str]) -> Iterator[bool | None]:
        free = {side.columns: side.many for side in self._goes.values() if side.columns not in fixed}
        tried = 0
        for places in product(*(range(many) for many in free.values())):
            if (tried := tried + 1) > MOST_TRIED:
                yield None
                return
            yield met(self._part.when, self._seen({**fixed, **dict(zip(free, places, strict=True))}, shared))

    def _seen(self, places: Mapping[tuple[str, ...], int], shared: frozenset[str]) -> Cells:
        """The row as it speaks of the things at these places."""
        at = {column: places[side.columns] for column, side in self._goes.items() if side.columns in places}
        at = {column: place for column, place in at.items() if column not in shared}
        pieces = {column: self._pieces[column][place] for column, place in at.items()}
        several = {column: found for column, found in self._several.items() if column not in shared}
        return self._cells.at(pieces, at, (), several)

    def _look_at(self, name: str) -> None:
        column = self._cells.column(name)
        fit: dict[tuple[str, ...], tuple[Side, list[str]]] = {}
        cut: list[tuple[Side, list[str]]] = []
        for side in self._sides.values():
            if column in side.columns or column in side.shared:
                continue
            found = divided(self._part, side.split, self._cells, name, self._how)
            if found is not None and len(found) == side.many:
                fit[side.columns] = side, found
            elif found is not None:
                cut.append((side, found))
        if column in self._whole:
            if fit or cut:
                _, found = next(iter((*fit.values(), *cut)))
                self._several[column] = Several(tuple(found), "all")
        elif len(fit) == 1:
            self._goes[column], self._pieces[column] = next(iter(fit.values()))
        elif fit or cut:
            _, found = next(iter((*fit.values(), *cut)))
            alone = all(side.many == 1 for side, _ in (*fit.values(), *cut))
            self._several[column] = Several(tuple(found), "one" if alone else "not said")
