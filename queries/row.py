"""One row of an answer while it is made: what its query returned, its grade, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from graph.answer import NodeValue, PathValue, RelValue
from graph.errors import QueryError
from queries.grade import ALL_TIME, UNGRADED, Grade, Limits, has_time

Thing: TypeAlias = NodeValue | RelValue
Values: TypeAlias = Mapping[str, object]
"""What a row or a combination holds, by name of column or part."""


@dataclass(slots=True)
class Way:
    """One combination of a row: its parts, its grade, what it rests on."""

    parts: Values
    grade: Grade
    things: tuple[Thing | str, ...]
    weakest: RelValue | None
    denied: bool = False
    """Whether somebody denies something it rests on."""


@dataclass(slots=True)
class Row:
    """One row: what its query returned, its grade, its combinations by column, and all that it rests on."""

    values: dict[str, object]
    grade: Grade = UNGRADED
    weakest: RelValue | None = None
    denied: bool = False
    """Whether somebody denies every one of its combinations."""
    asked: Limits = ALL_TIME
    """The time it was asked about."""
    ways: dict[str, tuple[Way, ...]] = field(default_factory=dict)
    """The surest first."""
    things: dict[str, Thing | None] = field(default_factory=dict)
    """By id: the links and things whose claims are the row's; None where only the id was returned."""

    def rests_on(self, things: Iterable[Thing | str]) -> None:
        """These too. Of what only adds its claims a query may return the id alone: less to carry."""
        for thing in things:
            if isinstance(thing, str):
                self.things.setdefault(thing, None)
            elif not is_marked(thing) or self.things.get(thing.id) is None:
                self.things[thing.id] = thing


def marked_link(id_: str, *, denied: bool) -> RelValue:
    """A link of which a query returned the id, and whether somebody denies it: by whom is asked for all rows."""
    return RelValue(id_, "", "", "", {"id": id_, "disputed": denied})


def is_marked(thing: Thing) -> bool:
    """Whether no more is known of it than that."""
    return isinstance(thing, RelValue) and not thing.type


def contradicted(thing: Thing) -> bool:
    """Whether it is a link of which there is one at a time, and another is told, too: an event at two places."""
    return isinstance(thing, RelValue) and thing.type in cast("Iterable[str]", thing.properties.get("conflicts", ()))


def things_in(value: object) -> Iterator[Thing]:
    """The links of a path; a link or node itself; all of a list."""
    if isinstance(value, PathValue):
        yield from value.links
    elif isinstance(value, NodeValue | RelValue):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from things_in(item)


def limits(thing: Thing) -> Limits:
    """When it possibly was. QueryError where it is of a kind that has no time."""
    if not has_time(thing.properties):
        kind = thing.label if isinstance(thing, NodeValue) else thing.type
        raise QueryError(f"[grade]: {kind} has no time of its own: name a column of what has one")
    return cast("Limits", (thing.properties["possible_from"], thing.properties["possible_to"]))


def ids_in(value: object) -> Iterator[str]:
    """The ids of all that is there: of a path first its nodes, then its links."""
    if isinstance(value, PathValue):
        yield from (node.id for node in value.nodes)
    yield from (thing.id for thing in things_in(value))


def identity(value: object) -> object:
    """By which values are told apart and put in order."""
    if isinstance(value, NodeValue | RelValue):
        return value.id
    if isinstance(value, PathValue):
        return tuple(node.id for node in value.nodes), tuple(link.id for link in value.links)
    return tuple(value) if isinstance(value, list) else value
