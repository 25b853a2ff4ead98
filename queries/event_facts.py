"""What the graph tells of the events that an answer counts, where its rows do not: what they are part of.

Groups that wait in the review come from the journal's side, when a question is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from graph.answer import NodeValue
from queries.doubt import Doubt
from queries.mark import is_mark
from queries.support import batched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.engine import Engine

AT_ONCE = 20_000
TOLD = """
UNWIND $ids AS id
MATCH (event:Event {id: id})-[part:PART_OF]->(whole:Event)
RETURN id, collect([whole.id, coalesce(part.disputed, false)]) AS wholes
"""
"""Of events: what each is part of; nothing of most of them."""


def doubt_about(engine: Engine, rows: Iterable[Iterable[object]], waiting: Mapping[str, str], *, seconds: float) -> Doubt:
    """What the graph says of the events in these rows, and of those they are part of."""
    wholes: dict[str, dict[str, bool]] = {}
    ahead = {id_ for row in rows for value in row for id_ in (*_events(value), *_marked(value))}
    seen: set[str] = set()
    members: defaultdict[str, set[str]] = defaultdict(set)
    for thing, group in waiting.items():
        members[group].add(thing)
    while ahead:
        ahead |= {other for thing in ahead if thing in waiting for other in members[waiting[thing]]} - seen
        seen |= ahead
        for some in batched(sorted(ahead), AT_ONCE):
            for id_, told in engine.ask(TOLD, {"ids": some}, seconds=seconds, rows=len(some)).rows:
                for whole, denied in cast("list[tuple[str, bool]]", told):
                    of = wholes.setdefault(str(id_), {})
                    of[whole] = denied and of.get(whole, True)
        ahead = {whole for of in wholes.values() for whole in of} - seen
    return Doubt(waiting, wholes)


def _marked(value: object) -> Iterator[str]:
    """What a column lists to be counted; what is no event has nothing to tell."""
    if isinstance(value, list):
        yield from (str(item[1]) for item in value if is_mark(item))


def _events(value: object) -> Iterator[str]:
    if isinstance(value, NodeValue):
        if value.label == "Event":
            yield value.id
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _events(item)
