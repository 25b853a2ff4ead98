"""Who a thing is made of: the rows joined in it, each decision that joined them, and whom it was not joined with, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.decided.decision import PERSON
from graph.errors import QueryError
from loaders.resolve import backlog
from queries.desk.judge import mentions
from queries.desk.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from graph.decided.decision import Decision
    from graph.decided.entry import Entry
    from graph.decided.state import State
    from graph.kept.case import Case
    from graph.progress import Progress
    from loaders.resolve.proposal import Edge

How: TypeAlias = Literal["different", "parted", "unsure", "waiting", "alert"]
Figure: TypeAlias = tuple[str, str, float | None]
"""What was compared, what came of it in words, and its bits."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention: what it calls the thing, where it stands, and the decisions that join it to others, by number."""

    mention: str
    names: tuple[str, ...]
    file_name: str
    locator: str
    joined_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """A decision that joins some of the rows. `members`: those that it still joins."""

    entry: Entry
    members: tuple[str, ...]
    evidence: tuple[Figure, ...]
    bits: float | None


@dataclass(frozen=True, slots=True)
class Other:
    """A thing that this one might have been joined with and is not: by whose word (`entry`), or for want of it.

    `how`: kept apart by a decision, parted from it by one, left open, waiting for review, or an alert about a join.
    """

    how: How
    thing: str
    name: str
    why: str
    evidence: tuple[Figure, ...] = ()
    bits: float | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Identified:
    """All of it."""

    id: str
    label: str
    name: str
    rows: tuple[MentionRow, ...]
    bonds: tuple[Bond, ...]
    others: tuple[Other, ...]


def identify(case: Case, text: str, *, progress: Progress | None = None) -> Identified:
    """The thing of this name or id. QueryError where it fits nothing, or several."""
    (mention,) = mentions(case, [text], progress=progress)
    state = case.state
    if state.mentions[mention].is_link:
        raise QueryError("this is a link; `linkage why` shows what it rests on; --identity is for things")
    rows = Rows(case, state)
    members = rows.members(mention)
    bonds = tuple(_bonds(case, state, set(members)))
    by = {member: tuple(bond.entry.sequence for bond in bonds if member in bond.members) for member in members}
    others = (*_apart(case, state, rows, members), *_undecided(case, state, rows, set(members)))
    return Identified(
        members[0],
        state.mentions[mention].what,
        rows.name(mention),
        tuple(_row(rows, member, by[member]) for member in members),
        bonds,
        others,
    )


def _row(rows: Rows, mention: str, by: tuple[int, ...]) -> MentionRow:
    files = {str(rows.state.loads[load].get("file_name", "")) for load, _ in rows.claims([mention])}
    return MentionRow(mention, rows.names([mention]), ", ".join(sorted(files)), rows.state.mentions[mention].locator, by)


def _bonds(case: Case, state: State, members: set[str]) -> Iterator[Bond]:
    for decision, joined in state.identity.live():
        if decision.verdict == "same" and not members.isdisjoint(joined):
            entry = _entry(case, decision.sequence)
            yield Bond(entry, tuple(sorted(joined)), _figures(entry.body), entry.body.get("bits"))


def _apart(case: Case, state: State, rows: Rows, members: list[str]) -> Iterator[Other]:
    """What people decided against joining: a DIFFERENT, an UNSURE, a RETRACT of a join."""
    identity, own = state.identity, set(members)
    standing = [(decision, named) for decision, named in identity.live() if decision.verdict == "different"]
    for decision, named in (*standing, *identity.unsure()):
        if not own.isdisjoint(named):
            entry = _entry(case, decision.sequence)
            yield from _others(rows, "different" if decision.verdict == "different" else "unsure", named - own, entry, entry.body)
    for decision, target in _taken_back(state):
        named = target.members
        leaving = decision.members or named
        if not own.isdisjoint(named):
            rivals = {rival for rival in named - own if rival in leaving or not own.isdisjoint(leaving)}
            entry = _entry(case, decision.sequence)
            yield from _others(rows, "parted", rivals, entry, _entry(case, target.sequence).body)


def _others(rows: Rows, how: How, named: Iterable[str], entry: Entry, figures: Mapping[str, Any]) -> Iterator[Other]:
    """One a thing, by its smallest mention. `figures`: the body of the entry that keeps them."""
    things = {rows.state.identity.root(mention) for mention in named if mention in rows.state.mentions}
    for thing in sorted(things):
        yield Other(how, thing, rows.name(thing), str(entry.body["reason"]), _figures(figures), figures.get("bits"), entry)


def _undecided(case: Case, state: State, rows: Rows, own: set[str]) -> Iterator[Other]:
    """What waits for a person, and what a rule would not join any more."""
    kept = backlog.load(case)
    for group in kept.groups:
        for edge in group.edges:
            if mention := _across(edge, own):
                yield _open(rows, "waiting", mention, edge, group.why)
    for conflict in kept.conflicts:
        if conflict.edge.one in own:
            yield _open(rows, "alert", conflict.edge.other, conflict.edge, "a rule joined them, and now speaks against it")


def _open(rows: Rows, how: How, mention: str, edge: Edge, why: str) -> Other:
    figures = tuple((part.field, part.says, part.bits) for part in edge.evidence)
    return Other(how, rows.state.identity.root(mention), rows.name(mention), why, figures, edge.bits)


def _across(edge: Edge, own: set[str]) -> str | None:
    """The end that does not belong to the thing, where the other one does."""
    inside = [edge.one in own, edge.other in own]
    return None if inside[0] == inside[1] else edge.other if inside[0] else edge.one


def _taken_back(state: State) -> Iterator[tuple[Decision, Decision]]:
    """Every RETRACT of a SAME by a person, with what it took back."""
    for decision in state.identity.retracted():
        target = state.identity.made(decision.retracts or 0)
        if decision.rule == PERSON and target and target.verdict == "same":
            yield decision, target


def _entry(case: Case, sequence: int) -> Entry:
    entry = case.journal.entry(sequence)
    assert entry is not None  # noqa: S101 - a decision is an entry of the journal
    return entry


def _figures(body: Mapping[str, Any]) -> tuple[Figure, ...]:
    """The evidence that an entry keeps."""
    return tuple((str(line["field"]), str(line["says"]), line.get("bits")) for line in body.get("evidence", ()))
