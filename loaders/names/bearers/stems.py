"""A word without the endings of its cases, in either script.

More is cut than grammar would: a stem alone decides nothing, two must meet, and a name or an initial must stand beside it or
the name must be rare.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from loaders.names.persons import surnames

SHORTEST: Final = 3
"""Letters that must be left."""

_CYRILLIC: Final = (
    "а я у ю е э ы и і й ь о ї ом ем ём ам ям ой ей ою ею єю ай яй аю ым им ім ых их іх ів їв ов ев аў яў амі ямі ами ями ах ях "
    "ого его ому ему ага яга аму яму ая яя ую юю ый ий ій ое ові еві ові єві"
)
_LATIN: Final = (
    "a u y i e o s es em om am ym im ą ę ie owi ego emu ej oj oy ou ei ow ów ami ach ies"
    " ogo omu aga amu oyu oiu oju imi ymi ikh ykh ich"
)
_ENDINGS: Final = frozenset(f"{_CYRILLIC} {_LATIN}".split())
_LONGEST: Final = max(map(len, _ENDINGS))
_ENDS_OF_NAMES: Final = frozenset("аяоеёэыиіїйьуюўaoeyiu")
"""What the nominative ends in, and its other cases put something else for."""
_FLEETING: Final = (
    ("ок", "к"), ("ек", "к"), ("ёк", "к"), ("ек", "ьк"), ("ец", "ц"), ("ец", "ьц"), ("эц", "ц"), ("ень", "н"), ("ень", "ьн"),
    ("ел", "л"), ("ёл", "л"), ("ok", "k"), ("ek", "k"), ("ec", "c"), ("ets", "ts"), ("iec", "c"),
)  # fmt: skip
"""Vowels that only the nominative has: Дроздок, Дроздка."""


@lru_cache(maxsize=1 << 16)
def of_name(word: str) -> frozenset[str]:
    """The stems of a word of a name in lower case: as it stands, and without what its own cases replace."""
    stems = {word, surnames.neutral(word)}
    if len(word) > SHORTEST and word[-1] in _ENDS_OF_NAMES:
        stems.add(word[:-1])
    if len(word) > SHORTEST + 1 and word[-2:] in ("ый", "ий", "ій", "ая", "ой", "iy", "yy", "yi", "ij"):
        stems.add(word[:-2])
    for ending, instead in _FLEETING:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            stems.add(word.removesuffix(ending) + instead)
    return frozenset(stems)


@lru_cache(maxsize=1 << 16)
def of_text(word: str) -> frozenset[str]:
    """The stems that a word of a text may have, in whatever case it stands."""
    longest = min(_LONGEST, len(word) - SHORTEST)
    cut = {word[:-size] for size in range(1, longest + 1) if word[-size:] in _ENDINGS}
    return frozenset({word, surnames.neutral(word), *cut})
