"""The grade of a row: of what it shows, or of the surest of several combinations (`[grade]` of its header)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from math import inf
from typing import TYPE_CHECKING, cast

from graph.answer import PathValue, RelValue
from graph.errors import QueryError
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from queries import sequence
from queries.declaration.grading import ALWAYS
from queries.grade import ALL_TIME, UNGRADED, Grade, Limits, farthest, grade, rank, together, weakest
from queries.mark import comes, is_mark, links
from queries.row import Row, Thing, Values, Way, contradicted, ids_in, limits, marked_link, things_in

if TYPE_CHECKING:
    from queries.declaration.grading import Grading

NEUTRAL = Grade(gap_days=0)
"""Of what is not there: it makes no row less sure."""
MOST_SLACK = 36_525
"""Days. A hundred years apart is not together."""


def graded(row: Row, gradings: Sequence[Grading], bound: Mapping[str, object]) -> bool:
    """Gives the row its grade and what it rests on. False where it cannot have been so: then it is no row."""
    for grading in gradings[:1]:
        asked = asked_of(grading, row.values.get, bound)
        row.asked = ALL_TIME if asked is None else asked
    grades = [(_several if grading.groups else _single)(row, grading, bound) for grading in gradings]
    if grades and None not in grades:
        row.grade = together(cast("list[Grade]", grades))
    return None not in grades


def asked_of(grading: Grading, value: Callable[[str], object], bound: Mapping[str, object]) -> Limits | None:
    """The time asked about: a day (left out, none is asked about), a period, any time, or that of a thing in the row."""
    if grading.asked_of == ALWAYS:
        return ALL_TIME
    if grading.asked_of == "day":
        begin, end = bound[f"{grading.asked}_from"], bound[f"{grading.asked}_to"]
        return None if begin is None else cast("Limits", (begin, end))
    if grading.asked_of == "period":
        return cast("Limits", (bound["from"] or UNKNOWN_FROM, bound["to"] or UNKNOWN_TO))
    thing = next(things_in(value(grading.asked)), None) if grading.asked else None
    return None if thing is None else limits(thing)


def _single(row: Row, grading: Grading, bound: Mapping[str, object]) -> Grade | None:
    way = _way(grading, row.values, row.values, bound)
    if way is None:
        return None
    row.denied = row.denied or way.denied
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
    made = (_way(grading, _parts(grading, parts), row.values, bound) for parts in listed)
    ways = sorted((way for way in made if way is not None), key=partial(_strength, grading))
    if not ways:
        return None
    best = ways[0]
    row.ways[name] = tuple(ways)
    row.denied = row.denied or all(way.denied for way in ways)
    row.weakest = row.weakest or best.weakest
    for way in [best] if grading.surest else ways:
        row.rests_on(way.things)
    dated = min((way.grade.dated for way in ways), key=rank)
    if grading.surest:
        return replace(best.grade, dated=dated)
    since = min(filter(None, (way.grade.since for way in ways)), default=None)
    until = max(filter(None, (way.grade.until for way in ways)), default=None)
    covers = None if best.grade.covers is None else any(way.grade.covers for way in ways)
    return Grade(since, until, covers, best.grade.certainty, best.grade.gap_days, dated)


def _parts(grading: Grading, parts: Sequence[object]) -> Values:
    """What stands in one combination, by name."""
    if len(parts) != len(grading.parts):
        raise QueryError(
            f"[grade]: a combination in {grading.groups} has {len(parts)} parts, and parts names {len(grading.parts)}"
        )
    return dict(zip(grading.parts, parts, strict=True))


def _strength(grading: Grading, way: Way) -> tuple[object, ...]:
    """The surest, then the nearest cited, then the shortest, then the earliest; among equals by ids, part by part.

    Where the time asked about is that of a thing, all ways tell of this thing, and none is earlier.
    """
    gap = way.grade.gap_days
    links = sum(len(part.links) for part in way.parts.values() if isinstance(part, PathValue))
    since = UNKNOWN_FROM if grading.asked_of == "column" else way.grade.since or UNKNOWN_FROM
    ids = tuple(id_ for part in way.parts.values() for id_ in ids_in(part))
    return rank(way.grade.certainty), inf if gap is None else gap, links, since, ids


def _way(grading: Grading, own: Values, row: Values, bound: Mapping[str, object]) -> Way | None:
    """One combination, graded; None where it cannot have been. `own` are its parts, `row` holds what is not among them."""

    def value(name: str) -> object:
        return own[name] if name in own else row[name]

    def things(names: Iterable[str]) -> tuple[Thing, ...]:
        return tuple(thing for name in names for thing in things_in(value(name)))

    held, others = things((*grading.members, *grading.before)), things(grading.others)
    beside = tuple(thing for name in grading.beside for thing in _or_ids(value(name)))
    near = held if grading.near is None else things(grading.near)
    denied = any(thing.properties.get("disputed") for thing in (*held, *others))
    doubted = denied or (grading.doubted is not None and bool(value(grading.doubted)))
    asked = asked_of(grading, value, bound)

    def graded_if(doubted: bool) -> Grade | None:
        if grading.before:
            return _in_order(grading, held, near, doubted)
        if grading.between:
            begin, end = (cast("datetime | None", value(name)) for name in grading.between)
            return sequence.gap([thing.properties for thing in held], begin, end, doubted=doubted)
        return _together(grading, held, near, asked, doubted, value, bound)

    dated = graded_if(doubted)
    if dated is None:
        return None
    made = cast("Grade", graded_if(True)) if any(map(contradicted, others)) else dated
    made = replace(made, dated=dated.certainty)
    if grading.covers and asked is not None:
        made = replace(made, covers=all(_lies_in(thing, asked) for thing in things([grading.covers])))
    return Way(own, made, (*held, *others, *beside), None if asked is None else _weakest(held, asked), denied)


def _or_ids(value: object) -> Iterable[Thing | str]:
    """The things in it, and the ids where only these were returned; of what is counted, the links that tie it there."""
    for item in value if isinstance(value, list | tuple) else [value]:
        if isinstance(item, str):
            yield item
        elif is_mark(item) and comes(item):
            continue  # the row does not rest on what is not there
        elif is_mark(item):
            yield from (marked_link(link, denied=bool(item[2])) for link in links(item))
        else:
            yield from things_in(item)


def _together(
    grading: Grading,
    members: Sequence[Thing],
    near: Sequence[Thing],
    asked: Limits | None,
    doubted: bool,
    value: Callable[[str], object],
    bound: Mapping[str, object],
) -> Grade | None:
    """What is said of members that held at one time. Where none is asked about, that they never did is no reason to hide them."""
    spans, counted = ([thing.properties for thing in some] for some in (members, near))
    itself = next(things_in(value(grading.asked)), None) if grading.asked_of == "column" else None
    every = grading.every is not None and bool(value(grading.every))
    own = itself.properties if itself else None
    made = grade(spans, asked, near=counted, slack=_slack(grading, bound), itself=own, doubted=doubted, every=every)
    if asked is None:
        return made or UNGRADED
    if grading.asked_of == ALWAYS:  # no time was asked about that could be covered or be far from a citation
        return made and (replace(made, covers=None, gap_days=None) if members else UNGRADED)
    return made


def _slack(grading: Grading, bound: Mapping[str, object]) -> timedelta:
    days = cast("int", bound[grading.slack]) if grading.slack else 0
    if days > MOST_SLACK:
        raise QueryError(f"--{grading.slack}: at most {MOST_SLACK}")
    return timedelta(max(0, days))


def _in_order(grading: Grading, ordered: Sequence[Thing], near: Sequence[Thing], doubted: bool) -> Grade | None:
    """What is said of two that followed each other. The question names no time: nothing cited is far from it."""
    if len(ordered) > len(grading.before):
        raise QueryError("[grade]: before compares one thing with one other, and finds more")
    if len(ordered) < len(grading.before):
        return NEUTRAL
    certainty = sequence.order(*ordered)
    if certainty is None:
        return None
    far = farthest([thing.properties for thing in near], *ALL_TIME)
    return Grade(certainty="possible" if doubted else certainty, gap_days=far)


def _weakest(members: Iterable[Thing], asked: Limits) -> RelValue | None:
    links = [member for member in members if isinstance(member, RelValue)]
    at = weakest([link.properties for link in links], *asked)
    return None if at is None else links[at]


def _lies_in(thing: Thing, asked: Limits) -> bool:
    """Whether all of its possible range lies in the time asked about."""
    begin, end = limits(thing)
    return asked[0] <= begin and end <= asked[1]
