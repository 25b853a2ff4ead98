"""The grade of a row: of what it shows, or of the surest of several combinations (`[grade]` of its header)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from graph.answer import PathValue, RelValue
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from queries import sequence
from queries.declaration.grading import ALWAYS
from queries.grade import UNGRADED, Asked, Grade, Member, grade, rank, together, weakest
from queries.row import Row, Thing, Values, Way, ids_in, things_in

if TYPE_CHECKING:
    from queries.declaration.grading import Grading

NEUTRAL = Grade(gap_days=0)
"""Of what is not there: it makes no row less sure."""


def graded(row: Row, gradings: Iterable[Grading], bound: Mapping[str, object]) -> bool:
    """Gives the row its grade and what it rests on. False where it cannot have been so: then it is no row."""
    grades: list[Grade] = []
    for grading in gradings:
        made = _several(row, grading, bound) if grading.groups else _single(row, grading, bound)
        if made is None:
            return False
        grades.append(made)
    if grades:
        row.grade = together(grades)
    return True


def asked_of(grading: Grading, value: Callable[[str], object], bound: Mapping[str, object]) -> Asked | None:
    """The time asked about: a day (left out, none is asked about), a period, any time, or that of a thing in the row."""
    if grading.asked is None:
        return None
    if grading.asked_of == ALWAYS:
        return None, None
    if grading.asked_of == "day":
        begin, end = bound[f"{grading.asked}_from"], bound[f"{grading.asked}_to"]
        return None if begin is None else cast("Asked", (begin, end))
    if grading.asked_of == "period":
        return cast("Asked", (bound["from"], bound["to"]))
    thing = next(things_in(value(grading.asked)), None)
    return None if thing is None else cast("Asked", (thing.properties["possible_from"], thing.properties["possible_to"]))


def _single(row: Row, grading: Grading, bound: Mapping[str, object]) -> Grade | None:
    way = _way(grading, row.values, row.values, bound)
    if way is None:
        return None
    row.rests_on(way.things)
    row.weakest = row.weakest or way.weakest
    return way.grade


def _several(row: Row, grading: Grading, bound: Mapping[str, object]) -> Grade | None:
    """The grade of the surest combination; its time is that of all of them."""
    name = cast("str", grading.groups)
    listed = cast("Sequence[Sequence[object]] | None", row.values[name])
    if listed is None:
        row.ways[name] = ()
        return NEUTRAL
    made = (_way(grading, dict(zip(grading.parts, parts, strict=True)), row.values, bound) for parts in listed)
    ways = sorted((way for way in made if way is not None), key=_strength)
    if not ways:
        return None
    best = ways[0]
    row.ways[name] = tuple(ways)
    row.weakest = row.weakest or best.weakest
    for way in ways[:1] if grading.surest else ways:
        row.rests_on(way.things)
    if grading.surest:
        return best.grade
    begins = [way.grade.since for way in ways if way.grade.since]
    ends = [way.grade.until for way in ways if way.grade.until]
    covers = None if best.grade.covers is None else any(way.grade.covers for way in ways)
    return Grade(min(begins, default=None), max(ends, default=None), covers, best.grade.certainty, best.grade.gap_days)


def _strength(way: Way) -> tuple[object, ...]:
    """The surest, then the nearest cited, then the shortest, then the earliest; among equals by ids, part by part."""
    gap = way.grade.gap_days
    links = sum(len(part.links) for part in way.parts.values() if isinstance(part, PathValue))
    ids = tuple(id_ for part in way.parts.values() for id_ in ids_in(part))
    return rank(way.grade.certainty), gap is None, gap or 0, links, way.grade.since or datetime.min, ids


def _way(grading: Grading, own: Values, row: Values, bound: Mapping[str, object]) -> Way | None:
    """One combination, graded; None where it cannot have been. `own` are its parts, `row` holds what is not among them."""

    def value(name: str) -> object:
        return own[name] if name in own else row[name]

    def things(names: Iterable[str]) -> tuple[Thing, ...]:
        return tuple(thing for name in names for thing in things_in(value(name)))

    members, others, ordered = things(grading.members), things(grading.others), things(grading.before)
    doubted = any(thing.properties.get("disputed") for thing in others)
    doubted = doubted or (grading.doubted is not None and bool(value(grading.doubted)))
    beside = tuple(thing for name in grading.beside for thing in _or_ids(value(name)))
    asked = asked_of(grading, value, bound)
    grades = []
    if members or not ordered:
        near = None if grading.near is None else [thing.properties for thing in things(grading.near)]
        grades.append(_together(grading, members, near, asked, doubted, value, bound))
    if grading.before:
        grades.append(_in_order(grading, ordered, doubted))
    if None in grades:
        return None
    made = together(cast("list[Grade]", grades))
    if grading.covers and asked is not None:
        made = replace(made, covers=all(_lies_in(thing.properties, asked) for thing in things((grading.covers,))))
    return Way(own, made, (*members, *others, *ordered, *beside), _weakest(made, members, asked))


def _or_ids(value: object) -> Iterable[Thing | str]:
    """The things in it, and the ids where only these were returned."""
    yield from things_in(value)
    yield from (item for item in value if isinstance(item, str)) if isinstance(value, list | tuple) else ()


def _together(
    grading: Grading,
    members: Sequence[Thing],
    near: Sequence[Member] | None,
    asked: Asked | None,
    doubted: bool,
    value: Callable[[str], object],
    bound: Mapping[str, object],
) -> Grade | None:
    spans = [member.properties for member in members]
    if grading.between:
        begin, end = (cast("datetime", value(name)) for name in grading.between)
        return sequence.gap(spans, begin, end, doubted=doubted)
    if grading.asked_of == ALWAYS and not members:
        return UNGRADED
    itself = next(things_in(value(grading.asked)), None) if grading.asked and grading.asked_of == "column" else None
    every = grading.every is not None and bool(value(grading.every))
    slack = timedelta(days=max(0, cast("int", bound[grading.slack]))) if grading.slack else timedelta()
    made = grade(spans, asked, near=near, slack=slack, itself=itself.properties if itself else None, doubted=doubted, every=every)
    if made.since is None and asked is not None:
        return None
    if grading.asked_of == ALWAYS:  # no time was asked about that could be covered or be far from a citation
        return replace(made, covers=None, gap_days=None)
    return made


def _in_order(grading: Grading, ordered: Sequence[Thing], doubted: bool) -> Grade | None:
    """What is said of two that followed each other. The question names no time: nothing cited is far from it."""
    if len(ordered) < len(grading.before):
        return NEUTRAL
    earlier, later = (thing.properties for thing in ordered)
    certainty = sequence.order(earlier, later)
    if certainty is None:
        return None
    cited = grading.near is not None or (earlier.get("cited_from") and later.get("cited_from"))
    return Grade(certainty="possible" if doubted else certainty, gap_days=0 if cited else None)


def _weakest(made: Grade, members: Iterable[Thing], asked: Asked | None) -> RelValue | None:
    links = [member for member in members if isinstance(member, RelValue)]
    if made.certainty is None or asked is None:
        return None
    at = weakest([link.properties for link in links], asked[0] or UNKNOWN_FROM, asked[1] or UNKNOWN_TO)
    return None if at is None else links[at]


def _lies_in(member: Member, asked: Asked) -> bool:
    """Whether all of its possible range lies in the time asked about."""
    begin, end = asked[0] or UNKNOWN_FROM, asked[1] or UNKNOWN_TO
    return bool(begin <= member["possible_from"] and member["possible_to"] <= end)
