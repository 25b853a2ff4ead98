"""Words of headers, by language: which notion each stands for. The tables are `languages/*.toml`, one notion a line.

Words stand folded: small letters, no accents. `a_b` is a phrase; `abc*` is any word that begins so, `*abc` one that ends so.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "languages"
LONGEST: Final = 6
"""Words of a phrase."""
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\d_]+")
"""Scripts without blanks between words are read sign by sign."""
_NO_ACCENTS: Final = dict.fromkeys(("Mn", "Mc", "Me"))

Notions = frozenset[str]


def fold(text: str) -> str:
    """Small letters without marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(sign for sign in plain if unicodedata.category(sign) not in _NO_ACCENTS))


def tokens(header: str) -> tuple[str, ...]:
    """The words of a header, cut at signs, figures and capitals within a word."""
    return tuple(_WORD.findall(fold(_CAMEL.sub(" ", header))))


@dataclass(frozen=True, slots=True)
class Said:
    """What words that stand together say."""

    words: tuple[str, ...]
    notions: Notions


@dataclass(frozen=True)
class Language:
    """The words of one language, or of several that are kept together."""

    name: str
    phrases: dict[tuple[str, ...], Notions] = field(repr=False)
    beginnings: dict[str, Notions] = field(repr=False)
    endings: dict[str, Notions] = field(repr=False)

    def of(self, words: tuple[str, ...]) -> Notions:
        """What this phrase says, as a whole."""
        if known := self.phrases.get(words):
            return known
        return (self._longest(words[0]) if len(words) == 1 else None) or frozenset()

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Words that phrases begin with."""
        return frozenset(phrase[0] for phrase in self.phrases if len(phrase) > 1)

    def _longest(self, word: str) -> Notions | None:
        for end in range(len(word), 1, -1):
            if found := self.beginnings.get(word[:end]):
                return found | self._ending(word[end:])
        return self._ending(word) or None

    def _ending(self, word: str) -> Notions:
        for start in range(len(word) - 2):
            if found := self.endings.get(word[start:]):
                return found
        return frozenset()


@cache
def languages() -> dict[str, Language]:
    """All tables."""
    return {path.stem: _language(path) for path in sorted(FOLDER.glob("*.toml"))}


def _language(path: Path) -> Language:
    phrases: dict[tuple[str, ...], set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    endings: dict[str, set[str]] = {}
    for notion, listed in tomllib.loads(path.read_text("utf-8")).items():
        for word in listed.split():
            if word.endswith("*"):
                beginnings.setdefault(fold(word[:-1]), set()).add(notion)
            elif word.startswith("*"):
                endings.setdefault(fold(word[1:]), set()).add(notion)
            else:
                phrases.setdefault(tokens(word.replace("_", " ")), set()).add(notion)
    return Language(path.stem, _frozen(phrases), _frozen(beginnings), _frozen(endings))


def _frozen(found: dict) -> dict:  # type: ignore[type-arg]  # one of three
    return {key: frozenset(notions) for key, notions in found.items()}
