"""How words are made comparable: folded for the tables, reduced to a skeleton where script or scheme differ."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.names.persons.script import one_script
from loaders.names.persons.skeleton import skeleton

_SIGNS: Final = str.maketrans("", "", "'’‘`´ʼ\ufffd")
_CYRILLIC_ADJECTIVE: Final = re.compile(
    r"(?:ь?[сцз]ь?к)(?:ии|ы|ая|ое|ого|ои|ому|ую|ие|их|ым|им|ом|і|ага|ае|аи|аму|ім|а|у)?$"
    r"|(?<=н)(?:ыи|ы|ая|ое|ого|ои|ому|ую|ага|ога|ае|аи|аму|ым|ом)$"
)
_LATIN_ADJECTIVE: Final = re.compile(
    r"(?:s|ts|c)k(?:oye|oe|aye|aja|aya|oie|iy|yi|ij|y|i|a|oi|oy)?$|(?<=n)(?:oye|oe|aye|aya|aja|oi|oy)$"
)
_CYRILLIC_ENDING: Final = re.compile(r"(?:ого|ом|ем|ах|ях|[аеиоуыэюяіь]+)$")
_LATIN_ENDING: Final = re.compile(r"[aeiouy]+$")
_SHORTEST: Final = 2
SLIP: Final = 5
"""Letters of a word from which one letter more, less or other is taken for a slip."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Small letters of one script without marks: `Órgano` is `organo`, й is и, ё е, ў у.

    A Latin letter inside a Cyrillic word is Cyrillic.
    """
    plain, _, _ = one_script(unicodedata.normalize("NFC", word).casefold().translate(_SIGNS))
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """A word of which no table knows what it means: a name, most often. `key`: where it meets its other spellings."""

    folded: str
    cyrillic: bool
    key: str

    def is_same(self, other: FoldedWord) -> bool:
        """The same name, as far as letters tell: exactly within a script, by the skeleton between scripts or schemes.

        Two Latin spellings need four consonants in common: the vowels of `Ika`, `Oko` and `Eke` are names apart.
        """
        if self.folded == other.folded:
            return True
        if self.key != other.key:
            return False
        return _consonants(self.key) >= (3 if self.cyrillic or other.cyrillic else 4) or (self.cyrillic and other.cyrillic)

    def is_near(self, other: FoldedWord) -> bool:
        """One letter off, in a word long enough for that to be a slip: never the same without a person."""
        one, two = self.folded, other.folded
        if self.cyrillic != other.cyrillic:
            one, two = self.key, other.key
        return self.key == other.key or (min(len(one), len(two)) >= SLIP and _one_edit(one, two))


@lru_cache(maxsize=1 << 16)
def word(folded: str) -> FoldedWord:
    """From a folded word."""
    cyrillic = bool(re.search("[\u0400-\u04ff]", folded))
    return FoldedWord(folded, cyrillic, _key(folded, cyrillic))


def _key(folded: str, cyrillic: bool) -> str:
    stem = folded
    for ending in (_CYRILLIC_ADJECTIVE, _CYRILLIC_ENDING) if cyrillic else (_LATIN_ADJECTIVE, _LATIN_ENDING):
        shorter = ending.sub("", stem)
        stem = shorter if len(shorter) > _SHORTEST else stem
    bones = skeleton(stem) or folded
    return bones[1:] if bones[0] in "AI" and _consonants(bones) > _SHORTEST else bones


def _consonants(key: str) -> int:
    return sum(letter not in "AIU" for letter in key)


def _one_edit(one: str, two: str) -> bool:
    """Whether one insertion, loss, change or swap of neighbours makes the one of the other."""
    if abs(len(one) - len(two)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest, other = one[at:], two[at:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
