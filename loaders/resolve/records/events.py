"""Profiles of events: what a row says was done, to whom, when and where, with the persons and places it was resolved to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, TypeVar

from graph.said.claim import SPAN
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO, Span
from loaders.names.lookup import folded
from loaders.resolve.record import EventRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from graph.said.claim import Mention
    from loaders.resolve.records.register import Register

T = TypeVar("T")
UNKNOWN_UNITS = ("unknown", "unnamed")


def events(register: Register) -> tuple[EventRecord, ...]:
    """Every profile of every event. Whom it was done to, whom its sources accuse, how it was done and what it is part of are put
    together from all of its rows: each may name one of many."""
    victims = _ends(register, ((link.end, link.begin) for link in register.links("SUFFERED")))
    stations = _ends(register, ((link.begin, link.end) for link in register.links("OCCURRED_AT")))
    wholes = _ends(register, ((link.begin, link.end) for link in register.links("PART_OF")))
    accused = _ends(register, ((link.end, link.begin) for link in register.links("ALLEGED_IN")))
    anybody = {thing for things in accused.values() for thing in things}
    units = _known(register, "Unit", anybody, "kind", UNKNOWN_UNITS)
    men = _known(register, "Person", anybody, "identified", ("described",))
    profiles: list[EventRecord] = []
    for thing, mentions in register.things("Event").items():
        rows = [_profile(register, thing, mention, victims, stations) for mention in mentions]
        alleged = _all(accused, mentions)
        whole = replace(
            rows[0],
            distinct=register.distinct(mentions),
            victims=frozenset(victim for row in rows for victim in row.victims),
            units=alleged & units,
            men=alleged & men,
            methods=frozenset(folded(method) for mention in mentions for method in register.values(mention, "methods")),
            part_of=_all(wholes, mentions),
            files=frozenset(file for mention in mentions for file in register.files(mention)),
        )
        profiles += _filled(rows, whole)
    return tuple(profiles)


def _all(ends: dict[str, set[str]], mentions: Iterable[Mention]) -> frozenset[str]:
    """What any of these is linked to."""
    return frozenset(other for mention in mentions for other in ends.get(mention.id, ()))


def _known(register: Register, label: str, among: Collection[str], name: str, unknown: Collection[str]) -> frozenset[str]:
    """Those of them of which nobody says that it is not known who they are: two of the others may be one and the same."""
    return frozenset(
        thing
        for thing, mentions in register.things(label).items()
        if thing in among and not any(register.values(mention, name) & {*unknown} for mention in mentions)
    )


def _filled(rows: list[EventRecord], of_event: EventRecord) -> Iterable[EventRecord]:
    """What a row leaves open, from the other rows about the event, where they say one thing. Equal profiles once.

    `of_event`: what holds of the event, whichever row says it.
    """
    kind, station = _only({row.kind for row in rows} - {None}), _only({row.station for row in rows} - {None})
    limits = _only({(row.first, row.last) for row in rows} - {(None, None)}) or (None, None)
    seen: set[EventRecord] = set()
    for row in rows:
        first, last = limits if (row.first, row.last) == (None, None) else (row.first, row.last)
        whole = replace(
            of_event,
            mention=row.mention,
            kind=row.kind or kind,
            station=row.station or station,
            first=first,
            last=last,
        )
        if (like := replace(whole, mention="")) not in seen:
            seen.add(like)
            yield whole


def _profile(
    register: Register, thing: str, mention: Mention, victims: dict[str, set[str]], stations: dict[str, set[str]]
) -> EventRecord:
    first, last = _times(register, mention)
    return EventRecord(
        thing,
        mention.id,
        _only(register.values(mention, "kind")),
        frozenset(victims.get(mention.id, ())),
        _only(stations.get(mention.id, set())),
        first,
        last,
    )


def _times(register: Register, mention: Mention) -> tuple[str | None, str | None]:
    """Between which days it lies, or minutes if its row says so: None where no source limits it."""
    spans = [Span.of_text(held.claim.value) for held in register.asserted(mention, SPAN)]  # type: ignore[arg-type]  # a span's text
    if not spans:
        return None, None
    begin, end = min(span.possible.begin for span in spans), max(span.possible.end for span in spans)
    by_day = all(moment.time() == time.min for moment in (begin, end))
    last = end - ONE_DAY if by_day and end != UNKNOWN_TO else end
    return _limit(begin, UNKNOWN_FROM, by_day=by_day), _limit(last, UNKNOWN_TO, by_day=by_day)


def _limit(moment: datetime, unknown: datetime, *, by_day: bool) -> str | None:
    if moment == unknown:
        return None
    return moment.date().isoformat() if by_day else moment.isoformat(timespec="minutes")


def _ends(register: Register, pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, set[str]]:
    """By mention of an event, the things at the other end of its links."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention, other in pairs:
        found[mention or ""].add(register.thing(other or ""))
    return dict(found)


def _only(values: set[T]) -> T | None:
    """The one value, if there is one and no more."""
    return next(iter(values)) if len(values) == 1 else None
