"""What is otherwise in one projection than in another: things and links that came, went, or read differently now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from graph import schema
from graph.projection import Link, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.projection import Projection, Properties, Value

Part: TypeAlias = Node | Link


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing or link in both, and the properties in which they differ: value before, value after; None where there is none."""

    before: Part
    after: Part
    properties: Mapping[str, tuple[Value | None, Value | None]]

    @property
    def moved(self) -> bool:
        """Whether a link points elsewhere now."""
        return isinstance(self.before, Link) and isinstance(self.after, Link) and _ends(self.before) != _ends(self.after)


@dataclass(frozen=True, slots=True)
class Difference:
    """From one state of a case to another. Nodes and links of evidence (sources, claims …) are counted by kind alone."""

    came: tuple[Part, ...]
    went: tuple[Part, ...]
    changed: tuple[Changed, ...]
    evidence: Mapping[str, tuple[int, int]]
    """By label or type: how many came, how many went."""


def difference(before: Projection, after: Projection) -> Difference:
    """Everything in which two projections differ."""
    old, new = _parts(before), _parts(after)
    came = [new[id_] for id_ in sorted(new.keys() - old.keys())]
    went = [old[id_] for id_ in sorted(old.keys() - new.keys())]
    counted: dict[str, tuple[int, int]] = {}
    for at, parts in enumerate((came, went)):
        for part in parts:
            if _is_evidence(part):
                counts = counted.get(kind(part), (0, 0))
                counted[kind(part)] = (counts[0] + (at == 0), counts[1] + (at == 1))
    changes = (_changed(old[id_], new[id_]) for id_ in sorted(old.keys() & new.keys()) if not _is_evidence(new[id_]))
    return Difference(
        tuple(part for part in came if not _is_evidence(part)),
        tuple(part for part in went if not _is_evidence(part)),
        tuple(change for change in changes if change is not None),
        dict(sorted(counted.items())),
    )


def kind(part: Part) -> str:
    """Its label or link type."""
    return part.label if isinstance(part, Node) else part.type


def _parts(projection: Projection) -> dict[str, Part]:
    parts: Iterable[Part] = (*projection.nodes, *projection.links)
    return {part.id: part for part in parts}


def _is_evidence(part: Part) -> bool:
    return schema.kind_of(kind(part)).evidence


def _changed(before: Part, after: Part) -> Changed | None:
    names = before.properties.keys() | after.properties.keys()
    values = {
        name: (before.properties.get(name), after.properties.get(name))
        for name in sorted(names)
        if _comparable(before.properties, name) != _comparable(after.properties, name)
    }
    change = Changed(before, after, values)
    return change if values or change.moved else None


def _comparable(properties: Properties, name: str) -> object:
    value = properties.get(name)
    return list(value) if isinstance(value, list | tuple) else value


def _ends(link: Link) -> tuple[str, str]:
    return link.begin, link.end
