"""Who answers to whom: some sixty units in four levels, a change in mid-story, and what nobody could name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from loaders.demo.words import words

Relation = Literal["command", "administrative", "informal", "unknown"]

IN_FORCE = (date(2023, 1, 1), date(2024, 12, 31))
"""The staffing order says who answers to whom from the one day to the other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the forces. `kind`: real; unknown, where a level is surely there and unnamed; unnamed, where men were seen."""

    code: str
    level: int
    russian: str
    belarusian: str
    english: str
    superior: str
    station: str
    area: str
    classification: str
    kind: Literal["real", "unknown", "unnamed"] = "real"


@dataclass(frozen=True, slots=True)
class Subordination:
    """Both days included."""

    unit: str
    superior: str
    relation: Relation
    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class Base:
    """Where a unit was based or sent. Both days included."""

    unit: str
    station: str
    begin: date
    end: date


@cache
def units() -> dict[str, Unit]:
    """By code."""
    listed = words("forces")
    listed_units = [Unit(*row) for row in listed["unit"]]
    listed_units.append(replace(Unit(*listed["unknown"]), kind="unknown"))
    listed_units.append(replace(Unit(*listed["unnamed"]), kind="unnamed"))
    listed_units.append(Unit(*listed["operation"]))
    return {unit.code: unit for unit in listed_units}


@cache
def subordinations() -> tuple[Subordination, ...]:
    """Every one of them, with its days."""
    listed = words("forces")
    moved = listed["moved"][0]
    chain = [
        Subordination(unit.code, unit.superior, "command", *IN_FORCE)
        for unit in units().values()
        if unit.superior and unit.code != moved
    ]
    for name in ("moved", "moved_to", "twice", "by_law", "unclear", "informal"):
        unit, superior, relation, begin, end = listed[name]
        chain.append(Subordination(unit, superior, relation, date.fromisoformat(begin), date.fromisoformat(end)))
    return tuple(chain)


@cache
def bases() -> tuple[Base, ...]:
    """Every base of every unit, and where it was sent in the days of the operation."""
    permanent = [Base(unit.code, unit.station, *IN_FORCE) for unit in units().values() if unit.station]
    sent = [Base(u, s, date.fromisoformat(b), date.fromisoformat(e)) for u, s, b, e in words("forces")["sent"]]
    return (*permanent, *sent)


def superiors(unit: str, day: date) -> tuple[str, ...]:
    """Who could give this unit orders that day."""
    return tuple(s.superior for s in subordinations() if s.unit == unit and s.relation == "command" and s.begin <= day <= s.end)


def joined() -> tuple[str, ...]:
    """Units that took part in the joint operation."""
    return tuple(words("forces")["joined"])
