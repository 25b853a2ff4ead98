"""What rows tell of persons beside name and birth, by thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from graph.said.claim import SPAN
from graph.said.identifier import identifier_of
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Span
from graph.said.stated_date import period_of
from loaders.reading import names_nothing
from loaders.resolve.particulars import NOTHING, TEXTS, Moment, Particulars, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from graph.said.claim import Mention
    from loaders.resolve.records.register import Register

OWN: Final = ("POSTED_TO", "PRESENT_AT", "HELD_AT")
IN_EVENTS: Final = ("ALLEGED_IN", "WITNESSED")
"""Links at whose beginning somebody lives. A victim may be dead already: a body is moved, too."""
ORDERED: Final = "ordered"
"""An order may be older than what it led to."""
_BEFORE: Final = timedelta(microseconds=1)


def particulars(register: Register) -> dict[str, Particulars]:
    """Of every thing of which anything of it is told."""
    told: defaultdict[str, defaultdict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    died: dict[str, Moment] = {}
    for thing, mentions in register.things("Person").items():
        for mention in mentions:
            for held in register.asserted(mention, "identifiers", "died", *TEXTS):
                name, text = held.claim.property, str(held.claim.value)
                if name == "identifiers":
                    told[thing][name] |= {identifier_of(text)} - {None}
                elif name == "died":
                    if (at := _dead_by(text)) and (thing not in died or died[thing].at < at):
                        died[thing] = Moment(at, mention.id)
                elif names_nothing(text) is None and (found := words(text)):
                    told[thing][name].add(found)
        if chosen := register.chosen(mentions, "died"):
            died.pop(thing, None)
            if at := _dead_by(chosen):
                died[thing] = Moment(at, mentions[0].id)
    acted = _acted(register) if died else {}
    known = {field.name for field in fields(Particulars)}
    return {
        thing: Particulars(
            **{name: frozenset(values) for name, values in told.get(thing, {}).items() if name in known},
            died=died.get(thing),
            acted=acted.get(thing),
        )
        for thing in sorted(told.keys() | died.keys() | acted.keys())
    }


def of(found: Mapping[str, Particulars], thing: str) -> Particulars:
    """Those of one thing."""
    return found.get(thing, NOTHING)


def _dead_by(text: str) -> datetime | None:
    try:
        end = period_of(text).end
    except ValueError:
        return None
    return None if end == UNKNOWN_TO else end


def _acted(register: Register) -> dict[str, Moment]:
    """The latest moment at which each person surely lived, by what is told of him."""
    latest: dict[str, Moment] = {}
    events = _events(register)
    for link in register.links(*OWN):
        _keep(latest, register, link, _moments(register, [link]))
    for link in register.links(*IN_EVENTS):
        if ORDERED not in register.values(link, "role"):
            _keep(latest, register, link, [events[thing]] if (thing := register.thing(link.end or "")) in events else [])
    return latest


def _events(register: Register) -> dict[str, datetime]:
    found = {thing: list(_moments(register, mentions)) for thing, mentions in register.things("Event").items()}
    return {thing: max(moments) for thing, moments in found.items() if moments}


def _keep(latest: dict[str, Moment], register: Register, link: Mention, moments: Iterable[datetime]) -> None:
    person = register.thing(link.begin or "")
    for at in moments:
        if person not in latest or latest[person].at < at:
            latest[person] = Moment(at, link.begin or "")


def _moments(register: Register, mentions: Iterable[Mention]) -> Iterator[datetime]:
    """When it surely was going on, or had not yet been: the end of what is sure, and the beginning of what is possible."""
    for mention in mentions:
        for held in register.asserted(mention, SPAN):
            span = Span.of_text(cast("dict[str, object]", held.claim.value))
            if span.core is not None and span.core.end != UNKNOWN_TO:
                yield span.core.end - _BEFORE
            if span.possible.begin != UNKNOWN_FROM:
                yield span.possible.begin
