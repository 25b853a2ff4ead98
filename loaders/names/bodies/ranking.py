"""The likeliest of many bodies for a name somebody types: by what its words mean, and by how rare each is.

Scores are for the order alone. A number that differs costs most, a concept that differs less; a word that few names have
weighs more than one that many have. Letters that no table and no name knows may stand for a name.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from loaders.names.bodies.acronyms import covered
from loaders.names.bodies.lexicon import lexicon
from loaders.names.bodies.reader import read
from loaders.names.ranked import Ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.names.bodies.body import Body
    from loaders.names.lookup import Named

Feature: TypeAlias = tuple[str, str]
Shared: TypeAlias = dict[Feature, float]
"""What a name has of what is asked for, each with how much it counts."""

_OTHER_NUMBER: Final = 0.25
_NUMBER_LEFT_OUT: Final = 0.7
_NUMBER_ADDED: Final = 0.85
_OTHER_CONCEPT: Final = 0.6
_NEAR_CONCEPT: Final = 0.6
_IN_PASSING: Final = 0.5
"""What a concept weighs that is not the head: the battalion of a company."""
_SPELT_ALIKE: Final = 0.8
_LEAST_ALIKE: Final = 78.0
_LEAST: Final = 20.0
"""Scores below are not worth showing."""
_OF_LETTERS: Final = 0.04
"""What likeness of letters adds: enough to order what is else equal."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A name, with what it is found by, how much each part of that weighs, and all of it together."""

    body: Body
    features: dict[Feature, float]
    weight: float


class BodyIndex:
    """Names among which is searched again and again: read once."""

    def __init__(self, known: Iterable[Named]) -> None:
        self._named = [(thing, name) for thing in known for name in thing.names]
        bodies = [read(name) for _, name in self._named]
        having = Counter(feature for body in bodies for feature in _features(body))
        self._rarity = {feature: math.log((len(bodies) + 1) / count) for feature, count in having.items()}
        self._unknown = math.log(len(bodies) + 1)
        self._names = [self._weighed(body) for body in bodies]
        self._having: dict[Feature, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for feature in name.features:
                self._having[feature].append(at)
        self._words = sorted({value for kind, value in self._having if kind == "word"})
        self._initials: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for at, body in enumerate(bodies):
            words = _naming(body)
            if len(words) > 1:
                self._initials[words[0][0]].append((at, words))

    def rank(self, text: str) -> list[Ranked]:
        """Things by how well one of their names fits, best first, each once; equal ones by name and id."""
        from rapidfuzz import fuzz

        wanted = self._weighed(read(text))
        best: dict[str, Ranked] = {}
        for at, shared in self._shared(wanted).items():
            thing, written = self._named[at]
            name = self._names[at]
            alike = fuzz.token_sort_ratio(wanted.body.folded, name.body.folded) / 100
            score = 100 * ((1 - _OF_LETTERS) * _fit(wanted, name, shared) + _OF_LETTERS * alike)
            earlier = best.get(thing.id)
            if score >= _LEAST and (earlier is None or score > earlier.score):
                best[thing.id] = Ranked(thing, written, round(score, 4), _because(wanted.body, name.body, shared))
        return sorted(best.values(), key=lambda match: (-match.score, match.thing.names[0], match.thing.id))

    def _weighed(self, body: Body) -> _Read:
        features = {feature: share * self._rarity.get(feature, self._unknown) for feature, share in _features(body).items()}
        return _Read(body, features, sum(features.values()))

    def _shared(self, wanted: _Read) -> dict[int, Shared]:
        """By name, what it has of it: the same, a near concept, a word spelt nearly so, the letters of an acronym."""
        by_name: dict[int, Shared] = defaultdict(dict)
        for feature, weight in wanted.features.items():
            for like, share in self._alike(feature):
                for at in self._having.get(like, ()):
                    both = share * min(weight, self._names[at].features[like])
                    by_name[at][feature] = max(both, by_name[at].get(feature, 0.0))
            if feature[0] == "word" and feature not in self._having:
                for at, share in self._abbreviated(feature[1]):
                    by_name[at][feature] = max(share * self._names[at].weight, by_name[at].get(feature, 0.0))
        return by_name

    def _alike(self, feature: Feature) -> Iterator[tuple[Feature, float]]:
        yield feature, 1.0
        kind, value = feature
        if kind == "concept":
            tables = lexicon()
            yield from ((("concept", other), _NEAR_CONCEPT) for other in tables.concepts if tables.near(value, other))
        elif kind == "word" and feature not in self._having:
            from rapidfuzz import fuzz, process

            for word, alike, _ in process.extract(value, self._words, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=10):
                yield ("word", word), _SPELT_ALIKE * alike / 100

    def _abbreviated(self, letters: str) -> Iterator[tuple[int, float]]:
        for at, words in self._initials.get(letters[0], ()):
            share = covered(letters, words)
            if share:
                yield at, share


def rank(text: str, known: Iterable[Named]) -> list[Ranked]:
    """The bodies a text may mean, best first; those that share nothing with it are left out. The names are read once."""
    return _index(tuple(known)).rank(text)


@lru_cache(maxsize=4)
def _index(known: tuple[Named, ...]) -> BodyIndex:
    return BodyIndex(known)


def _features(body: Body) -> dict[Feature, float]:
    """What a name is found by: its words by the skeleton and by their letters, its numbers, places, concepts."""
    features: dict[Feature, float] = {}
    for concept in (*body.over, *body.vague):
        features["concept", concept] = _IN_PASSING
    if body.head is not None:
        features["concept", body.head] = 1.0
    features |= {("quality", quality): 1.0 for quality in body.qualities}
    features |= {("number", number.value): 1.0 for number in body.numbers}
    features |= {("place", place.id): 1.0 for place in body.places}
    features |= {("word", rest.word.key if rest.word.cyrillic else rest.word.folded): 1.0 for rest in body.rest}
    return features


def _naming(body: Body) -> tuple[str, ...]:
    """Its words in order, without those that name nothing and without numbers."""
    words = body.folded.split()
    tables = lexicon()
    phrases = ((word, tables.at(words, at)) for at, word in enumerate(words))
    return tuple(
        word for word, phrase in phrases if not word.isdigit() and not (phrase and phrase.says in ("stop", "before_place"))
    )


def _fit(wanted: _Read, name: _Read, shared: Shared) -> float:
    """From 0 to 1: twice what both have in what each has, less for each contradiction."""
    fit = min(1.0, 2 * sum(shared.values()) / ((wanted.weight + name.weight) or 1))
    ours, theirs = ({number.value for number in one.body.numbers} for one in (wanted, name))
    if ours and theirs and not ours & theirs:
        fit *= _OTHER_NUMBER
    elif ours - theirs:
        fit *= _NUMBER_LEFT_OUT
    elif theirs - ours:
        fit *= _NUMBER_ADDED
    one, other = wanted.body.head, name.body.head
    if one is not None and other is not None and one != other and not lexicon().near(one, other):
        fit *= _OTHER_CONCEPT
    return fit


def _because(wanted: Body, name: Body, shared: Shared) -> str:
    if wanted.folded == name.folded:
        return "the same letters"
    tables = lexicon()
    written = {item.word.key: item.word.folded for item in wanted.rest if item.word.cyrillic}
    words = []
    for kind, value in sorted(shared, key=lambda feature: (-shared[feature], feature)):
        match kind:
            case "concept":
                words.append(tables.concepts[value].says)
            case "quality":
                words.append(tables.qualities[value].says)
            case "number":
                words.append(f"number {value}")
            case _:
                words.append(written.get(value, value))
    return "shares " + ", ".join(words)
