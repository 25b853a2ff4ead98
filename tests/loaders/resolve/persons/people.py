"""Invented persons, told as sources tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaders.resolve.persons import pretrained
from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.database import database
from loaders.resolve.persons.name_keys import name_keys
from loaders.resolve.persons.records import Records
from loaders.resolve.persons.weights import Weigher
from loaders.resolve.record import PersonRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.resolve.persons.weights import Weighed
    from loaders.resolve.proposal import Proposal


def told(thing: str, name: str, born: str | None = None, **said: Any) -> PersonRecord:
    """What one source says of somebody; the mention is called like the thing unless it is named."""
    return PersonRecord(thing=thing, mention=said.pop("mention", thing), name=name, born=born, **said)


def nobody_apart(_one: str, _other: str) -> bool:
    """No person has told anybody apart."""
    return False


def crowd(number: int = 60) -> list[PersonRecord]:
    """Persons who are none of those a test speaks of, so that names are as rare as in a small case."""
    first = ("Арсений", "Богдан", "Вениамин", "Герман", "Демьян", "Ефим", "Захар", "Игнат", "Корней", "Лукьян")
    last = ("Жуланов", "Крапивный", "Осокин", "Перловка", "Репейник", "Тростников", "Хвощев", "Чабрецов", "Шалфеев")
    return [told(f"x{n:03d}", f"{last[n % 9]}{'ий' if n % 2 else ''} {first[n % 10]}", str(1940 + n % 50)) for n in range(number)]


def joined(proposal: Proposal) -> set[frozenset[str]]:
    """The pairs a proposal joins by rule."""
    return {frozenset((edge.one, edge.other)) for edge in proposal.merges}


def asked(proposal: Proposal) -> set[frozenset[str]]:
    """The things of each group."""
    return {frozenset(group.things) for group in proposal.groups}


def weighed(pairs: Sequence[tuple[PersonRecord, PersonRecord]]) -> list[Weighed]:
    """Each pair as Splink weighs it, in the order given."""
    records = tuple(record for pair in pairs for record in pair)
    keys = name_keys(record.name for record in records)
    known = Records(records, keys, range(len(records)), [str(number) for number in range(len(records))])
    with database() as connection:
        persons(connection, known, pretrained())
        return list(Weigher(connection, pretrained()).in_detail([(2 * n, 2 * n + 1) for n in range(len(pairs))]))
