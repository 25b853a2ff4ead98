"""What a projection consists of: nodes and links as they stand in the graph, engine-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | datetime | Sequence[str] | Sequence[datetime]
"""What a property may hold; its declared type is in the schema. There are no nulls: an unknown value is absent."""

Properties: TypeAlias = Mapping[str, Value]
"""By name."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label and properties, `id` among them."""

    label: str
    properties: Properties

    @property
    def id(self) -> str:
        """Unique within a case."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one node to another, with a property `id` of its own: parallel links stay parallel."""

    type: str
    begin_label: str
    begin: str
    end_label: str
    end: str
    properties: Properties

    @property
    def id(self) -> str:
        """Unique within a case."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Projection:
    """The whole graph as the journal has it at `sequence`, the last entry that changes the graph.

    `head` is that entry's hash. `case` is the case's id, the hash of its first entry: the same in every copy and backup, in no
    other case, and empty while nothing is in the journal.
    """

    sequence: int
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    head: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Hashes:
    """The two figures of a graph: of everything, and of the facts alone (without evidence nodes and their links)."""

    graph: str
    facts: str
