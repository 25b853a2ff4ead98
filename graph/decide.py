"""Identity decisions are appended here, after they were held against all that stand.

`decide` takes one, of a person; `decide_all` takes many, of machine rules, which yield to every person's decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import schema
from graph.decided.decision import PERSON, Decision
from graph.decided.entry import Entry, Kind
from graph.decided.ledger import Ledger
from graph.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.decided.decision import Dates, Verdict
    from graph.decided.state import State
    from graph.kept.case import Case


@dataclass(frozen=True, slots=True)
class Decided:
    """What a rule decides about some mentions. `more`: what else its entry keeps, such as bits, evidence, policy, model."""

    members: tuple[str, ...]
    rule: str
    reason: str
    verdict: Verdict = "same"
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not recorded. `by`: the decision that stands against it, if it is one; `why`: in words."""

    decided: Decided
    why: str
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of many decisions: entries in the order given, and those that were refused."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]


def decide(
    case: Case,
    verdict: Verdict,
    members: Iterable[str] = (),
    *,
    reason: str,
    rule: str = PERSON,
    retracts: int | None = None,
    dates: Dates | None = None,
    more: Mapping[str, Any] | None = None,
) -> Entry:
    """SAME, DIFFERENT, UNSURE or RETRACT, by whoever is at work. CaseError, and nothing written, where it contradicts.

    `more`: what else the entry keeps, such as the evidence that the person saw.
    """
    if not reason.strip():
        raise CaseError("a reason is required")
    body = _body(verdict, members, rule, reason, more or {})
    body |= {name: value for name, value in (("retracts", retracts), ("dates", dates)) if value is not None}
    with case.writing():
        state = case.state
        _check(state, body)
        Ledger.of(state.identity).add(Decision.of_body(case.journal.head[0] + 1, body))
        return case.journal.append(Kind.IDENTITY, body, case.who)


def decide_all(case: Case, decisions: Iterable[Decided]) -> Outcome:
    """Many decisions of rules, recorded together or, should the journal fail, not at all. Nothing a person decided is undone.

    Each is held against all that stand, those before it in `decisions` included: one that contradicts them, or joins what a
    person holds apart or open, is returned as refused, and the others are recorded.
    """
    entries: list[Entry] = []
    refused: list[Refused] = []
    who = case.who
    with case.writing():
        state = case.state
        ledger = Ledger.of(state.identity)
        sequence = case.journal.head[0]
        with case.journal.appending() as appender:
            for decided in decisions:
                if decided.rule == PERSON or decided.verdict == "retract":
                    raise ValueError("decide_all is for what rules decide; a person's word is taken by decide")
                body = _body(decided.verdict, decided.members, decided.rule, decided.reason, decided.more)
                by = ledger.barred_by(decided.members) if decided.verdict == "same" else None
                if by is not None:
                    refused.append(Refused(decided, f"decision {by} stands against it", by))
                    continue
                try:
                    _check(state, body)
                    ledger.add(Decision.of_body(sequence + 1, body))
                except CaseError as error:
                    refused.append(Refused(decided, str(error)))
                    continue
                entries.append(appender.entry(Kind.IDENTITY, body, who))
                sequence += 1
    return Outcome(tuple(entries), tuple(refused))


def _body(verdict: Verdict, members: Iterable[str], rule: str, reason: str, more: Mapping[str, Any]) -> dict[str, Any]:
    return {**more, "decision": verdict, "members": sorted(set(members)), "rule": rule, "reason": reason}


def _check(state: State, body: Mapping[str, Any]) -> None:
    """CaseError where a decision names what is not there, or joins what cannot be joined whoever says so."""
    for member in body["members"]:
        if member not in state.mentions:
            raise CaseError(f"{member} is no mention of this case")
    kinds = {state.mentions[member].what for member in body["members"]}
    if body["decision"] == "same" and len(kinds) > 1:
        raise CaseError(f"a {' and a '.join(sorted(kinds))} cannot be the same")
    if body["decision"] == "same" and "dates" not in body and any(k in schema.LINK and schema.LINK[k].timing for k in kinds):
        raise CaseError("say how unequal dates of these links are read: as one_term, or as disputed")
