"""From what a person types to the id of one thing: an id, an earlier id, or a name that exactly one thing bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from graph import schema
from graph.errors import QueryError
from loaders.names.lookup import Named, exact
from loaders.names.search import search

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.engine import Engine
    from graph.kept.case import Case

ID = re.compile(r"[a-z]{1,2}-[a-z2-7]{16}")
LINK_ID = re.compile(rf"{schema.LINK_PREFIX}-[a-z2-7]{{16}}")
CLAIM_ID = re.compile(rf"{schema.NODE['Claim'].prefix}-[a-z2-7]{{16}}")
"""What an id looks like; a thing may be called so all the same."""
ANY_NODE = "|".join(schema.NODE)
HERE = f"MATCH (n:{ANY_NODE} {{id: $id}}) RETURN labels(n)[0] AS label"
CALLED = {kind.label: f"MATCH (n:{kind.label}) RETURN n.id AS id, n.name AS name, n.aliases AS aliases" for kind in schema.NODES}
NEAREST = f"""
MATCH (n:{ANY_NODE} {{id: $id}}) OPTIONAL MATCH (n)-[r]-(m) WHERE NOT type(r) IN ['CITES', 'BEARS_ON']
RETURN labels(n)[0] AS label, type(r) AS link, m.name AS other ORDER BY link, other
"""
NAMES = f"""
UNWIND $ids AS wanted MATCH (n:{ANY_NODE} {{id: wanted}})
RETURN n.id AS id, CASE WHEN n.name = n.id THEN coalesce(n.description, n.name) ELSE n.name END AS name
"""
"""Somebody without a name is called by what is said of him."""
LINK = "MATCH ()-[r]->() WHERE r.id = $id RETURN r.id AS id"
ABOUT = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.about AS about"
MOST = 1_000_000


def resolve(case: Case, engine: Engine, text: str, label: str | None = None) -> str:
    """The id meant, of a thing of this label if one is asked for. QueryError lists what it could mean."""
    if ID.fullmatch(text) and (id_ := _by_id(case, engine, text, label)):
        return id_
    if not text.strip():
        raise QueryError("the name is empty: give the name or the id of something in the case")
    known = called(engine, label)
    fitting = [thing for things in known.values() for thing in exact(text, things)]
    if len(fitting) == 1:
        return fitting[0].id
    if not fitting and ID.fullmatch(text):
        what = "no link" if LINK_ID.fullmatch(text) else "no claim" if CLAIM_ID.fullmatch(text) else "nothing"
        raise QueryError(f"{what} in the case has this id, and nothing has it as a name")
    if fitting:
        raise QueryError(f"several things have this name; choose one by its id:\n{listed(engine, fitting)}")
    no_such = f"no {label}" if label else "nothing"
    near = [hit.ranked.thing for hit in search(text, known)]
    if near:
        raise QueryError(f"{no_such} has exactly this name; did you mean one of these?\n{listed(engine, near)}")
    raise QueryError(f"{no_such} in the case has this name; `linkage search TEXT` finds names that are written in another way")


def meant(case: Case, engine: Engine, text: str) -> tuple[Literal["thing", "link"], str]:
    """The thing or the link meant, and its id: of a link an id alone, for it has no name. QueryError as of `resolve`."""
    if LINK_ID.fullmatch(text) and (link := link_of(case, engine, text)):
        return "link", link
    return "thing", resolve(case, engine, text)


def called(engine: Engine, label: str | None) -> dict[str, list[Named]]:
    """Everything of this label, or of any that people look for, with what it is called, by label."""
    labels = [label] if label else [kind.label for kind in schema.NODES if not kind.evidence]
    things: dict[str, list[Named]] = {}
    for one in labels:
        rows = engine.ask(CALLED[one], {}, seconds=30, rows=MOST).rows
        things[one] = [Named(str(id_), (str(name), *cast("list[str]", aliases or []))) for id_, name, aliases in rows]
    return things


def names_of(engine: Engine, ids: Collection[str]) -> dict[str, str]:
    """What these things are called, by id; ids of nothing, or of what has no name, are left out."""
    if not ids:
        return {}
    rows = engine.ask(NAMES, {"ids": sorted(ids)}, seconds=30, rows=len(ids) + 1).rows
    return {str(id_): str(name) for id_, name in rows if name is not None}


def listed(engine: Engine, things: list[Named]) -> str:
    """For a person to choose from: of each, what it is and one thing it is linked to, since names may be equal."""
    lines = []
    for thing in things:
        label, beside = beside_it(engine, thing.id)
        lines.append(" ".join(f"{thing.id}  {thing.names[0]}  ({', '.join(filter(None, (label, beside)))})".split("\n")))
    return "\n".join(f"  {line}" for line in lines)


def beside_it(engine: Engine, id_: str) -> tuple[str, str]:
    """What a thing is, and one thing it is linked to: "HELD_AT Salt Quay Depot". Empty where nothing is."""
    label, link, other = engine.ask(NEAREST, {"id": id_}, seconds=10, rows=1).rows[0]
    return str(label), f"{link} {other}" if link else ""


def _by_id(case: Case, engine: Engine, id_: str, label: str | None) -> str | None:
    """The thing of this id, or that a mention of this id became; None where there is neither."""
    rows = engine.ask(HERE, {"id": id_}, seconds=10, rows=1).rows
    if not rows:
        state = case.state
        if id_ in state.mentions and not state.mentions[id_].is_link:
            root = state.identity.root(id_)
            rows = engine.ask(HERE, {"id": root}, seconds=10, rows=1).rows
            id_ = root
    if rows and label and rows[0][0] != label:
        raise QueryError(f"this is the id of a {rows[0][0]}; a {label} is asked for")
    return id_ if rows else None


def link_of(case: Case, engine: Engine, id_: str) -> str | None:
    """The link of this id, or that a row of this id became; None where there is neither."""
    if engine.ask(LINK, {"id": id_}, seconds=30, rows=1).rows:
        return id_
    claims = [claim for _, claim, _ in case.journal.claims_about([id_])]
    rows = engine.ask(ABOUT, {"ids": claims}, seconds=30, rows=1).rows if claims else ()
    return str(rows[0][0]) if rows and engine.ask(LINK, {"id": rows[0][0]}, seconds=30, rows=1).rows else None
