"""Which word of a header says what the column is: the others say of what. "Place of burial" is a place, whatever a burial is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from loaders.draft.lexicon import Notions, Said

LAST: Final = frozenset(("en", "de", "tr", "zh_ja_ko", "armenian_georgian", "nordic", "baltic", "dutch_greek_hebrew_hungarian"))
"""Tables of languages in which the word that says what it is stands behind those that say of what; in the others before them."""
_ENGLISH: Final = ("of", "at", "for", "in", "by", "on", "from", "to", "with", "during", "as", "about")
_GERMANIC: Final = ("von", "der", "des", "am", "im", "bei", "zum", "zur", "av", "till", "i")
OF_WHAT: Final = frozenset((*_ENGLISH, *_GERMANIC))
"""Words behind which it is said of what, where the head stands last otherwise."""
ADJECTIVES: Final = (
    "ое",
    "ее",
    "ая",
    "яя",
    "ыи",
    "ии",
    "ои",
    "ые",
    "ие",
    "ае",
    "яе",
    "ыя",
    "ія",
    "а",
    "і",
    "е",
    "є",
    "y",
    "e",
    "i",
)
"""Ends of words that may stand before the head in Slavic languages (without accents, as all words here)."""
SLAVIC: Final = frozenset(("ru", "uk", "be", "pl", "southslavic_czech"))


def is_head(words: Sequence[Said], asked: Notions) -> bool:
    """Whether the head of this header says one of the notions that are asked for."""
    carriers = [at for at, word in enumerate(words) if word.notions & asked]
    if not carriers:
        return False
    if words[carriers[-1]].language in LAST:
        return _end_of_head(words) in carriers
    before = words[: carriers[0]]
    slavic = words[carriers[0]].language in SLAVIC
    return not before or (slavic and all(word.words[0].endswith(ADJECTIVES) for word in before))


def _end_of_head(words: Sequence[Said]) -> int:
    """Where the last word stands before it is said of what."""
    for at, word in enumerate(words):
        if at and word.words[0] in OF_WHAT:
            return at - 1
    return len(words) - 1
