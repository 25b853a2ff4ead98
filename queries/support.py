"""What things and links rest on: the claims about them, found by the index of `Claim.about`, all in one question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from graph.answer import Column, Support, together
from graph.said.claim import EXISTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from graph.answer import Answer, NodeValue, RelValue
    from graph.engine import Engine

DENIED_BY = Column(
    "denied_by",
    "texts",
    "the sources that deny something the row rests on, and then it is no more than possible; or something that it counts, or"
    " shows beside, such as a place",
)
AT_ONCE = 5_000
COUNTS = "coalesce(c.status <> 'withdrawn', true)"
"""A claim taken back is shown, and counts for no origin and as no denial."""
ASSERTS = f"c.polarity = 'asserts' AND {COUNTS} AND NOT coalesce(c.names_only, false)"
"""Whoever only says what a denial is about asserts nothing of it."""
DENIES = f"c.polarity = 'denies' AND c.property = '{EXISTS}' AND {COUNTS}"
SUPPORT = f"""
RETURN id, collect(c.id) AS claims, collect(DISTINCT s.id) AS sources,
  collect(DISTINCT CASE WHEN {ASSERTS} THEN coalesce(s.origin, s.id) END) AS origins,
  collect(CASE WHEN {DENIES} THEN c.id END) AS denials,
  collect(DISTINCT CASE WHEN {DENIES} THEN coalesce(s.name, s.id) END) AS denied_by
"""
"""Put together by the server: row by row the claims of twenty links took twice as long, nearly all of it on their way here."""
ABOUT = f"UNWIND $ids AS id MATCH (c:Claim {{about: id}})-[:CITES]->(s:Source) {SUPPORT}"
ALSO_ABOUT = f"""
MATCH (c:Claim {{denies_several: true}})
UNWIND c.also_about AS id
WITH c, id WHERE id IN $ids
MATCH (c)-[:CITES]->(s:Source) {SUPPORT}
"""
"""A denial may meet several links: it stands at the first of them, and names the others."""


def support(engine: Engine, ids: Iterable[str], *, disputed: Collection[str] = (), seconds: float = 30) -> dict[str, Support]:
    """What each of these things and links rests on, by id. `disputed`: those of them that a source denies.

    Time is linear in the claims about them. An id that no claim is about has an empty `Support`.
    """
    by_id = dict.fromkeys(ids, Support())
    questions = ((ABOUT, list(by_id)), (ALSO_ABOUT, [id_ for id_ in disputed if id_ in by_id]))
    for cypher, wanted in questions:
        for some in batched(wanted, AT_ONCE):
            for id_, *lists in engine.ask(cypher, {"ids": some}, seconds=seconds, rows=len(some)).rows:
                listed = Support(*(tuple(texts) for texts in cast("list[list[str]]", lists)))
                by_id[str(id_)] = together((by_id[str(id_)], listed))
    return by_id


def support_of(engine: Engine, part: NodeValue | RelValue, *, seconds: float = 30) -> Support:
    """What this one thing or link rests on."""
    return support(engine, [part.id], disputed=[part.id] if part.properties.get("disputed") else [], seconds=seconds)[part.id]


def denials(engine: Engine, links: Iterable[RelValue], *, seconds: float = 30) -> dict[str, tuple[str, ...]]:
    """By whom each of these links is denied that somebody denies."""
    disputed = [link.id for link in links if link.properties.get("disputed")]
    return {id_: held.denied_by for id_, held in support(engine, disputed, disputed=disputed, seconds=seconds).items()}


def supported(engine: Engine, answer: Answer, *, seconds: float = 30) -> Answer:
    """The answer with what everything in its rows rests on: what a page or an export needs, and a table does not."""
    return _with(engine, answer, _unknown(answer), seconds)


def denials_named(engine: Engine, answer: Answer, *, seconds: float = 30) -> Answer:
    """The answer with a last column `denied_by`: the sources that deny something on which the row rests."""
    if any(column.name == DENIED_BY.name for column in answer.columns):
        return answer
    complete = _with(engine, answer, [part for part in _unknown(answer) if part.properties.get("disputed")], seconds)
    rows = tuple((*row, complete.rests_on(number).denied_by) for number, row in enumerate(complete.rows))
    return replace(complete, columns=(*complete.columns, DENIED_BY), rows=rows)


def _unknown(answer: Answer) -> list[NodeValue | RelValue]:
    """What the rows show, where the answer does not say what it rests on."""
    nodes, links = answer.subgraph()
    shown: list[NodeValue | RelValue] = [*nodes, *links]
    return [part for part in shown if part.id not in answer.support]


def _with(engine: Engine, answer: Answer, wanted: list[NodeValue | RelValue], seconds: float) -> Answer:
    disputed = [part.id for part in wanted if part.properties.get("disputed")]
    by_id = support(engine, [part.id for part in wanted], disputed=disputed, seconds=seconds)
    return replace(answer, support={**answer.support, **by_id})


def batched(ids: list[str], size: int) -> Iterator[list[str]]:
    """Not too many at a time: what one question brings must fit into the server's memory."""
    for at in range(0, len(ids), size):
        yield ids[at : at + size]
