"""What leaves. The journal says so before it leaves: a crash between the two leaves an entry, never a file nobody knows of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.decided.entry import Kind
from graph.errors import CaseError, QueryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.answer import Answer
    from graph.engine import Marker
    from graph.kept.case import Case
    from loaders.names.bearers import Bearers


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The files that were written for somebody, and what of the answer they do not hold: a line for each reason."""

    files: tuple[Path, ...]
    withheld: tuple[str, ...]


def unchanged(answer: Answer, marker: Marker) -> None:
    """QueryError where the graph is no longer the one that answered: whoever is protected since then would leave by name."""
    if answer.graph_hash != marker.hashes.graph:
        raise QueryError("the case has changed since this was asked, so nothing was written: ask again")


def check_name(out: Path, profile: str, everybody: Bearers) -> None:
    """CaseError where what is written would be called after a protected person."""
    if profile != "internal" and everybody.names(out.name):
        raise CaseError("the name of what is to be written names a protected person: choose another --out")


def journalled(case: Case, answer: Answer, what: str, profile: str, recipient: str | None) -> Callable[[str], None]:
    """What a writer calls with the SHA-256 of what it is about to put in place. The case is held by the caller."""

    def announce(sha256: str) -> None:
        body = {
            "what": f"{what} {answer.query}",
            "profile": profile,
            "recipient": recipient,
            "manifest": sha256,
            "graph": answer.graph_hash,
        }
        case.journal.append(Kind.RELEASE, body, case.who)

    return announce
