"""Who is who: what the recorded decisions make of mentions. Read-only; `graph.decided.ledger` takes decisions in.

SAME names a set of mentions; DIFFERENT keeps every two of its mentions apart; UNSURE keeps a question open; RETRACT takes
an entry back, or some members out of it (the rest stay joined). A thing is a component of SAME. An entry that would leave
a live DIFFERENT inside a component is refused, so any consistent set of decisions in any order gives the same things.

A person's word stands above every rule's: a rule takes back nothing that a person decided, and `barred` says what no rule
may join. It is asked when a rule decides (`graph.decide`, `loaders.load.joins`), not when a journal is read: what was
joined before a person spoke stays joined until a person takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.decided.barriers import Barriers
from graph.decided.partition import Partition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from graph.decided.decision import Decision


@dataclass(slots=True)
class Identity:
    """All decisions so far. Nothing here changes them; what is written with `_` belongs to it and to its writer alone."""

    _joins: dict[int, frozenset[str]] = field(default_factory=dict)
    _apart: Barriers = field(default_factory=Barriers)
    _open: Barriers = field(default_factory=Barriers)
    _parted: Barriers = field(default_factory=Barriers)
    _made: dict[int, Decision] = field(default_factory=dict)
    _taken_out: set[str] = field(default_factory=set)
    _named: set[str] = field(default_factory=set)
    _things: Partition | None = None

    # ------------------------------------------------------------------ things

    def root(self, mention: str) -> str:
        """The smallest mention of the thing this mention speaks of."""
        return self._partition().name(mention)

    def same(self, one: str, other: str) -> bool:
        """Whether both speak of one thing."""
        return self.root(one) == self.root(other)

    def components(self) -> Mapping[str, Set[str]]:
        """Members of every thing that has more than one, by its smallest mention."""
        return self._partition().sets

    def joining(self, one: str, other: str) -> tuple[int, ...]:
        """The fewest SAMEs that make one thing of these two, by their numbers, in a row from one to the other."""
        of: dict[str, list[int]] = {}
        for sequence, joined in self._joins.items():
            for member in joined:
                of.setdefault(member, []).append(sequence)
        reached: dict[str, tuple[int, ...]] = {one: ()}
        front = [one]
        used: set[int] = set()
        while front and other not in reached:
            ahead: list[str] = []
            for member in front:
                for sequence in of.get(member, ()):
                    if sequence not in used:
                        used.add(sequence)
                        fresh = sorted(self._joins[sequence] - reached.keys())
                        reached |= dict.fromkeys(fresh, (*reached[member], sequence))
                        ahead += fresh
            front = ahead
        return reached.get(other, ())

    # ------------------------------------------------------------------ what keeps things apart

    def clash(self, members: Iterable[str]) -> int | None:
        """The first DIFFERENT that stands against joining these, or None."""
        return min(self._apart.between(self._met(members)), default=None) if self._apart else None

    def rivals(self, mentions: Iterable[str]) -> set[str]:
        """Every mention that a DIFFERENT names beside one of the things these speak of."""
        if not self._apart:
            return set()
        members = {member for mention in mentions for member in self._partition().members(mention)}
        return {rival for member in members for rival in self._apart.beside(member)}

    def barred(self, one: str, other: str) -> bool:
        """Whether no rule may join the things these speak of: see `barred_by`."""
        return self.barred_by((one, other)) is not None

    def barred_by(self, members: Iterable[str]) -> int | None:
        """The first decision for which no rule may join these: a DIFFERENT, a person's RETRACT of a rule's join, an UNSURE."""
        if not (self._apart or self._parted or self._open):
            return None
        things = self._met(members)
        return min((n for barriers in (self._apart, self._parted, self._open) for n in barriers.between(things)), default=None)

    def barred_within(self, members: Iterable[str]) -> set[str]:
        """Those of these that no rule may join with some other of them: as `barred` says of each pair, in one pass."""
        if not (self._apart or self._parted or self._open):
            return set()
        by_root: dict[str, list[str]] = {}
        for member in members:
            by_root.setdefault(self.root(member), []).append(member)
        things = [self._partition().members(root) for root in by_root]
        kept = {
            place
            for barriers in (self._apart, self._parted, self._open)
            for places in barriers.between(things).values()
            for place in places
        }
        return {member for place, of in enumerate(by_root.values()) if place in kept for member in of}

    def unsure(self) -> Iterator[tuple[Decision, frozenset[str]]]:
        """Questions that a person left open and nobody has settled since, with the mentions they are about."""
        for sequence, among in self._open.items():
            things = self._met(among)
            if len(things) > 1 and not self._apart.between(things):
                yield self._made[sequence], among

    # ------------------------------------------------------------------ decisions

    def made(self, sequence: int) -> Decision | None:
        """The decision of this number, as it was taken in."""
        return self._made.get(sequence)

    def stands(self, sequence: int) -> bool:
        """Whether it is a decision that still counts, at least in part."""
        return sequence in self._joins or sequence in self._apart or sequence in self._open

    def live(self) -> Iterator[tuple[Decision, frozenset[str]]]:
        """Decisions that still count, with the members they still name."""
        for sequence, members in self._joins.items():
            yield self._made[sequence], members
        for sequence, apart in self._apart.items():
            yield self._made[sequence], apart

    def retracted(self) -> Iterator[Decision]:
        """Every RETRACT, as it was taken in."""
        return (decision for decision in self._made.values() if decision.verdict == "retract")

    def was_taken_out(self, mention: str) -> bool:
        """Whether a person took this mention out of a declared join."""
        return mention in self._taken_out

    def is_named(self, mention: str) -> bool:
        """Whether any decision ever named this mention."""
        return mention in self._named

    def _met(self, members: Iterable[str]) -> list[Set[str]]:
        """Every mention of the things that these speak of, a set each."""
        return [self._partition().members(root) for root in {self.root(member) for member in members}]

    def _partition(self) -> Partition:
        if self._things is None:
            self._things = Partition(self._joins.values())
        return self._things
