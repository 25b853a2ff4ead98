"""How the Latin letters of a name are to be read: which scheme, and whether the name is East Slavic at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.persons import elsewhere, surnames
from loaders.names.persons.given import given, only_east_slavic
from loaders.names.persons.patronymics import patronymic

if TYPE_CHECKING:
    from loaders.names.persons.skeleton import Reading

_SLAVIC: Final = re.compile(r"[łżźćśńŭĺěřčšžŝ]|cz|sz|iej\b")
_ENGLISH: Final = re.compile(r"sh|zh|kh|y[aoue]")
_LETTERS: Final = re.compile(r"[łźśńŭčšžŝ]|ij\b")
_GERMAN: Final = re.compile(r"tsch|w.*sch[aeiouklmnpt]|sch[aeiouklmnpt].*w")
_GOST: Final = re.compile(r"shh|[ye]['`ʼ’]|cz[eiyj]|[aeiy]j\b|[bcdfghklmnprstvz]j[aou]|\bj[aou]|[aeiouy]j[bcdfghklmnprstvz]")
_POLISH: Final = re.compile(r"[łżźćśńčšžŝüö]|w|sz|rz|sch|ie|[aeo]u")
_FRENCH: Final = re.compile(r"chtch|gue[iïy]|guï|\btch|i?ou[bcdfghjklmnprstvz]")
_FRENCH_TOO: Final = re.compile(r"gue[iïy]|chtch|\btch|(?:enko|[oei]va?|ine|tch|tchouk|[oe]ff|tchko|chko)\b")
_NOT_FRENCH: Final = re.compile(r"sh|zh|w|y\b|[aeiouy]s[aeiouy]")
"""English digraphs; French writes с between vowels with two letters."""


def of(words: tuple[str, ...]) -> Reading:
    """The reading of a name in Latin letters, by the marks that its words bear together."""
    if not _east_slavic(words):
        return "foreign"
    joined = " ".join(words)
    polish = "cz" in joined
    if ("x" in joined or polish) and _GOST.search(joined) and not _POLISH.search(joined):
        return "gost"
    if "sch" in joined and _GERMAN.search(joined) and "shch" not in joined:
        return "german"
    marked = polish or "sz" in joined or "iej" in joined or not joined.isascii()
    if marked and _SLAVIC.search(joined) and not _ENGLISH.search(joined):
        return "slavic"
    may_be_french = "ou" in joined or "tch" in joined or "gu" in joined
    if may_be_french and _FRENCH.search(joined) and _FRENCH_TOO.search(joined) and not _NOT_FRENCH.search(joined):
        return "french"
    return "plain"


def _east_slavic(words: tuple[str, ...]) -> bool:
    """Whether the words show it: an ending or a letter that tells, or one that may tell beside a given name of the table."""
    for word in words:
        if _tells(word) or _shows(word, words):
            return True
    named = {word for word in words if _given(word)}
    return bool(named) and any(surnames.weakly(word) and named - {word} for word in words)


@lru_cache(maxsize=1 << 16)
def _tells(word: str) -> bool:
    """Whether the word does by its letters, as a patronymic, or as a given name."""
    return _LETTERS.search(word) is not None or patronymic(word) is not None or only_east_slavic(word)


def _shows(word: str, words: tuple[str, ...]) -> bool:
    """Whether the word's ending does. A woman's -ova does not beside a man's name of other peoples: Musa Alieva."""
    if not surnames.strongly(word):
        return False
    return not word.endswith("va") or not any(elsewhere.lists(other) and not _womans(other) for other in words)


def _womans(word: str) -> bool:
    found = given(word)
    return found is not None and all(name.sex == "female" for name in found.names)


def _given(word: str) -> bool:
    found = given(word)
    return found is not None and not found.short and not elsewhere.lists(word) and not any(word in n.latin for n in found.names)
