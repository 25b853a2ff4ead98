"""A decision on who is who, by a person and by name: held against all that stand, recorded, and told what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.decide import decide
from graph.errors import QueryError
from graph.served import served
from queries.desk.names import ID, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.decided.decision import Dates, Verdict
    from graph.decided.entry import Entry
    from graph.kept.case import Case
    from graph.progress import Progress


@dataclass(frozen=True, slots=True)
class Judged:
    """An entry, and the things that its mentions speak of after it: their ids, and how many mentions each has."""

    entry: Entry
    things: dict[str, int]


def judge(
    case: Case,
    things: Sequence[str],
    verdict: Verdict,
    *,
    reason: str,
    dates: Dates | None = None,
    progress: Progress | None = None,
) -> Judged:
    """SAME, DIFFERENT or UNSURE of things by name or id, or of links by id. CaseError names the decision that stands against."""
    members = mentions(case, things, progress=progress)
    if len(set(members)) < len(members):
        raise QueryError("two of these are one thing already: `linkage show NAME --identity` says by which decision")
    return _judged(case, decide(case, verdict, members, reason=reason, dates=dates))


def retract(case: Case, sequence: int, leaving: Iterable[str] = (), *, reason: str) -> Judged:
    """Takes a decision back. `leaving`: of a SAME, the mentions that leave it; the rest stay joined."""
    entry = decide(case, "retract", leaving, retracts=sequence, reason=reason)
    return _judged(case, entry)


def mentions(case: Case, things: Iterable[str], *, progress: Progress | None = None) -> list[str]:
    """The mention that stands for each thing. QueryError where a name fits nothing, or several things.

    Ids are read from the journal alone; only for names the graph is asked.
    """
    state = case.state
    members: list[str] = []
    for text in things:
        if ID.fullmatch(text) and text in state.mentions:
            members.append(state.identity.root(text))
            continue
        with served(case, progress=progress) as (engine, _):
            members.append(resolve(case, engine, text))
    return members


def _judged(case: Case, entry: Entry) -> Judged:
    identity = case.state.identity
    named = entry.body["members"] or _of(case, entry.body.get("retracts"))
    roots = {identity.root(member) for member in named}
    return Judged(entry, {root: len(identity.components().get(root, {root})) for root in sorted(roots)})


def _of(case: Case, sequence: int | None) -> list[str]:
    entry = case.journal.entry(sequence) if sequence else None
    return list(entry.body["members"]) if entry else []
