"""A state in the making: takes in one entry of the journal after another."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graph.decided.decision import DECLARED_KEY, PERSON, Decision
from graph.decided.entry import Kind
from graph.decided.ledger import Ledger
from graph.decided.state import Choice, State, Undecided
from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.decided.entry import Entry
    from graph.said.claim import Mention


class Draft:
    """What goes on from a state, which does not change. Loads are taken in before the decisions about what they brought."""

    def __init__(self, state: State) -> None:
        self._of = state
        self.latest: Entry | None = None
        """The last entry that changes the graph, where one was taken in."""
        self.loads = dict(state.loads)
        self.superseded = dict(state.superseded)
        self.mentions: Mapping[str, Mention] = state.mentions
        self.moves = state.moves
        self.ledger = Ledger.of(state.identity)
        self.undecided = list(state.undecided)
        self.values = dict(state.values)
        self.aliases = dict(state.aliases)
        self.statuses = dict(state.statuses)
        self.credibility = dict(state.credibility)
        self.row_credibility = dict(state.row_credibility)
        self.reliability = dict(state.reliability)
        self.bearings = dict(state.bearings)
        self.protection = dict(state.protection)
        self.erased = dict(state.erased)
        self.named = dict(state.named)

    def take(self, entry: Entry) -> None:
        """What this entry, of a kind that changes the graph, makes otherwise."""
        self.latest = entry
        if entry.body.get("load") in self.superseded and entry.kind is not Kind.IDENTITY:
            return  # a sheet of consents or grades, replaced by a newer version of it
        _TAKE[entry.kind](self, entry.sequence, entry.body)
        if self.superseded and (claim := entry.body.get("claim")):
            self.named[claim] = entry.sequence

    def state(self, last: tuple[int, str]) -> State:
        """What it came to with the entry of this number and hash."""
        self.ledger.carry(self.moves)
        return replace(
            self._of,
            last=last,
            sequence=self.latest.sequence if self.latest else self._of.sequence,
            head=self.latest.hash if self.latest else self._of.head,
            loads=MappingProxyType(self.loads),
            superseded=MappingProxyType(self.superseded),
            mentions=self.mentions,
            identity=self.ledger.identity(),
            undecided=tuple(self.undecided),
            values=MappingProxyType(self.values),
            aliases=MappingProxyType(self.aliases),
            statuses=MappingProxyType(self.statuses),
            credibility=MappingProxyType(self.credibility),
            row_credibility=MappingProxyType(self.row_credibility),
            reliability=MappingProxyType(self.reliability),
            bearings=MappingProxyType(self.bearings),
            protection=MappingProxyType(self.protection),
            moves=self.moves,
            erased=MappingProxyType(self.erased),
            named=MappingProxyType(self.named),
        )

    def about(self, sequence: int, mention: str) -> str:
        """The mention that a decision about this one is about now."""
        to = self.moves.get(mention, mention)
        if to is None:
            self.undecided.append(Undecided(sequence, "the mention it names is not in the newer version of the file"))
        return to or mention


def _load(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    if (old := body.get("supersedes")) is not None:
        draft.ledger.lapse(old)


def _identity(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    decision = Decision.of_body(sequence, body)
    moves, ledger = draft.moves, draft.ledger
    target = ledger.made(decision.retracts) if decision.retracts is not None else None
    if decision.verdict == "retract":
        if not decision.members:
            draft.undecided = [waiting for waiting in draft.undecided if waiting.sequence != decision.retracts]
        if target is None:  # the newer version left nothing of it to take back
            return
    named = decision.members or (target.members if target and target.rule != PERSON else frozenset())
    lost = {member for member in named if member in moves and moves[member] is None}
    if lost and decision.rule == PERSON:  # a rule joins anew what a newer version brings
        draft.undecided.append(Undecided(sequence, "a mention it names is not in the newer version of the file"))
    if _past(draft, target or decision):
        # kept for as long as it stood: a person may have taken part of it back, which later loads must respect
        with suppress(CaseError):
            ledger.add(decision)
        return
    members = frozenset(moves.get(member) or member for member in decision.members - lost)
    if decision.verdict == "different" and len(members) < len(decision.members - lost):
        draft.undecided.append(Undecided(sequence, "the newer version of the file has one row for what it keeps apart"))
        return
    if len(members) < (2 if decision.verdict in ("same", "different") else min(1, len(decision.members))):
        return
    try:
        ledger.add(replace(decision, members=members))
    except CaseError:
        draft.undecided.append(Undecided(sequence, "after a newer version of the file it contradicts another decision"))


def _past(draft: Draft, decision: Decision) -> bool:
    """Whether a rule made it for a load that was superseded since."""
    return decision.rule == DECLARED_KEY and decision.verdict != "retract" and decision.load in draft.superseded


def _value(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    mention = draft.about(sequence, body["mention"])
    draft.values[mention] = {**draft.values.get(mention, {}), body["property"]: Choice(sequence, body["value"])}


def _alias(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    mention = draft.about(sequence, body["mention"])
    draft.aliases[mention] = draft.aliases.get(mention, frozenset()) | {body["alias"]}


def _status(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    draft.statuses[body["claim"]] = body["status"]


def _grade(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    if "claim" in body:
        draft.credibility[body["claim"]] = body["credibility"]
        return
    mention = draft.about(sequence, body["mention"])
    if "reliability" in body:
        draft.reliability.pop(mention, None)
        draft.reliability[mention] = body["reliability"]
    else:
        draft.row_credibility[mention] = body["credibility"]


def _bearing(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    draft.bearings[body["claim"], body["element"]["id"]] = body


def _protection(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    mention = draft.about(sequence, body["mention"])
    draft.protection.pop(mention, None)
    draft.protection[mention] = body["protected"]


def _erasure(draft: Draft, sequence: int, body: Mapping[str, Any]) -> None:
    """What it took out of the journal is not read any more; which files went with it is."""
    draft.erased |= dict.fromkeys(body.get("originals", ()), sequence)


_TAKE = {
    Kind.LOAD: _load,
    Kind.ERASURE: _erasure,
    Kind.IDENTITY: _identity,
    Kind.VALUE: _value,
    Kind.ALIAS: _alias,
    Kind.STATUS: _status,
    Kind.GRADE: _grade,
    Kind.BEARING: _bearing,
    Kind.PROTECTION: _protection,
}
