"""One thing as the graph has it, with everything that is linked to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graph.answer import NodeValue, RelValue
from graph.errors import QueryError
from graph.served import served
from queries.desk.names import ANY_NODE, resolve

if TYPE_CHECKING:
    from graph.kept.case import Case
    from graph.progress import Progress

THING = f"MATCH (n:{ANY_NODE} {{id: $id}}) RETURN n"
AROUND = f"""
MATCH (n:{ANY_NODE} {{id: $id}})-[r]-(m)
WHERE NOT type(r) IN ['CITES', 'BEARS_ON']
RETURN r, m ORDER BY type(r), m.name, m.id, r.id
"""
LINK = "MATCH (a)-[r]->(b) WHERE r.id = $id RETURN a, r, b"
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link and the thing at its other end."""

    link: RelValue
    thing: NodeValue
    outward: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing and its surroundings, or a link with both its ends."""

    thing: NodeValue | None
    link: RelValue | None
    around: tuple[Neighbour, ...]
    complete: bool = True


def show(case: Case, text: str, *, progress: Progress | None = None) -> Shown:
    """The thing of this name or id, or the link of this id."""
    with served(case, progress=progress) as (engine, _):
        if text.startswith("l-"):
            rows = engine.ask(LINK, {"id": text}, seconds=30, rows=1).rows
            if not rows:
                raise QueryError("no link of the case has this id")
            begin, link, end = (cast("NodeValue", rows[0][0]), cast("RelValue", rows[0][1]), cast("NodeValue", rows[0][2]))
            return Shown(None, link, (Neighbour(link, begin, False), Neighbour(link, end, True)))
        id_ = resolve(case, engine, text)
        thing = cast("NodeValue", engine.ask(THING, {"id": id_}, seconds=10, rows=1).rows[0][0])
        result = engine.ask(AROUND, {"id": id_}, seconds=30, rows=MOST)
        around = tuple(
            Neighbour(cast("RelValue", link), cast("NodeValue", other), cast("RelValue", link).begin == id_)
            for link, other in result.rows
        )
        return Shown(thing, None, around, result.complete)
