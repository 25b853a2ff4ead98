"""Why something stands in the graph: every claim with its words, place, file and source; every decision behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.claim import Claim
from graph.entry import Kind
from graph.errors import QueryError
from graph.origin import Origins
from graph.project import project
from graph.project.docket import Docket
from graph.served import served
from graph.state import replay
from queries.desk.naming import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.case import Case
    from graph.engine import Progress
    from graph.entry import Entry
    from graph.projection import Properties
    from graph.state import State


@dataclass(frozen=True, slots=True)
class Reason:
    """One claim, with what it rests on. `source`: properties of the source it cites; `origin`: the independent origin."""

    id: str
    claim: Claim
    file: str
    file_name: str
    load: int
    source: Properties
    origin: str
    status: str | None
    custody: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """All reasons for a thing, link or claim, and the identity decisions that made it of several mentions."""

    id: str
    what: str
    name: str
    mentions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[Entry, ...]

    @property
    def origins(self) -> int:
        """How many independent origins all this has."""
        return len({reason.origin for reason in self.reasons})


def why(case: Case, text: str, *, progress: Progress | None = None) -> Why:
    """The reasons for what this name or id means: a thing, a link or a claim."""
    with served(case, progress=progress) as (engine, _):
        id_ = text if text.startswith(("l-", "c-")) else resolve(case, engine, text)
    state = replay(case.journal)
    docket = Docket(state)
    projection = project(state)
    sources = {node.id: node.properties for node in projection.nodes if node.label == "Source"}
    names = {node.id: str(node.properties.get("name", node.id)) for node in projection.nodes}
    if id_.startswith("c-"):
        held = next((h for h in state.claims if h.id == id_), None)
        if held is None:
            raise QueryError("no claim of the case has this id")
        claims, name, what = {id_}, held.claim.property, "Claim"
        mentions: set[str] = {held.claim.about}
    elif id_.startswith("l-"):
        link = next((link for link in projection.links if link.id == id_), None)
        if link is None:
            raise QueryError("no link of the case has this id")
        claims = {str(claim) for claim in link.properties["claims"]}  # type: ignore[union-attr]  # a list by schema
        name, what = f"{names[link.begin]} → {names[link.end]}", link.type
        mentions = {h.claim.about for h in state.claims if h.id in claims}
    else:
        mentions = set(state.identity.components().get(id_, {id_}))
        claims = {h.id for mention in mentions for h in docket.about.get(mention, ())}
        name, what = names.get(id_, id_), state.mentions[id_].what
    reasons = _reasons(case, state, docket.origins, claims, sources)
    return Why(id_, what, name, tuple(sorted(mentions)), reasons, _decisions(case, mentions))


def _reasons(case: Case, state: State, origins: Origins, wanted: set[str], sources: dict[str, Properties]) -> tuple[Reason, ...]:
    loads = {body["file"]: (n, body) for n, body in state.loads.items() if n not in state.superseded}
    custody: dict[str, list[Entry]] = {}
    for entry in case.journal.entries(Kind.CUSTODY):
        custody.setdefault(entry.body["file"], []).append(entry)
    found: list[Reason] = []
    for held in state.claims:
        if held.id not in wanted:
            continue
        number, body = loads[held.file]
        source = state.identity.root(held.claim.cites)
        status = state.statuses.get(held.id) or held.claim.issue
        entries = tuple(custody.get(held.file, ()))
        found.append(
            Reason(
                held.id, held.claim, held.file, body["file_name"], number, sources[source], origins.of(source), status, entries
            )
        )
    return tuple(sorted(found, key=lambda r: (r.claim.property, r.file_name, _row(r.claim.locator), r.id)))


def _row(locator: str) -> tuple[int, str]:
    figures = "".join(letter for letter in locator.split(",", maxsplit=1)[0] if letter.isdigit())
    return int(figures or 0), locator


def _decisions(case: Case, mentions: Sequence[str] | set[str]) -> tuple[Entry, ...]:
    named = set(mentions)
    entries = list(case.journal.entries(Kind.IDENTITY))
    about = {entry.sequence for entry in entries if named & set(_members(entry.body))}
    return tuple(e for e in entries if e.sequence in about or e.body.get("retracts") in about)


def _members(body: Any) -> list[str]:
    return list(body.get("members", ()))
