"""What the journal comes to: the loads that count, the mentions and claims they brought, the decisions that stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.entry import GENESIS, Kind
from graph.errors import CaseError
from graph.identity import DECLARED_KEY, Decision, Identity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.claim import ClaimValue, HeldClaim, Mention
    from graph.journal import Journal

Key = tuple[str, str, str]
"""What is meant, the key space, and the key in it."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A decision that cannot be carried over to a newer version of a file: to be decided again."""

    sequence: int
    why: str


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
    values: defaultdict[str, dict[str, ClaimValue]] = field(default_factory=lambda: defaultdict(dict))
    aliases: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    statuses: dict[str, str] = field(default_factory=dict)
    credibility: dict[str, str] = field(default_factory=dict)
    row_credibility: dict[str, str] = field(default_factory=dict)
    """Of all claims about a mention, where a claim has none of its own."""
    reliability: dict[str, str] = field(default_factory=dict)
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


def replay(journal: Journal, *, claims: bool = True) -> State:
    """Everything the journal says, in one pass of its loads and one of its decisions. Without `claims`, much faster."""
    state = State()
    gone = _replay_loads(journal, state, claims)
    moves = _moves(state, gone)
    for entry in journal.entries():
        if entry.kind.changes_graph:
            state.sequence, state.head = entry.sequence, entry.hash
        if entry.body.get("load") in state.superseded and entry.kind is not Kind.IDENTITY:
            continue  # a sheet of consents or grades, replaced by a newer version of it
        _REPLAY.get(entry.kind, _nothing)(state, entry.sequence, entry.body, moves)
    return state


def _replay_loads(journal: Journal, state: State, claims: bool) -> dict[str, Mention]:
    """Takes in the loads that count. Mentions of the others, by id."""
    gone: dict[str, Mention] = {}
    for entry in journal.entries(Kind.LOAD):
        state.loads[entry.sequence] = entry.body
        if (old := entry.body.get("supersedes")) is not None:
            state.superseded[old] = entry.sequence
    for sequence, body in state.loads.items():
        if sequence in state.superseded:
            gone |= {mention.id: mention for mention in journal.mentions(sequence)}
            continue
        for mention in journal.mentions(sequence):
            state.mentions[mention.id] = mention
        if claims:
            state.claims += journal.claims(sequence, body["file"])
    return {id_: mention for id_, mention in gone.items() if id_ not in state.mentions}


def _moves(state: State, gone: Mapping[str, Mention]) -> dict[str, str | None]:
    """Where decisions about mentions that are gone go: to the one with the same declared key, else nowhere (None)."""
    keys = state.keys() if gone else {}
    moves: dict[str, str | None] = {}
    for id_, mention in gone.items():
        same = keys.get((mention.what, mention.space or "", mention.key or ""), [])
        moves[id_] = same[0] if same else None
    return moves


def _nothing(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    pass


def _load(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    if (old := body.get("supersedes")) is not None:
        state.identity.lapse(old)


def _identity(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    decision = Decision.of_body(sequence, body)
    if decision.load in state.superseded and decision.rule == DECLARED_KEY and decision.verdict != "retract":
        # kept for as long as it stood: a person may have taken part of it back, which later loads must respect
        state.identity.add(decision)
        return
    lost = [member for member in decision.members if member in moves and moves[member] is None]
    members = frozenset(moves.get(member, member) or member for member in decision.members) - set(lost)
    if lost:
        state.undecided.append(Undecided(sequence, "a mention it names is not in the newer version of the file"))
    if decision.verdict in ("same", "different") and len(members) < 2:
        return
    moved = Decision(sequence, decision.verdict, members, decision.rule, decision.load, decision.retracts, decision.dates)
    try:
        state.identity.add(moved)
    except CaseError:
        state.undecided.append(Undecided(sequence, "after a newer version of the file it contradicts another decision"))


def _about(moves: Mapping[str, str | None], mention: str) -> str:
    return moves.get(mention) or mention


def _value(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.values[_about(moves, body["mention"])][body["property"]] = body["value"]


def _alias(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.aliases[_about(moves, body["mention"])].add(body["alias"])


def _status(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.statuses[body["claim"]] = body["status"]


def _grade(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    if "reliability" in body:
        state.reliability[_about(moves, body["mention"])] = body["reliability"]
    elif "claim" in body:
        state.credibility[body["claim"]] = body["credibility"]
    else:
        state.row_credibility[_about(moves, body["mention"])] = body["credibility"]


def _bearing(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.bearings[body["claim"], body["element"]["id"]] = body


def _protection(state: State, sequence: int, body: Mapping[str, Any], moves: Mapping[str, str | None]) -> None:
    state.protection[_about(moves, body["mention"])] = body["protected"]


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
