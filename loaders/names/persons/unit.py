"""One word of a name, or one initial, as a search compares it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.names.persons import elsewhere, initials, scheme, surnames
from loaders.names.persons.given import given
from loaders.names.persons.words import Word, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.names.persons.skeleton import Reading


@dataclass(frozen=True, slots=True)
class NameUnit:
    """`keys`: what it is found by, its skeleton and the ids of given names it may be; none for an initial.

    `mask`: the initials it may have; `first`: its letter if it is Latin and no name of the table, else empty.
    """

    written: str
    keys: frozenset[str]
    bones: str
    mask: int
    first: str

    def may_begin(self, other: NameUnit) -> bool:
        """Whether two have an initial in common. Latin letters are compared as they stand, S. is no C."""
        if self.first and other.first:
            return self.first == other.first
        return self.mask & other.mask != 0


@lru_cache(maxsize=1 << 18)
def units(text: str) -> tuple[NameUnit, ...]:
    """The units of a name, in order but for initials of foreign ones; ranks, call signs and particles carry none."""
    parts = cut(text)
    scripts = {word.script for word in parts.words}
    how: Reading = "plain"
    if scripts == {"latin"}:
        how = scheme.of(tuple(word.text for word in parts.words))
    elif "cyrillic" not in scripts:
        how = "foreign"
    parsed: list[NameUnit] = []
    parts_in_order: Sequence[Word | str] = parts.parts
    if how == "foreign":
        parts_in_order = [*elsewhere.weighty(parts.words), *parts.initials]
    for part in parts_in_order:
        if isinstance(part, str):
            parsed.append(NameUnit(part.lower(), frozenset(), "", initials.of_initial(part), _first(part)))
        else:
            parsed += [_word(half, how) for half in part.text.split("-") if half]
    return tuple(parsed)


@lru_cache(maxsize=1 << 18)
def _word(text: str, how: Reading) -> NameUnit:
    bones = surnames.levelled(elsewhere.key(text)) if how == "foreign" else surnames.key(text, how)
    given_name = given(text, how)
    if given_name is None:
        return NameUnit(text, frozenset({bones}), bones, initials.of_initial(text[0]), _first(text))
    mask = initials.of_letter(text[0]) if given_name.short else 0
    for name in given_name.names:
        mask |= initials.of_name(name)
    return NameUnit(text, frozenset({bones, *(name.id for name in given_name.names)}), bones, mask, "")


def _first(text: str) -> str:
    letter = unicodedata.normalize("NFD", text)[0].lower()
    return letter if letter.isascii() else ""
