"""What the journal comes to: the loads that count, the mentions and claims they brought, the decisions that stand."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph.decided.entry import GENESIS, Kind
from graph.decided.identity import DECLARED_KEY, PERSON, Decision, Identity
from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.decided.journal import Journal
    from graph.said.claim import ClaimValue, HeldClaim, Mention

Key = tuple[str, str, str]
"""What is meant, the key space, and the key in it."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A decision that cannot be carried over to a newer version of a file: to be decided again."""

    sequence: int
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a person chose. Of several for one thing the latest holds."""

    sequence: int
    value: ClaimValue


@dataclass(slots=True)
class State:
    """The journal, replayed. `sequence` and `head`: number and hash of the last entry that changes the graph."""

    sequence: int = 0
    head: str = GENESIS
    loads: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    superseded: dict[int, int] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: list[HeldClaim] = field(default_factory=list)
    identity: Identity = field(default_factory=Identity)
    undecided: list[Undecided] = field(default_factory=list)
    values: defaultdict[str, dict[str, Choice]] = field(default_factory=lambda: defaultdict(dict))
    aliases: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    statuses: dict[str, str] = field(default_factory=dict)
    credibility: dict[str, str] = field(default_factory=dict)
    row_credibility: dict[str, str] = field(default_factory=dict)
    """Of all claims about a mention, where a claim has none of its own."""
    reliability: dict[str, str] = field(default_factory=dict)
    """By mention, as `protection` too: what was decided last stands last, so that of a thing's mentions the last decides."""
    bearings: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    protection: dict[str, bool] = field(default_factory=dict)

    def keys(self) -> dict[Key, list[str]]:
        """Mentions that carry a declared key, smallest first."""
        found: defaultdict[Key, list[str]] = defaultdict(list)
        for id_ in sorted(self.mentions):
            mention = self.mentions[id_]
            if mention.space is not None and mention.key is not None:
                found[mention.what, mention.space, mention.key].append(id_)
        return dict(found)


def replay(journal: Journal, *, claims: bool = True, until: int | None = None) -> State:
    """Everything the journal says, in one pass of its loads and one of its decisions. Without `claims`, much faster.

    `until`: the last entry that is read; what it said then, it says now.
    """
    state = State()
    gone = _replay_loads(journal, state, claims, until)
    moves = _moves(journal, gone)
    of_gone_claims: dict[str, int] = {}
    for entry in journal.entries():
        if until is not None and entry.sequence > until:
            break
        if entry.kind.changes_graph:
            state.sequence, state.head = entry.sequence, entry.hash
        if entry.body.get("load") in state.superseded and entry.kind is not Kind.IDENTITY:
            continue  # a sheet of consents or grades, replaced by a newer version of it
        _REPLAY.get(entry.kind, _nothing)(state, entry.sequence, entry.body, moves)
        if entry.kind.changes_graph and state.superseded and (claim := entry.body.get("claim")):
            of_gone_claims[claim] = entry.sequence
    state.identity.carry(moves)
    for claim, sequence in of_gone_claims.items():
        if all(load in state.superseded for load, _, _ in journal.claims_of([claim])):
            state.undecided.append(Undecided(sequence, "the claim it names is not in the newer version of the file"))
    return state


def _replay_loads(journal: Journal, state: State, claims: bool, until: int | None) -> dict[str, tuple[int, Mention]]:
    """Takes in the loads that count. Mentions of the others, by id, with the load that followed theirs in the end."""
    gone: dict[str, tuple[int, Mention]] = {}
    for entry in journal.entries(Kind.LOAD):
        if until is not None and entry.sequence > until:
            break
        state.loads[entry.sequence] = entry.body
        if (old := entry.body.get("supersedes")) is not None:
            state.superseded[old] = entry.sequence
    for sequence, body in state.loads.items():
        if sequence in state.superseded:
            newest = sequence
            while newest in state.superseded:
                newest = state.superseded[newest]
            gone |= {mention.id: (newest, mention) for mention in journal.mentions(sequence)}
            continue
        for mention in journal.mentions(sequence):
            state.mentions[mention.id] = mention
        if claims:
            state.claims += journal.claims(sequence, body["file"])
    return {id_: found for id_, found in gone.items() if id_ not in state.mentions}


def _moves(journal: Journal, gone: Mapping[str, tuple[int, Mention]]) -> dict[str, str | None]:
    """Where decisions about mentions that are gone go: to the one in the newer version of the file that has the same
    declared key, if there is exactly one, else nowhere (None)."""
    keys: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for load in {newest for newest, _ in gone.values()}:
        for mention in journal.mentions(load):
            if mention.key is not None:
                keys[load, mention.what, mention.space, mention.key].append(mention.id)
    moves: dict[str, str | None] = {}
    for id_, (newest, mention) in gone.items():
        same = keys.get((newest, mention.what, mention.space, mention.key), [])
        moves[id_] = same[0] if len(same) == 1 else None
    return moves


def _nothing(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    pass


def _load(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    if (old := body.get("supersedes")) is not None:
        state.identity.lapse(old)


def _identity(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    decision = Decision.of_body(sequence, body)
    target = state.identity.made(decision.retracts) if decision.retracts is not None else None
    if decision.verdict == "retract":
        if not decision.members:
            state.undecided = [waiting for waiting in state.undecided if waiting.sequence != decision.retracts]
        if target is None:  # the newer version left nothing of it to take back
            return
    named = decision.members or (target.members if target and target.rule != PERSON else frozenset())
    lost = {member for member in named if member in moves and moves[member] is None}
    if lost and decision.rule == PERSON:  # a rule joins anew what a newer version brings
        state.undecided.append(Undecided(sequence, "a mention it names is not in the newer version of the file"))
    if _past(state, target or decision):
        # kept for as long as it stood: a person may have taken part of it back, which later loads must respect
        with suppress(CaseError):
            state.identity.add(decision)
        return
    members = frozenset(moves.get(member) or member for member in decision.members - lost)
    if decision.verdict == "different" and len(members) < len(decision.members - lost):
        state.undecided.append(Undecided(sequence, "the newer version of the file has one row for what it keeps apart"))
        return
    if len(members) < (2 if decision.verdict in ("same", "different") else min(1, len(decision.members))):
        return
    try:
        state.identity.add(replace(decision, members=members))
    except CaseError:
        state.undecided.append(Undecided(sequence, "after a newer version of the file it contradicts another decision"))


def _past(state: State, decision: Decision) -> bool:
    """Whether a rule made it for a load that was superseded since."""
    return decision.rule == DECLARED_KEY and decision.verdict != "retract" and decision.load in state.superseded


def _about(state: State, sequence: int, moves: Mapping[str, str | None], mention: str) -> str:
    """The mention that a decision about this one is about now."""
    to = moves.get(mention, mention)
    if to is None:
        state.undecided.append(Undecided(sequence, "the mention it names is not in the newer version of the file"))
    return to or mention


def _value(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    mention = _about(state, sequence, moves, body["mention"])
    state.values[mention][body["property"]] = Choice(sequence, body["value"])


def _alias(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.aliases[_about(state, sequence, moves, body["mention"])].add(body["alias"])


def _status(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.statuses[body["claim"]] = body["status"]


def _grade(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    if "claim" in body:
        state.credibility[body["claim"]] = body["credibility"]
        return
    mention = _about(state, sequence, moves, body["mention"])
    if "reliability" in body:
        state.reliability.pop(mention, None)
        state.reliability[mention] = body["reliability"]
    else:
        state.row_credibility[mention] = body["credibility"]


def _bearing(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.bearings[body["claim"], body["element"]["id"]] = body


def _protection(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    mention = _about(state, sequence, moves, body["mention"])
    state.protection.pop(mention, None)
    state.protection[mention] = body["protected"]


_REPLAY = {
    Kind.LOAD: _load,
    Kind.IDENTITY: _identity,
    Kind.VALUE: _value,
    Kind.ALIAS: _alias,
    Kind.STATUS: _status,
    Kind.GRADE: _grade,
    Kind.BEARING: _bearing,
    Kind.PROTECTION: _protection,
}
