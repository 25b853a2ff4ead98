"""Thousands of bearers of names, asked of one text: whether it names one of them.

A text names somebody who is protected if it holds two words of their name near one another, of which one is no mere given
name; a surname with an initial; a given name with a patronymic; the name run together with other letters; or a surname alone
that is rare in the case. A given name alone names nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.bearers import sounds, stems
from loaders.names.bearers.bearer import ALONE, JOINED, Bearer, NameWord, bearer
from loaders.names.bearers.text import Token, letters, normal, plain_letter, spelt, tokens
from loaders.names.bodies.fold import fold
from loaders.names.bodies.lexicon import lexicon
from loaders.names.persons import initials
from loaders.names.persons.script import one_script, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.names.bearers.bearer import Person

COMMON: Final = 5
"""A surname that so many persons of the case bear does not tell by itself who is meant."""
WORD: Final = re.compile(r"[^\W\d_]{2,}")
NEAR: Final = 3
"""So many words apart two words may stand to be one name."""


class Bearers:
    """All protected persons of a case. `ordinary`: names of areas, of which a word alone says where and not who.

    Nothing is read before the first text is asked about.
    """

    def __init__(self, persons: Iterable[Person], ordinary: Iterable[str] = ()) -> None:
        self._persons, self._ordinary = tuple(persons), tuple(ordinary)
        self.names = lru_cache(maxsize=1 << 16)(self._names)
        self._family = lru_cache(maxsize=1 << 16)(self._is_family)
        self.namesake = lru_cache(maxsize=1 << 14)(self._namesake)

    @cached_property
    def _bearers(self) -> list[Bearer]:
        return [bearer(person) for person in self._persons if person.protected]

    @cached_property
    def _bearing(self) -> dict[NameWord, list[Bearer]]:
        """Who has a word in the name that may be a surname or says whose child."""
        bearing: defaultdict[NameWord, list[Bearer]] = defaultdict(list)
        for one in self._bearers:
            for word in one.words:
                if word.family or word.child:
                    bearing[word].append(one)
        return bearing

    @cached_property
    def _having(self) -> dict[str, list[NameWord]]:
        """The words that have a key."""
        having: defaultdict[str, list[NameWord]] = defaultdict(list)
        for word in self._bearing:
            for key in word.keys:
                having[key].append(word)
        return having

    @cached_property
    def _borne(self) -> Counter[str]:
        """How many persons of the case have a word in their names."""
        return Counter(word for person in self._persons for word in {plain for name in person.names for plain in spelt(name)})

    @cached_property
    def _joined(self) -> dict[int, frozenset[str]]:
        """Names run together, by their length."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for one in self._bearers:
            for joined in one.joined:
                found[len(joined)].add(joined)
        return {size: frozenset(joined) for size, joined in found.items()}

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(word for name in self._ordinary for word in spelt(name))

    def _is_rare(self, word: NameWord) -> bool:
        """Whether a word of a name tells by itself who is meant."""
        rare = word.unknown and len(word.spelt) >= ALONE and self._borne[sounds.plain(word.spelt)] < COMMON
        return rare and not self._is_ordinary(word.spelt)

    def _is_ordinary(self, word: str) -> bool:
        """Whether it is a word for a place or a kind of body."""
        return sounds.plain(word) in self._places or lexicon().at((fold(word),), 0) is not None

    def _names(self, text: str) -> bool:
        """Whether a text names one of them."""
        text = normal(text)
        held = tokens(text)
        return self._joined_in(text) or self._told(held, of_person=False) or any(self._glued(token.word) for token in held)

    def whole(self, text: str) -> bool:
        """Whether a line of a text holds surname and given name of one of them, declined, short or in another script.

        An initial, a patronymic or a surname alone may be another's.
        """
        return any(self._whole(line) for line in text.splitlines() if any(map(self._family, WORD.findall(line))))

    def _whole(self, line: str) -> bool:
        held = tokens(normal(line))
        for at, token in enumerate(held):
            for word in {word for key in token.keys for word in self._having.get(key, ()) if word.family}:
                if _surely(token, word) and any(
                    self._beside(held, at, one, word, with_initial=False) for one in self._bearing[word]
                ):
                    return True
        return any(self._glued(token.word, with_initial=False) for token in held)

    def _is_family(self, written: str) -> bool:
        """Whether a word may be a surname of theirs, or hold one."""
        word = one_script(written)[0].lower()
        families = (known for key in sounds.of_text(word) for known in self._having.get(key, ()) if known.family)
        return next(families, None) is not None or self._glued(word, with_initial=False)

    def _namesake(self, name: str) -> bool:
        """Whether a name that somebody else bears could be read as one of theirs: a surname alone is no such thing."""
        text = normal(name)
        return self._joined_in(text) or self._told(tokens(text), of_person=True)

    def _joined_in(self, text: str) -> bool:
        together = letters(text)
        return any(
            together[at : at + size] in joined for size, joined in self._joined.items() for at in range(len(together) - size + 1)
        )

    @cached_property
    def _families(self) -> frozenset[str]:
        """The skeletons of words that may be a surname."""
        heard = (sounds.bones(key) for word in self._bearing if word.family for key in word.keys)
        return frozenset(bones for bones in heard if len(bones) >= ALONE)

    def _glued(self, word: str, *, with_initial: bool = True) -> bool:
        """Whether a word is a surname and another word of the name run together in any script, or an initial and it: a handle."""
        if len(word) < JOINED:
            return False
        for part, heard, rest in sounds.halves(word):
            if self._families.isdisjoint(heard) or not (with_initial or len(rest) > 1):
                continue
            family = {known for key in sounds.of_text(part) for known in self._having.get(key, ()) if known.family}
            for known in family:
                if any(
                    _beside_in(rest, other) for one in self._bearing[known] for other in one.words if other.spelt != known.spelt
                ):
                    return True
        return False

    def _told(self, held: tuple[Token, ...], *, of_person: bool) -> bool:
        for at, token in enumerate(held):
            for word in {word for key in token.keys for word in self._having.get(key, ())}:
                if (not of_person or len(held) == 1) and self._alone(held, at, word):
                    return True
                for one in self._bearing[word] if len(held) > 1 else ():
                    if self._beside(held, at, one, word, of_person=of_person) and not (of_person and _contradicts(held, one)):
                        return True
        return False

    def _beside(
        self, held: tuple[Token, ...], at: int, one: Bearer, word: NameWord, *, of_person: bool = True, with_initial: bool = True
    ) -> bool:
        """Whether another word of the same name, or its initial, stands near. A patronymic of another's child says it is not."""
        near = [(place, held[place]) for place in range(max(0, at - NEAR), min(len(held), at + NEAR + 1)) if place != at]
        children = frozenset(key for other in one.words for key in other.child)
        other_child = children and any(sounds.is_patronymic(token.word) and children.isdisjoint(token.keys) for _, token in near)
        if other_child and not word.child:
            return False
        for place, token in near:
            for other in one.words:
                if other.spelt == word.spelt or not (word.family or (not of_person and not other.family)):
                    continue
                if not token.keys.isdisjoint(other.keys) and not _same(other, word):
                    return True
                if (
                    with_initial
                    and abs(place - at) < NEAR
                    and other.begins_with(token)
                    and word.family
                    and (not of_person or self._is_rare(word))
                ):
                    return True
        return False

    def _alone(self, held: tuple[Token, ...], at: int, word: NameWord) -> bool:
        """Whether a word tells by itself that its bearer is meant."""
        surely = _surely(held[at], word) and self._is_rare(word) and not self._is_ordinary(held[at].word)
        return surely and not self._of_another(held, at)

    def _of_another(self, held: tuple[Token, ...], at: int) -> bool:
        """Whether a known given name, or an initial that is none of the bearer's, stands beside: another of this surname."""
        beside = [held[place] for place in (at - 1, at + 1) if 0 <= place < len(held)]
        return any(
            not token.doubtful and (not token.keys or sounds.is_given(token.word) or sounds.is_patronymic(token.word))
            for token in beside
        )


def _contradicts(held: tuple[Token, ...], one: Bearer) -> bool:
    """Whether two names of persons have each a word that the other lacks: two persons of one surname and given name."""
    own = [token for token in held if token.keys or token.mask]
    theirs = [word for word in one.words if word.spelt in one.first]
    left = [token for token in own if not any(_meets(token, word) for word in one.words)]
    return bool(left) and any(not any(_meets(token, word) for token in own) for word in theirs)


def _beside_in(rest: str, other: NameWord) -> bool:
    """Whether what is left of a word beside a surname is another word of the name, or its initial."""
    if len(rest) == 1:
        return other.begins_with(Token(frozenset(), initials.of_initial(rest), plain_letter(rest)))
    return not sounds.of_text(rest).isdisjoint(other.keys)


def _meets(token: Token, word: NameWord) -> bool:
    return not token.keys.isdisjoint(word.keys) or word.begins_with(token)


def _surely(token: Token, word: NameWord) -> bool:
    """Whether a word is this one beyond doubt: no given name, and long enough to be told by its letters or its sounds."""
    across = script_of(token.word[0]) != script_of(word.spelt[0])
    return not sounds.is_given(token.word) and any(sounds.tells(key, across=across) for key in token.keys & word.keys)


def _same(one: NameWord, other: NameWord) -> bool:
    """Whether two words are spellings of one: then they are no two words of a name."""
    return any(len(key) > stems.SHORTEST for key in one.keys & other.keys)
