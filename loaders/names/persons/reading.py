"""How the Latin letters of a name are to be read: which scheme, and whether the name is East Slavic at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.names.persons import surnames
from loaders.names.persons.given import given
from loaders.names.persons.patronymics import patronymic
from loaders.names.persons.skeleton import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

_SLAVIC: Final = re.compile(r"[łżźćśńŭĺěřčšžŝ]|cz|sz|sj|[aeiou]j(?:[bcdfghklmnprstvwzčšžŭ]|$)|ij")
_GERMAN: Final = re.compile(r"tsch|schtsch|sch[aeiouklmnpt]|[aeo]w$|w[aiouy]")
_FRENCH: Final = re.compile(r"chtch|gue[iïy]|gui|tchouk|ine$|(?<![aeo])iou|[bcdfghjklmnprstvz]ou[bcdfghjklmnprstvz]")
_FRENCH_ENDING: Final = re.compile(r"(?:enko|[oei]v|ine|tch|tchouk|[oe]ff|ski|sky|skii)$")


def of(words: Sequence[str]) -> Reading:
    """The reading of a name in Latin letters, by the marks that its words bear together."""
    if not _east_slavic(words):
        return "foreign"
    joined = " ".join(words)
    if _SLAVIC.search(joined):
        return "german" if "tsch" in joined or "schtsch" in joined else "slavic"
    if _GERMAN.search(joined) and ("tsch" in joined or "sch" in joined):
        return "german"
    if any(_FRENCH.search(word) for word in words) and any(_FRENCH_ENDING.search(word) for word in words):
        return "french"
    return "plain"


def _east_slavic(words: Sequence[str]) -> bool:
    """Whether the words themselves show it: a patronymic, a surname's ending, a name that only these languages spell so."""
    if any(patronymic(word) is not None or surnames.strongly(word) for word in words):
        return True
    named = [word for word in words if _slavic_given(word)]
    return bool(named) and (len(words) == 1 or any(word not in named for word in words))


def _slavic_given(word: str) -> bool:
    found = given(word) or given(word, "slavic") or given(word, "french")
    return found is not None
