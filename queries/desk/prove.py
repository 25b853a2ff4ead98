"""One claim, shown to stand under a seal, and nothing else: what a court can check without the case."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.decided.entry import Kind
from graph.errors import CaseError, IntegrityError, QueryError
from graph.kept.private import nothing, put_file
from graph.sealed.proof import Proof, Prover
from queries.desk.seal import read_seal, seals, small_text

if TYPE_CHECKING:
    from pathlib import Path

    from graph.kept.case import Case


def prove(case: Case, claim: str, out: Path, *, under: Path | None = None) -> Proof:
    """Writes the proof of this claim into a new file, and journals that it leaves.

    `under`: a seal, instead of the first of the case that covers it. QueryError where there is no such claim or seal.
    """
    with case.writing():
        proof = _proof(case, claim, under)
        content = proof.text().encode()
        body = {
            "what": f"proof {claim}",
            "profile": "internal",
            "recipient": None,
            "manifest": hashlib.sha256(content).hexdigest(),
        }
        try:
            put_file(out, content, over=nothing, before=lambda: case.journal.append(Kind.RELEASE, body, case.who))
        except FileExistsError:
            raise CaseError(f"--out: {out} is there already; name a new file") from None
        except OSError as error:
            raise CaseError(f"--out: {out} cannot be written ({error.strerror}): name another file") from None
    return proof


def check(path: Path, against: Path | None = None) -> Proof:
    """The proof in a file, checked by itself, and against a seal that was kept apart. IntegrityError where it does not hold."""
    try:
        proof = Proof.read(small_text(path))
    except OSError as error:
        raise CaseError(f"--proof: {path} cannot be read ({error.strerror})") from None
    if against is not None and read_seal(against) != proof.seal:
        raise IntegrityError(
            "the proof stands under another seal than this one: ask for a proof under it (`linkage prove CLAIM --under SEAL`)"
        )
    return proof


def _proof(case: Case, claim: str, under: Path | None) -> Proof:
    if under is not None:
        return Prover(case.journal, read_seal(under)).prove(claim)
    made = seals(case)
    if not made:
        raise QueryError("the case was never sealed: `linkage seal` signs the head under which a claim can be shown")
    loads = [load for load, _, _ in case.journal.claims_of([claim])]
    covering = next((seal for seal in made if loads and min(loads) <= seal.sequence), made[-1])
    return Prover(case.journal, covering).prove(claim)
