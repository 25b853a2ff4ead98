"""Who denies something stands beside each row that rests on it, whoever asks: in the plain table as where claims are wanted.

The situations of all saved queries, where each denied link is denied by a source of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from graph.answer import Answer
from graph.projection import Link, Node, Projection
from queries.catalogue import Catalogue
from queries.support import denials_named
from tests.queries.cases import Case, all_cases
from tests.queries.conftest import Published

DENIER = "who denies"
LIBRARY = Catalogue.of()
SILENT = {"evidence/command_coverage", "pattern/widespread"}
"""The one rests on what somebody marked, no link; the situations of the other need a graph of their own (see `test_counted`)."""
CASES = [case for case in all_cases() if not case.apart]


@dataclass(frozen=True)
class World:
    """A situation with those who deny. Whoever denies in it already, of a link that does not say so, is left aside."""

    projection: Projection


def _denied(projection: Projection) -> Projection:
    nodes, links = [*projection.nodes], [*projection.links]
    for link in projection.links:
        if link.properties.get("disputed"):
            id_ = str(link.id)
            claim = {"id": f"denial of {id_}", "property": "exists", "polarity": "denies", "about": id_}
            nodes.append(Node("Claim", claim))
            nodes.append(Node("Source", {"id": f"denier of {id_}", "name": _denier(id_), "kind": "interview"}))
            cites = {"id": f"citation of {id_}"}
            links.append(Link("CITES", "Claim", f"denial of {id_}", "Source", f"denier of {id_}", cites))
    return replace(projection, nodes=tuple(nodes), links=tuple(links))


def _denier(link: str) -> str:
    return f"{DENIER} {link}"


WORLDS = [World(_denied(case.projection)) for case in CASES]
DENIED_EVENTS = {
    node.id: [link.id for link in world.projection.links if link.type == "SUFFERED" and link.end == node.id]
    for world in WORLDS
    for node in world.projection.nodes
    if node.label == "Event" and node.properties.get("disputed")
}
DISPUTED = {link.id for world in WORLDS for link in world.projection.links if link.properties.get("disputed")}


def _disputed(members: Iterable[str]) -> set[str]:
    """The denied links among these, and those by which an event among these is denied: all who suffered it."""
    return {link for member in members for link in (member, *DENIED_EVENTS.get(member, ())) if link in DISPUTED}


def _deniers(published: Published, case: Case, *, evidence: bool) -> tuple[Answer, list[list[str]]]:
    answer = case.ask(LIBRARY.get(case.query), published.engine, published.marker, evidence=evidence)
    named = denials_named(published.engine, answer)
    told = [cast("tuple[str, ...]", row["denied_by"]) for row in named.records()]
    return named, [[name for name in names if name.startswith(DENIER)] for names in told]


def test_a_table_names_everybody_who_denies_what_a_row_rests_on(published: Published) -> None:
    wrong, seen = [], Counter[str]()
    for case in CASES:
        answer, whole = _deniers(published, case, evidence=True)
        _, table = _deniers(published, case, evidence=False)
        rests_on = [sorted(map(_denier, _disputed(members))) for members in answer.members]
        if table != whole:
            wrong.append(f"{case.query}: {case.title}: {[(a, b) for a, b in zip(table, whole, strict=True) if a != b]}")
        if answer.members and whole != rests_on:
            wrong.append(f"{case.query}: {case.title}: {[(a, b) for a, b in zip(whole, rests_on, strict=True) if a != b]}")
        seen[case.query] += any(table)

    assert "\n".join(wrong) == ""
    assert {name for name in LIBRARY.names if not seen[name]} == SILENT, "nothing is denied in any situation of these"
