"""Profiles of events: what a row says was done, to whom, when and where, with the persons and places it was resolved to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from graph.said.claim import SPAN
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Span
from loaders.resolve.record import EventRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.said.claim import Mention
    from loaders.resolve.records.register import Register

T = TypeVar("T")


def events(register: Register) -> tuple[EventRecord, ...]:
    """Every profile of every event."""
    victims = _ends(register, ((link.end, link.begin) for link in register.links("SUFFERED")))
    stations = _ends(register, ((link.begin, link.end) for link in register.links("OCCURRED_AT")))
    profiles: list[EventRecord] = []
    for thing, mentions in register.things("Event").items():
        rows = [_profile(register, thing, mention, victims, stations) for mention in mentions]
        profiles += _filled(rows, register.distinct(mentions))
    return tuple(profiles)


def _filled(rows: list[EventRecord], distinct: frozenset[tuple[str, str]]) -> Iterable[EventRecord]:
    """What a row leaves open, from the other rows about the event, where they say one thing. Equal profiles once."""
    everybody = frozenset(victim for row in rows for victim in row.victims)
    kind, station = _only({row.kind for row in rows} - {None}), _only({row.station for row in rows} - {None})
    limits = _only({(row.first, row.last) for row in rows} - {(None, None)}) or (None, None)
    seen: set[EventRecord] = set()
    for row in rows:
        first, last = limits if (row.first, row.last) == (None, None) else (row.first, row.last)
        whole = replace(
            row,
            kind=row.kind or kind,
            victims=row.victims or everybody,
            station=row.station or station,
            first=first,
            last=last,
            distinct=distinct,
        )
        if (like := replace(whole, mention="")) not in seen:
            seen.add(like)
            yield whole


def _profile(
    register: Register, thing: str, mention: Mention, victims: dict[str, set[str]], stations: dict[str, set[str]]
) -> EventRecord:
    first, last = _days(register, mention)
    return EventRecord(
        thing,
        mention.id,
        _only(register.values(mention, "kind")),
        frozenset(victims.get(mention.id, ())),
        _only(stations.get(mention.id, set())),
        first,
        last,
    )


def _days(register: Register, mention: Mention) -> tuple[str | None, str | None]:
    """The days between which it lies, by what its row says: None where no source limits it."""
    spans = [Span.of_text(held.claim.value) for held in register.asserted(mention, SPAN)]  # type: ignore[arg-type]  # a span's text
    if not spans:
        return None, None
    begin, end = min(span.possible.begin for span in spans), max(span.possible.end for span in spans)
    return _day(begin, UNKNOWN_FROM), _day(end - _INSTANT if end != UNKNOWN_TO else end, UNKNOWN_TO)


_INSTANT = timedelta(microseconds=1)


def _day(moment: datetime, unknown: datetime) -> str | None:
    return None if moment == unknown else moment.date().isoformat()


def _ends(register: Register, pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, set[str]]:
    """By mention of an event, the things at the other end of its links."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention, other in pairs:
        found[mention or ""].add(register.thing(other or ""))
    return dict(found)


def _only(values: set[T]) -> T | None:
    """The one value, if there is one and no more."""
    return next(iter(values)) if len(values) == 1 else None
