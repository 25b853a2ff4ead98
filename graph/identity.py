"""Who is who: recorded decisions, and the things they make of mentions.

SAME names a set of mentions; DIFFERENT keeps every two of its mentions apart; UNSURE keeps a question open; RETRACT takes
an entry back, or some members out of it (the rest stay joined). A thing is a component of SAME. An entry that would leave
a live DIFFERENT inside a component is refused, so any consistent set of decisions in any order gives the same things.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.errors import CaseError
from graph.partition import Partition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

Verdict: TypeAlias = Literal["same", "different", "unsure", "retract"]
Dates: TypeAlias = Literal["one_term", "disputed"]
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
    _apart: dict[int, frozenset[str]] = field(default_factory=dict)
    _against: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _made: dict[int, Decision] = field(default_factory=dict)
    _parted: set[frozenset[str]] = field(default_factory=set)
    _taken_out: set[str] = field(default_factory=set)
    _things: Partition | None = None

    def add(self, decision: Decision) -> None:
        """Take in a decision. CaseError, and nothing changed, where it contradicts one that stands."""
        match decision.verdict:
            case "same":
                if len(decision.members) < 2:
                    raise CaseError("a SAME names at least two mentions")
                if clash := self.clash(decision.members):
                    raise CaseError(f"decision {clash} says two of these are different: retract it first")
                self._joins[decision.sequence] = set(decision.members)
                self._partition().join(decision.members)
            case "different":
                if len(decision.members) < 2:
                    raise CaseError("a DIFFERENT names at least two mentions")
                if len({self.root(member) for member in decision.members}) < len(decision.members):
                    raise CaseError("two of these are joined already: retract the SAME first")
                self._apart[decision.sequence] = decision.members
                for member in decision.members:
                    self._against[member].add(decision.sequence)
            case "retract":
                self._retract(decision)
            case "unsure":
                pass
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
        root = self.root(other)
        return any(self.root(rival) == root for rival in self.rivals([one]))

    def rivals(self, mentions: Iterable[str]) -> set[str]:
        """Every mention that a DIFFERENT names beside one of the things these speak of."""
        found: set[str] = set()
        if self._apart:
            for member in {member for mention in mentions for member in self._partition().members(mention)}:
                for sequence in self._against.get(member, ()):
                    found |= self._apart[sequence] - {member}
        return found

    @property
    def refusals(self) -> bool:
        """Whether any decision stands against any join."""
        return bool(self._apart or self._parted)

    def was_parted(self, one: str, other: str) -> bool:
        """Whether a person took a declared join of these two back: no rule may make it again."""
        return frozenset((one, other)) in self._parted

    def was_taken_out(self, mention: str) -> bool:
        """Whether a person took this mention out of a declared join."""
        return mention in self._taken_out

    def is_named(self, mention: str) -> bool:
        """Whether any decision ever named this mention."""
        return any(mention in decision.members for decision in self._made.values())

    def clash(self, members: Iterable[str]) -> int | None:
        """The first DIFFERENT that stands against joining these, or None."""
        if not self._apart:
            return None
        met: set[int] = set()
        clashes: set[int] = set()
        for root in {self.root(member) for member in members}:
            here = {sequence for member in self._partition().members(root) for sequence in self._against.get(member, ())}
            clashes |= met & here
            met |= here
        return min(clashes, default=None)

    def made(self, sequence: int) -> Decision | None:
        """The decision of this number, as it was taken in."""
        return self._made.get(sequence)

    def carry(self, moves: Mapping[str, str | None]) -> None:
        """What was taken back of mentions that are gone stays taken back for those that follow them."""
        self._parted |= {frozenset(moves.get(mention) or mention for mention in pair) for pair in self._parted}
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
        if target is None or (target not in self._joins and target not in self._apart):
            raise CaseError(f"entry {target} is no decision that stands: there is nothing to retract")
        if target in self._apart:
            if decision.members:
                raise CaseError(f"entry {target} is a DIFFERENT: it is retracted as a whole")
            for member in self._apart.pop(target):
                self._against[member].discard(target)
            return
        members = self._joins[target]
        leaving = set(decision.members) or set(members)
        if not leaving <= members:
            raise CaseError(f"entry {target} does not join all of these")
        if self._made[target].rule == DECLARED_KEY:
            self._taken_out |= leaving
            self._parted |= {
                frozenset((one, other)) for one, other in combinations(sorted(members), 2) if one in leaving or other in leaving
            }
        members -= leaving
        if len(members) < 2:
            del self._joins[target]
        self._things = None

    def _partition(self) -> Partition:
        if self._things is None:
            self._things = Partition(self._joins.values())
        return self._things
