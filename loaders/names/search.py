"""A search in names of any script: whoever is called exactly so first, then what fits, ranked by what is meant.

A person's name is read as a person's, a unit's or station's as what it is: concept, number, place. A rank is for the order
alone; it decides nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.names.lookup import MOST, exact, folded
from loaders.names.persons.script import one_script
from loaders.names.persons.skeleton import skeleton
from loaders.names.ranked import Ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.names.lookup import Named

BODIES = ("Unit", "Station")
EXACT = "called exactly so"
SOUNDS_SO, HAS_ALL, LEAST = 95.0, 80.0, 75.0
"""Scores of a name that is the same in another script, and of one that has all the words; and the least likeness of letters,
of 100, at which a name is shown."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found, and of which label it is."""

    label: str
    ranked: Ranked


def search(text: str, known: Mapping[str, Sequence[Named]], limit: int = MOST) -> list[Hit]:
    """What may be meant, best first: at most so many, but all who are called exactly so. `known`: things by label."""
    matches: list[Hit] = []
    for label, things in known.items():
        same = {thing.id: thing for thing in exact(text, things)}
        matches += [Hit(label, Ranked(thing, _as_written(text, thing), 100.0, EXACT)) for thing in same.values()]
        rest = [thing for thing in things if thing.id not in same]
        best: dict[str, Ranked] = {}
        for ranked in (*_by_meaning(label, text, rest), *_by_letters(text, rest)):
            if ranked.thing.id not in best or best[ranked.thing.id].score < ranked.score:
                best[ranked.thing.id] = ranked
        matches += [Hit(label, ranked) for ranked in best.values()]
    matches.sort(key=lambda hit: (hit.ranked.because != EXACT, -hit.ranked.score, *_order(hit)))
    return matches[: max(limit, sum(hit.ranked.because == EXACT for hit in matches))]


def _by_meaning(label: str, text: str, things: Iterable[Named]) -> list[Ranked]:
    if label == "Person":
        from loaders.names.persons.ranking import rank

        return rank(text, things)
    if label in BODIES:
        from loaders.names.bodies.ranking import rank as rank_bodies

        return rank_bodies(text, things)
    return []


def _by_letters(text: str, things: Iterable[Named]) -> list[Ranked]:
    """Names that are the same in another script, or hold all the words, or are spelt nearly so."""
    from rapidfuzz import fuzz

    wanted = _keys(text)
    ranked: list[Ranked] = []
    for thing in things:
        for name in thing.names:
            keys = _keys(name)
            if keys == wanted:
                ranked.append(Ranked(thing, name, SOUNDS_SO, "the same, as another language or script writes it"))
            elif set(wanted) <= set(keys):
                ranked.append(Ranked(thing, name, HAS_ALL, "has all the words"))
            elif (score := fuzz.token_sort_ratio(folded(text), folded(name))) >= LEAST:
                ranked.append(Ranked(thing, name, score * HAS_ALL / 100, "spelt much like it"))
    return ranked


@lru_cache(maxsize=100_000)
def _keys(name: str) -> tuple[str, ...]:
    """Its words as any script writes them, a letter of another script in one put right. What has no letters stays as it is."""
    return tuple(skeleton(one_script(word)[0]) or word for word in re.findall(r"[\w'’]+", folded(name)))


def _as_written(text: str, thing: Named) -> str:
    return next(name for name in thing.names if folded(name) == folded(text))


def _order(hit: Hit) -> tuple[str, str]:
    return hit.ranked.thing.names[0], hit.ranked.thing.id
