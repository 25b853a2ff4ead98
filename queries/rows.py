"""From what an engine found to the rows of an answer: graded, compared, paired, counted and in order, as the header says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from graph.answer import Certainty, NodeValue, RelValue
from graph.errors import QueryError
from graph.words.counts import DENIED, LEAST, MOST
from queries import sequence
from queries.counts import apart, count, places, ties
from queries.denied import denials
from queries.doubt import NO_DOUBT, Doubt
from queries.grade import Grade, grade, rank
from queries.here import ANYWHERE, Here, here
from queries.nearest import nearest
from queries.pairs import pairs
from queries.row import Row, identity, marked_link, things_in
from queries.ways import asked_of, graded

if TYPE_CHECKING:
    from queries.counts import Count, Tie, Told
    from queries.declaration.columns import ColumnDeclaration
    from queries.grade import Limits
    from queries.row import Thing
    from queries.saved import SavedQuery

SURE: Certainty = "assumed"
"""The least that is sure."""

ANYTHING: Final = "anything"
"""Where kinds are named by which more may be counted: something that nobody can name, and that may be any other thing."""


def rows(
    saved: SavedQuery, returned: Iterable[Sequence[object]], bound: Mapping[str, object], doubt: Doubt = NO_DOUBT
) -> list[Row]:
    """The rows in their order. A combination that cannot have held together is none; a row without any is left out."""
    names = [column.name for column in saved.returned]
    listed = (Row(dict(zip(names, values, strict=True))) for values in returned)
    made = [row for row in listed if graded(row, saved.gradings, bound)]
    for row in made:
        row.rests_on(thing for name in saved.evidence for thing in things_in(row.values[name]))
    _compared(saved, made)
    if saved.nearest:
        made = nearest(saved.nearest, made, bound, asked_of(saved.gradings[0], lambda _: None, bound))
    if saved.pairs:
        made = pairs(saved.pairs, made)
    doubt = doubt.ready()
    lists = {column.name for column in saved.declared if column.type == "things"}
    for column in saved.declared:
        _fill(column, made, lists, doubt)
        if column.least:
            made = [row for row in made if cast("int", row.values[column.name]) >= cast("int", bound[column.least])]
    return sorted(made, key=_order(saved.order))


def _compared(saved: SavedQuery, made: Sequence[Row]) -> None:
    """QueryError where rows are compared or paired by a column, and one of them has nothing there."""
    for name in (*(saved.nearest.compared if saved.nearest else ()), *(saved.pairs.compared if saved.pairs else ())):
        if any(row.values[name] is None for row in made):
            raise QueryError(f"column {name}: a row has nothing there, and rows are compared by it")


def _fill(column: ColumnDeclaration, made: Sequence[Row], lists: Collection[str], doubt: Doubt) -> None:
    """What the query does not return: parts of the surest combination, counts, days."""
    if column.of:
        for row in made:
            row.values[column.name] = _part(row, column.of)
    elif column.least_days or column.most_days:
        for row in made:
            least, most = _days(row, column.least_days or column.most_days)
            row.values[column.name] = least if column.least_days else most
    elif column.apart:
        for row in made:
            _counted(column, row, apart(cast("list[Told]", row.values[column.apart]), doubt), bounded=True)
    elif column.count:
        _count(column, made, lists, doubt)


def _part(row: Row, of: str) -> object:
    """A value of a side (`event.thing`), a part of the surest combination (`ways.chain`, `event.ways.chain`), or a property
    of either (`event.thing.kind`)."""
    names = of.split(".")
    length = next(length for length in range(len(names), 0, -1) if ".".join(names[:length]) in row.values)
    name, rest = ".".join(names[:length]), names[length:]
    if name not in row.ways:
        return _property(row.values[name], *rest)
    surest = next(iter(row.ways[name]), None)
    return surest and _property(surest.parts[rest[0]], *rest[1:])


def _property(value: object, *names: str) -> object:
    """That of a node or link; without a name the value itself."""
    for name in names:
        value = value.properties.get(name) if isinstance(value, NodeValue | RelValue) else None
    return value


def _days(row: Row, pair: Sequence[str]) -> tuple[int | None, int | None]:
    """Days from the one to the other, at least and at most; None where either is missing."""
    things = [thing for name in pair for thing in things_in(row.values[name])]
    return sequence.days_between(*things) if len(things) == len(pair) else (None, None)


def _count(column: ColumnDeclaration, made: Sequence[Row], lists: Collection[str], doubt: Doubt) -> None:
    """Of parts: how many different ones a row's combinations have. Of a column: how many all rows of one `by` have.

    `lists`: the columns that list what is counted.
    """
    together: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in made:
        together[_by(column, row)].append(row)
    counts = {key: _together(column, some, doubt) for key, some in together.items()}
    denied = {key: {id_ for row in some for id_ in denials(column, row)} for key, some in together.items() if counts[key].denied}
    boundless = {_by(column, row) for row in made if column.open and _is_open(row.values[column.open], doubt)}
    for row in made:
        key = _by(column, row)
        _counted(column, row, counts[key], bounded=key not in boundless)
        row.rests_on(marked_link(id_, denied=True) for id_ in denied.get(key, ()))
        if column.count in lists and row.values[column.count] is None:  # nothing that could be counted, which is not none of it
            row.values |= dict.fromkeys((one.name for one in column.answered), None)


def _together(column: ColumnDeclaration, some: Sequence[Row], doubt: Doubt) -> Count:
    """What these rows show, counted."""
    at = _where(column, some, doubt)
    tied = [shown for row in some for shown in _tied(column, row, at, doubt)]
    return places(tied, doubt, anywhere=column.anywhere) if column.once else count((tie for _, tie in tied), doubt)


def _where(column: ColumnDeclaration, some: Sequence[Row], doubt: Doubt) -> Here:
    """Where it matters that an event was. It is nowhere surely if two places are told of it."""
    if not column.ranges:
        return Here(doubt)
    return ANYWHERE if column.anywhere else here(some, doubt)


def _is_open(kinds: object, doubt: Doubt) -> bool:
    """Whether something of these kinds waits in the review, or may be anything: nobody can say how many there are at most."""
    return not {ANYTHING, *doubt.kinds}.isdisjoint(cast("Iterable[str]", kinds or ()))


def _tied(column: ColumnDeclaration, row: Row, at: Here, doubt: Doubt) -> Iterator[tuple[str, Tie]]:
    """What one row shows of what is counted, with the event that each stands for. What a column lists says itself what of it
    is denied, and when that was: it need not be what the row is about."""
    group, _, part = column.count.rpartition(".")
    through, _, event = column.once.rpartition(".")
    surely = partial(_held, column, row.asked)
    if group or through:
        for way in row.ways[group or through]:
            shown = way.parts[part] if group else row.values[part]
            goes = _goes(way.things, at, doubt)
            sure = _is_sure(column, way.grade)
            for tie in ties(shown, denied=way.denied, sure=sure, goes=goes, surely=surely, falling=doubt.falling):
                yield str(identity(way.parts.get(event))), tie
        return
    value = row.values[part]
    listed = isinstance(value, list)
    goes = not listed and _leaves(column, row, at, doubt)
    sure = (listed and column.ranges) or _is_sure(column, row.grade)
    for tie in ties(value, denied=row.denied and not listed, sure=sure, goes=goes, surely=surely, falling=doubt.falling):
        yield str(identity(row.values.get(event))), tie


def _leaves(column: ColumnDeclaration, row: Row, at: Here, doubt: Doubt) -> bool:
    """Whether the row may be about another place, or about what is denied once it is joined, in all ways that nobody denies and
    that are as sure as the column wants."""
    groups = [group for group in row.ways.values() if group]
    if not groups:
        return _goes(row.things.values(), at, doubt)
    return any(
        all(_goes(way.things, at, doubt) for way in group if not way.denied and _is_sure(column, way.grade)) for group in groups
    )


def _goes(things: Collection[object], at: Here, doubt: Doubt) -> bool:
    """Whether one of the events among these may have been at another place, or may be denied once what waits is joined."""
    return at.leaves(things) or not doubt.falling.isdisjoint(str(identity(thing)) for thing in things)


def _is_sure(column: ColumnDeclaration, made: Grade) -> bool:
    """Whether it is as sure as the column wants what it counts. Where an event of two places was is asked apart (`_where`)."""
    return rank(made.dated if column.ranges else made.certainty) <= _wanted(column)


def _held(column: ColumnDeclaration, asked: Limits, things: Sequence[Thing]) -> bool:
    """Whether these held together in the time asked about, as surely as the column wants."""
    made = grade([thing.properties for thing in things], asked)
    return made is not None and rank(made.certainty) <= _wanted(column)


def _wanted(column: ColumnDeclaration) -> int:
    """How sure: at least there is only what surely was in the time asked about."""
    return rank(SURE if column.ranges else column.grade)


def _counted(column: ColumnDeclaration, row: Row, made: Count, *, bounded: bool) -> None:
    """What is surely so is counted as few as it may be."""
    row.values[column.name] = made.stands if column.ranges else made.least
    row.values[column.name + LEAST] = made.least
    row.values[column.name + MOST] = made.most if bounded else None
    row.values[column.name + DENIED] = made.denied


def _by(column: ColumnDeclaration, row: Row) -> tuple[object, ...]:
    """What the rows have in common that are counted together; parts are counted row by row where nothing is named."""
    if "." in column.count and not column.by:
        return (id(row),)
    return tuple(identity(row.values[name]) for name in column.by)


def _order(names: Sequence[str]) -> Callable[[Row], tuple[object, ...]]:
    """Nulls last; `-name` from the greatest down (numbers); certainty from the surest down."""

    def key(row: Row) -> tuple[object, ...]:
        return tuple(part for name in names for part in _place(row, name))

    return key


def _place(row: Row, name: str) -> tuple[bool, object]:
    value = _ordered(row, name.removeprefix("-"))
    if name.startswith("-") and value is not None:
        value = -cast("float", value)
    return value is None, value


def _ordered(row: Row, name: str) -> object:
    if name == "certainty":
        return row.grade.certainty and rank(row.grade.certainty)
    if name in Grade.__dataclass_fields__:
        return getattr(row.grade, name)
    return identity(row.values[name])
