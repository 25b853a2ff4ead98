"""The writer of who is who: takes decisions in, each held against all that stand.

    ledger = Ledger.of(state.identity)     # the reader's own stays as it is
    ledger.add(decision)                   # CaseError, and nothing changed, where it contradicts

What the decisions mean stands in `graph.decided.identity`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.decided.decision import DECLARED_KEY, PERSON
from graph.decided.identity import Identity
from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from graph.decided.barriers import Barriers
    from graph.decided.decision import Decision


class Ledger(Identity):
    """Decisions that more are added to."""

    __slots__ = ()

    @classmethod
    def of(cls, identity: Identity) -> Self:
        """A ledger that goes on from what stands in `identity`, which does not change."""
        return cls(
            identity._joins.copy(),
            identity._apart.copy(),
            identity._open.copy(),
            identity._parted.copy(),
            identity._made.copy(),
            identity._taken_out.copy(),
            identity._named.copy(),
            identity._things and identity._things.copy(),
        )

    def identity(self) -> Identity:
        """What stands now, to be read. What is added afterwards is not in it."""
        copy = Ledger.of(self)
        return Identity(*(getattr(copy, name) for name in Identity.__slots__))

    def add(self, decision: Decision) -> None:
        """Take in a decision. CaseError, and nothing changed, where it contradicts one that stands."""
        members = decision.members
        match decision.verdict:
            case "same":
                if len(members) < 2:
                    raise CaseError("a SAME names at least two mentions")
                if clash := self.clash(members):
                    raise CaseError(f"decision {clash} says two of these are different: retract it first")
                self._joins[decision.sequence] = members
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
        self._named |= members

    def lapse(self, load: int) -> None:
        """A superseded load takes along the joins its rules made."""
        for sequence, decision in self._made.items():
            if decision.load == load:
                self._joins.pop(sequence, None)
        self._things = None

    def carry(self, moves: Mapping[str, str | None]) -> None:
        """What was taken back of mentions that are gone stays taken back for those that follow them."""
        self._parted.carry(moves)
        self._taken_out |= {moves.get(mention) or mention for mention in self._taken_out}

    def _retract(self, decision: Decision) -> None:
        target = decision.retracts
        members = self._joins.get(target or 0)
        barriers = next((kind for kind in (self._apart, self._open) if target in kind), None)
        if target is None or (members is None and barriers is None):
            raise CaseError(f"entry {target} is not a decision in force: there is nothing to retract")
        if decision.rule != PERSON and self._made[target].rule == PERSON:
            raise CaseError(f"entry {target} is a person's decision: no rule takes it back")
        if members is None:
            self._lift(barriers, target, decision)
        else:
            self._part(members, target, decision)

    def _lift(self, barriers: Barriers | None, target: int, decision: Decision) -> None:
        """Takes back a DIFFERENT or an UNSURE."""
        if decision.members:
            raise CaseError(f"entry {target} is of kind {self._made[target].verdict.upper()}: it is retracted as a whole")
        if barriers is not None:
            barriers.remove(target)

    def _part(self, members: frozenset[str], target: int, decision: Decision) -> None:
        """Takes back a SAME, or some members out of it."""
        leaving = decision.members or members
        if not leaving <= members:
            raise CaseError(f"entry {target} does not join all of these")
        if self._made[target].rule != PERSON and decision.rule == PERSON:
            self._parted.add(decision.sequence, leaving, members)
            if self._made[target].rule == DECLARED_KEY:
                self._taken_out |= leaving
        if len(left := members - leaving) < 2:
            del self._joins[target]
        else:
            self._joins[target] = left
        self._things = None

    def _joined(self, members: Iterable[str]) -> tuple[str, str] | None:
        """Two of these that speak of one thing, if any do."""
        met: dict[str, str] = {}
        for member in sorted(members):
            if (first := met.setdefault(self.root(member), member)) != member:
                return first, member
        return None
