"""What tells who somebody is, beside name and birth: numbers, parents, birthplace, nationality, a death, and the last act told.

It joins nobody by itself. It asks, and it holds a rule back: a number that differs, or a death before an act, is a question for a
person, whatever else agrees.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.resolve.proposal import Conflict, Edge, Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from graph.said.identifier import Identifier

DEATH: Final = "persons/death"
TEXTS: Final = {
    "father": "father's name",
    "mother": "mother's name",
    "birthplace": "place of birth",
    "nationality": "nationality",
}
PARENTS: Final = ("father", "mother")
_ALIKE: Final = 3
"""So many letters at the beginning of a word make it no clearly other one, whatever the spelling."""


class Moment(NamedTuple):
    """When, and the mention of the person whose row says so."""

    at: datetime
    mention: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """Of one thing. `died`: the first moment at which he surely was dead. `acted`: the latest one at which he surely lived.

    Of the texts, each as its words in small Latin letters.
    """

    identifiers: frozenset[Identifier] = frozenset()
    died: Moment | None = None
    acted: Moment | None = None
    father: frozenset[frozenset[str]] = frozenset()
    mother: frozenset[frozenset[str]] = frozenset()
    birthplace: frozenset[frozenset[str]] = frozenset()
    nationality: frozenset[frozenset[str]] = frozenset()

    @property
    def contradiction(self) -> tuple[Moment, Moment] | None:
        """A death and a later act, told of one thing by two rows."""
        if self.died and self.acted and self.acted.at >= self.died.at and self.acted.mention != self.died.mention:
            return self.died, self.acted
        return None


NOTHING: Final = Particulars()


def words(text: str) -> frozenset[str]:
    """The words of a text in small Latin letters, in whatever script it is."""
    from anyascii import anyascii

    return frozenset("".join(sign if sign.isalnum() else " " for sign in anyascii(text).casefold()).split())


def without_fillers(told: Mapping[str, Particulars], most: int) -> dict[str, Particulars]:
    """The same, without numbers that more than so many things bear: they are no number of one person."""
    bearers = Counter(identifier for one in told.values() for identifier in one.identifiers)
    kept = {identifier for identifier, count in bearers.items() if count <= most}
    return {
        thing: one if one.identifiers <= kept else replace(one, identifiers=one.identifiers & kept) for thing, one in told.items()
    }


def held_back(one: Particulars, other: Particulars) -> str | None:
    """Why no rule may make one of the two, in words."""
    if one is NOTHING or other is NOTHING:
        return None
    for space, same in _identifiers(one, other):
        if not same:
            return f"their numbers differ: {space}"
    if _dead_before(one, other) or _dead_before(other, one):
        return "one had died before the other did what is told of him"
    for name in PARENTS:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours and theirs and not any(_may_be_one(mine, their) for mine in ours for their in theirs):
            return f"their parents differ: {TEXTS[name]}"
    return None


def evidence(one: Particulars, other: Particulars, bits: float) -> Iterator[Evidence]:
    """What of it both sides say, in words. `bits`: what the same number weighs; the rest is not weighed."""
    if one is NOTHING or other is NOTHING:
        return
    for space, same in _identifiers(one, other):
        yield Evidence(space, "same number" if same else "different numbers", bits if same else None)
    if _dead_before(one, other) or _dead_before(other, one):
        yield Evidence("death", "one had died before the other did what is told of him")
    for name, title in TEXTS.items():
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours and theirs:
            alike = any(_may_be_one(mine, their) for mine in ours for their in theirs)
            yield Evidence(title, "same" if ours & theirs else "may be the same" if alike else "different")


def shared(one: Particulars, other: Particulars) -> str | None:
    """The space of a number that both bear."""
    return next((space for space, same in _identifiers(one, other) if same), None)


def conflict(label: str, thing: str, told: Particulars) -> Conflict | None:
    """That one thing had died and acted later: two men may stand in it."""
    if (found := told.contradiction) is None:
        return None
    says = Evidence("rule", "a row says that he had died, another what he did later")
    return Conflict(label, thing, Edge(found[0].mention, found[1].mention, DEATH, None, (says,)))


def _identifiers(one: Particulars, other: Particulars) -> Iterator[tuple[str, bool]]:
    """The spaces in which both have numbers, and whether they have one in common."""
    for space in sorted({mine.space for mine in one.identifiers} & {theirs.space for theirs in other.identifiers}):
        ours, theirs = (_in(space, side.identifiers) for side in (one, other))
        yield space, not ours.isdisjoint(theirs)


def _in(space: str, identifiers: Collection[Identifier]) -> set[str]:
    return {identifier.value for identifier in identifiers if identifier.space == space}


def _dead_before(one: Particulars, other: Particulars) -> bool:
    return one.died is not None and other.acted is not None and other.acted.at >= one.died.at


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one begins as a word of the other does, or is its initial."""
    return any(_alike(mine, their) for mine in one for their in other)


def _alike(one: str, other: str) -> bool:
    length = min(len(one), len(other), _ALIKE)
    return one[:length] == other[:length]
