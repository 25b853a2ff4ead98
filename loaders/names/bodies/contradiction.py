"""What makes two names two bodies for certain: a different concept, force, number, country, city or district."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from loaders.names.bodies.lexicon import Lexicon, lexicon
from loaders.names.bodies.outcome import Outcome, Reason
from loaders.names.bodies.terms import head_of, listed, qualities_said

if TYPE_CHECKING:
    from loaders.names.bodies.body import Body

Kinds: TypeAlias = Literal["same", "near", "open", "different"]
Qualities: TypeAlias = Literal["same", "less", "mixed", "different"]


def contradiction(one: Body, other: Body) -> Outcome | None:
    """What makes them two, or the number by which alone they are one; None where neither is so."""
    tables = lexicon()
    if _identified(one, other, tables):
        numbers = one.number_of(one.head), other.number_of(other.head)
        if numbers[0] & numbers[1]:
            return Outcome(
                "same", "unit-number", (Reason("number", f"both are military unit {listed(numbers[0] & numbers[1])}"),)
            )
        if all(numbers):
            return _different("number", f"military unit {listed(numbers[0])}, and {listed(numbers[1])}")
    kinds = kinds_of(one, other, tables)
    if kinds == "different":
        return _different("concept", f"{head_of(one, tables)}, and {head_of(other, tables)}")
    services = _services(one, tables), _services(other, tables)
    if all(services) and not services[0] & services[1]:
        return _different("concept", f"{listed(services[0])}, and {listed(services[1])}")
    for concept in sorted({n.of or "" for n in one.numbers} & {n.of or "" for n in other.numbers}):
        first, second = one.number_of(concept or None), other.number_of(concept or None)
        if not first & second:
            return _different("number", f"number {listed(first)}, and {listed(second)}")
    own = own_numbers(one), own_numbers(other)
    if all(own) and not own[0] & own[1]:
        return _different("number", f"number {listed(own[0])}, and {listed(own[1])}")
    if one.countries and other.countries and not one.countries & other.countries:
        return _different("country", f"{listed(one.countries)}, and {listed(other.countries)}")
    for kind in ("city", "district"):
        first, second = _ids(one, kind), _ids(other, kind)
        if first and second and not _overlap(one, other, kind, tables):
            return _different(kind, f"{listed(first)}, and {listed(second)}")
    if qualities_of(one, other, tables) == "different":
        return _different("concept", f"{qualities_said(one.qualities, tables)}, and {qualities_said(other.qualities, tables)}")
    return None


def _identified(one: Body, other: Body, tables: Lexicon) -> bool:
    return one.head is not None and one.head == other.head and tables.concepts[one.head].identifies


def kinds_of(one: Body, other: Body, tables: Lexicon) -> Kinds:
    """How their concepts stand; `open` where one of them does not say what it is."""
    if one.head == other.head:
        return "same"
    if one.head is None or other.head is None:
        return "open"
    return "near" if tables.near(one.head, other.head) else "different"


def _services(body: Body, tables: Lexicon) -> set[str]:
    """The forces it is said to be of."""
    concepts = (*body.over, *body.vague, *([body.head] if body.head else []))
    return {service for id_ in concepts if (service := tables.concepts[id_].service)}


def forces(body: Body) -> frozenset[str]:
    """Words for a force in passing: a military hospital, a police school."""
    return body.vague & {"army", "navy", "air-force", "military", "police", "gendarmerie"}


def own_numbers(body: Body) -> frozenset[str]:
    """The numbers of the body itself, not of what it belongs to."""
    return body.number_of(body.head) | body.number_of(None)


def _ids(body: Body, kind: str) -> frozenset[str]:
    """Its places of this kind; a region stands with the cities, for the two bear one name."""
    if not body.places:
        return frozenset()
    return frozenset(place.id for place in body.places if (place.kind == "district") == (kind == "district"))


def _overlap(one: Body, other: Body, kind: str, tables: Lexicon) -> bool:
    """Whether they share a place, or one of them may lie in the other's."""
    first, second = _ids(one, kind), _ids(other, kind)
    if first & second or kind == "district":
        return bool(first & second)
    around = {tables.within.get(place) for place in first} & second | {tables.within.get(place) for place in second} & first
    if around:
        return True
    regions = {place.id for body in (one, other) for place in body.places if place.kind == "region"}
    # a city of which the tables do not say where it lies may lie in any region
    return any(
        bool(cities - regions) and cities.isdisjoint(tables.within) and bool(others & regions)
        for cities, others in ((first, second), (second, first))
    )


def qualities_of(one: Body, other: Body, tables: Lexicon) -> Qualities:
    """`less`: one leaves some out; `mixed`: they differ in what writers mix up."""
    left_out = {None: False, "always": True, "with its number": bool(own_numbers(one) & own_numbers(other))}
    first, second = ({q for q in body.qualities if not left_out[tables.qualities[q].light]} for body in (one, other))
    if first == second:
        return "same"
    if first <= second or second <= first:
        return "less"
    joined = {j for q in first - second for j in tables.qualities[q].joins}
    return "mixed" if joined & second else "different"


def _different(rule: str, says: str) -> Outcome:
    return Outcome("different", rule, (Reason(rule, says),))
