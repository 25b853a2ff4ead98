"""The words of a drop-down: those that the mapping turns back into the only values of a property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import schema

if TYPE_CHECKING:
    from loaders.mapping import Mapping


def choices(mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """By column, the words that it may hold. Other columns hold whatever their source says."""
    words: dict[str, tuple[str, ...]] = {}
    for kind, part in (
        *((thing.label, thing) for thing in mapping.thing.values()),
        *((link.type, link) for link in mapping.link.values()),
    ):
        for name, cells in part.properties.items():
            declared = schema.property_of(kind, name)
            if declared.choices or declared.type == "bool":
                words |= {cell.column: tuple(cell.values) for cell in cells if cell.column is not None}
    return words
