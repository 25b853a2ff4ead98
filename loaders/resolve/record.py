"""What is compared: one profile of a thing. A thing with several spellings or birth dates has several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["officer", "victim", "witness"]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One way in which the sources describe a person.

    `thing`: what it belongs to by the decisions so far; two records of one thing are never compared. `mention`: the
    mention that describes it so. `born`: `1950`, `1950-11` or `1950-11-27`. `unit`, `place`: ids or folded names; equal
    means the same. `distinct`: key spaces whose compiler keeps two keys apart, with the key.
    """

    thing: str
    mention: str
    name: str
    born: str | None = None
    sex: Literal["male", "female"] | None = None
    unit: str | None = None
    place: str | None = None
    role: Role | None = None
    language: str | None = None
    described: bool = False
    """A masked man: never merged without a person's decision."""
    distinct: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """One name of a unit or station. `label`: `Unit` or `Station`. `areas`: names of places it is said to lie or work in."""

    thing: str
    mention: str
    label: str
    name: str
    areas: frozenset[str] = frozenset()
    kind: str | None = None
    distinct: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event as one row tells it.

    `victims`, `station`: things by the decisions so far. `first`, `last`: between which it lies; ISO days, or ISO minutes where
    the hour is told. `units`, `men`: whom its sources accuse, if it is known who they are. `part_of`: larger events that it is
    said to be part of. `files`: those that tell of it.
    """

    thing: str
    mention: str
    kind: str | None
    victims: frozenset[str]
    station: str | None = None
    first: str | None = None
    last: str | None = None
    distinct: frozenset[tuple[str, str]] = frozenset()
    units: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    part_of: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
