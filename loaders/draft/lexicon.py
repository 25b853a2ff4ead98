"""Words of headers, by language: which notion each stands for. The tables are `languages/*.toml`, one notion a line.

Words stand folded: small letters, no accents. `a_b` is a phrase; `abc*` is any word that begins so, also in a phrase; `*abc` one
that ends so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from loaders.draft.words import fold, stem, tokens

FOLDER: Final = Path(__file__).parent / "languages"
LONGEST: Final = 6
"""Words of a phrase."""
SHORTEST: Final = 3
"""Letters of a word that may be a part of a longer one, or stand for one that begins so."""
LINKS: Final = ("", "s", "es", "n", "en", "e")
"""What German and its neighbours put between the parts of a word."""
GLUED: Final = frozenset(("en", "de", "nordic", "dutch_greek_hebrew_hungarian"))
"""Languages whose words, or names of columns, are put together from others without a blank."""

Notions = frozenset[str]
NONE: Final[Notions] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """What words that stand together say. `language`: the table that knows them."""

    words: tuple[str, ...]
    notions: Notions
    language: str = ""


@dataclass(frozen=True)
class Language:
    """The words of one language, or of several that are kept together."""

    name: str
    phrases: Mapping[tuple[str, ...], Notions] = field(repr=False)
    beginnings: Mapping[str, Notions] = field(repr=False)
    endings: Mapping[str, Notions] = field(repr=False)
    patterns: Mapping[tuple[str, ...], Notions] = field(repr=False)
    """Phrases of which a word may go on, with its `*`."""

    def listed(self, words: tuple[str, ...]) -> Notions:
        """What this phrase says, if it stands so in the table, or a beginning or end of its word does."""
        return self.phrases.get(words) or (self._longest(words[0]) if len(words) == 1 else self._pattern(words))

    def of(self, words: tuple[str, ...]) -> Notions:
        """What this phrase says, in whatever case or number."""
        if known := self.listed(words):
            return known
        return self._stems.get(self._stem(words), NONE) if stem(words[0], self.name) in self._firsts else NONE

    def parts(self, word: str) -> tuple[Said, ...]:
        """The two words that an unknown one is put together from: eventid, Häftlingsnummer; nothing if one is not known."""
        if self.name not in GLUED:
            return ()
        links = LINKS if self.name != "en" else ("",)
        for at in range(len(word) - 2, SHORTEST - 1, -1):
            first = self._whole(word[:at], links)
            second = self.phrases.get((word[at:],)) or (self.of((word[at:],)) if len(word) - at >= SHORTEST else NONE)
            if first and second:
                return (Said((word[:at],), first, self.name), Said((word[at:],), second, self.name))
        return ()

    def begun(self, part: str) -> Notions:
        """What all words say that begin so: "задерж.", "sygn."; nothing where they say different things."""
        if len(part) < SHORTEST:
            return NONE
        listed = [notions for word, notions in self._singles if word.startswith(part)]
        return frozenset.intersection(*listed) if listed else NONE

    def _whole(self, word: str, links: Iterable[str]) -> Notions:
        for link in links:
            bare = word[: len(word) - len(link)]
            if word.endswith(link) and len(bare) >= SHORTEST and (known := self.phrases.get((bare,))):
                return known
        return NONE

    def _pattern(self, words: tuple[str, ...]) -> Notions:
        for pattern, notions in self.patterns.items():
            if len(pattern) == len(words) and all(map(_goes_on, pattern, words)):
                return notions
        return NONE

    def _longest(self, word: str) -> Notions:
        for end in range(len(word), 1, -1):
            if found := self.beginnings.get(word[:end]):
                return found | self._ending(word[end:])
        return self._ending(word)

    def _ending(self, word: str) -> Notions:
        for start in range(len(word) - 2):
            if found := self.endings.get(word[start:]):
                return found
        return NONE

    def _stem(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(stem(word, self.name) for word in words)

    @cached_property
    def _stems(self) -> dict[tuple[str, ...], Notions]:
        """What phrases say without their endings; those of which two say different things are left out."""
        found: dict[tuple[str, ...], set[Notions]] = {}
        for words, notions in self.phrases.items():
            found.setdefault(self._stem(words), set()).add(notions)
        return {words: next(iter(notions)) for words, notions in found.items() if len(notions) == 1}

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(words[0] for words in self._stems)

    @cached_property
    def _singles(self) -> list[tuple[str, Notions]]:
        words = [(phrase[0], notions) for phrase, notions in self.phrases.items() if len(phrase) == 1]
        return [*words, *self.beginnings.items()]


def _goes_on(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def languages() -> dict[str, Language]:
    """All tables."""
    return {path.stem: _language(path) for path in sorted(FOLDER.glob("*.toml"))}


def _language(path: Path) -> Language:
    phrases: dict[tuple[str, ...], set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    endings: dict[str, set[str]] = {}
    patterns: dict[tuple[str, ...], set[str]] = {}
    for notion, listed in tomllib.loads(path.read_text("utf-8")).items():
        for word in listed.split():
            if "*" in word and "_" in word:
                patterns.setdefault(tuple(map(fold, word.split("_"))), set()).add(notion)
            elif word.endswith("*"):
                beginnings.setdefault(fold(word[:-1]), set()).add(notion)
            elif word.startswith("*"):
                endings.setdefault(fold(word[1:]), set()).add(notion)
            else:
                phrases.setdefault(tokens(word.replace("_", " ")), set()).add(notion)
    return Language(path.stem, _frozen(phrases), _frozen(beginnings), _frozen(endings), _frozen(patterns))


def _frozen(found: dict) -> dict:  # type: ignore[type-arg]  # one of three
    return {key: frozenset(notions) for key, notions in found.items()}
