"""Cells that mean what stands in the row above: `″`, "do.", "idem", "same", "там же"."""

from __future__ import annotations

from functools import cache
from typing import Final

from loaders.reading.nothing.marks import DITTO_SHORT
from loaders.reading.nothing.reader import names_nothing
from loaders.reading.nothing.words import languages, words_of

LONGEST: Final = 40


def is_ditto(text: str) -> bool:
    """Whether the cell says "the same as above". One that says in which row ("see row 4") is none: that is another one."""
    if not text or len(text) > LONGEST or any(sign.isdigit() for sign in text):
        return False
    if any(sign.isalpha() for sign in text) and not _may_be(text):
        return False
    return names_nothing(text) == "ditto"


def _may_be(text: str) -> bool:
    """Whether it begins as such words do: most cells do not, and need no closer look."""
    first = next(iter(words_of(text)), "")
    return first in _first() or "".join(text.split()).strip("()[]").casefold() in DITTO_SHORT


@cache
def _first() -> frozenset[str]:
    return frozenset(phrase[0] for phrases in languages().values() for phrase, says in phrases.items() if "ditto" in says)
