"""Whether two names can be one body: by concept, number, place and name, each with its reason.

A different number, city, district or concept is a hard no. What is the same is so by a named rule:

    unit-number    the number by which a country's military units are known
    number         concept and number, numbered in the whole country, or in a place or superior that both state
    name           concept and all words of the name
    sole           a body of which a country has one
    spelling       the same letters, and enough of them to name something

Whatever ties two names otherwise is for a person: a common name without its place, a kind that writers mix up, a slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from loaders.names.bodies.body import Body, Place, Rest
from loaders.names.bodies.lexicon import Concept, Lexicon, lexicon
from loaders.names.bodies.matching import Item, Match, match
from loaders.names.bodies.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

Kinds: TypeAlias = Literal["same", "near", "open", "different"]

_UNKNOWN: Final = Outcome("unlike", "unknown", (Reason("name", "a source that did not know which: never a reason"),))


@lru_cache(maxsize=1 << 18)
def compare(one: Body, other: Body) -> Outcome:
    """The verdict on two names. Symmetric; the order of reasons is that of concept, number, place, name."""
    if (other.folded, other.text) < (one.folded, one.text):
        return compare(other, one)
    if one.unknown or other.unknown:
        return _UNKNOWN
    return _contradiction(one, other) or _tie(_Compared.of(one, other))


def _contradiction(one: Body, other: Body) -> Outcome | None:
    tables = lexicon()
    if _identified(one, other, tables):
        numbers = one.number_of(one.head), other.number_of(other.head)
        if numbers[0] & numbers[1]:
            return Outcome(
                "same", "unit-number", (Reason("number", f"both are military unit {_listed(numbers[0] & numbers[1])}"),)
            )
        if all(numbers):
            return _different("number", f"military unit {_listed(numbers[0])}, and {_listed(numbers[1])}")
    kinds = _kinds(one, other, tables)
    if kinds == "different":
        return _different("concept", f"{_head(one, tables)}, and {_head(other, tables)}")
    services = _services(one, tables), _services(other, tables)
    if all(services) and not services[0] & services[1]:
        return _different("concept", f"{_listed(services[0])}, and {_listed(services[1])}")
    for concept in sorted({n.of or "" for n in one.numbers} & {n.of or "" for n in other.numbers}):
        first, second = one.number_of(concept or None), other.number_of(concept or None)
        if not first & second:
            return _different("number", f"number {_listed(first)}, and {_listed(second)}")
    if (
        one.numbers
        and other.numbers
        and not {n.value for n in one.numbers} & {n.value for n in other.numbers}
        and kinds != "same"
    ):
        return _different(
            "number", f"number {_listed(n.value for n in one.numbers)}, and {_listed(n.value for n in other.numbers)}"
        )
    for kind, called in (("city", "city"), ("district", "district")):
        first, second = _ids(one, kind), _ids(other, kind)
        if first and second and not _overlap(one, other, kind, tables):
            return _different(called, f"{_listed(first)}, and {_listed(second)}")
    if _qualities(one, other, tables) == "different":
        return _different("concept", f"{_said(one.qualities, tables)}, and {_said(other.qualities, tables)}")
    return None


def _identified(one: Body, other: Body, tables: Lexicon) -> bool:
    return one.head is not None and one.head == other.head and tables.concepts[one.head].identifies


def _kinds(one: Body, other: Body, tables: Lexicon) -> Kinds:
    if one.head == other.head:
        return "same"
    if one.head is None or other.head is None:
        return "open"
    return "near" if tables.near(one.head, other.head) else "different"


def _services(body: Body, tables: Lexicon) -> set[str]:
    """The forces it is said to be of."""
    said = (*body.over, *body.vague, *([body.head] if body.head else []))
    return {service for id_ in said if (service := tables.concepts[id_].service)}


def _forces(body: Body) -> frozenset[str]:
    return body.vague & {"army", "navy", "air-force", "military", "police", "gendarmerie"}


def _own_numbers(body: Body) -> frozenset[str]:
    """The numbers of the body itself, not of what it belongs to."""
    return body.number_of(body.head) | body.number_of(None)


def _ids(body: Body, kind: str) -> frozenset[str]:
    """Its places of this kind; a region stands with the cities, for the two bear one name."""
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


def _qualities(one: Body, other: Body, tables: Lexicon) -> Literal["same", "less", "mixed", "different"]:
    left_out = {None: False, "always": True, "with its number": bool(_own_numbers(one) & _own_numbers(other))}
    first, second = ({q for q in body.qualities if not left_out[tables.qualities[q].light]} for body in (one, other))
    if first == second:
        return "same"
    if first <= second or second <= first:
        return "less"
    joined = {j for q in first - second for j in tables.qualities[q].joins}
    return "mixed" if joined & second else "different"


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two names that nothing contradicts, and what they share. `limits`: why only a person can tell; `weak`: what one of
    them leaves out, so that they are the same only if nothing else fits as well."""

    one: Body
    other: Body
    kinds: Kinds
    match: Match
    numbers: Literal["same", "one", "none"]
    qualities: Literal["same", "less", "mixed", "different"]

    @classmethod
    def of(cls, one: Body, other: Body) -> _Compared:
        tables = lexicon()
        first, second = _own_numbers(one), _own_numbers(other)
        numbers: Literal["same", "one", "none"] = "none" if not first and not second else "same" if first & second else "one"
        return cls(one, other, _kinds(one, other, tables), match(one, other), numbers, _qualities(one, other, tables))

    @property
    def same_letters(self) -> bool:
        return self.one.folded == self.other.folded

    def limits(self) -> list[Reason]:
        tables, found = lexicon(), []
        if self.kinds == "near":
            found.append(Reason("concept", f"{_head(self.one, tables)} and {_head(self.other, tables)}: writers mix them up"))
        if self.kinds == "open":
            found.append(Reason("concept", "one of them does not say what it is"))
        if self.qualities == "mixed" or (self.qualities == "less" and not (self.match.named and self.goes_by_name)):
            found.append(Reason("concept", "one says more about its kind than the other"))
        if self.one.head is not None and tables.concepts[self.one.head].of_whom and _forces(self.one) != _forces(self.other):
            found.append(Reason("concept", "only one says of which force it is"))
        if self.one.elsewhere or self.other.elsewhere:
            found.append(Reason("place", "one is near it, or on the way to it"))
        if self.one.over and self.other.over and not self.one.over & self.other.over:
            found.append(Reason("superior", f"of {_of(self.one, tables)}, and of {_of(self.other, tables)}"))
        if self.numbers == "one" and not (self.match.named and self.goes_by_name):
            found.append(Reason("number", "one of them has no number"))
        if self.numbers == "same" and _own_numbers(self.one) != _own_numbers(self.other):
            found.append(Reason("number", "one of them has a number more"))
        if any(bool(self.one.number_of(id_)) != bool(self.other.number_of(id_)) for id_ in self.one.over & self.other.over):
            found.append(Reason("superior", "only one says which of its superiors"))
        found += [Reason("name", "one letter apart") for _ in self.match.near]
        if any(isinstance(item, Place) and item.kind == "district" for item in (*self.match.one, *self.match.other)):
            found.append(Reason("place", "only one says which district"))
        if self.match.only_districts:
            found.append(Reason("place", "a district of that name lies in many cities"))
        if any(isinstance(item, Rest) and not self._is_place(item, tables) for item in (*self.match.one, *self.match.other)):
            found.append(Reason("name", "one of them says more"))
        if self._city_or_region(tables):
            found.append(Reason("place", "one is of the region, the other may be of its city"))
        if self._lies_there_or_elsewhere():
            found.append(Reason("place", "the name of the one may say where it lies, and the other lies elsewhere"))
        elif self._called_by_another_place():
            found.append(Reason("place", "the one is called by what the other only says of where it lies"))
        return found

    def weak(self) -> list[Reason]:
        found = [Reason("place", "the one says the city, the other its region") for _ in self.match.nested]
        if any(isinstance(item, Place) or item.marked for item in (*self.match.one, *self.match.other)):
            found.append(Reason("place", "only one says where"))
        if self.numbers == "one":
            found.append(Reason("number", "only one has the number"))
        if self.qualities == "less":
            found.append(Reason("concept", "one says more about its kind"))
        return found

    def _city_or_region(self, tables: Lexicon) -> bool:
        by_region = self.one.head is not None and tables.concepts[self.one.head].by_region
        kinds = [(a.kind, b.kind) for a, b in self.match.matched if isinstance(a, Place) and isinstance(b, Place)]
        return not by_region and any(a != b for a, b in kinds)

    def _lies_there_or_elsewhere(self) -> bool:
        """A regiment of Arica may lie there, or be called so and lie in La Serena."""
        left = (*self.match.one, *self.match.other)
        only_cities = all(isinstance(a, Place) and a.kind == "city" for a, _ in self.match.matched)
        return only_cities and bool(self.match.matched) and any(isinstance(i, Place) and i.kind == "city" for i in left)

    def _called_by_another_place(self) -> bool:
        """A regiment of Arica, and the Rancagua regiment in Arica."""
        located = [(a.marked, b.marked) for a, b in self.match.matched]
        left = [any(isinstance(i, Place) and not i.marked for i in side) for side in (self.match.one, self.match.other)]
        return (left[0] and (True, False) in located) or (left[1] and (False, True) in located)

    @property
    def goes_by_name(self) -> bool:
        """A regiment, a prison: few in a place, and called by a name as often as by a number."""
        head = self.one.head
        return head is not None and lexicon().concepts[head].named

    def _is_place(self, item: Rest, tables: Lexicon) -> bool:
        by_place = self.one.head is not None and tables.concepts[self.one.head].named_by_place and self.numbers == "same"
        return item.marked or by_place


def _tie(pair: _Compared) -> Outcome:
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
    if not _items(pair):
        return _without_name(pair, tables)
    left = (*shared.one, *shared.other)
    if _of_one_quality(pair) and not both_left and all(isinstance(item, Place) for item in left):
        kind = Reason("concept", f"{_said(pair.one.qualities, tables)} {_head(pair.one, tables)} in both")
        return _review("name", [Reason("place", "only one says where")], [kind])
    return Outcome("unlike", "name", (Reason("name", "nothing in common that names it"),))


def _of_one_quality(pair: _Compared) -> bool:
    """Two cavalry schools: without a name, and yet few."""
    told = pair.numbers == "none" and pair.one.head == pair.other.head and pair.qualities == "same"
    return told and bool(pair.one.qualities) and not pair.match.matched


def _by_number(pair: _Compared, concept: Concept) -> Outcome:
    numbers = _listed(_own_numbers(pair.one) & _own_numbers(pair.other))
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
    weak = pair.weak() if pair.match.matched or _items(pair) else [Reason("place", "neither says where")]
    return Outcome("same", "number", (*shared, *weak), alone=bool(weak))


def _by_name(pair: _Compared) -> Outcome:
    shared, limits = _shared(pair), pair.limits()
    said = [item for matched in pair.match.matched for item in matched]
    if pair.kinds in ("same", "open") and pair.one.head is None:
        if not any(isinstance(item, Rest) for item in said):
            if not pair.match.full:
                return Outcome("unlike", "name", (Reason("place", "the same place says nothing of what is there"),))
            limits.append(Reason("name", "the name of a place says nothing of what is there"))
        elif pair.one.vague != pair.other.vague and len(pair.match.matched) == 1:
            limits.append(Reason("concept", "one of them does not say what it is"))
    if pair.kinds == "open" and not any(isinstance(item, Rest) for item in said):
        return Outcome("unlike", "name", (Reason("place", "the same place says nothing of what is there"),))
    left = (*pair.match.one, *pair.match.other)
    only_there = not pair.match.named and all(_is_region_or_marked(item) for item in said)
    if only_there and any(isinstance(item, Rest) for item in left) and not pair.goes_by_name:
        return Outcome("unlike", "name", (Reason("name", "the same place, and only one says what it is called"),))
    if limits:
        return _review("name", limits, shared)
    weak = pair.weak()
    return Outcome("same", "name", (*shared, *weak), alone=bool(weak))


def _without_name(pair: _Compared, tables: Lexicon) -> Outcome:
    """Neither says more than what it is."""
    head = pair.one.head
    if head is not None and head == pair.other.head and tables.concepts[head].unique and pair.numbers == "none":
        limits = pair.limits()
        said = [Reason("concept", f"{tables.concepts[head].says}, of which a country has one")]
        return _review("sole", limits, said) if limits else Outcome("same", "sole", tuple(said))
    if head is not None and head == pair.other.head and pair.numbers == "none" and pair.qualities == "same":
        owners = {id_ for id_ in pair.one.over & pair.other.over if tables.concepts[id_].unique}
        if pair.one.qualities or (owners and pair.one.over == pair.other.over):
            says = f"{tables.concepts[head].says} in both"
            of = [Reason("superior", f"of {_of(pair.one, tables)}")] if owners else []
            kind = [Reason("concept", f"{_said(pair.one.qualities, tables)} in both")] if pair.one.qualities else []
            return Outcome("same", "name", (Reason("concept", says), *of, *kind), alone=True)
    if pair.same_letters and pair.one.folded:
        return Outcome("review", "spelling", (Reason("name", "the same letters, which could name any of its kind"),))
    return Outcome("unlike", "name", (Reason("name", "nothing that names it"),))


def _items(pair: _Compared) -> bool:
    return bool(pair.one.places or pair.one.rest or pair.other.places or pair.other.rest)


def _is_region_or_marked(item: Item) -> bool:
    return item.marked or (isinstance(item, Place) and item.kind != "district")


def _review(rule: str, limits: list[Reason], shared: Iterable[Reason] = ()) -> Outcome:
    return Outcome("review", rule, (*shared, *limits))


def _shared(pair: _Compared) -> list[Reason]:
    tables, found = lexicon(), []
    if pair.kinds == "same" and pair.one.head is not None:
        found.append(Reason("concept", f"{tables.concepts[pair.one.head].says} in both"))
    for one, other in pair.match.matched:
        first, second = (item.id if isinstance(item, Place) else item.word.folded for item in (one, other))
        says = f"{first} in both" if first == second else f"{first} is {second} in another script or spelling"
        found.append(Reason("place" if isinstance(one, Place) else "name", says))
    return found


def _different(rule: str, says: str) -> Outcome:
    return Outcome("different", rule, (Reason(rule, says),))


def _head(body: Body, tables: Lexicon) -> str:
    return tables.concepts[body.head].says if body.head else "no kind"


def _of(body: Body, tables: Lexicon) -> str:
    return " and ".join(tables.concepts[id_].says for id_ in sorted(body.over))


def _said(qualities: Iterable[str], tables: Lexicon) -> str:
    return ", ".join(tables.qualities[id_].says for id_ in sorted(qualities)) or "nothing"


def _listed(values: Iterable[str]) -> str:
    return " and ".join(sorted(values))
