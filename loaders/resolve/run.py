"""The whole way: what sources describe, compared in the order areas, units and stations, persons, events, and decided.

What is joined first is seen by what comes after: two officers are posted to one unit once its two spellings are one. All
that rules decide is entered together, each decision with its rule, its evidence and what the rule was read from. Groups and
conflicts wait for a person (`loaders.resolve.backlog`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from graph.decide import Decided, Refused, decide_all
from graph.decided.decision import PERSON
from graph.decided.entry import Kind
from graph.errors import CaseError, UnfinishedError
from graph.kept.private import make_folder, scratch
from loaders.resolve import backlog
from loaders.resolve.records import Register
from loaders.resolve.stages import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.decided.state import State
    from graph.kept.case import Case
    from graph.progress import Progress
    from loaders.resolve.proposal import Conflict, Edge, Group
    from loaders.resolve.stages import Stage

OF_PERSONS = (Kind.IDENTITY, Kind.ALIAS, Kind.VALUE)
"""What people enter that may make a difference to who is who."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two things of a label that a rule makes one. `read_from`: versions or SHA-256 of what the rule rests on."""

    label: str
    edge: Edge
    read_from: dict[str, str]

    @property
    def decided(self) -> Decided:
        """As it is entered in the journal, with the words and bits that a lawyer reads."""
        more: dict[str, Any] = {"evidence": [asdict(evidence) for evidence in self.edge.evidence], **self.read_from}
        if self.edge.bits is not None:
            more["bits"] = self.edge.bits
        reason = "; ".join(f"{evidence.field}: {evidence.says}" for evidence in self.edge.evidence) or self.edge.rule
        return Decided((self.edge.one, self.edge.other), self.edge.rule, reason, more=more)


@dataclass(slots=True)
class Resolved:
    """What resolving came to, or with `dry_run` would come to.

    `since`: the entry of the journal up to which everything had been compared before; None where all was compared anew.
    `things`: how many there were of each label before.
    """

    since: int | None = None
    things: dict[str, int] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def resolve(case: Case, *, everything: bool = False, dry_run: bool = False, progress: Progress | None = None) -> Resolved:
    """Compares what is new since the last time with all there is; with `everything`, all with all.

    The case is not held while it compares: what somebody else decides meanwhile stands, and refuses what contradicts it.
    """
    head = case.journal.head[0]
    state = case.state
    before = backlog.Backlog() if everything else backlog.load(case)
    resolved = Resolved(since=before.sequence)
    fresh = None if before.sequence is None else _fresh(case, state, before.sequence)
    register = Register(state)
    register.wait(before.groups)
    anew: set[str] = set()
    folder = case.folder / backlog.FOLDER
    make_folder(folder)
    with _kept_in(folder, dry_run=dry_run) as room:
        for number, stage in enumerate(STAGES):
            if progress:
                progress("comparing", number, len(STAGES))
            resolved.things |= {label: len(register.things(label)) for label in stage.labels}
            if fresh is None or fresh:
                anew |= _compare(stage, register, fresh, resolved, room, progress)
    _keep(resolved, before, register, anew)
    if not dry_run:
        if resolved.merges:
            resolved.refused += decide_all(case, [merge.decided for merge in resolved.merges]).refused
            refused = {refusal.decided.members for refusal in resolved.refused}
            resolved.merges = [merge for merge in resolved.merges if merge.decided.members not in refused]
        try:
            backlog.save(case, resolved.groups, resolved.conflicts, head)
        except OSError as error:
            what = f"what waits for a person could not be kept ({error.strerror})"
            raise UnfinishedError(
                f"what rules joined is recorded; {what}: make room, then `linkage resolve` again", resolved
            ) from None
    return resolved


@contextmanager
def _kept_in(folder: Path, *, dry_run: bool) -> Iterator[Path]:
    """Where stages keep what is derived: in a dry run, in a folder that is gone afterwards."""
    if not dry_run:
        yield folder
        return
    with scratch(folder) as room:
        yield room


def _compare(
    stage: Stage, register: Register, fresh: set[str] | None, resolved: Resolved, folder: Path, progress: Progress | None
) -> frozenset[str]:
    """One stage. What it merges is one thing for the stages after it; what it merges or asks about is `fresh` for them.

    What is one by a compiler's key alone, and contradicts itself, is the compiler's word and shown as a conflict of the
    thing: no rule joined it, so no rule's join is in doubt.
    """
    things = None if fresh is None else {register.thing(mention) for mention in fresh}
    proposal = stage.compare(register, register.identity.barred, things, folder, progress)
    read_from = stage.read_from() if proposal.merges else {}
    for edge in proposal.merges:
        merge = Merge(register.label(edge.one), edge, read_from)
        try:
            register.join(edge.one, edge.other)
        except CaseError as error:  # each pair may be joined, and all of them together not
            resolved.refused.append(Refused(merge.decided, str(error)))
        else:
            resolved.merges.append(merge)
    if fresh is not None:
        asked = (edge for group in proposal.groups for edge in group.edges)
        fresh |= {end for edge in (*proposal.merges, *asked) for end in (edge.one, edge.other)}
    register.wait(proposal.groups)
    resolved.groups += proposal.groups
    resolved.conflicts += [conflict for conflict in proposal.conflicts if not register.one_key(conflict.thing)]
    return proposal.anew


def _fresh(case: Case, state: State, since: int) -> set[str]:
    """Mentions that files brought after this entry of the journal, or that people decided something about."""
    loaded = (load for load in state.loads if load > since and load not in state.superseded)
    mentions = {mention.id for load in loaded for mention in case.journal.mentions(load) if not mention.is_link}
    for entry in case.journal.entries(*OF_PERSONS):
        if entry.sequence > since and entry.body.get("rule", PERSON) == PERSON:
            mentions |= {mention for mention in _named(entry.body) if mention in state.mentions}
            retracted = state.identity.made(entry.body.get("retracts") or 0)
            mentions |= {mention for mention in (retracted.members if retracted else ()) if mention in state.mentions}
    return mentions


def _named(body: Any) -> Iterable[str]:
    return (*body.get("members", ()), *([body["mention"]] if "mention" in body else ()))


def _keep(resolved: Resolved, before: backlog.Backlog, register: Register, anew: set[str]) -> None:
    """What waited before waits on, unless it was proposed or looked at anew."""
    proposed = {group.things for group in resolved.groups}
    for group in before.groups:
        if group.things not in proposed:
            edges = [edge for edge in group.edges if anew.isdisjoint((register.thing(edge.one), register.thing(edge.other)))]
            resolved.groups += backlog.pieces(group, edges, register.thing) if len(edges) < len(group.edges) else (group,)
    alerts = {(conflict.edge.one, conflict.edge.other) for conflict in resolved.conflicts}
    resolved.conflicts += [one for one in before.conflicts if (one.edge.one, one.edge.other) not in alerts]
