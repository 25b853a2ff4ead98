"""A search for persons in any script, and how alike two names look.

Keys find, rapidfuzz orders: words that meet in a key are the same whatever script they stand in; of words that do not, those
spelt nearly so are tried. Order of the words does not matter, initials stand for the names they may begin, extra names cost
little, and a rare name says more than a common one. Nothing here decides that two persons are one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from loaders.names.persons.unit import NameUnit, units
from loaders.names.ranked import Ranked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from loaders.names.lookup import Named

MOST: Final = 20
"""How many persons a search shows."""
_LEAST: Final = 35.0
"""Below this a name is not shown: one common name of several is alike."""
_NEAR: Final = 0.6
"""Below this two spellings have nothing in common."""
_INITIAL: Final = 0.55
"""What an initial is worth for the name it may begin, beside the name itself."""
_TWO_INITIALS: Final = 0.9
"""What it is worth for the same initial."""
_WEIGHT_OF_INITIAL: Final = 0.35
_EXTRA: Final = 0.25
"""What a name costs that the other has not, beside one that the other has."""
_OTHER: Final = 0.5
"""Below this two words that stand for each other are two names."""
_CONTRADICTED: Final = 0.8
"""What is left of a likeness for each word of one name that stands where the other has another."""

_Alike: TypeAlias = dict[tuple[str, str], float]
"""For two words as written: how nearly they are spelt alike, 0 to 1."""


def rank(text: str, known: Iterable[Named]) -> list[Ranked]:
    """The persons whose names fit a text best, best first, each by the name of theirs that fits best."""
    return PersonIndex(known).rank(text)


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 100, without knowing how rare their words are."""
    first, second = units(one), units(other)
    there, _ = _fit(first, second, _even, _near(first, second), _CONTRADICTED)
    back, _ = _fit(second, first, _even, _near(second, first), _CONTRADICTED)
    return min(there, back)


class PersonIndex:
    """Names among which is searched again and again: read once."""

    def __init__(self, known: Iterable[Named]) -> None:
        self._rows = [(thing, name, units(name)) for thing in known for name in thing.names]
        self._having: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, NameUnit] = {}
        for place, (_, _, name) in enumerate(self._rows):
            for unit in name:
                if unit.keys:
                    self._words[unit.written] = unit
                for word in unit.keys | {unit.written}:
                    self._having[word].append(place)
        self._count = Counter({key: len(set(places)) for key, places in self._having.items()})

    def rank(self, text: str) -> list[Ranked]:
        """As the function of this name."""
        wanted = units(text)
        alike = _near(wanted, list(self._words.values()))
        spellings = {spelling for _, spelling in alike} | {key for unit in wanted for key in unit.keys}
        best: dict[str, Ranked] = {}
        for place in sorted({place for word in spellings for place in self._having.get(word, ())}):
            thing, name, having = self._rows[place]
            score, because = _fit(wanted, having, self._weight, alike)
            if score >= _LEAST and (thing.id not in best or score > best[thing.id].score):
                best[thing.id] = Ranked(thing, name, score, because)
        return sorted(best.values(), key=lambda ranked: (-ranked.score, ranked.matched, ranked.thing.id))[:MOST]

    def _weight(self, unit: NameUnit) -> float:
        """A word that one name of many has weighs three times one that all have."""
        if not unit.keys:
            return _WEIGHT_OF_INITIAL
        common = max(self._count[key] for key in unit.keys)
        many = len(self._rows)
        return 1.4 if not common else 0.4 + math.log((many + 1) / common) / math.log(many + 2)


def _even(unit: NameUnit) -> float:
    return 1.4 if unit.keys else _WEIGHT_OF_INITIAL


def _near(wanted: Sequence[NameUnit], known: Sequence[NameUnit]) -> _Alike:
    """For each word asked for: all words known that are spelt nearly so, as they stand or by their skeletons."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = [unit for unit in known if unit.keys]
    spellings, bones = [unit.written for unit in words], [unit.bones for unit in words]
    alike: _Alike = {}
    for unit in wanted:
        for spelling, among in ((unit.written, spellings), (unit.bones, bones)) if unit.keys else ():
            for _, near, place in process.extract(
                spelling, among, scorer=OSA.normalized_similarity, score_cutoff=_NEAR, limit=None
            ):
                pair = (unit.written, spellings[place])
                alike[pair] = max(alike.get(pair, 0.0), near)
    return alike


def _fit(
    wanted: Sequence[NameUnit],
    having: Sequence[NameUnit],
    weigh: Callable[[NameUnit], float],
    alike: _Alike,
    contradicted: float = 1.0,
) -> tuple[float, str]:
    """How well a name fits, 0 to 100, and why in words. Each word is matched once, the most alike first.

    `contradicted`: what is left of it for each word that stands where the other name has another.
    """
    pairs = [
        (fits, -abs(i - j), i, j, says)
        for i, wanted_unit in enumerate(wanted)
        for j, unit in enumerate(having)
        for fits, says in (_alike(wanted_unit, unit, alike),)
        if fits
    ]
    if not any(fits >= _NEAR * _NEAR and having[j].keys for fits, _, _, j, _ in pairs):
        return 0.0, ""
    mine, theirs = [weigh(unit) for unit in wanted], [weigh(unit) for unit in having]
    left_i, left_j = set(range(len(wanted))), set(range(len(having)))
    reached = whole = 0.0
    reasons: list[tuple[int, str]] = []
    others = 0
    for fits, _, i, j, says in sorted(pairs, reverse=True):
        if i in left_i and j in left_j:
            left_i.remove(i)
            left_j.remove(j)
            heavier = max(mine[i], theirs[j])
            reached += fits * heavier
            whole += heavier
            reasons.append((i, says))
            others += fits < _OTHER
    whole += sum(mine[i] for i in left_i) + _EXTRA * sum(theirs[j] for j in left_j)
    others += min(len(left_i), len(left_j))
    return 100 * reached / whole * contradicted**others, "; ".join(says for _, says in sorted(reasons))


def _alike(wanted: NameUnit, unit: NameUnit, alike: Mapping[tuple[str, str], float]) -> tuple[float, str]:
    """How alike two words are, 0 to 1, and why."""
    if wanted.keys and unit.keys:
        if wanted.written == unit.written:
            return 1.0, f"{wanted.written}: same"
        if wanted.keys & unit.keys:
            return 0.99, f"{wanted.written}: same name as {unit.written}"
        near = alike.get((wanted.written, unit.written), 0.0)
        return near * near, f"{wanted.written}: nearly {unit.written}"
    if not wanted.may_begin(unit):
        return 0.0, ""
    if wanted.keys or unit.keys:
        return _INITIAL, f"{wanted.written}: may be {unit.written}"
    return _TWO_INITIALS, f"{wanted.written}: same initial"
