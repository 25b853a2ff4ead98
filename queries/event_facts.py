"""What the graph tells of the events that an answer counts, where its rows do not: what they are part of, and where they were.

Groups that wait in the review come from the journal's side, when a question is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from graph import schema
from graph.errors import QueryError
from queries.doubt import Doubt
from queries.part_of import events, marked, part_of
from queries.support import batched

if TYPE_CHECKING:
    from graph.engine import Engine
    from queries.saved import SavedQuery

AT_ONCE = 20_000
TOLD = """
UNWIND $asked AS asked
MATCH (event:Event {id: asked[0]})
WITH event, asked[1] AS waits, asked[1] OR 'OCCURRED_AT' IN coalesce(event.conflicts, []) AS torn
WITH event,
  CASE WHEN NOT waits THEN null WHEN coalesce(event.disputed, false) THEN 'denied'
       WHEN NOT EXISTS { MATCH (event)<-[:SUFFERED]-(:Person) } THEN 'none' END AS victims,
  COLLECT { MATCH (event)-[part:PART_OF]->(whole:Event) RETURN [whole.id, coalesce(part.disputed, false)] } AS wholes,
  COLLECT { MATCH (event)-[:OCCURRED_AT]->(place:Station) WHERE torn RETURN DISTINCT place.id } AS places
WHERE size(wholes) > 0 OR size(places) > 0 OR victims IS NOT NULL
RETURN event.id, wholes, places, victims
"""
"""Of events: what each is part of, and where each was that waits in the review or is told at several places; of one that waits
whether it has no victim, or denied ones alone. Nothing of most."""
THERE = {label: f"UNWIND $ids AS id MATCH (thing:{label} {{id: id}}) RETURN count(thing)" for label in schema.NODE}
"""By label, how many of these are things of it: an engine finds one by its id only where its label is named."""


def doubt_about(
    engine: Engine, saved: SavedQuery, rows: Sequence[Sequence[object]], waiting: Mapping[str, str], *, seconds: float
) -> Doubt:
    """What the graph says of the events in these rows, and of those they are part of. What the rows say is not asked."""
    told_at: defaultdict[str, set[str]] = defaultdict(set)
    returned = part_of(saved, rows)
    wholes = {event: of for event, of in returned.items() if of}
    ahead = {id_ for row in rows for value in row for id_ in (*events(value), *marked(value))}
    known = returned.keys() - waiting.keys()
    seen: set[str] = set()
    victims: defaultdict[str | None, set[str]] = defaultdict(set)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for thing, group in waiting.items():
        members[group].add(thing)
    while ahead:
        ahead |= {other for thing in ahead if thing in waiting for other in members[waiting[thing]]} - seen
        seen |= ahead
        for some in batched(sorted(ahead - known), AT_ONCE):
            asked = [[id_, id_ in waiting] for id_ in some]
            for id_, told, places, has in engine.ask(TOLD, {"asked": asked}, seconds=seconds, rows=len(some)).rows:
                for whole, denied in cast("list[tuple[str, bool]]", told):
                    of = wholes.setdefault(str(id_), {})
                    of[whole] = denied and of.get(whole, True)
                told_at[waiting.get(str(id_), str(id_))].update(cast("list[str]", places))
                victims[cast("str | None", has)].add(str(id_))
        ahead = {whole for of in wholes.values() for whole in of} - seen
    in_denied = {waiting[event] for event in victims["denied"]}
    falling = frozenset(event for event in victims["none"] if waiting[event] in in_denied)
    several = {event: places for event, places in told_at.items() if len(places) > 1}
    return Doubt(waiting, wholes, several, falling, falling | victims["denied"])


def kinds_of(engine: Engine, waiting: Mapping[str, str], kinds: Iterable[str], *, seconds: float) -> set[str]:
    """Of these labels those of which something waits. QueryError where the schema has no such label."""
    return {kind for kind in sorted(kinds) if _is_any(engine, list(waiting), kind, seconds)}


def _is_any(engine: Engine, ids: list[str], kind: str, seconds: float) -> bool:
    if kind not in schema.NODE:
        raise QueryError(f"open: there is no kind of thing {kind}")
    return any(row[0] for row in engine.ask(THERE[kind], {"ids": ids}, seconds=seconds, rows=1).rows)
