"""Why something stands in the graph: every claim with its words, place, file and source; every decision behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.decided.entry import Kind
from graph.errors import QueryError
from graph.said.claim import Claim, row_of
from graph.said.origin import Origins
from graph.served import served
from queries.desk.names import ANY_NODE, CLAIM_ID, meant
from queries.desk.show import sentence
from queries.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.answer import Answer, NodeValue, RelValue
    from graph.decided.entry import Entry
    from graph.decided.state import State
    from graph.engine import Engine
    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.projection import Properties

Held: TypeAlias = tuple[int, str, Claim]
"""Load, claim id, claim."""

THING = f"MATCH (n:{ANY_NODE} {{id: $id}}) RETURN labels(n)[0] AS label, n.name AS name"
LINK = "MATCH (a)-[r]->(b) WHERE r.id = $id RETURN r, a.name AS begin, b.name AS end"
SOURCES = "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:CITES]->(s:Source) RETURN id, s"
DERIVED = "MATCH (a:Source)-[:DERIVED_FROM]->(b:Source) RETURN a.id AS begin, b.id AS end"


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
    """All reasons for a thing, link or claim, and the identity decisions that made it of several mentions.

    `title`: what it is called, a link as a sentence.
    """

    id: str
    what: str
    name: str
    title: str
    mentions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[Entry, ...]

    @property
    def origins(self) -> int:
        """How many independent origins all this has."""
        return len({reason.origin for reason in self.reasons})


def why(case: Case, text: str, *, progress: Progress | None = None) -> Why:
    """The reasons for what this name or id means: a thing, a link or a claim."""
    state = case.state
    with served(case, progress=progress) as (engine, _):
        kind, id_ = meant(case, engine, text)
        if kind == "link":
            link, begin, end = _link(engine, id_)
            what, name, title = link.type, f"{begin} → {end}", sentence(engine, id_)
            held = _live(state, case.journal.claims_of(support_of(engine, link).claims))
        else:
            what, name = _thing(engine, id_)
            title = f"{what} {name}"
            if CLAIM_ID.fullmatch(id_):
                held = _live(state, case.journal.claims_of([id_]))
            else:
                held = _live(state, case.journal.claims_about(state.identity.components().get(id_, {id_})))
        if not held:
            raise QueryError("no claim in the case has this id or is about it")
        reasons = _reasons(case, state, engine, held)
    mentions = {claim.about for _, _, claim in held}
    return Why(id_, what, name, title, tuple(sorted(mentions)), reasons, _decisions(case, mentions))


def why_row(case: Case, answer: Answer, number: int) -> tuple[Reason, ...]:
    """The reasons behind one row of an answer, counted from 1. QueryError where it has no such row."""
    if not 1 <= number <= len(answer.rows):
        rows = "no rows" if not answer.rows else f"rows 1 to {len(answer.rows):,}" if len(answer.rows) > 1 else "one row"
        raise QueryError(f"--why: the answer has {rows}")
    claims = answer.records()[number - 1]["claims"]
    with served(case) as (engine, _):
        return reasons_of(case, engine, sorted(cast("list[str]", claims)))


def reasons_of(case: Case, engine: Engine, claims: Iterable[str]) -> tuple[Reason, ...]:
    """The reasons behind these claims, by claim id: what a page or a dossier shows beside a line."""
    state = case.state
    return _reasons(case, state, engine, _live(state, case.journal.claims_of(claims)))


def _reasons(case: Case, state: State, engine: Engine, held: list[Held]) -> tuple[Reason, ...]:
    sources = _sources(engine, [claim for _, claim, _ in held])
    origins = Origins(_derived(engine))
    custody = list(case.journal.entries(Kind.CUSTODY))
    reasons = [
        Reason(
            claim_id,
            claim,
            state.loads[load]["file"],
            state.loads[load]["file_name"],
            load,
            sources[claim_id],
            origins.of(str(sources[claim_id]["id"])),
            state.statuses.get(claim_id) or claim.issue,
            tuple(e for e in custody if state.identity.root(e.body["mention"]) == sources[claim_id]["id"]),
        )
        for load, claim_id, claim in held
    ]
    return tuple(sorted(reasons, key=lambda r: (r.claim.property, r.file_name, row_of(r.claim.locator), r.claim.locator, r.id)))


def _live(state: State, claims: list[Held]) -> list[Held]:
    return [claim for claim in claims if claim[0] not in state.superseded]


def _link(engine: Engine, id_: str) -> tuple[RelValue, str, str]:
    """A link, and what its ends are called."""
    rows = engine.ask(LINK, {"id": id_}, seconds=60, rows=1).rows
    if not rows:
        raise QueryError("no link in the case has this id")
    return cast("tuple[RelValue, str, str]", rows[0])


def _thing(engine: Engine, id_: str) -> tuple[str, str]:
    return cast("tuple[str, str]", engine.ask(THING, {"id": id_}, seconds=60, rows=1).rows[0])


def _sources(engine: Engine, claims: list[str]) -> dict[str, Properties]:
    """By claim, the source it cites."""
    rows = engine.ask(SOURCES, {"ids": claims}, seconds=60, rows=len(claims)).rows
    return {str(claim): cast("NodeValue", source).properties for claim, source in rows}


def _derived(engine: Engine) -> dict[str, list[str]]:
    copies: dict[str, list[str]] = {}
    for begin, end in engine.ask(DERIVED, {}, seconds=60, rows=1_000_000).rows:
        copies.setdefault(str(begin), []).append(str(end))
    return copies


def _decisions(case: Case, mentions: set[str]) -> tuple[Entry, ...]:
    entries = list(case.journal.entries(Kind.IDENTITY))
    about = {entry.sequence for entry in entries if mentions & set(entry.body.get("members", ()))}
    return tuple(e for e in entries if e.sequence in about or e.body.get("retracts") in about)
