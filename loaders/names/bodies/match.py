"""Which words and places of two names are the same, and which are left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from loaders.names.bodies.body import Place, Rest
from loaders.names.bodies.fold import word
from loaders.names.bodies.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.names.bodies.body import Body

Item: TypeAlias = Place | Rest


@dataclass(frozen=True, slots=True)
class Match:
    """`matched`: pairs. `nested`: a city and the region it lies in. `near`: pairs of left-over words that are one slip apart.
    `one`, `other`: what only one of them says."""

    matched: tuple[tuple[Item, Item], ...]
    nested: tuple[tuple[Item, Item], ...]
    near: tuple[tuple[Item, Item], ...]
    one: tuple[Item, ...]
    other: tuple[Item, ...]

    @property
    def full(self) -> bool:
        """Both say the same, and something."""
        return bool(self.matched) and not (self.one or self.other or self.near or self.nested)

    @property
    def named(self) -> bool:
        """They share a word of the name itself, that no table knows for a place or a district of every city."""
        return any(isinstance(a, Rest) and isinstance(b, Rest) and not (a.marked and b.marked) for a, b in self.matched)

    @property
    def only_districts(self) -> bool:
        """All they share is a district that many cities have."""
        return bool(self.matched) and all(isinstance(a, Place) and a.kind == "district" for a, _ in self.matched)


def match(one: Body, other: Body) -> Match:
    """Each word finds at most one partner: equal ones first, then those one slip apart."""
    left, right = _items(one), _items(other)
    matched = _pairs(left, right, same_item)
    nested = _pairs(left, right, _nested)
    near = _pairs(left, right, _near_item)
    return Match(tuple(matched), tuple(nested), tuple(near), tuple(left), tuple(right))


def _items(body: Body) -> list[Item]:
    places = sorted(body.places, key=lambda place: (place.kind, place.id, place.marked))
    return [*places, *sorted(body.rest, key=lambda rest: (rest.word.folded, rest.marked))]


def _pairs(left: list[Item], right: list[Item], fit: Callable[[Item, Item], bool]) -> list[tuple[Item, Item]]:
    pairs = []
    for item in list(left):
        partner = next((candidate for candidate in right if fit(item, candidate)), None)
        if partner is not None:
            left.remove(item)
            right.remove(partner)
            pairs.append((item, partner))
    return pairs


def same_item(one: Item, other: Item) -> bool:
    """The same place of the tables, or the same word."""
    if isinstance(one, Place) and isinstance(other, Place):
        return one.id == other.id
    return isinstance(one, Rest) and isinstance(other, Rest) and one.word.is_same(other.word)


def _nested(one: Item, other: Item) -> bool:
    if not (isinstance(one, Place) and isinstance(other, Place)):
        return False
    within = lexicon().within
    return within.get(one.id) == other.id or within.get(other.id) == one.id


def _near_item(one: Item, other: Item) -> bool:
    if isinstance(one, Rest) and isinstance(other, Rest):
        return one.word.is_near(other.word)
    if isinstance(one, Place) and isinstance(other, Rest):
        return other.word.is_near(word(one.id))
    return isinstance(one, Rest) and isinstance(other, Place) and one.word.is_near(word(other.id))
