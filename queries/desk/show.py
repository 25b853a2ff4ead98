"""One thing as the graph has it, with everything that is linked to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from graph import words
from graph.answer import NodeValue, RelValue, Support
from graph.said.claim import SPAN
from graph.served import served
from graph.words import claims
from queries.desk.names import ANY_NODE, meant, names_of
from queries.support import denials, support_of

if TYPE_CHECKING:
    from graph.engine import Engine
    from graph.kept.case import Case
    from graph.progress import Progress

CLAIM = "Claim"
THING = f"MATCH (n:{ANY_NODE} {{id: $id}}) RETURN n"
AROUND = f"""
MATCH (n:{ANY_NODE} {{id: $id}})-[r]-(m)
WHERE NOT type(r) IN ['CITES', 'BEARS_ON']
RETURN r, m ORDER BY type(r), m.name, m.id, r.id
"""
CITED = f"MATCH (n:{CLAIM} {{id: $id}})-[r]->(m) RETURN r, m ORDER BY type(r), m.name, m.id, r.id"
CLAIMS = f"""
MATCH (c:{CLAIM}) WHERE c.about = $id AND c.property IN $properties AND c.polarity = 'asserts'
RETURN c.id AS id, c.property AS property, c.value AS value ORDER BY id
"""
ISSUES = f"MATCH (c:{CLAIM} {{about: $id}}) WHERE c.status = 'issue' RETURN count(c) AS issues"
LINK = "MATCH (a)-[r]->(b) WHERE r.id = $id RETURN a, r, b"
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link and the thing at its other end. `denied_by`: the sources that say that the link is not so."""

    link: RelValue
    thing: NodeValue
    outward: bool
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing and its surroundings, or a link with both its ends. `support`: what it rests on.

    `others`: by property in conflict, what other claims say. `subject`: what a claim is about.
    """

    thing: NodeValue | None
    link: RelValue | None
    around: tuple[Neighbour, ...]
    support: Support
    complete: bool = True
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subject: str = ""
    issues: int = 0
    """How many claims about it are odd as they stand, such as an end before its beginning."""


def show(case: Case, text: str, *, progress: Progress | None = None) -> Shown:
    """The thing of this name or id, or the link of this id."""
    with served(case, progress=progress) as (engine, _):
        kind, id_ = meant(case, engine, text)
        if kind == "link":
            return _link(engine, id_)
        thing = cast("NodeValue", engine.ask(THING, {"id": id_}, seconds=10, rows=1).rows[0][0])
        result = engine.ask(CITED if thing.label == CLAIM else AROUND, {"id": id_}, seconds=30, rows=MOST)
        rows = cast("tuple[tuple[RelValue, NodeValue], ...]", result.rows)
        denied = denials(engine, [link for link, _ in rows])
        around = tuple(Neighbour(link, other, link.begin == id_, denied.get(link.id, ())) for link, other in rows)
        evidence = support_of(engine, thing)
        return Shown(
            thing, None, around, evidence, result.complete, _others(engine, thing), _subject(engine, thing), _issues(engine, id_)
        )


def _link(engine: Engine, id_: str) -> Shown:
    begin, link, end = engine.ask(LINK, {"id": id_}, seconds=30, rows=1).rows[0]
    ends = (cast("NodeValue", begin), cast("RelValue", link), cast("NodeValue", end))
    support = support_of(engine, ends[1])
    around = tuple(Neighbour(ends[1], end, outward, support.denied_by) for end, outward in ((ends[0], False), (ends[2], True)))
    return Shown(None, ends[1], around, support, True, _others(engine, ends[1]), issues=_issues(engine, id_))


def _others(engine: Engine, head: NodeValue | RelValue) -> dict[str, tuple[str, ...]]:
    """Of each property in conflict, what claims say that does not hold: the value, and the claim."""
    conflicts = head.properties.get("conflicts")
    if not isinstance(conflicts, list | tuple):
        return {}
    others: defaultdict[str, set[str]] = defaultdict(set)
    rows = engine.ask(CLAIMS, {"id": head.id, "properties": list(conflicts)}, seconds=30, rows=MOST).rows
    for claim, prop, value in rows:
        held = words.briefly(head.properties) if prop == SPAN else words.value(head.properties.get(str(prop)))
        text = claims.value(str(prop), json.loads(str(value)) if prop == SPAN else str(value))
        if text != held:
            others[str(prop)].add(f"{text}: {claim}")
    return {prop: tuple(sorted(values)) for prop, values in others.items()}


def _issues(engine: Engine, id_: str) -> int:
    return cast("int", engine.ask(ISSUES, {"id": id_}, seconds=30, rows=1).rows[0][0])


def _subject(engine: Engine, thing: NodeValue) -> str:
    """What a claim is about, in words; nothing of other things."""
    about = thing.properties.get("about") if thing.label == CLAIM else None
    if about is None:
        return ""
    return sentence(engine, str(about)) or names_of(engine, [str(about)]).get(str(about), "")


def sentence(engine: Engine, id_: str) -> str:
    """A link with both its ends, as a reader says it: "Ilvane Korosz was held at Dom Kastel". Empty where none has this id."""
    rows = engine.ask(LINK, {"id": id_}, seconds=30, rows=1).rows
    if not rows:
        return ""
    begin, link, end = cast("tuple[NodeValue, RelValue, NodeValue]", rows[0])
    return f"{begin.name} {words.link(link.type, link.properties)} {end.name}"
