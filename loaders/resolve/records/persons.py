"""Profiles of persons: what a row calls somebody, with what its row, or else the other rows about them, say besides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, cast

from graph.said.stated_date import period_of
from loaders.resolve.record import PersonRecord, Role
from loaders.resolve.records.bodies import nearest
from loaders.resolve.records.register import foremost, tallied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.said.claim import Mention
    from loaders.resolve.records.register import Register

ROLES: dict[Role, tuple[str, ...]] = {
    "officer": ("POSTED_TO", "ALLEGED_IN"),
    "victim": ("HELD_AT", "SUFFERED"),
    "witness": ("WITNESSED",),
}
"""As what a person appears who stands at the beginning of such a link."""


def persons(register: Register) -> tuple[PersonRecord, ...]:
    """Every profile of every person who is called anything."""
    whereabouts = _Whereabouts(register)
    roles = _roles(register)
    profiles: list[PersonRecord] = []
    for thing, mentions in register.things("Person").items():
        seen: set[PersonRecord] = set()
        for record in _profiles(register, thing, mentions, whereabouts, roles.get(thing)):
            if (like := replace(record, mention="")) not in seen:
                seen.add(like)
                profiles.append(record)
    return tuple(profiles)


def _profiles(
    register: Register, thing: str, mentions: list[Mention], whereabouts: _Whereabouts, role: Role | None
) -> Iterable[PersonRecord]:
    known = {how for mention in mentions for how in register.values(mention, "identified")}
    chosen = _stated(register.chosen(mentions, "born"))
    born = {mention.id: {chosen} if chosen else _born(register, mention) for mention in mentions}
    of_thing = {date for dates in born.values() for date in dates}
    sexes = {sex for mention in mentions for sex in register.values(mention, "sex")} & {"male", "female"}
    distinct = register.distinct(mentions)
    for mention in mentions:
        if "named" in known and "described" in register.values(mention, "identified"):
            continue  # what a complainant called a man whose name is known is no name
        for name, language in register.names(mention).items():
            for date in sorted(born[mention.id] or of_thing) or (None,):
                yield PersonRecord(
                    thing,
                    mention.id,
                    name,
                    born=date,
                    sex=cast('Literal["male", "female"]', min(sexes)) if len(sexes) == 1 else None,
                    unit=whereabouts.unit(mention.id, thing),
                    place=whereabouts.place(mention.id, thing),
                    role=role,
                    language=language,
                    described="described" in known and "named" not in known,
                    distinct=distinct,
                )


class _Whereabouts:
    """Units and places of persons: by the row that names them, else what the other rows about them say most often."""

    def __init__(self, register: Register) -> None:
        area = nearest(register)
        thing = register.thing

        def at(station: str | None) -> str:
            """The area of a station, or the station itself where none is known."""
            return area.get(thing(station or ""), thing(station or ""))

        posted = [(link.begin or "", thing(link.end or "")) for link in register.links("POSTED_TO")]
        seen = [(link.begin or "", at(link.end)) for link in register.links("PRESENT_AT", "HELD_AT")]
        self._unit_of_row, self._unit = tallied(posted), tallied((thing(person), unit) for person, unit in posted)
        self._place_of_row, self._place = tallied(seen), tallied((thing(person), place) for person, place in seen)
        self._base = tallied((thing(link.begin or ""), at(link.end)) for link in register.links("BASED_AT"))

    def unit(self, mention: str, thing: str) -> str | None:
        """The unit they are posted to."""
        return foremost(self._unit_of_row.get(mention), self._unit.get(thing))

    def place(self, mention: str, thing: str) -> str | None:
        """Where they were seen or held, else where their unit is based."""
        base = self._base.get(self.unit(mention, thing) or "")
        return foremost(self._place_of_row.get(mention), self._place.get(thing), base)


def _roles(register: Register) -> dict[str, Role]:
    """As what each person appears, where it is one thing: an officer who was held himself is compared without a role."""
    appears_as: defaultdict[str, set[Role]] = defaultdict(set)
    for role, types in ROLES.items():
        for link in register.links(*types):
            appears_as[register.thing(link.begin or "")].add(role)
    for link in register.links("PRESENT_AT"):
        if "officer" in register.values(link, "role"):
            appears_as[register.thing(link.begin or "")].add("officer")
    for link in register.links("ABOUT", "FOUND_ON"):
        appears_as[register.thing(link.end or "")].add("victim")
    for link in register.links("GIVEN_BY"):
        appears_as[register.thing(link.end or "")].add("witness")
    return {thing: only for thing, roles in appears_as.items() if (only := _one(roles))}


def _one(roles: set[Role]) -> Role | None:
    if "officer" in roles:
        return "officer" if len(roles) == 1 else None
    return "victim" if "victim" in roles else "witness"


def _born(register: Register, mention: Mention) -> set[str]:
    return {date for value in register.values(mention, "born") if (date := _stated(value))}


def _stated(value: str | None) -> str | None:
    """The day, month or year in which a birth surely was, in ISO form; None where its limits lie in several years."""
    try:
        period = period_of(value or "")
    except ValueError:
        return None
    first, last = period.begin.date().isoformat(), (period.end - timedelta(days=1)).date().isoformat()
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)
