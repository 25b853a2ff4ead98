"""What the words of a header say, in the languages of its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.draft.lexicon import LONGEST, Language, Notions, Said, languages, tokens

EVERYWHERE: Final = "en"
"""English words stand in files of every language."""
NEAR: Final = 0.7
"""A language that knows nearly as many words of a file as the best one is one of its languages, too."""
MOST_WORDS: Final = 8
"""Words of a header that are read: what stands behind them explains it."""
SURE: Final = 4
"""From so many letters on, a word that no language of the file knows is looked up in the others."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages of a file, the best first; the others are asked for long words alone."""

    first: tuple[Language, ...]
    others: tuple[Language, ...]

    @classmethod
    def of(cls, headers: Iterable[str]) -> Spoken:
        """By how many words of all its headers each language knows."""
        words = [tokens(header) for header in headers]
        known = languages()
        scores = {name: sum(_weight(language, each) for each in words) for name, language in known.items()}
        best = max(scores.values(), default=0)
        first = [name for name in sorted(scores, key=lambda name: -scores[name]) if best and scores[name] >= NEAR * best]
        if EVERYWHERE not in first:
            first.append(EVERYWHERE)
        return cls(tuple(known[name] for name in first), tuple(known[name] for name in known if name not in first))


def _weight(language: Language, words: Sequence[str]) -> int:
    return sum(len(said.words) for said in _read(tuple(words), (language,), ()) if said.notions)


def said(header: str, spoken: Spoken) -> tuple[Said, ...]:
    """Its words, the longest phrases first, with what each says; words that no table knows say nothing."""
    return tuple(_read(tokens(header)[:MOST_WORDS], spoken.first, spoken.others))


def notions(header: str, spoken: Spoken) -> Notions:
    """All that its words say."""
    return frozenset[str]().union(*(word.notions for word in said(header, spoken)))


def _read(words: tuple[str, ...], first: Sequence[Language], others: Sequence[Language]) -> Iterable[Said]:
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            phrase = words[at : at + length]
            found = next((said for language in first if (said := language.of(phrase))), frozenset[str]())
            if not found and (length > 1 or len(phrase[0]) >= SURE or ord(phrase[0][0]) > 0x24F):
                found = frozenset[str]().union(*(language.of(phrase) for language in others))
            if found:
                yield Said(phrase, found)
                at += length
                break
        else:
            yield Said(words[at : at + 1], frozenset())
            at += 1
