"""Who is who: recorded decisions, and the things they make of mentions.

SAME names a set of mentions; DIFFERENT keeps every two of its mentions apart; UNSURE keeps a question open; RETRACT takes
an entry back, or some members out of it (the rest stay joined). A thing is a component of SAME. An entry that would leave
a live DIFFERENT inside a component is refused, so any consistent set of decisions in any order gives the same things.

A person's word stands above every rule's: a rule takes back nothing that a person decided, and `barred` says what no rule
may join. It is asked when a rule decides (`graph.decided.decide`, `loaders.load.joins`), not when a journal is read: what was
joined before a person spoke stays joined until a person takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.decided.barriers import Barriers
from graph.decided.partition import Partition
from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

Verdict: TypeAlias = Literal["same", "different", "unsure", "retract"]
Dates: TypeAlias = Literal["one_term", "disputed"]
PERSON = "person"
"""The rule of what a person decides; every other rule is a machine's."""
DECLARED_KEY = "declared-key"
"""The rule of joins that a mapping declares: its compiler uses the key as an id."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One identity entry. `load`: the load that brought it, if a rule made it. `dates`: how links of unequal dates join."""

    sequence: int
    verdict: Verdict
    members: frozenset[str]
    rule: str
    load: int | None = None
    retracts: int | None = None
    dates: Dates | None = None

    @classmethod
    def of_body(cls, sequence: int, body: Mapping[str, Any]) -> Decision:
        """As the journal has it."""
        return cls(
            sequence,
            body["decision"],
            frozenset(body.get("members", ())),
            body["rule"],
            body.get("load"),
            body.get("retracts"),
            body.get("dates"),
        )


@dataclass(slots=True)
class Identity:
    """All decisions so far. `lapsed` loads' rule-made decisions no longer count."""

    _joins: dict[int, set[str]] = field(default_factory=dict)
    _apart: Barriers = field(default_factory=Barriers)
    _open: Barriers = field(default_factory=Barriers)
    _parted: Barriers = field(default_factory=Barriers)
    _made: dict[int, Decision] = field(default_factory=dict)
    _taken_out: set[str] = field(default_factory=set)
    _things: Partition | None = None

    def add(self, decision: Decision) -> None:
        """Take in a decision. CaseError, and nothing changed, where it contradicts one that stands."""
        members = decision.members
        match decision.verdict:
            case "same":
                if len(members) < 2:
                    raise CaseError("a SAME names at least two mentions")
                if clash := self.clash(members):
                    raise CaseError(f"decision {clash} says two of these are different: retract it first")
                self._joins[decision.sequence] = set(members)
                self._partition().join(members)
            case "different":
                if len(members) < 2:
                    raise CaseError("a DIFFERENT names at least two mentions")
                if joined := self._joined(members):
                    by = " and ".join(map(str, self.joining(*joined)))
                    raise CaseError(f"two of these are joined already, by decision {by}: retract the SAME first")
                self._apart.add(decision.sequence, members, members)
            case "retract":
                self._retract(decision)
            case "unsure":
                self._open.add(decision.sequence, members, members)
        self._made[decision.sequence] = decision

    def lapse(self, load: int) -> None:
        """A superseded load takes along the joins its rules made."""
        for sequence, decision in self._made.items():
            if decision.load == load:
                self._joins.pop(sequence, None)
        self._things = None

    def root(self, mention: str) -> str:
        """The smallest mention of the thing this mention speaks of."""
        return self._partition().name(mention)

    def same(self, one: str, other: str) -> bool:
        """Whether both speak of one thing."""
        return self.root(one) == self.root(other)

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether a DIFFERENT stands between the things these speak of."""
        return self.clash((one, other)) is not None

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

    def unsure(self) -> Iterator[tuple[Decision, frozenset[str]]]:
        """Questions that a person left open and nobody has settled since, with the mentions they are about."""
        for sequence, among in self._open.items():
            things = self._met(among)
            if len(things) > 1 and not self._apart.between(things):
                yield self._made[sequence], among

    def was_taken_out(self, mention: str) -> bool:
        """Whether a person took this mention out of a declared join."""
        return mention in self._taken_out

    def is_named(self, mention: str) -> bool:
        """Whether any decision ever named this mention."""
        return any(mention in decision.members for decision in self._made.values())

    def clash(self, members: Iterable[str]) -> int | None:
        """The first DIFFERENT that stands against joining these, or None."""
        return min(self._apart.between(self._met(members)), default=None) if self._apart else None

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

    def made(self, sequence: int) -> Decision | None:
        """The decision of this number, as it was taken in."""
        return self._made.get(sequence)

    def retracted(self) -> Iterator[Decision]:
        """Every RETRACT, as it was taken in."""
        return (decision for decision in self._made.values() if decision.verdict == "retract")

    def stands(self, sequence: int) -> bool:
        """Whether it is a decision that still counts, at least in part."""
        return sequence in self._joins or sequence in self._apart or sequence in self._open

    def carry(self, moves: Mapping[str, str | None]) -> None:
        """What was taken back of mentions that are gone stays taken back for those that follow them."""
        self._parted.carry(moves)
        self._taken_out |= {moves.get(mention) or mention for mention in self._taken_out}

    def components(self) -> Mapping[str, set[str]]:
        """Members of every thing that has more than one, by its smallest mention."""
        return self._partition().sets

    def live(self) -> Iterator[tuple[Decision, frozenset[str]]]:
        """Decisions that still count, with the members they still name."""
        for sequence, members in self._joins.items():
            yield self._made[sequence], frozenset(members)
        for sequence, apart in self._apart.items():
            yield self._made[sequence], apart

    def _retract(self, decision: Decision) -> None:
        target = decision.retracts
        members = self._joins.get(target or 0)
        barriers = next((kind for kind in (self._apart, self._open) if target in kind), None)
        if target is None or (members is None and barriers is None):
            raise CaseError(f"entry {target} is no decision that stands: there is nothing to retract")
        if decision.rule != PERSON and self._made[target].rule == PERSON:
            raise CaseError(f"entry {target} is a person's decision: no rule takes it back")
        if barriers is not None:
            if decision.members:
                raise CaseError(f"entry {target} is of kind {self._made[target].verdict.upper()}: it is retracted as a whole")
            barriers.remove(target)
            return
        assert members is not None  # noqa: S101 - said above, for the type checker
        leaving = set(decision.members) or set(members)
        if not leaving <= members:
            raise CaseError(f"entry {target} does not join all of these")
        if self._made[target].rule != PERSON and decision.rule == PERSON:
            self._parted.add(decision.sequence, leaving, members)
            if self._made[target].rule == DECLARED_KEY:
                self._taken_out |= leaving
        members -= leaving
        if len(members) < 2:
            del self._joins[target]
        self._things = None

    def _met(self, members: Iterable[str]) -> list[set[str]]:
        """Every mention of the things that these speak of, a set each."""
        return [self._partition().members(root) for root in {self.root(member) for member in members}]

    def _joined(self, members: Iterable[str]) -> tuple[str, str] | None:
        """Two of these that speak of one thing, if any do."""
        met: dict[str, str] = {}
        for member in sorted(members):
            if (first := met.setdefault(self.root(member), member)) != member:
                return first, member
        return None

    def _partition(self) -> Partition:
        if self._things is None:
            self._things = Partition(self._joins.values())
        return self._things
