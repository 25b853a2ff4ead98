"""A search for persons in any script, and how alike two names look.

Keys find, rapidfuzz orders: words that meet in a key are the same whatever script they stand in; of words that do not, those
spelt nearly so are tried. Order of the words does not matter, initials stand for the names they may begin, extra names cost
little, and a rare name says more than a common one. Nothing here decides that two persons are one.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.persons import elsewhere, initials, reading, surnames
from loaders.names.persons.given import given
from loaders.names.persons.words import Word, cut
from loaders.names.ranked import Ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.names.lookup import Named

MOST: Final = 20
"""How many persons a search shows."""
_LEAST: Final = 35.0
"""Below this a name is not shown: one common name of several is alike."""
_NEAR: Final = 0.6
"""Below this two spellings have nothing in common."""
_INITIAL: Final = 0.55
"""What an initial is worth for the name it may begin, beside the name itself."""
_EXTRA: Final = 0.25
"""What a name costs that the other has not, beside one that the other has."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """One word of a name, or an initial: then it has no keys."""

    written: str
    keys: frozenset[str]
    plain: str
    mask: int
    latin: str
    """Its first letter, if Latin, for a word of which the table knows no other form."""
    tabled: bool = False


def rank(text: str, known: Iterable[Named]) -> list[Ranked]:
    """The persons whose names fit a text best, best first, each by the name of theirs that fits best."""
    wanted = _units(text)
    things = [(thing, name, _units(name)) for thing in known for name in thing.names]
    counted = Counter(key for _, _, units in things for key in {key for unit in units for key in unit.keys})
    weight = {key: _rarity(count, len(things)) for key, count in counted.items()}
    alike = _near([unit for unit in wanted if unit.keys], things)
    best: dict[str, Ranked] = {}
    for thing, name, units in things:
        score, because = _fit(wanted, units, weight, alike)
        if score >= _LEAST and (thing.id not in best or score > best[thing.id].score):
            best[thing.id] = Ranked(thing, name, score, because)
    return sorted(best.values(), key=lambda found: (-found.score, found.matched, found.thing.id))[:MOST]


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 100, without knowing how rare their words are."""
    first, second = _units(one), _units(other)
    if not first or not second:
        return 0.0
    alike = _near([unit for unit in first if unit.keys], [(None, other, second)])
    there, _ = _fit(first, second, {}, alike)
    back, _ = _fit(second, first, {}, _near([unit for unit in second if unit.keys], [(None, one, first)]))
    return min(there, back)


@lru_cache(maxsize=1 << 18)
def _units(text: str) -> tuple[_Unit, ...]:
    parts = cut(text)
    latin = all(word.script == "latin" for word in parts.words)
    how = reading.of(tuple(word.text for word in parts.words)) if latin else "plain"
    foreign = how == "foreign" or not any(word.script in ("latin", "cyrillic") for word in parts.words)
    weighty = {id(word) for word in elsewhere.weighty(parts.words)} if foreign else None
    units: list[_Unit] = []
    for part in parts.parts if not foreign else (*elsewhere.weighty(parts.words), *parts.initials):
        if isinstance(part, str):
            units.append(_Unit(part, frozenset(), "", initials.of_initial(part), _latin(part)))
            continue
        for half in [half for half in part.text.split("-") if half] or [part.text]:
            units.append(_word(half, how, foreign))
    del weighty
    return tuple(units)


@lru_cache(maxsize=1 << 18)
def _word(text: str, how: reading.Reading, foreign: bool) -> _Unit:
    found = given(text, how)
    keys = {name.id for name in found.names} if found else set()
    bones = surnames.levelled(elsewhere.key(text)) if foreign else surnames.key(text, how)
    mask = initials.of_initial(text[0])
    for name in found.names if found else ():
        mask |= initials.of_name(name)
    return _Unit(text, frozenset(keys | {bones}), bones, mask, _latin(text), bool(found))


def _latin(text: str) -> str:
    first = unicodedata.normalize("NFD", text)[0].lower()
    return first if first.isascii() else ""


def _rarity(count: int, all_names: int) -> float:
    return 0.4 + math.log((all_names + 1) / count) / math.log(all_names + 2)


def _near(wanted: Sequence[_Unit], things: Sequence[tuple[object, str, Sequence[_Unit]]]) -> Mapping[tuple[str, str], float]:
    """For each word asked for: all words known that are spelt nearly so, and how nearly."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = {unit.written: unit.plain for _, _, units in things for unit in units if unit.keys}
    spellings, bones = list(words), list(words.values())
    found: dict[tuple[str, str], float] = {}
    for unit in wanted:
        for asked, among in ((unit.written, spellings), (unit.plain, bones)):
            for _, alike, place in process.extract(asked, among, scorer=OSA.normalized_similarity, score_cutoff=_NEAR, limit=None):
                pair = (unit.written, spellings[place])
                found[pair] = max(found.get(pair, 0.0), alike)
    return found


def _fit(
    wanted: Sequence[_Unit], units: Sequence[_Unit], weight: Mapping[str, float], alike: Mapping[tuple[str, str], float]
) -> tuple[float, str]:
    """How well a name fits, 0 to 100, and why in words."""
    pairs: list[tuple[float, float, int, int, str]] = []
    for i, asked in enumerate(wanted):
        for j, unit in enumerate(units):
            likeness, says = _alike(asked, unit, alike)
            if likeness:
                pairs.append((likeness, -abs(i - j), i, j, says))
    if not any(pair[0] >= _NEAR for pair in pairs):
        return 0.0, ""
    pairs.sort(reverse=True)
    mine, theirs = [_weight(unit, weight) for unit in wanted], [_weight(unit, weight) for unit in units]
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    reached, says_all = 0.0, []
    for likeness, _, i, j, says in pairs:
        if i in taken_i or j in taken_j:
            continue
        taken_i.add(i)
        taken_j.add(j)
        reached += likeness * max(mine[i], theirs[j])
        says_all.append((i, says))
    whole = sum(max(mine[i], 0) for i in range(len(wanted)) if i not in taken_i)
    whole += _EXTRA * sum(theirs[j] for j in range(len(units)) if j not in taken_j)
    matched = 0.0
    seen_i: set[int] = set()
    seen_j: set[int] = set()
    for _, _, i, j, _ in pairs:
        if i not in seen_i and j not in seen_j:
            seen_i.add(i)
            seen_j.add(j)
            matched += max(mine[i], theirs[j])
    return 100 * reached / (matched + whole), "; ".join(says for _, says in sorted(says_all))


def _alike(asked: _Unit, unit: _Unit, alike: Mapping[tuple[str, str], float]) -> tuple[float, str]:
    if asked.keys and unit.keys:
        if asked.written == unit.written:
            return 1.0, f"{asked.written}: same"
        if asked.keys & unit.keys:
            return 0.99, f"{asked.written}: same name as {unit.written}"
        near = alike.get((asked.written, unit.written), 0.0)
        return near * near if near else 0.0, f"{asked.written}: nearly {unit.written}"
    if asked.latin == unit.latin if asked.latin and unit.latin and not (asked.tabled or unit.tabled) else asked.mask & unit.mask:
        both = not asked.keys and not unit.keys
        return (0.9 if both else _INITIAL), f"{asked.written}: initial" if both else f"{asked.written}: may be {unit.written}"
    return 0.0, ""


def _weight(unit: _Unit, weight: Mapping[str, float]) -> float:
    if not unit.keys:
        return 0.35
    return min((weight[key] for key in unit.keys if key in weight), default=1.4)
