"""Letters that stand for a name: NAVTRAC for Naval Training Command, EMD for Electronic Maintenance Depot."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST: Final = 2
LONGEST: Final = 10
_MOST_OF_A_WORD: Final = 4
"""Letters that an acronym takes from the beginning of one word."""


def covered(letters: str, words: Sequence[str]) -> float:
    """How much of a name an acronym stands for: 1 if each word gives a letter, 0 if the letters cannot be had from it.

    Each of the letters is the next of a word, or the first of one that follows; words may be left out, at a price.
    """
    if not SHORTEST <= len(letters) <= LONGEST or not words:
        return 0.0
    used = _most_used(letters, tuple(words))
    return used / len(words) if used >= SHORTEST else 0.0


@lru_cache(maxsize=1 << 14)
def _most_used(letters: str, words: tuple[str, ...]) -> int:
    """Of the words, the most that can give a letter where all letters are taken in order; 0 if they cannot be."""
    if not letters or not words:
        return 0
    best = 0 if len(words) == 1 else _most_used(letters, words[1:])
    for taken in range(1, min(_MOST_OF_A_WORD, len(letters)) + 1):
        if not words[0].startswith(letters[:taken]):
            break
        rest = letters[taken:]
        after = _most_used(rest, words[1:]) if rest else 0
        if not rest or after:
            best = max(best, 1 + after)
    return best
