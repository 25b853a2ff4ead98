"""What the words of a header say, in the languages of its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.draft.lexicon import LONGEST, NONE, Language, Notions, Said, languages
from loaders.draft.words import cut_short, tokens

EVERYWHERE: Final = "en"
"""English words stand in files of every language."""
NEAR: Final = 0.7
"""A language that knows nearly as many words of a file as the best one is one of its languages, too."""
MOST_WORDS: Final = 8
"""Words of a header that are read: what stands behind them explains it."""
SURE: Final = 4
"""From so many letters on, a word in Latin letters that no language of the file knows is looked up in the others."""
PREPOSITION: Final = 3
"""Letters of a word that may stand between two others and say nothing."""
TIMES: Final = frozenset(("begin", "end"))
LATIN: Final = 0x24F
"""The last Latin letter."""


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
    return sum(len(said.words) for said in _read(tuple(words), Spoken((), (language,))) if said.notions)


def said(header: str, spoken: Spoken) -> tuple[Said, ...]:
    """Its words, the longest phrases first, with what each says; words that no table knows say nothing."""
    words = tokens(header)[:MOST_WORDS]
    short = cut_short(header)
    read = [part for each in _read(words, spoken) for part in _mended(each, short, spoken)]
    return tuple(_between(word) if 0 < at < len(read) - 1 else word for at, word in enumerate(read))


def notions(header: str, spoken: Spoken) -> Notions:
    """All that its words say."""
    return NONE.union(*(word.notions for word in said(header, spoken)))


def _read(words: tuple[str, ...], spoken: Spoken) -> Iterable[Said]:
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            phrase = words[at : at + length]
            if found := _known(phrase, spoken):
                yield found
                at += length
                break
        else:
            yield Said(words[at : at + 1], NONE)
            at += 1


def _known(phrase: tuple[str, ...], spoken: Spoken) -> Said | None:
    for language in spoken.first:
        if notions := language.phrases.get(phrase):
            return Said(phrase, notions, language.name)
    for language in spoken.first:
        if notions := language.of(phrase):
            return Said(phrase, notions, language.name)
    if len(phrase) > 1 or len(phrase[0]) >= SURE or ord(phrase[0][0]) > LATIN or not spoken.first:
        others = [(language.name, language.listed(phrase)) for language in spoken.others]
        if known := [(name, notions) for name, notions in others if notions]:
            return Said(phrase, NONE.union(*(notions for _, notions in known)), known[0][0])
    return None


def _between(word: Said) -> Said:
    """A short word of time within a header is a preposition: "statut du dossier". At its ends it is from or until when."""
    if len(word.words[0]) <= PREPOSITION and word.notions <= TIMES:
        return Said(word.words, NONE, word.language)
    return word


def _mended(word: Said, short: frozenset[str], spoken: Spoken) -> Iterable[Said]:
    """A word that no table knows, read as one cut short or as several in one."""
    if word.notions:
        return (word,)
    for language in spoken.first:
        if word.words[0] in short and (notions := language.begun(word.words[0])):
            return (Said(word.words, notions, language.name),)
        if parts := language.parts(word.words[0]):
            return parts
    return (word,)
