"""Why something stands in the graph: every claim with its words, place, file and source; every decision behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.answer import Support
from graph.decided.entry import Kind
from graph.errors import QueryError
from graph.said.claim import Claim, row_of
from graph.served import served
from queries.desk.names import ANY_NODE, meant
from queries.desk.show import CLAIM, sentence
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

THING = f"MATCH (n:{ANY_NODE} {{id: $id}}) RETURN n"
LINK = "MATCH (a)-[r]->(b) WHERE r.id = $id RETURN r, a.name AS begin, b.name AS end"
SOURCES = "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:CITES]->(s:Source) RETURN id, s"


@dataclass(frozen=True, slots=True)
class Reason:
    """One claim, with what it rests on. `source`: properties of the source it cites; `origin`: the independent origin.

    `loaded`: the entry by which its file came into the case; `custody`: the steps that a register has of the source, in order.
    """

    id: str
    claim: Claim
    file: str
    file_name: str
    loaded: Entry
    source: Properties
    origin: str
    status: str | None
    custody: tuple[Entry, ...]

    @property
    def load(self) -> int:
        """The number of that entry."""
        return self.loaded.sequence


@dataclass(frozen=True, slots=True)
class Why:
    """All reasons for a thing, link or claim, and the identity decisions that made it of several mentions.

    `title`: what it is called, a link as a sentence. `dated`: its properties, for when it was. `support`: what it rests on, by
    the one rule that `show` and answers count by.
    """

    id: str
    what: str
    name: str
    title: str
    dated: Properties
    support: Support
    mentions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    decisions: tuple[Entry, ...]

    @property
    def origins(self) -> int:
        """How many independent origins there are of what is asserted; what only denies is no origin of it."""
        return len(self.support.origins)


def why(case: Case, text: str, *, progress: Progress | None = None) -> Why:
    """The reasons for what this name or id means: a thing, a link or a claim."""
    state = case.state
    with served(case, progress=progress) as (engine, _):
        kind, id_ = meant(case, engine, text)
        about: NodeValue | RelValue
        if kind == "link":
            about, begin, end = _link(engine, id_)
            what, name, title = about.type, f"{begin} → {end}", sentence(engine, id_)
        else:
            about = _thing(engine, id_)
            what, name, title = about.label, about.name, f"{about.label} {about.name}"
        support = Support(claims=(id_,)) if what == CLAIM else support_of(engine, about)
        held = _live(state, case.journal.claims_of(support.claims))
        if not held:
            raise QueryError("no claim in the case has this id or is about it")
        reasons = _reasons(case, state, engine, held)
    if what == CLAIM:
        support = replace(support, origins=tuple(reason.origin for reason in reasons))
    mentions = {claim.about for _, _, claim in held}
    return Why(id_, what, name, title, about.properties, support, tuple(sorted(mentions)), reasons, _decisions(case, mentions))


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
    loads = {entry.sequence: entry for entry in case.journal.entries(Kind.LOAD)}
    custody = _custody(case, state)
    reasons = [
        Reason(
            claim_id,
            claim,
            state.loads[load]["file"],
            state.loads[load]["file_name"],
            loads[load],
            source := sources[claim_id],
            str(source.get("origin") or source["id"]),
            state.statuses.get(claim_id) or claim.issue,
            custody.get(str(source["id"]), ()),
        )
        for load, claim_id, claim in held
    ]
    return tuple(sorted(reasons, key=lambda r: (r.claim.property, r.file_name, row_of(r.claim.locator), r.claim.locator, r.id)))


def _custody(case: Case, state: State) -> dict[str, tuple[Entry, ...]]:
    """By source, the steps that registers have of it, in order."""
    steps: dict[str, tuple[Entry, ...]] = {}
    for entry in case.journal.entries(Kind.CUSTODY):
        source = state.identity.root(entry.body["mention"])
        steps[source] = (*steps.get(source, ()), entry)
    return steps


def _live(state: State, claims: list[Held]) -> list[Held]:
    return [claim for claim in claims if claim[0] not in state.superseded]


def _link(engine: Engine, id_: str) -> tuple[RelValue, str, str]:
    """A link, and what its ends are called."""
    rows = engine.ask(LINK, {"id": id_}, seconds=60, rows=1).rows
    if not rows:
        raise QueryError("no link in the case has this id")
    return cast("tuple[RelValue, str, str]", rows[0])


def _thing(engine: Engine, id_: str) -> NodeValue:
    return cast("NodeValue", engine.ask(THING, {"id": id_}, seconds=60, rows=1).rows[0][0])


def _sources(engine: Engine, claims: list[str]) -> dict[str, Properties]:
    """By claim, the source it cites."""
    rows = engine.ask(SOURCES, {"ids": claims}, seconds=60, rows=len(claims)).rows
    return {str(claim): cast("NodeValue", source).properties for claim, source in rows}


def _decisions(case: Case, mentions: set[str]) -> tuple[Entry, ...]:
    entries = list(case.journal.entries(Kind.IDENTITY))
    about = {entry.sequence for entry in entries if mentions & set(entry.body.get("members", ()))}
    return tuple(e for e in entries if e.sequence in about or e.body.get("retracts") in about)
