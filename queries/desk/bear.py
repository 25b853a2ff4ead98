"""What a person decides about evidence: what it bears on, how it is graded, what its source agreed to."""

from __future__ import annotations

import difflib
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from graph.decided.entry import Entry, Kind
from graph.errors import CaseError, QueryError
from queries.elements import elements

if TYPE_CHECKING:
    from graph.kept.case import Case


def bear(case: Case, claim: str, element: str, stance: Literal["for", "against"], *, reason: str) -> Entry:
    """A claim speaks for or against a legal element. QueryError where there is no such claim or element."""
    known = elements()
    if element not in known:
        near = difflib.get_close_matches(element, known, n=3) or [name for name in known if name.endswith(f"/{element}")]
        hint = f"did you mean {' or '.join(near)}?" if near else "`linkage bear` lists them"
        raise QueryError(f"there is no such legal element; {hint}")
    if not case.journal.claims_of([claim]):
        raise QueryError("no claim in the case has this id")
    if not reason.strip():
        raise CaseError("a reason is required")
    body = {"claim": claim, "element": asdict(known[element]), "stance": stance, "reason": reason}
    with case.writing():
        return case.journal.append(Kind.BEARING, body, case.who)
