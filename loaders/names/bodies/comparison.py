"""Whether two names can be one body: by concept, number, place and name, each with its reason.

A different number, country, city, district, force or concept is a hard no. What is the same is so by a named rule:

    unit-number    the number by which a country's military units are known
    number         concept and number, numbered in the whole country, or in a place or superior that both state
    name           concept and all words of the name
    sole           a body of which a country has one

Whatever ties two names otherwise is for a person: a common name without its place, a kind that writers mix up, a slip.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.bodies.body import Body, Place, Rest
from loaders.names.bodies.contradiction import contradiction, own_numbers
from loaders.names.bodies.lexicon import Concept, Lexicon, lexicon
from loaders.names.bodies.outcome import Outcome, Reason
from loaders.names.bodies.pair import BodyPair
from loaders.names.bodies.terms import head_of, listed, owners_of, qualities_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.names.bodies.match import Item

_UNKNOWN: Final = Outcome("unlike", "unknown", (Reason("name", "a source that did not know which: never a reason"),))


@lru_cache(maxsize=1 << 18)
def compare(one: Body, other: Body) -> Outcome:
    """The verdict on two names. Symmetric; the order of reasons is that of concept, number, place, name."""
    if (other.folded, other.text) < (one.folded, one.text):
        return compare(other, one)
    if one.unknown or other.unknown:
        return _UNKNOWN
    return contradiction(one, other) or _tie(BodyPair.of(one, other))


def _tie(pair: BodyPair) -> Outcome:
    tables, shared = lexicon(), pair.match
    both_left = bool(shared.one) and bool(shared.other)
    kinds = ("same", "near") if shared.matched else ("same",)  # a number alone says nothing of another kind
    concept = tables.concepts.get(pair.one.head or "") if pair.numbers == "same" and pair.kinds in kinds else None
    if concept is not None and not both_left:
        return _by_number(pair, concept)
    if shared.full or (shared.matched and not both_left) or (shared.near and not both_left):
        return _by_name(pair)
    if concept is not None and shared.matched:
        return _review("number", [Reason("name", "each says what the other does not")])
    if not pair.names_something:
        return _without_name(pair, tables)
    left = (*shared.one, *shared.other)
    if _of_one_quality(pair) and not both_left and all(isinstance(item, Place) for item in left):
        kind = Reason("concept", f"{qualities_said(pair.one.qualities, tables)} {head_of(pair.one, tables)} in both")
        return _review("name", [Reason("place", "only one says where")], [kind])
    return Outcome("unlike", "name", (Reason("name", "nothing in common that names it"),))


def _of_one_quality(pair: BodyPair) -> bool:
    """Two cavalry schools: without a name, and yet few."""
    alike = pair.numbers == "none" and pair.one.head == pair.other.head and pair.qualities == "same"
    return alike and bool(pair.one.qualities) and not pair.match.matched


def _by_number(pair: BodyPair, concept: Concept) -> Outcome:
    numbers = listed(own_numbers(pair.one) & own_numbers(pair.other))
    shared = [Reason("number", f"{concept.says} number {numbers} in both"), *_shared(pair)]
    stated = bool(pair.match.matched) and not pair.match.only_districts
    limits = pair.limits()
    if concept.numbered == "place" and not stated:
        limits.append(Reason("place", "every city has one of that number"))
    if concept.numbered == "region" and not stated:
        limits.append(Reason("place", "in some countries every region has one of that number"))
    if concept.numbered == "parent" and not pair.match.full and not (pair.qualities == "same" and pair.one.qualities):
        limits.append(Reason("superior", "its superior has others, and so have other superiors"))
    if concept.numbered is None and not stated and not pair.same_letters:
        limits.append(Reason("number", "such numbers say little"))
    if limits:
        return _review("number", limits, shared)
    weak = pair.weak() if pair.match.matched or pair.names_something else [Reason("place", "neither says where")]
    return Outcome("same", "number", (*shared, *weak), alone=bool(weak))


def _by_name(pair: BodyPair) -> Outcome:
    shared, limits = _shared(pair), pair.limits()
    items = [item for matched in pair.match.matched for item in matched]
    if pair.kinds in ("same", "open") and pair.one.head is None:
        if not any(isinstance(item, Rest) for item in items):
            if not pair.match.full:
                return Outcome("unlike", "name", (Reason("place", "the same place says nothing of what is there"),))
            limits.append(Reason("name", "the name of a place says nothing of what is there"))
        elif pair.one.vague != pair.other.vague and len(pair.match.matched) == 1:
            limits.append(Reason("concept", "one of them does not say what it is"))
    if pair.kinds == "open" and not any(isinstance(item, Rest) for item in items):
        return Outcome("unlike", "name", (Reason("place", "the same place says nothing of what is there"),))
    left = (*pair.match.one, *pair.match.other)
    only_there = not pair.match.named and all(_is_region_or_marked(item) for item in items)
    if only_there and any(isinstance(item, Rest) for item in left) and not pair.goes_by_name:
        return Outcome("unlike", "name", (Reason("name", "the same place, and only one says what it is called"),))
    if limits:
        return _review("name", limits, shared)
    weak = pair.weak()
    return Outcome("same", "name", (*shared, *weak), alone=bool(weak))


def _without_name(pair: BodyPair, tables: Lexicon) -> Outcome:
    """Neither says more than what it is."""
    head = pair.one.head
    if head is not None and head == pair.other.head and tables.concepts[head].unique and pair.numbers == "none":
        limits = pair.limits()
        reasons = [Reason("concept", f"{tables.concepts[head].says}, of which a country has one")]
        alone = pair.one.countries != pair.other.countries
        return _review("sole", limits, reasons) if limits else Outcome("same", "sole", tuple(reasons), alone=alone)
    if head is not None and head == pair.other.head and pair.numbers == "none" and pair.qualities == "same":
        owners = {id_ for id_ in pair.one.over & pair.other.over if tables.concepts[id_].unique}
        if pair.one.qualities or (owners and pair.one.over == pair.other.over):
            says = f"{tables.concepts[head].says} in both"
            of = [Reason("superior", f"of {owners_of(pair.one, tables)}")] if owners else []
            kind = [Reason("concept", f"{qualities_said(pair.one.qualities, tables)} in both")] if pair.one.qualities else []
            return Outcome("same", "name", (Reason("concept", says), *of, *kind), alone=True)
    if pair.same_letters and pair.one.folded:
        return Outcome("review", "spelling", (Reason("name", "the same letters, which could name any of its kind"),))
    return Outcome("unlike", "name", (Reason("name", "nothing that names it"),))


def _is_region_or_marked(item: Item) -> bool:
    return item.marked or (isinstance(item, Place) and item.kind != "district")


def _review(rule: str, limits: list[Reason], shared: Iterable[Reason] = ()) -> Outcome:
    return Outcome("review", rule, (*shared, *limits))


def _shared(pair: BodyPair) -> list[Reason]:
    tables, reasons = lexicon(), []
    if pair.kinds == "same" and pair.one.head is not None:
        reasons.append(Reason("concept", f"{tables.concepts[pair.one.head].says} in both"))
    for one, other in pair.match.matched:
        first, second = (item.id if isinstance(item, Place) else item.word.folded for item in (one, other))
        says = f"{first} in both" if first == second else f"{first} is {second} in another script or spelling"
        reasons.append(Reason("place" if isinstance(one, Place) else "name", says))
    return reasons
