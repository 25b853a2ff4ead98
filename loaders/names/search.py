"""A search in names of any script: whoever is called exactly so first, then what fits, ranked by what is meant.

A unit's or station's name is read as what it is: concept, number, place. A rank is for the order alone; it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.names.lookup import MOST, exact, folded
from loaders.names.ranked import Ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.names.lookup import Named

BODIES = ("Unit", "Station")
EXACT = "called exactly so"
LEAST = 60.0
"""The least likeness, of 100, at which a name of no special kind is shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing found, and of which label it is."""

    label: str
    ranked: Ranked


def search(text: str, known: Mapping[str, Sequence[Named]], limit: int = MOST) -> list[Found]:
    """What may be meant, best first: at most so many, but all who are called exactly so. `known`: things by label."""
    found: list[Found] = []
    for label, things in known.items():
        same = {thing.id: thing for thing in exact(text, things)}
        found += [Found(label, Ranked(thing, _as_written(text, thing), 100.0, EXACT)) for thing in same.values()]
        rest = [thing for thing in things if thing.id not in same]
        found += [Found(label, ranked) for ranked in _ranked(label, text, rest)]
    found.sort(key=lambda one: (one.ranked.because != EXACT, -one.ranked.score, *_order(one)))
    return found[: max(limit, sum(one.ranked.because == EXACT for one in found))]


def _ranked(label: str, text: str, things: Iterable[Named]) -> list[Ranked]:
    if label in BODIES:
        from loaders.names.bodies.ranking import rank

        return rank(text, things)
    return _alike(text, things)


def _alike(text: str, things: Iterable[Named]) -> list[Ranked]:
    """Names that hold all the words, or are spelt nearly so."""
    from rapidfuzz import fuzz

    wanted = folded(text)
    words = wanted.split()
    found: list[Ranked] = []
    for thing in things:
        best = max(thing.names, key=lambda name: fuzz.token_sort_ratio(wanted, folded(name)))
        holding = next((name for name in thing.names if all(word in folded(name) for word in words)), None)
        score = fuzz.token_sort_ratio(wanted, folded(best))
        if holding is not None:
            found.append(Ranked(thing, holding, max(score, LEAST), "has all the words"))
        elif score >= LEAST:
            found.append(Ranked(thing, best, score, "spelt much like it"))
    return found


def _as_written(text: str, thing: Named) -> str:
    return next(name for name in thing.names if folded(name) == folded(text))


def _order(one: Found) -> tuple[str, str]:
    return one.ranked.thing.names[0], one.ranked.thing.id
