"""A thing with all its names, and how two things stand to one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from loaders.names.bodies import compare, located, read
from loaders.resolve.apart import kept_by_compiler
from loaders.resolve.proposal import Edge, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.names.bodies import Body, Outcome
    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.record import BodyRecord

Stand: TypeAlias = Literal["same", "alone", "review", "apart", "unlike"]
"""`alone`: the same if nothing else fits as well. `apart`: a rule or a decision forbids that they become one."""

NOBODY: Final = frozenset({"unknown", "unnamed", "described"})
"""Kinds of body of which a source did not know which one it was."""
DOUBT: Final = frozenset("?？؟⁇")
"""A name with such a sign says that its source was not sure of it."""
_DOUBTED: Final = "a source writes the name of one of them with a question mark: it was not sure"


@dataclass(frozen=True, slots=True)
class NameInMention:
    """One name of a thing, read, and the mention that calls it so."""

    body: Body
    mention: str


@dataclass(frozen=True, slots=True)
class Thing:
    """All records of one thing. `names`: each spelling once. `distinct`: key spaces that keep it apart from their other keys.
    `doubted`: a source was not sure of its name."""

    id: str
    label: str
    names: tuple[NameInMention, ...]
    distinct: frozenset[tuple[str, str]]
    nobody: bool
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How two things stand, and the names that show it."""

    stand: Stand
    edge: Edge | None = None
    why: str = ""


def things(records: Iterable[BodyRecord]) -> dict[str, Thing]:
    """By id, in its order: whatever the order of the records."""
    by_thing: dict[str, list[BodyRecord]] = defaultdict(list)
    for record in records:
        by_thing[record.thing].append(record)
    return {id_: _thing(id_, by_thing[id_]) for id_ in sorted(by_thing)}


def body_of(record: BodyRecord) -> Body:
    """What the record's name says. Where a station lies tells it from others; where a unit works does not."""
    body = read(record.name)
    return located(body, record.areas) if record.label == "Station" else body


def _thing(id_: str, records: Sequence[BodyRecord]) -> Thing:
    names: dict[tuple[str, frozenset[str]], NameInMention] = {}
    for record in sorted(records, key=lambda r: (r.name, r.mention)):
        body = body_of(record)
        names.setdefault((body.folded, frozenset(place.id for place in body.places)), NameInMention(body, record.mention))
    return Thing(
        id_,
        records[0].label,
        tuple(names.values()),
        frozenset(pair for record in records for pair in record.distinct),
        any(record.kind in NOBODY for record in records),
        any(not DOUBT.isdisjoint(record.name) for record in records),
    )


def relate(one: Thing, other: Thing, kept_apart: KeptApart) -> Relation:
    """How they stand. Any names that contradict keep them apart; else the pair of names that says most decides."""
    if one.label != other.label or kept_apart(one.id, other.id):
        return Relation("apart")
    if one.nobody or other.nobody:
        return Relation("unlike")
    compared = [(a, b, compare(a.body, b.body)) for a, b in product(one.names, other.names)]
    tied = [pair for pair in compared if pair[2].verdict in ("same", "review")]
    contradicting = [pair for pair in compared if pair[2].verdict == "different"]
    if not tied:
        return Relation("apart" if contradicting else "unlike")
    best = min(tied, key=lambda pair: (pair[2].verdict != "same", pair[2].alone, pair[0].body.folded, pair[1].body.folded))
    same = best[2].verdict == "same"
    if contradicting:
        if not same:
            return Relation("apart")
        clash = contradicting[0][2].reasons[0].says
        return Relation(
            "apart", edge(best[0], best[1], best[2], "review"), f"a name of theirs is the same, others contradict: {clash}"
        )
    if kept_by_compiler(one.distinct, other.distinct):
        if not same:
            return Relation("apart")
        return Relation(
            "apart", edge(best[0], best[1], best[2], "review"), "one compiler keeps the two apart, by keys of its own"
        )
    if same and not _covered(one, other, compared):
        return Relation(
            "review", edge(best[0], best[1], best[2], "review"), "a name of theirs is the same, each has another that is not"
        )
    if same and (one.doubted or other.doubted):
        return Relation("review", edge(best[0], best[1], best[2], "review"), _DOUBTED)
    if same:
        return Relation("alone" if best[2].alone else "same", edge(best[0], best[1], best[2], f"bodies/{best[2].rule}"))
    return Relation("review", edge(best[0], best[1], best[2], "review"), best[2].reasons[-1].says)


def _covered(one: Thing, other: Thing, compared: Sequence[tuple[NameInMention, NameInMention, Outcome]]) -> bool:
    """Whether all names of one of them are names of the other: an alias that several bodies share does not make them one."""
    same = [(a, b) for a, b, outcome in compared if outcome.verdict == "same"]
    return len({a for a, _ in same}) == len(one.names) or len({b for _, b in same}) == len(other.names)


def edge(one: NameInMention, other: NameInMention, outcome: Outcome, rule: str) -> Edge:
    """Two mentions and why, the smaller first."""
    first, second = sorted((one, other), key=lambda name: name.mention)
    evidence = tuple(Evidence(reason.field, reason.says) for reason in outcome.reasons)
    return Edge(first.mention, second.mention, rule, None, evidence)
