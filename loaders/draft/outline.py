"""A mapping before it is written: parts, why each of their lines is there, and the columns that are left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from loaders.draft.facts import Column


@dataclass(slots=True)
class Part:
    """A [thing.…] or [link.…]: its lines in their order, and remarks above it."""

    lines: dict[str, Any]
    why: list[str] = field(default_factory=list)

    def put(self, name: str, content: Any) -> None:
        """One more line; of a property that has one already, a list."""
        if name in self.lines:
            before = self.lines[name]
            content = [*(before if isinstance(before, list) else [before]), content]
        self.lines[name] = content


@dataclass(slots=True)
class Outline:
    """All that the mapping will say."""

    things: dict[str, Part] = field(default_factory=dict)
    links: dict[str, Part] = field(default_factory=dict)
    top: dict[str, Any] = field(default_factory=dict)
    citations: dict[str, Any] = field(default_factory=dict)
    spaces: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    """Columns that no part reads, and why."""
    read: dict[str, str] = field(default_factory=dict)
    """Columns that a part reads, and as what."""
    missing: list[str] = field(default_factory=list)
    fill_merged: list[str] = field(default_factory=list)
    fill_down: list[str] = field(default_factory=list)
    ditto: list[str] = field(default_factory=list)

    def thing(self, name: str, label: str, why: str) -> Part:
        """A new thing."""
        self.things[name] = Part({"label": label}, [why])
        return self.things[name]

    def link(self, name: str, type_: str, begin: str, end: str, rests_on: Column, why: str) -> Part:
        """A new link between two things; never two of one name."""
        self.links[name] = Part({"type": type_, "begin": begin, "end": end, "rests_on": rests_on.name}, [why])
        return self.links[name]

    def uses(self, column: Column, as_what: str) -> str:
        """The name of the column, which is read from now on."""
        self.read.setdefault(column.name, as_what)
        self.left.pop(column.name, None)
        return column.name

    def leaves(self, column: Column, why: str) -> None:
        """It is not read, unless something else reads it."""
        if column.name not in self.read:
            self.left[column.name] = why
