"""Which things are worth comparing: those that share a name, a number or a place, never all with all.

Two names can only be tied by what they share, so every pair that could be is in some bucket: of a word, of a word with one
letter lost, of kind and number, of kind and place. A bucket of a place or number alone pairs only names that say nothing
else with the rest of it; names that say more meet in the buckets of their words.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, TypeAlias

from loaders.names.bodies.fold import SLIP
from loaders.names.bodies.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from loaders.names.bodies import Body
    from loaders.resolve.bodies.things import Thing

Key: TypeAlias = tuple[str, ...]

_CROWDED: Final = 300
"""Things in a bucket above which only those are compared that share one more word, place or number."""


def candidates(known: dict[str, Thing], fresh: Set[str] | None) -> Iterator[tuple[str, str]]:
    """Pairs of things, the smaller id first, each once. With `fresh`, one of the two is among them."""
    full: dict[Key, set[str]] = defaultdict(set)
    bare: dict[Key, set[str]] = defaultdict(set)
    rest: dict[Key, set[str]] = defaultdict(set)
    for thing in known.values():
        if thing.nobody:
            continue
        for name in thing.names:
            if name.body.unknown:
                continue
            for key in _words(name.body):
                full[key].add(thing.id)
            for key, says_more in _kinds(name.body):
                (rest if says_more else bare)[key].add(thing.id)
    seen: set[tuple[str, str]] = set()
    for pair in _pairs(full, bare, rest, known, fresh):
        if pair[0] != pair[1]:
            ordered = (min(pair), max(pair))
            if ordered not in seen:
                seen.add(ordered)
                yield ordered


def _pairs(
    full: dict[Key, set[str]],
    bare: dict[Key, set[str]],
    rest: dict[Key, set[str]],
    known: dict[str, Thing],
    fresh: Set[str] | None,
) -> Iterator[tuple[str, str]]:
    for key in sorted(full):
        yield from _all(full[key], known, fresh)
    for key in sorted(bare):
        yield from _each(bare[key], fresh)
        yield from _across(bare[key], rest.get(key, set()), fresh)


def _all(bucket: set[str], known: dict[str, Thing], fresh: Set[str] | None) -> Iterator[tuple[str, str]]:
    if len(bucket) <= _CROWDED:
        yield from _each(bucket, fresh)
        return
    finer: dict[Key, set[str]] = defaultdict(set)
    for id_ in bucket:
        for name in known[id_].names:
            own = sorted({*(("word", r.word.key) for r in name.body.rest), *(("place", p.id) for p in name.body.places)})
            numbers = tuple(sorted(n.value for n in name.body.numbers))
            for two in combinations(own, 2) if len(own) > 1 else [own]:
                finer[(_family(name.body.head), *numbers, *(part for item in two for part in item))].add(id_)
    for key in sorted(finer):
        yield from _each(finer[key], fresh)


def _each(bucket: set[str], fresh: Set[str] | None) -> Iterable[tuple[str, str]]:
    if fresh is None:
        return combinations(sorted(bucket), 2)
    return _across(bucket & fresh, bucket, None)


def _across(one: set[str], other: set[str], fresh: Set[str] | None) -> Iterable[tuple[str, str]]:
    if fresh is None:
        return product(sorted(one), sorted(other))
    return (pair for pair in product(sorted(one), sorted(other)) if pair[0] in fresh or pair[1] in fresh)


def _words(body: Body) -> Iterator[Key]:
    family = _family(body.head)
    yield ("folded", body.folded)
    for item in body.rest:
        if family:
            yield ("word", family, item.word.key)
        if len(item.word.folded) >= SLIP:
            for slip in _slips(item.word.folded):
                yield ("slip", family, slip)
    for place in body.places:
        if place.kind == "district":
            yield ("district", family, place.id)
        for slip in _slips(place.id):
            yield ("slip", family, slip)
        for number in body.numbers:
            yield ("number", family, number.value, place.id)
    for number in body.numbers:
        if body.head is not None and lexicon().concepts[body.head].identifies:
            yield ("unit", number.value)


def _kinds(body: Body) -> Iterator[tuple[Key, bool]]:
    """Buckets of kind and number, of kind and place, of kind alone, of a word; and whether the name says more than that.

    Who says a word and not what it is meets everybody who says the word, whatever they are.
    """
    family = _family(body.head)
    for item in body.rest:
        yield ("word", item.word.key), bool(family)
    for number in body.numbers:
        yield ("number", family, number.value), bool(body.rest or body.places)
    for place in body.places:
        yield ("place", family, place.id), bool(body.rest)
    if body.head is not None and not body.rest and not body.numbers:
        yield ("kind", body.head, *sorted(body.qualities)), bool(body.places)


def _slips(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _families() -> dict[str, str]:
    """Concepts that writers mix up, directly or by way of others, under the first of them."""
    concepts = lexicon().concepts
    family = {id_: id_ for id_ in concepts}
    for id_ in sorted(concepts):
        for near in concepts[id_].near & concepts.keys():
            first, second = sorted((family[id_], family[near]))
            for member in [m for m, f in family.items() if f == second]:
                family[member] = first
    return family


def _family(head: str | None) -> str:
    return "" if head is None else _families()[head]
