"""A thousand random walks of decisions, against rules of thumb in plain Python: what is refused, what is joined, what is undone.

The oracle keeps lists, and looks at every pair of mentions each time. It knows nothing of partitions or barriers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from random import Random

from graph.decide import Decided, decide, decide_all
from graph.decided.decision import PERSON, Decision
from graph.decided.ledger import Ledger
from graph.decided.state import State
from graph.errors import CaseError
from graph.projection import Hashes
from tests.graph.decided.test_any_order import PEOPLE, muster
from tests.graph.small_case import Sheet, graph, kept_apart, new_case

RULE = "persons/A2"


@dataclass(slots=True)
class Oracle:
    """Decisions that stand, as lists of (number, rule, mentions), and pairs that a person took out of a rule's join."""

    joins: list[tuple[int, str, set[str]]] = field(default_factory=list)
    apart: list[tuple[int, str, set[str]]] = field(default_factory=list)
    unsure: list[tuple[int, str, set[str]]] = field(default_factory=list)
    parted: set[frozenset[str]] = field(default_factory=set)

    def thing(self, mention: str) -> set[str]:
        """Everything that can be reached over joins."""
        found = {mention}
        while more := {m for _, _, joined in self.joins if joined & found for m in joined} - found:
            found |= more
        return found

    def between(self, held: list[tuple[int, str, set[str]]], one: str, other: str) -> bool:
        """Whether some decision of these names a mention of each of two things."""
        ours, theirs = self.thing(one), self.thing(other)
        return ours != theirs and any(named & ours and named & theirs for _, _, named in held)

    def barred(self, one: str, other: str) -> bool:
        """Whether no rule may join the things of these."""
        ours, theirs = self.thing(one), self.thing(other)
        taken_back = any(frozenset((a, b)) in self.parted for a in ours for b in theirs) if ours != theirs else False
        return taken_back or self.between(self.apart, one, other) or self.between(self.unsure, one, other)

    def takes(self, decision: Decision) -> bool:
        """Whether it can be; if so, it is taken in."""
        entry = (decision.sequence, decision.rule, set(decision.members))
        pairs = list(combinations(sorted(decision.members), 2))
        if decision.verdict == "same":
            if any(self.between(self.apart, *pair) for pair in pairs):
                return False
            self.joins.append(entry)
        elif decision.verdict == "different":
            if any(self.thing(one) == self.thing(other) for one, other in pairs):
                return False
            self.apart.append(entry)
        elif decision.verdict == "unsure":
            self.unsure.append(entry)
        else:
            return self.takes_back(decision)
        return True

    def takes_back(self, decision: Decision) -> bool:
        for held in (self.joins, self.apart, self.unsure):
            for entry in held:
                if entry[0] == decision.retracts:
                    if decision.members and (held is not self.joins or not decision.members <= entry[2]):
                        return False
                    if decision.rule != PERSON and entry[1] == PERSON:
                        return False
                    held.remove(entry)
                    left = entry[2] - decision.members if decision.members else set()
                    if held is self.joins and entry[1] != PERSON and decision.rule == PERSON:
                        self.parted |= {frozenset(pair) for pair in combinations(entry[2], 2) if set(pair) - left}
                    if len(left) > 1:
                        held.append((entry[0], entry[1], left))
                    return True
        return False


def some(random: Random, number: int) -> Decision:
    """Any decision: sensible or not, of a person or of a rule."""
    rule = random.choice((PERSON, RULE))
    verdict = random.choices(("same", "different", "unsure", "retract"), (4, 2, 1, 3))[0]
    if verdict == "retract":
        leaving = random.sample(PEOPLE, random.choice((0, 0, 0, 1)))
        return Decision(number, "retract", frozenset(leaving), rule, retracts=random.randrange(1, number + 1))
    members = random.sample(PEOPLE, random.choice((2, 2, 3)))
    return Decision(number, verdict, frozenset(members), rule if verdict == "same" else PERSON)  # type: ignore[arg-type]


def taken(ledger: Ledger, decision: Decision) -> bool:
    try:
        ledger.add(decision)
    except CaseError:
        return False
    return True


def test_a_thousand_walks_end_where_plain_python_ends() -> None:
    random = Random(1984)
    refused = 0
    for _ in range(1000):
        identity, oracle = Ledger(), Oracle()
        for number in range(1, random.randrange(4, 14)):
            decision = some(random, number)
            expected = oracle.takes(decision)
            assert taken(identity, decision) == expected, (decision, oracle)
            refused += not expected
        assert {mention: identity.root(mention) for mention in PEOPLE} == {m: min(oracle.thing(m)) for m in PEOPLE}
        for pair in combinations(PEOPLE, 2):
            assert kept_apart(identity, *pair) == oracle.between(oracle.apart, *pair), (pair, oracle)
            assert identity.barred(*pair) == oracle.barred(*pair), (pair, oracle)
            assert not (identity.same(*pair) and any(set(pair) <= named for _, _, named in oracle.apart))
        for some_of in (PEOPLE, PEOPLE[:4], PEOPLE[2:]):
            barred = {m for pair in combinations(some_of, 2) if oracle.barred(*pair) for m in pair}
            assert identity.barred_within(some_of) == barred, (some_of, oracle)
    assert 1000 < refused < 5000  # or the walks were all tame, or all wild


def test_whatever_was_decided_taking_it_back_gives_the_exact_earlier_graph() -> None:
    random, sheet = Random(1968), muster()
    seen: set[Hashes] = set()
    for _ in range(300):
        ledger = Ledger()
        for number in range(1, random.randrange(2, 8)):
            taken(ledger, some(random, number))
        before = graph(replace(sheet.state(), identity=ledger))
        done = [number for number in range(100, 105) if taken(ledger, same_or_not(random, number))]
        for number in random.sample(done, len(done)):
            ledger.add(Decision(1000 + number, "retract", frozenset(), PERSON, retracts=number))
        assert graph(replace(sheet.state(), identity=ledger)) == before
        seen.add(before)
    assert len(seen) > 50


def same_or_not(random: Random, number: int) -> Decision:
    """Any decision but a RETRACT, which is not taken back itself."""
    while (decision := some(random, number)).verdict == "retract":
        pass
    return decision


def test_the_same_through_the_front_door_and_a_journal_on_disk(tmp_path: Path) -> None:
    random, sheet = Random(1953), muster()
    refused = 0
    for walk in range(12):
        with new_case(tmp_path / str(walk)) as case:
            offset = sheet.enter(case.journal)
            oracle, number = Oracle(), offset + 1
            for _ in range(14):
                decision = some(random, number)
                if decision.verdict == "same" and decision.rule != PERSON:
                    members = tuple(sorted(decision.members))
                    stands = any(oracle.barred(*pair) for pair in combinations(members, 2))
                    outcome = decide_all(case, [Decided(members, RULE, "a rule")])
                    assert bool(outcome.refused) == stands, (decision, oracle)
                    expected = not stands and oracle.takes(decision)
                else:
                    decision = Decision(number, decision.verdict, decision.members, PERSON, retracts=decision.retracts)
                    expected = oracle.takes(decision)
                    try:
                        decide(case, decision.verdict, decision.members, reason="a person", retracts=decision.retracts)
                    except CaseError:
                        assert not expected, (decision, oracle)
                    else:
                        assert expected, (decision, oracle)
                number += expected
                refused += not expected
                assert case.journal.head[0] == number - 1
            state = case.state
            assert not state.undecided
            assert {m: state.identity.root(m) for m in PEOPLE} == {m: min(oracle.thing(m)) for m in PEOPLE}
            assert graph(state) == graph(replayed(sheet, oracle))
    assert refused > 12


def replayed(sheet: Sheet, oracle: Oracle) -> State:
    """Only what stands at the end, as if nothing else had ever been decided."""
    joins = [Decision(number, "same", frozenset(members), rule) for number, rule, members in oracle.joins]
    return sheet.state(
        *joins, *(Decision(number, "different", frozenset(members), rule) for number, rule, members in oracle.apart)
    )
