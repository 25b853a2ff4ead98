"""Which text can be shown as it is: nothing in it that hides, turns the direction of writing, or moves a terminal's cursor."""

from __future__ import annotations

import unicodedata
from typing import Final

JOINERS: Final = "\u200c\u200d"
"""Persian, Urdu, Hindi, Sinhala and others are spelt with them: they belong to the letter before, and are kept."""


def is_visible(text: str) -> bool:
    """Whether every character of it can be seen, or belongs to the letter before it."""
    return all(char.isprintable() or (char in JOINERS and _joins(text[at - 1 : at])) for at, char in enumerate(text))


def _joins(before: str) -> bool:
    return bool(before) and unicodedata.category(before)[0] in "LMS"  # letters, their marks, and pictures
