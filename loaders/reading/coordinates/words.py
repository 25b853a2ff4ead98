"""Words and letters of coordinates by language, from `words.toml`: which languages know all the words of a cell."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, cast

from loaders.reading.coordinates.spelling import plain, without_accents

Meaning: TypeAlias = Literal["north", "south", "east", "west", "latitude", "longitude", "degree", "minute", "second", "noise"]
Language: TypeAlias = dict[str, frozenset[Meaning]]
INTERNATIONAL, SHARED = "international", "shared"


@cache
def languages() -> dict[str, Language]:
    """Each language with its words, and those that every language borrows."""
    file = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    return {lang: _words([words, file[SHARED]]) for lang, words in file.items() if lang != SHARED}


def spoken(words: frozenset[str], lang: str | None) -> tuple[Language, ...]:
    """The languages that know all these words: the one stated, else the letters of the compass, else all that do."""
    known = languages()
    for first in (lang, INTERNATIONAL):
        if first in known and words <= known[first].keys():
            return (known[first],)
    return tuple(words_of for words_of in known.values() if words <= words_of.keys())


def _words(tables: list[dict[str, str]]) -> Language:
    found: dict[str, set[Meaning]] = {}
    for table in tables:
        for meaning, words in table.items():
            for word in words.split("|"):
                for spelling in (plain(word), without_accents(plain(word))):
                    found.setdefault(spelling, set()).add(cast("Meaning", meaning))
    return {word: frozenset(meanings) for word, meanings in found.items()}
