"""Identity decisions are appended here, after they were held against all that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import schema
from graph.entry import Entry, Kind
from graph.errors import CaseError
from graph.identity import Decision
from graph.state import replay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.case import Case
    from graph.identity import Dates, Verdict


def decide(
    case: Case,
    verdict: Verdict,
    members: Iterable[str] = (),
    *,
    reason: str,
    rule: str = "person",
    retracts: int | None = None,
    dates: Dates | None = None,
) -> Entry:
    """SAME, DIFFERENT, UNSURE or RETRACT, by whoever is at work. CaseError, and nothing written, where it contradicts."""
    body: dict[str, Any] = {"decision": verdict, "members": sorted(set(members)), "rule": rule, "reason": reason}
    body |= {name: value for name, value in (("retracts", retracts), ("dates", dates)) if value is not None}
    with case.writing():
        state = replay(case.journal, claims=False)
        if strangers := [member for member in body["members"] if member not in state.mentions]:
            raise CaseError(f"{strangers[0]} is no mention of this case")
        kinds = {state.mentions[member].what for member in body["members"]}
        if verdict == "same" and len(kinds) > 1:
            raise CaseError(f"a {' and a '.join(sorted(kinds))} cannot be the same")
        if verdict == "same" and dates is None and any(kind in schema.LINK and schema.LINK[kind].timing for kind in kinds):
            raise CaseError("say how unequal dates of these links are read: as one_term, or as disputed")
        state.identity.add(Decision.of_body(case.journal.head[0] + 1, body))
        return case.journal.append(Kind.IDENTITY, body, case.who)
