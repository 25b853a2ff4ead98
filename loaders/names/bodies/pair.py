"""Two names that may be one body: what they share, what one of them leaves out, what only a person can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.names.bodies.body import Body, Place, Rest
from loaders.names.bodies.contradiction import Kinds, Qualities, forces, kinds_of, own_numbers, qualities_of
from loaders.names.bodies.lexicon import Lexicon, lexicon
from loaders.names.bodies.match import Match, match
from loaders.names.bodies.outcome import Reason
from loaders.names.bodies.terms import head_of, owners_of


@dataclass(frozen=True, slots=True)
class BodyPair:
    """Two names that nothing contradicts, and what they share."""

    one: Body
    other: Body
    kinds: Kinds
    match: Match
    numbers: Literal["same", "one", "none"]
    qualities: Qualities

    @classmethod
    def of(cls, one: Body, other: Body) -> BodyPair:
        """They say nothing that contradicts."""
        tables = lexicon()
        first, second = own_numbers(one), own_numbers(other)
        numbers: Literal["same", "one", "none"] = "none" if not first and not second else "same" if first & second else "one"
        return cls(one, other, kinds_of(one, other, tables), match(one, other), numbers, qualities_of(one, other, tables))

    @property
    def same_letters(self) -> bool:
        """But for marks and capitals."""
        return self.one.folded == self.other.folded

    @property
    def names_something(self) -> bool:
        """Whether either says more than what it is."""
        return bool(self.one.places or self.one.rest or self.other.places or self.other.rest)

    def limits(self) -> list[Reason]:
        """Why only a person can tell."""
        tables, reasons = lexicon(), []
        if self.kinds == "near":
            reasons.append(
                Reason("concept", f"{head_of(self.one, tables)} and {head_of(self.other, tables)}: writers mix them up")
            )
        if self.kinds == "open":
            reasons.append(Reason("concept", "one of them does not say what it is"))
        if self.qualities == "mixed" or (self.qualities == "less" and not (self.match.named and self.goes_by_name)):
            reasons.append(Reason("concept", "one says more about its kind than the other"))
        if self.one.head is not None and tables.concepts[self.one.head].of_whom and forces(self.one) != forces(self.other):
            reasons.append(Reason("concept", "only one says of which force it is"))
        if self.one.elsewhere or self.other.elsewhere:
            reasons.append(Reason("place", "one is near it, or on the way to it"))
        if self.one.over and self.other.over and not self.one.over & self.other.over:
            reasons.append(Reason("superior", f"of {owners_of(self.one, tables)}, and of {owners_of(self.other, tables)}"))
        if self.numbers == "one" and not (self.match.named and self.goes_by_name):
            reasons.append(Reason("number", "one of them has no number"))
        if self.numbers == "same" and own_numbers(self.one) != own_numbers(self.other):
            reasons.append(Reason("number", "one of them has a number more"))
        if any(bool(self.one.number_of(id_)) != bool(self.other.number_of(id_)) for id_ in self.one.over & self.other.over):
            reasons.append(Reason("superior", "only one says which of its superiors"))
        reasons += [Reason("name", "one letter apart") for _ in self.match.near]
        if any(isinstance(item, Place) and item.kind == "district" for item in (*self.match.one, *self.match.other)):
            reasons.append(Reason("place", "only one says which district"))
        if self.match.only_districts:
            reasons.append(Reason("place", "a district of that name lies in many cities"))
        if any(isinstance(item, Rest) and not self._is_place(item, tables) for item in (*self.match.one, *self.match.other)):
            reasons.append(Reason("name", "one of them says more"))
        if self._city_or_region(tables):
            reasons.append(Reason("place", "one is of the region, the other may be of its city"))
        if self._lies_there_or_elsewhere():
            reasons.append(Reason("place", "the name of the one may say where it lies, and the other lies elsewhere"))
        elif self._called_by_another_place():
            reasons.append(Reason("place", "the one is called by what the other only says of where it lies"))
        return reasons

    def weak(self) -> list[Reason]:
        """What one of them leaves out, so that they are the same only if nothing else fits as well."""
        reasons = [Reason("place", "the one says the city, the other its region") for _ in self.match.nested]
        if any(isinstance(item, Place) or item.marked for item in (*self.match.one, *self.match.other)):
            reasons.append(Reason("place", "only one says where"))
        if self.numbers == "one":
            reasons.append(Reason("number", "only one has the number"))
        if self.qualities == "less":
            reasons.append(Reason("concept", "one says more about its kind"))
        return reasons

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
