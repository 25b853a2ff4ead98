"""What `impunity/notice_timeline` and `impunity/events_after_notice` must answer, in plain Python."""

from __future__ import annotations

from collections.abc import Iterator

from graph.projection import Link, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.subordinates import GRADE, Subordinates, Told, Way, days_between, done_columns
from tests.queries.rule import Row, claims_of

DIRECTNESS = ("direct", "through the chain", "public")
TELLS_NOBODY = ("order", "measure", "omission", "promotion")


def timeline(projection: Projection, parameters: Parameters) -> list[Row]:
    """Each notice before each event."""
    below = Subordinates(projection, str(parameters["person"]))
    rows = []
    for event in below.events(parameters):
        for notice in _notices(below, str(parameters["public"])):
            if notice.since < event.begun_to:
                told, done = notice.best, event.best
                concerns = min(below.links("CONCERNS", begin=notice.thing.id), key=lambda link: link.id, default=None)
                named = {name: notice.thing.properties.get(name) for name in ("kind", "channel", "content")}
                row = {**done_columns(event), **_notice(notice, event), **named, "notice": notice.thing.id}
                row |= {"about": concerns and concerns.end, "concerns": concerns and concerns.id}
                row["certainty"] = GRADE[min(done.rank, told.rank, _before(notice, event))]
                row["claims"] = sorted(done.claims | told.claims | claims_of(*([concerns] if concerns else [])))
                rows.append({**row, "person": below.person})
    return sorted(
        rows, key=lambda row: [row[f"{what}{name}"] for what in ("event", "notice") for name in ("_since", "_until", "")]
    )


def first_notices(projection: Projection, parameters: Parameters) -> list[Row]:
    """Each event with the first notice before it by each way: the earliest of the surest."""
    below = Subordinates(projection, str(parameters["person"]))
    notices = sorted(_notices(below, str(parameters["public"])), key=lambda n: (n.begun_to, n.since, n.thing.id))
    rows = []
    for event in sorted(below.events(parameters), key=lambda e: (e.since, e.until, e.thing.id)):
        for way in DIRECTNESS:
            before = [notice for notice in notices if notice.best.what == way and notice.since < event.begun_to]
            if before:
                ranks = [min(notice.best.rank, _before(notice, event)) for notice in before]
                first, done = before[ranks.index(max(ranks))], event.best
                named = {name: event.thing.properties.get(name) for name in ("kind", "methods")}
                row = {**done_columns(event), **_notice(first, event), **named, "first_notice": first.thing.id}
                row["methods"] = list(named["methods"]) if isinstance(named["methods"], tuple) else named["methods"]
                row |= {"notices": len(before), "certainty": GRADE[min(done.rank, max(ranks))]}
                rows.append({**row, "claims": sorted(done.claims | first.best.claims), "person": below.person})
    return rows


def _notices(below: Subordinates, public: str) -> list[Told]:
    channels = {word.strip().lower() for word in public.split(";")}
    ways = []
    for way in _ways(below):
        heard = str(way.thing.properties.get("channel") or "").strip().lower() in channels
        own = any(link.end == below.person for link in below.links("MADE_BY", begin=way.thing.id))
        if way.thing.properties.get("kind") not in TELLS_NOBODY and not own and (way.what != "public" or heard):
            ways.append(way)
    return below.grouped(ways, DIRECTNESS)


def _ways(below: Subordinates) -> Iterator[Way]:
    for tie, thing in below.tied("ADDRESSED_TO", below.person):
        yield Way("direct", thing, (tie,))
    yield from below.during("through the chain", "ADDRESSED_TO")
    for command in below.commands:
        for further in below.oracle._commands(command.unit):
            for tie, thing in below.tied("ADDRESSED_TO", further.begin):
                yield from below.possible(Way("through the chain", thing, (tie,), command, further))
    for about in (below.person, *sorted({command.unit for command in below.commands})):
        for tie, thing in below.tied("CONCERNS", about):
            yield Way("public", thing, (tie,))
    for unit in sorted({command.unit for command in below.commands}):
        for alleged in below.links("ALLEGED_IN", begin=unit):
            for tie, thing in below.tied("CONCERNS", alleged.end):
                yield Way("public", thing, (alleged, tie))


def _before(notice: Told, event: Told) -> int:
    """How surely the notice came before the event."""
    return 3 if notice.until <= event.since else 1


def _notice(notice: Told, event: Told) -> Row:
    told, done = notice.best, event.best
    least, most = days_between(notice.thing, event.thing)
    links: tuple[Link, ...] | list[Link] | None = told.command.links if told.command else None
    return {
        "reached": told.what,
        "notice_since": notice.since,
        "notice_until": notice.until,
        "days_least": least,
        "days_most": most,
        "gap_days": None if told.gap is None or done.gap is None else max(told.gap, done.gap),
        "reached_by": told.ties[-1].id,
        "passed": list(told.command.units) if told.command else None,
        **({} if links is None else {"links": [link.id for link in links]}),
    }
