"""Whether two records can be one person at all: the policy's forbidding rules, for pairs that were never weighed.

Joining two clusters asks this of every pair across them. The levels are those of `comparisons`, here in Python; a test
holds the two to each other on every kind of pair.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.comparisons import NOT_COMPARED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.traits import Traits

_LONG_ENOUGH: Final = 5


def forbidden(one: Traits, other: Traits, policy: Policy) -> Rule | None:
    """The rule by which these two can never be one person."""
    against = policy.against
    for field, level in LEVELS.items():
        if rule := against[field].get(level(one, other)):
            return rule
    return None


def _same(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return NOT_COMPARED
    return "same" if one == other else "different"


def _sex(one: Traits, other: Traits) -> str:
    return _same(one.sex, other.sex)


def _given(one: Traits, other: Traits) -> str:
    if one.given and one.given == other.given:
        return "same"
    return _name_part((one.given, one.given_known, one.given_initials), (other.given, other.given_known, other.given_initials))


def _patronymic(one: Traits, other: Traits) -> str:
    return _name_part(
        (one.patronymic, one.patronymic_known, one.patronymic_initials),
        (other.patronymic, other.patronymic_known, other.patronymic_initials),
    )


def _name_part(one: tuple[str | None, bool, int], other: tuple[str | None, bool, int]) -> str:
    (key, known, initials), (other_key, other_known, other_initials) = one, other
    if key is None or other_key is None:
        if not initials or not other_initials:
            return NOT_COMPARED
        return "initial agrees" if initials & other_initials else "initial differs"
    if key == other_key:
        return "same"
    if known and other_known:
        return "different"
    return "one edit" if _one_edit(key, other_key) else "other spelling"


def _one_edit(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if len(one) < _LONG_ENOUGH or len(other) < _LONG_ENOUGH:
        return False
    # In bytes, as DuckDB counts: the two must agree on every script.
    return OSA.distance(one.encode(), other.encode(), score_cutoff=1) <= 1


def _birth(one: Traits, other: Traits) -> str:
    if one.year is None or other.year is None:
        return NOT_COMPARED
    apart = abs(one.year - other.year)
    if one.born and other.born:
        if one.born == other.born:
            return "same day"
        return "slip" if _slip(date.fromisoformat(one.born), date.fromisoformat(other.born)) else "other day"
    months_agree = one.month is None or other.month is None or one.month == other.month
    if apart == 0 and months_agree:
        return "same year"
    return "near year" if apart <= 1 else "other year"


def _slip(one: date, other: date) -> bool:
    """One digit off, day and month swapped, a day apart, or the same day of the next year: what a tired clerk writes."""
    digits = sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True))
    swapped = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    next_year = (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) == 1
    return digits <= 1 or swapped or next_year or abs(one.toordinal() - other.toordinal()) <= 1


LEVELS: Final[Mapping[str, Callable[[Traits, Traits], str]]] = {
    "sex": _sex,
    "given": _given,
    "patronymic": _patronymic,
    "birth": _birth,
}
"""The comparisons a forbidding rule may name, those of what a person keeps for life, and the level of each for a pair."""
