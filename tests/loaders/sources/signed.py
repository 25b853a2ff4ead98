"""What a case claims, told apart from its ids, its files and its places: two cases that claim the same are equal here."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TypeAlias

from graph import ids
from graph.decided.state import State
from graph.said.claim import Claim

Signed: TypeAlias = Counter[tuple[object, ...]]
OWN = ("original", "polarity", "basis", "graded", "quote", "language", "issue")


def signed(state: State, *, leave_out: frozenset[str] = frozenset()) -> Signed:
    """Every claim, with all that is said of what it is about, of what that joins, and of the source that it cites."""
    claims, of = _claims(state), signs_of(state)
    return Counter(
        (of[id_], of.get(mention.begin or ""), of.get(mention.end or ""), _own(claim), of[claim.cites])
        for id_, mention in state.mentions.items()
        if id_ not in leave_out
        for claim in claims[id_]
    )


def _own(claim: Claim) -> str:
    value = False if claim.property == "held" else claim.value  # the file lies in the other case
    place = claim.locator.rsplit("; ", 1)[-1]
    return ids.digest(claim.property, value, place, *(getattr(claim, name) for name in OWN))


def kept_together(state: State) -> set[frozenset[str]]:
    """Things of several mentions, by what their mentions say."""
    signs = signs_of(state)
    return {frozenset(signs[id_] for id_ in members) for members in state.identity.components().values()}


def signs_of(state: State) -> dict[str, str]:
    """By mention, what it says."""
    claims = _claims(state)
    return {id_: ids.digest(mention.what, mention.key, sorted(map(_own, claims[id_]))) for id_, mention in state.mentions.items()}


def _claims(state: State) -> dict[str, list[Claim]]:
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for held in state.claims:
        claims[held.claim.about].append(held.claim)
    return claims
