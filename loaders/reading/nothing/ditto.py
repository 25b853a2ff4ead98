"""Cells that mean what stands in the row above: `″`, "do.", "idem", "same", "там же"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from loaders.reading.nothing.marks import DITTO_SHORT
from loaders.reading.nothing.reader import names_nothing
from loaders.reading.nothing.words import languages

LONGEST: Final = 40
_MARK: Final = re.compile(r"[\W_]+")
_BEFORE: Final = "([-–—«\"'“ "
_BEHIND: Final = ")].,:;!»\"'”"


@lru_cache(maxsize=65_536)
def is_ditto(text: str) -> bool:
    """Whether the cell says "the same as above". One that says in which row ("see row 4") is none: that is another one."""
    if not text or len(text) > LONGEST or not (text.isascii() or _MARK.fullmatch(text) or _may_be(text)):
        return False
    if text.isascii() and text[0].isalnum() and not _may_be(text):
        return False
    return not any(sign.isdigit() for sign in text) and names_nothing(text) == "ditto"


def _may_be(text: str) -> bool:
    """Whether it begins as such words do: most cells do not, and need no closer look."""
    small = text.casefold().lstrip(_BEFORE)
    first = small.split(maxsplit=1)[0].rstrip(_BEHIND) if small else ""
    if first in _first() or "".join(small.split()).strip("()[]") in DITTO_SHORT:
        return True
    bare = "" if first.isascii() else "".join(sign for sign in unicodedata.normalize("NFD", first) if sign.isalpha())
    return bare in _first()


@cache
def _first() -> frozenset[str]:
    return frozenset(phrase[0] for phrases in languages().values() for phrase, says in phrases.items() if "ditto" in says)
