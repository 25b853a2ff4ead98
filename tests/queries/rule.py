"""The one rule of DESIGN §4 for tests, worked out slowly: what the members of a row and the question's time may claim.

Time is cut at every instant that occurs, each range becomes the set of slices inside it, and "share a moment" and
"contain" are set operations. Nothing is shared with the product. Every oracle grades by this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from graph.projection import Link, Node

Row: TypeAlias = dict[str, Any]
Member: TypeAlias = Link | Node
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """The question's time. `any`: no day was given, and nothing is said about time."""

    begin: datetime
    end: datetime
    any: bool = False

    @classmethod
    def of(cls, begin: datetime | None, end: datetime | None, *, any: bool = False) -> Asked:
        return cls(begin or FIRST, end or LAST, any)

    @classmethod
    def during(cls, thing: Member) -> Asked:
        """All that something possibly lasted."""
        return cls(time_of(thing, "possible_from"), time_of(thing, "possible_to"))


class Members:
    """The members of one row and the question's time."""

    def __init__(self, members: Sequence[Member], asked: Asked) -> None:
        self.members, self.asked = members, asked
        instants = {asked.begin, asked.end}
        for member in members:
            instants |= {v for k, v in member.properties.items() if k.endswith(("_from", "_to")) and isinstance(v, datetime)}
        self.instants = sorted(instants)
        self.question = self.slices(asked.begin, asked.end)
        self.possibles = [self.slices(m.properties["possible_from"], m.properties["possible_to"]) for m in members]
        self.cores = [self.slices(m.properties.get("certain_from"), m.properties.get("certain_to")) for m in members]
        self.shared = self.question.intersection(*self.possibles)
        self.common_core = self.question.intersection(*self.cores)

    @classmethod
    def possible(cls, members: Sequence[Member], asked: Asked) -> bool:
        return bool(cls(members, asked).shared)

    def slices(self, begin: Any, end: Any) -> frozenset[datetime]:
        """The slices of time inside [begin, end), each named by its first instant."""
        if begin is None:
            return frozenset()
        return frozenset(instant for instant in self.instants[:-1] if begin <= instant < end)

    def length(self, slices: frozenset[datetime]) -> timedelta:
        return sum((self.instants[self.instants.index(s) + 1] - s for s in slices), timedelta())

    def columns(self) -> Row:
        since, until = self.limits()
        told: Row = {"covers": None, "certainty": None, "gap_days": None}
        if not self.asked.any:
            told = {
                "covers": self.shared == self.question,
                "certainty": self.certainty(since, until),
                "gap_days": gap_days(self.members, self.asked),
            }
        return {"since": since, "until": until, "claims": sorted(claims_of(*self.members)), **told}

    def limits(self) -> tuple[datetime | None, datetime | None]:
        """P, the range common to all; None if there is none."""
        if not self.shared:
            return None, None
        return min(self.shared), self.instants[self.instants.index(max(self.shared)) + 1]

    def certainty(self, since: Any, until: Any) -> str | None:
        """None where there is no member but the question."""
        if not self.members:
            return None
        if not self.sure() or any(member.properties.get("disputed") for member in self.members):
            return "possible"
        stated = {at for at, member in enumerate(self.members) if is_stated(member, since, until)}
        return "certain" if any(needed <= stated for needed in self.proofs()) else "assumed"

    def sure(self) -> bool:
        return any(True for _ in self.proofs())

    def proofs(self) -> Iterator[set[int]]:
        """Every way to show that all held together, as the members whose cores it takes."""
        everyone = set(range(len(self.members)))
        if self.common_core:
            yield everyone
        if all(self.question <= core for core in self.cores):
            yield everyone
        for one, possible in enumerate(self.possibles):
            others = everyone - {one}
            if possible <= self.question and all(possible <= self.cores[other] for other in others):
                yield others

    def weakest(self) -> str | None:
        """The member that carries least: no core in the question's time, a bridged one, a stated one; then the far cited."""
        if self.asked.any or not self.members:
            return None

        def standing(position: int) -> tuple[int, float, str]:
            member, gap = self.members[position], gap_days([self.members[position]], self.asked)
            stated = 1 if member.properties.get("bridged") else 2
            met = self.cores[position] & self.question
            return stated if met else 0, -float("inf") if gap is None else -gap, member.id

        return self.members[min(range(len(self.members)), key=standing)].id


def gap_days(members: Iterable[Member], asked: Asked) -> int | None:
    """Days from the question's time to the far end of the nearest citation, of the member where that is most.

    None where one was never cited, or there is none.
    """
    most = None
    for member in members:
        far = [max(timedelta(), asked.begin - begin, end - asked.end).days for begin, end in cited(member)]
        if not far:
            return None
        most = max(most or 0, min(far))
    return most


def is_stated(member: Member, since: datetime, until: datetime) -> bool:
    """Whether its core is stated, or counts as stated: a citation of one calendar day holds all of P."""
    if not member.properties.get("bridged"):
        return True
    whole = [(a, b) for a, b in cited(member) if b - a == DAY and a == datetime(a.year, a.month, a.day)]
    return any(begin <= since and until <= end for begin, end in whole)


def cited(member: Member) -> list[tuple[datetime, datetime]]:
    """Its citations, from and to."""
    lists: Any = member.properties
    return list(zip(lists.get("cited_from", ()), lists.get("cited_to", ()), strict=True))


def time_of(thing: Member, name: str) -> datetime:
    """One of its limits, or of its core's."""
    found = thing.properties[name]
    assert isinstance(found, datetime)
    return found


def claims_of(*things: Member) -> set[str]:
    """What these rest on."""
    carried: list[Any] = [thing.properties.get("claims") or () for thing in things]
    return {claim for claims in carried for claim in claims}
