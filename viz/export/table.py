"""A released answer as three tables of plain values: its rows, its nodes, its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.answer import DRAWN, Column, ids
from graph.projection import Properties
from graph.words import UNKNOWN
from graph.words.cells import INCLUSIVE, ends, is_end, is_time, last_of, question_end, with_last
from viz.release import Released


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and records of the same length, values not yet made text."""

    heading: tuple[str, ...]
    records: tuple[tuple[object, ...], ...]


def rows(released: Released) -> Table:
    """The answer as the question gave it."""
    typed = question_end(released.parameters)
    heading = [name for column in released.columns for name in _headings(column)]
    records = tuple(
        tuple(cell for column, value in zip(released.columns, row, strict=True) for cell in _cells(column, value, typed))
        for row in released.rows
    )
    return Table(tuple(heading), records)


def nodes(released: Released) -> Table:
    """Each node once: id, label, name, then its other properties, the claims it rests on last."""
    names, all_properties = _properties(node.properties for node in released.nodes)
    records = tuple(
        (node.id, node.label, node.properties.get("name"), *_values(names, properties), released.rests_on(node.id).claims)
        for node, properties in zip(released.nodes, all_properties, strict=True)
    )
    return Table(("id", "label", "name", *names, "claims"), records)


def links(released: Released) -> Table:
    """Each link once: id, type, the ids of its two ends, then its other properties, who denies it, the claims it rests on."""
    names, all_properties = _properties(link.properties for link in released.links)
    records = tuple(
        (
            *(link.id, link.type, link.begin, link.end, *_values(names, properties)),
            released.rests_on(link.id).denied_by,
            released.rests_on(link.id).claims,
        )
        for link, properties in zip(released.links, all_properties, strict=True)
    )
    return Table(("id", "type", "begin", "end", *names, "denied_by", "claims"), records)


def half_open(released: Released) -> tuple[str, ...]:
    """The columns and properties that hold ends, each with the last day or minute beside it."""
    columns = ends({column.name: column.type for column in released.columns})
    all_properties = [node.properties for node in released.nodes] + [link.properties for link in released.links]
    held = {name for properties in all_properties for name, value in properties.items() if is_end(name) and is_time(value)}
    return tuple(sorted({*columns, *held}))


def _headings(column: Column) -> Iterator[str]:
    yield column.name
    if column.type in DRAWN:
        yield f"{column.name}.id"
    if ends({column.name: column.type}):
        yield f"{column.name}{INCLUSIVE}"


def _cells(column: Column, value: object, typed: datetime | None) -> Iterator[object]:
    yield value
    if column.type in DRAWN:
        yield ids(value)
    if ends({column.name: column.type}):
        yield last_of(value, UNKNOWN, typed)


def _properties(all_properties: Iterable[Properties]) -> tuple[tuple[str, ...], list[Mapping[str, object]]]:
    """The names of all properties but those with columns of their own, and the properties, beside each end its last."""
    found = [with_last(properties, UNKNOWN) for properties in all_properties]
    names = {name for properties in found for name in properties}
    return tuple(sorted(names - {"id", "name"})), list(found)


def _values(names: tuple[str, ...], properties: Mapping[str, object]) -> Iterator[object]:
    yield from (properties.get(name) for name in names)
