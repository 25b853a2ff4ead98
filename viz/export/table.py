"""A released answer as three tables of plain values: its rows, its nodes, its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.answer import Column, NodeValue, PathValue, RelValue
from graph.projection import Properties
from viz.release import Released

DRAWN = ("node", "rel", "path")
"""Columns that take two: what it is called, and its id (of a path the ids of its nodes, then of its links)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and records of the same length, values not yet made text."""

    heading: tuple[str, ...]
    records: tuple[tuple[object, ...], ...]


def rows(released: Released) -> Table:
    """The answer as the question gave it."""
    heading = [name for column in released.columns for name in _headings(column)]
    records = tuple(
        tuple(cell for column, value in zip(released.columns, row, strict=True) for cell in _cells(column, value))
        for row in released.rows
    )
    return Table(tuple(heading), records)


def nodes(released: Released) -> Table:
    """Each node once: id, label, name, then its other properties, claims last."""
    names = _names(node.properties for node in released.nodes)
    records = ((node.id, node.label, node.properties.get("name"), *_values(names, node.properties)) for node in released.nodes)
    return Table(("id", "label", "name", *names, "claims"), tuple(records))


def links(released: Released) -> Table:
    """Each link once: id, type, the ids of its two ends, then its other properties, claims last."""
    names = _names(link.properties for link in released.links)
    records = ((link.id, link.type, link.begin, link.end, *_values(names, link.properties)) for link in released.links)
    return Table(("id", "type", "begin", "end", *names, "claims"), tuple(records))


def _headings(column: Column) -> Iterator[str]:
    yield column.name
    if column.type in DRAWN:
        yield f"{column.name}.id"


def _cells(column: Column, value: object) -> Iterator[object]:
    yield value
    if column.type in DRAWN:
        yield _id(value)


def _id(value: object) -> str | list[str] | None:
    if isinstance(value, PathValue):
        return [node.id for node in value.nodes] + [link.id for link in value.links]
    if isinstance(value, NodeValue):
        return value.id
    return value.id if isinstance(value, RelValue) else None


def _names(all_properties: Iterable[Properties]) -> tuple[str, ...]:
    found = {name for properties in all_properties for name in properties}
    return tuple(sorted(found - {"id", "name", "claims"}))


def _values(names: tuple[str, ...], properties: Properties) -> Iterator[object]:
    yield from (properties.get(name) for name in names)
    yield properties.get("claims")
