"""What the words of a column mean, where it holds a code list."""

from __future__ import annotations

from loaders.draft.code_lists import meaning
from loaders.draft.facts import Column


def meanings(column: Column, listed: str) -> tuple[dict[str, str], list[str]]:
    """What each distinct word of the column means, and the words that the list does not know."""
    found = {word: means for word in column.words if (means := meaning(word, listed)) is not None}
    return found, [word for word in column.words if word not in found]
