"""What the spellings of one person come to: the words of their names, and by which of them alone they are known."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, Final

from loaders.names.bearers import sounds
from loaders.names.bearers.text import letters, normal, plain_letter
from loaders.names.persons import initials, parse
from loaders.names.persons.given import given
from loaders.names.persons.script import script_of
from loaders.names.persons.words import Word, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.names.bearers.text import Token

ALONE: Final = 4
"""Letters of a word that may tell who it is by itself."""
JOINED: Final = 8
"""Letters of a name that is looked for inside other words, too; two in a script without spaces."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case. `described`: known by a description alone, "the man with the scar"."""

    names: tuple[str, ...]
    protected: bool
    described: bool = False


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name. `unknown`: no table has it as a given name, nor as whose child; `family`: it may be the surname."""

    spelt: str
    keys: frozenset[str]
    mask: int
    letter: str
    family: bool
    unknown: bool
    child: frozenset[str]

    def begins_with(self, token: Token) -> bool:
        """Whether an initial may stand for it."""
        if not token.mask and not token.letter:
            return False
        if token.letter and self.letter:
            return token.letter == self.letter
        return token.mask & self.mask != 0


@dataclass(frozen=True, slots=True)
class Bearer:
    """The words of all spellings of one person, and what is looked for as it stands."""

    words: tuple[NameWord, ...]
    joined: frozenset[str]
    first: frozenset[str]
    """The words of the name they are called by."""


def bearer(person: Person) -> Bearer:
    """What one person's spellings come to."""
    words: dict[str, NameWord] = {}
    joined: set[str] = set()
    first: frozenset[str] = frozenset()
    for name in map(normal, person.names):
        whole = letters(name)
        if person.described:
            joined.add(whole)
            continue
        named = _words(name)
        first = first or frozenset(word.spelt for word in named)
        for word in named:
            if word.spelt not in words or word.family > words[word.spelt].family:
                words[word.spelt] = word
        if len(named) > 1 or (whole and script_of(whole[0]) == "other"):
            plain = [(letters(word.spelt), word) for word in named]
            joined |= {whole, "".join([spelling for spelling, _ in reversed(plain)])}
            joined |= {a + b for (a, one), (b, other) in permutations(plain, 2) if one.family or other.family}
    long = {one for one in joined if one and len(one) >= (2 if script_of(one[0]) == "other" else JOINED)}
    return Bearer(tuple(words.values()), frozenset(long), first)


def _words(name: str) -> Sequence[NameWord]:
    parts = [half for part in cut(name).parts if isinstance(part, Word) for half in part.text.split("-") if len(half) > 1]
    named = [_word(unicodedata.normalize("NFC", part)) for part in parts]
    known = [word for word in named if not word.unknown and not word.child]
    if len(known) < (2 if len(known) < len(named) else 1):
        return named
    # One of the given names is the surname, Виктор Роман. The last where nobody knows which.
    surname = frozenset((parse(name).surname_spelt or "").split("-"))
    theirs = [any(key[1:] in surname for key in word.keys if key[0] == "=") for word in named]
    if not any(theirs):
        theirs[-1] = True
    return [replace(word, family=True) if is_surname else word for word, is_surname in zip(named, theirs, strict=True)]


@lru_cache(maxsize=1 << 16)
def _word(text: str) -> NameWord:
    match = given(text)
    mask = initials.of_initial(text[0])
    for name in match.names if match else ():
        mask |= initials.of_name(name)
    keys = sounds.of_name(text)
    child = frozenset(key for key in keys if key.startswith("p:"))
    unknown = not sounds.is_given(text) and not sounds.is_patronymic(text)
    return NameWord(text, keys, mask, "" if match else plain_letter(text), unknown, unknown, child)
