"""Which pairs need not be weighed, since nothing they could show would reach the floor below which a pair is forgotten.

The more records, the more a pair must show, and the more bear each common name: among a million, nine tenths of the pairs
that share a surname and an initial share common ones, and nothing else. Most of a pair's weight follows from whether
numbers are equal; only what is a slip is worked out letter by letter. So a pair is looked at letter by letter only where
it would reach the floor if every slip that might be one were one: what is left out changes nothing that comes out.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.persons.model import Model

SLACK: Final = 0.01
"""Bits by which sums may differ that are added up in another order."""


def most(model: Model) -> str:
    """What two rows `l` and `r` of the table `numbered` weigh at most, in bits without a prior, in SQL.

    It follows `comparisons` level by level; a level that letters decide counts as reached wherever it may be.
    """
    says = _Weights(model)
    spelling = max(says("spelling", "same"), 0.0)
    return " + ".join(
        (
            f"case when l.surname = r.surname then l.surname_bits + {spelling}"
            f" when {_silent('surname')} then 0.0 else {says('surname', 'one edit', 'alike', 'different')} end",
            *(_name_part(field, says) for field in ("given", "patronymic")),
            _birth(says),
            *(
                f"case when l.{field} = r.{field} then l.{field}_bits when {_silent(field)} then 0.0"
                f" else {says(field, 'different')} end"
                for field in ("unit", "place")
            ),
            *(
                f"case when l.{field} = r.{field} then {says(field, 'same')} when {_silent(field)} then 0.0"
                f" else {says(field, 'different')} end"
                for field in ("sex", "side")
            ),
        )
    )


def beside(model: Model) -> float:
    """Bits that a surname's other evidence adds at most where no given name is known to agree, and neither is any of `_MORE`."""
    says = _Weights(model)
    return sum(
        max([0.0, *(says(field, level) for level in levels if level not in _MORE.get(field, ()))])
        for field, levels in model.chances.items()
    )


_MORE: Final[Mapping[str, frozenset[str]]] = {
    "surname": frozenset(("same", "one edit", "alike", "different")),
    "given": frozenset(("same", "one edit", "other spelling", "different")),
    "patronymic": frozenset(("same",)),
    "birth": frozenset(("same day", "slip", "other day", "same year")),
    "unit": frozenset(("same",)),
    "place": frozenset(("same",)),
}
"""The levels that ways to a pair ask for by themselves; the surname's own is counted by its rarity."""


class _Weights:
    """What levels weigh: called with several, the most that any of them does."""

    def __init__(self, model: Model) -> None:
        self._chances = model.chances

    def __call__(self, field: str, *levels: str) -> float:
        return max(log2(self._chances[field][level].m / self._chances[field][level].u) for level in levels)


def _silent(column: str) -> str:
    return f"l.{column} is null or r.{column} is null"


def _name_part(field: str, says: _Weights) -> str:
    initials = f"{field}_initials"
    return (
        f"case when l.{field} = r.{field} then l.{field}_bits"
        f" when {_silent(field)} then case when l.{initials} = 0 or r.{initials} = 0 then 0.0"
        f" when (l.{initials} & r.{initials}) <> 0 then {says(field, 'initial agrees')}"
        f" else {says(field, 'initial differs')} end"
        f" when l.{field}_known and r.{field}_known then {says(field, 'different')}"
        f" else {says(field, 'one edit', 'other spelling')} end"
    )


def _birth(says: _Weights) -> str:
    """Of two full dates one is a slip only where the year, or the day of the year, is the same, or both are a day apart."""
    slip = "l.year = r.year or l.day_of_year = r.day_of_year or abs(l.born_day - r.born_day) <= 1"
    return (
        f"case when l.born_day = r.born_day then {says('birth', 'same day')}"
        f" when {_silent('year')} then 0.0"
        f" when l.born_day is not null and r.born_day is not null"
        f" then case when {slip} then {says('birth', 'slip', 'other day')} else {says('birth', 'other day')} end"
        f" when l.year = r.year and (l.month is null or r.month is null or l.month = r.month)"
        f" then {says('birth', 'same year')}"
        f" when abs(l.year - r.year) <= 1 then {says('birth', 'near year')}"
        f" else {says('birth', 'other year')} end"
    )
