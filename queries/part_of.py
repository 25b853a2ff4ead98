"""Which rows say themselves what their events are part of: the graph need not be asked for it once more.

A column with the name `part_of` holds all links PART_OF of the events that its row returns, or counts by marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, cast

from graph.answer import NodeValue, RelValue
from queries.mark import is_mark
from queries.reads import reads
from queries.row import things_in

if TYPE_CHECKING:
    from queries.saved import SavedQuery

PART_OF: Final = "part_of"


def part_of(saved: SavedQuery, rows: Sequence[Sequence[object]]) -> dict[str, dict[str, bool]]:
    """By event, what it is part of, and whether somebody denies that. Without those that may be told at several places."""
    names = [column.name for column in saved.returned]
    if PART_OF not in names:
        return {}
    at = names.index(PART_OF)
    found: dict[str, dict[str, bool]] = {id_: {} for row in rows for value in row for id_ in marked(value)}
    told: dict[str, dict[str, bool]] = {id_: {} for row in rows for value in row for id_ in events(value)}
    if "OCCURRED_AT" in reads(saved.cypher).types:
        nodes = {thing.id: thing for row in rows for thing in things_in(row) if isinstance(thing, NodeValue)}
        told = {id_: {} for id_ in told if id_ in nodes and not _torn(nodes[id_])}
    found |= told
    for link in (cast("RelValue", link) for row in rows for link in cast("list[object]", row[at])):
        of = found.get(link.begin, {})
        of[link.end] = bool(link.properties.get("disputed")) and of.get(link.end, True)
    return found


def events(value: object) -> Iterator[str]:
    """The events in a value: as things, or where something occurred."""
    if isinstance(value, NodeValue):
        if value.label == "Event":
            yield value.id
    elif isinstance(value, RelValue):
        if value.type == "OCCURRED_AT":
            yield value.begin
    elif isinstance(value, list | tuple):
        for item in value:
            yield from events(item)


def marked(value: object) -> Iterator[str]:
    """What a column lists to be counted; what is no event has nothing to tell."""
    if isinstance(value, list):
        yield from (str(item[1]) for item in value if is_mark(item))


def _torn(event: NodeValue) -> bool:
    """Whether several places are told of it."""
    return "OCCURRED_AT" in cast("list[str]", event.properties.get("conflicts") or [])
