"""What is proposed, in words and bits: each pair as an edge with its evidence, each group with why a person is asked.

The figures are those a lawyer reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.resolve.particulars import evidence, shared
from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.proposal import Conflict, Edge, Evidence, Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaders.resolve.persons.clusters import Clusters
    from loaders.resolve.persons.pairs import Pair
    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.records import Records
    from loaders.resolve.persons.review import Doubt
    from loaders.resolve.persons.weights import Weighed
    from loaders.resolve.proposal import Edge

LABEL: Final = "Person"
REVIEW: Final = "review"
"""The rule of an edge that no rule decides."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for pairs of these records. `prior`: in bits. `detail`: every pair that is spoken of, weighed field by field."""

    known: Records
    policy: Policy
    prior: float
    detail: Mapping[tuple[int, int], Weighed]

    clusters: Clusters | None = None
    """As the rules joined them."""

    def merge(self, pair: Pair, gate: Rule) -> Edge:
        """A pair that a gate joins."""
        return self._edge(pair.one, pair.other, gate.name, gate.says)

    def group(self, doubt: Doubt, clusters: Clusters) -> Group:
        """A group for a person, by the smallest thing of each cluster in it."""
        why = self._why(doubt)
        edges = tuple(self._edge(pair.one, pair.other, REVIEW, why) for pair in doubt.pairs)
        return Group(LABEL, tuple(sorted(clusters.of(number).name for number in doubt.clusters)), edges, why)

    def conflict(self, one: int, other: int, rule: Rule) -> Conflict:
        """Two records of one thing that can never be one person."""
        return Conflict(LABEL, self.known.records[one].thing, self._edge(one, other, rule.name, rule.says))

    def _why(self, doubt: Doubt) -> str:
        strongest = doubt.pairs[0]
        one, other = (self.known.things[record] for record in (strongest.one, strongest.other))
        space = shared(self.known.particulars(one), self.known.particulars(other))
        if doubt.against:
            return f"the same number ({space}), yet {self._says(doubt.against)}"
        if doubt.distinct:
            return "their compiler gave them different keys, yet everything else agrees"
        if self.clusters and (held := self.clusters.held_back(one, other)):
            held = f"the same number ({space}), yet {held}" if space else held
            return f"{held}, though names and births agree" if strongest.gate is not None else held
        if space:
            return f"the same number ({space}); {why_asked(self.detail[strongest.one, strongest.other].levels)}"
        if strongest.gate is not None:
            return "somebody else, who cannot be both, fits nearly as well"
        missing = why_asked(self.detail[strongest.one, strongest.other].levels)
        return f"little speaks for it; {missing}" if strongest.bits < self.policy.review_little else missing

    def _says(self, rule: str) -> str:
        """A rule that forbids, in words."""
        return next((one.says for one in self.policy.forbidden if one.name == rule), "their compiler gave them different keys")

    def _edge(self, one: int, other: int, rule: str, says: str) -> Edge:
        mentions = (self.known.records[one].mention, self.known.records[other].mention)
        ours, theirs = (self.known.particulars(self.known.things[record]) for record in (one, other))
        more = evidence(ours, theirs, self.policy.number_bits)
        return edge(self.detail[one, other], mentions, prior=self.prior, rule=rule, says=says, more=more)


_DIGITS: Final = 3


def edge(
    weighed: Weighed, mentions: tuple[str, str], *, prior: float, rule: str, says: str, more: Iterable[Evidence] = ()
) -> Edge:
    """The edge between two mentions. `rule`: the name of what decides or forbids; `says`: the same in words. `more`: evidence
    beside the comparisons.

    Evidence stands in the order of the comparisons, after the prior; its bits add up to the edge's, to the last digit.
    """
    levels, bits, shares = weighed.levels, weighed.bits, weighed.shares
    evidence = [_started(prior)]
    for field in _COMPARED:
        number = levels[field]
        if number >= 0:
            evidence.append(_compared(field, number, bits[field], shares.get(field)))
    evidence += more
    total = round(sum(line.bits or 0.0 for line in evidence), _DIGITS)
    return Edge(*mentions, rule=rule, bits=total, evidence=(*evidence, _rule(says)))


def why_asked(levels: Mapping[str, int]) -> str:
    """Why no rule decides a pair with these levels, in words: what it would take."""
    return _missing(*(levels[field] for field in _DECIDING))


_COMPARED: Final = {comparison.field: comparison for comparison in COMPARISONS}
_MISSING: Final = tuple(
    (field, {_COMPARED[field].number(name) for name in names}, phrase)
    for field, names, phrase in (
        ("birth", ("not compared",), "no birth date to compare"),
        ("birth", ("near year",), "birth years differ by one"),
        ("birth", ("slip",), "birth dates differ by a slip"),
        ("given", ("not compared",), "no given name to compare"),
        ("given", ("initial agrees",), "initials only"),
        ("given", ("one edit", "other spelling"), "given names spelt differently"),
        ("surname", ("not compared",), "no surname to compare"),
        ("surname", ("one edit", "alike", "different"), "surnames differ"),
        ("patronymic", ("not compared", "initial agrees"), "no full patronymic on one side"),
    )
)
_DECIDING: Final = ("birth", "given", "surname", "patronymic")


# A million edges share a few thousand lines: equal ones are one object, and are put into words once.


@lru_cache(maxsize=100_000)
def _missing(*numbers: int) -> str:
    levels = dict(zip(_DECIDING, numbers, strict=True))
    missing = [phrase for field, wanted, phrase in _MISSING if levels[field] in wanted]
    return ", ".join(missing) or "no rule joins them on this alone"


@lru_cache(maxsize=100)
def _started(prior: float) -> Evidence:
    bits = round(prior, _DIGITS)
    return Evidence("any two records", f"one pair in {round(2.0**-bits) + 1:,} is one person", bits)


@lru_cache(maxsize=300_000)
def _compared(field: str, number: int, bits: float, share: float | None) -> Evidence:
    comparison = _COMPARED[field]
    level = comparison.level(number)
    says = "" if level is None else f"{level.says} (1 in {round(1 / share):,})" if share and level.rare else level.says
    return Evidence(comparison.title, says, round(bits, _DIGITS))


@lru_cache(maxsize=1_000)
def _rule(says: str) -> Evidence:
    return Evidence("rule", says)
