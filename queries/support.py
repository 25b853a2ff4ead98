"""What things and links rest on: the claims about them, found by the index of `Claim.about`, all in one question."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from graph.answer import Support
from graph.said.claim import EXISTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graph.engine import Engine

COUNTS = "coalesce(c.status <> 'withdrawn', true)"
"""A claim taken back counts for nothing."""
SUPPORT = f"""
RETURN id, collect(c.id) AS claims, collect(DISTINCT s.id) AS sources,
  collect(DISTINCT CASE WHEN c.polarity = 'asserts' THEN coalesce(s.origin, s.id) END) AS origins,
  collect(CASE WHEN c.polarity = 'denies' AND c.property = '{EXISTS}' THEN c.id END) AS denials,
  collect(DISTINCT CASE WHEN c.polarity = 'denies' AND c.property = '{EXISTS}' THEN coalesce(s.name, s.id) END) AS denied_by
"""
"""Put together by the server: row by row the claims of twenty links took twice as long, nearly all of it on their way here."""
ABOUT = f"UNWIND $ids AS id MATCH (c:Claim {{about: id}})-[:CITES]->(s:Source) WHERE {COUNTS} {SUPPORT}"
ALSO_ABOUT = f"""
MATCH (c:Claim {{denies_several: true}}) WHERE {COUNTS}
UNWIND c.also_about AS id
WITH c, id WHERE id IN $ids
MATCH (c)-[:CITES]->(s:Source) {SUPPORT}
"""
"""A denial may meet several links: it stands at the first of them, and names the others."""


def support(engine: Engine, ids: Iterable[str], *, disputed: Collection[str] = (), seconds: float = 30) -> dict[str, Support]:
    """What each of these things and links rests on, by id. `disputed`: those of them that a source denies.

    Time is linear in the claims about them. An id that no claim is about has an empty `Support`.
    """
    found = dict.fromkeys(ids, Support())
    questions = ((ABOUT, list(found)), (ALSO_ABOUT, [id_ for id_ in disputed if id_ in found]))
    for cypher, wanted in questions:
        if wanted:
            for id_, *lists in engine.ask(cypher, {"ids": wanted}, seconds=seconds, rows=len(wanted)).rows:
                found[str(id_)] = _joined(found[str(id_)], lists)
    return found


def _joined(one: Support, lists: list[object]) -> Support:
    """This, and what another question brought: every list sorted, each of its members once."""
    names = [field.name for field in fields(Support)]
    told = zip(names, cast("list[list[str]]", lists), strict=True)
    return Support(**{name: tuple(sorted({*getattr(one, name), *more})) for name, more in told})
