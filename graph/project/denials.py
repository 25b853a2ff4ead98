"""A source that only denies makes no link: it disputes the links it meets. A denial that meets nothing accuses nobody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from graph import schema
from graph.said.claim import SPAN
from graph.said.span import ALWAYS, Period, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.projection import Link
    from graph.said.claim import ClaimValue, HeldClaim


def is_denial(claims: Iterable[HeldClaim]) -> bool:
    """Whether all that is said is that it was not so."""
    return all(held.claim.polarity == "denies" for held in claims)


@dataclass(frozen=True, slots=True)
class Denial:
    """A link mention that only denies."""

    type: str
    begin: str
    end: str
    claims: tuple[HeldClaim, ...]
    said: tuple[HeldClaim, ...] = ()
    """What other sources say of the same link in the same row."""

    @property
    def stated(self) -> dict[str, ClaimValue]:
        """What it says of the link, by property."""
        return {held.claim.property: held.claim.value for held in (*self.said, *self.claims)}

    @property
    def when(self) -> Period:
        """For which time it denies it: where it names none, for all."""
        span = self.stated.get(SPAN)
        return Span.of_text(cast("dict[str, object]", span)).possible if span else ALWAYS

    def meets(self, link: Link) -> bool:
        """Whether it speaks of this link: stated discriminators agree, and the times may have been the same.

        Whoever denies that he commanded as "head" speaks of a commander of whom nobody says by what word he was called.
        """
        kind, stated, own = schema.LINK[self.type], self.stated, link.properties
        told = [prop for prop in kind.own if prop.discriminates and prop.name in stated]
        agreed = {prop.name for prop in told if stated[prop.name] == own.get(prop.name)}
        worded = {prop.name for prop in told if agreed and prop.is_free_text and prop.name not in own}
        if {prop.name for prop in told} - agreed - worded:
            return False
        if not kind.timing:
            return True
        properties = link.properties
        return self.when.meets(Period(cast("datetime", properties["possible_from"]), cast("datetime", properties["possible_to"])))


def apply(denials: Iterable[Denial], links: list[Link]) -> tuple[list[Link], dict[str, list[str]]]:
    """The links, those that a denial meets marked as disputed; and by claim of a denial the links it meets, both in order."""
    against: defaultdict[tuple[str, str, str], list[Denial]] = defaultdict(list)
    for denial in denials:
        against[denial.type, denial.begin, denial.end].append(denial)
    marked: list[Link] = []
    met: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        denied = [denial for denial in against.get((link.type, link.begin, link.end), ()) if denial.meets(link)]
        for claim in {held.id for denial in denied for held in denial.claims}:
            met[claim].append(link.id)
        marked.append(replace(link, properties={**link.properties, "disputed": True}) if denied else link)
    return marked, dict(met)
