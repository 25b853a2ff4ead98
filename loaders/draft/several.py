"""Several persons in one cell: what stands between their names, where each piece has the form of a name."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final, NamedTuple

from loaders.draft.content import is_person
from loaders.draft.facts import Column

SIGNS: Final = (";", "\n", "/", "&", "+")
"""Between persons, where each piece is a name. A comma is not: Vade, Orsolin."""
WORDS: Final = ("and", "и", "і", "й", "ды", "و", "et", "y", "e", "und", "i", "a", "ve", "en", "dan")
_BETWEEN: Final = re.compile(rf"([{re.escape(''.join(SIGNS))}]|\s(?:{'|'.join(WORDS)})\s)")


class Several(NamedTuple):
    """The signs and words between persons, in how many cells they stand, and in how many it is not plain who is named."""

    signs: tuple[str, ...]
    cells: int
    unclear: int

    @property
    def by(self) -> Any:
        """As `split` of a mapping says it; empty where nothing stands between names."""
        if all(sign in SIGNS for sign in self.signs):
            return self.signs[0] if len(self.signs) == 1 else list(self.signs)
        return {"matches": "|".join(re.escape(sign) if sign in SIGNS else rf"\s+{sign}\s+" for sign in self.signs)}


def several(column: Column) -> Several:
    """Of a column of names."""
    signs: dict[str, None] = {}
    cells = unclear = 0
    for word in column.words:
        cut = _BETWEEN.split(word)
        named = pieces(word)
        if len(named) < 2 or len(set(map(_script, named))) > 1:
            continue  # one name, or one in two scripts
        if all(map(is_person, named)):
            signs.update(dict.fromkeys(sign.strip(" ") for sign in cut[1::2]))
            cells += column.counts[word]
        else:
            unclear += column.counts[word]
    return Several(tuple(signs), cells, unclear)


def pieces(cell: str) -> list[str]:
    """What stands between the signs and words of a cell."""
    return [piece.strip() for piece in _BETWEEN.split(cell)[::2] if piece.strip()]


def _script(text: str) -> str:
    letter = next((sign for sign in text if sign.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0]
