"""Asking one question: a saved query and ids in, an `Answer` out. Names are turned into ids before, by the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from graph.answer import CERTAINTIES, Answer, Certainty
from graph.errors import OverrunError, QueryError
from queries import columns
from queries.alike import alike
from queries.doubt import Doubt
from queries.event_facts import doubt_about, kinds_of
from queries.narrow import narrow
from queries.parameters import ALIKE
from queries.reads import reads
from queries.row import Row
from queries.rows import ANYTHING, rows
from queries.support import support

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.answer import Support
    from graph.engine import Engine, Marker
    from queries.saved import SavedQuery

WITHIN = 365
"""Days from a citation beyond which a row that is only possible is counted, not listed."""
MOST_ROWS = 100_000
_NARROWING = ("period", "day", "int", "float")
"""Types of parameters by which less can be asked: a shorter time, more places at least, fewer kilometres."""


def run(
    saved: SavedQuery,
    engine: Engine,
    parameters: Mapping[str, object],
    *,
    marker: Marker,
    certainty: Certainty = "possible",
    within: int | None = WITHIN,
    limit: int | None = None,
    seconds: float = 30,
    evidence: bool = True,
    waiting: Mapping[str, str] | None = None,
) -> Answer:
    """The answer to `saved`. `parameters` by option (`unit`, `on`, `from`, `to`); days may be texts or dates.

    `certainty`: this strong or stronger; `within` and `limit`: None for no bound. `marker` says which graph answers.
    `evidence`: whether the claims are wanted that the rows rest on; a table does without, but for who denies what.
    `waiting`: by id of a thing that waits in the review, what is the same for all that may be one with it.

    QueryError where a parameter is missing, unknown or of another type, where the query returns other columns than it
    declares, and where there are more rows than anyone can read; OverrunError where the engine takes too long over it.
    """
    if certainty not in CERTAINTIES:
        raise QueryError(f"--certainty: one of {', '.join(CERTAINTIES)}")
    if any(bound is not None and bound < 0 for bound in (within, limit)):
        raise QueryError("--within and --limit cannot be negative")
    plain, bound = prepared(saved, parameters, waiting or {})
    if saved.yours:
        engine.check_free()
    try:
        result = engine.ask(saved.cypher, bound, seconds=seconds, rows=MOST_ROWS)
    except OverrunError as error:
        raise OverrunError(f"{saved.name}: {error}; {narrower(saved)}") from None
    except QueryError as error:
        raise QueryError(f"{saved.name}: {error}") from None
    if not result.complete:
        raise QueryError(f"{saved.name}: more than {MOST_ROWS:,} rows; {narrower(saved)}")
    columns.checked([column.column for column in saved.returned], result.columns, result.rows, saved.place)
    names = [column.name for column in saved.returned]  # an engine need not name them where there are no rows
    returned, because = saved.empty.apart(names, result.rows) if saved.empty else (result.rows, "")
    if saved.gradings or saved.evidence:
        doubt = doubt_about(engine, saved, returned, waiting or {}, seconds=seconds) if _doubtful(saved) else Doubt(waiting or {})
        if waiting and (kinds := _kinds(saved, returned)):
            doubt = replace(doubt, kinds=kinds_of(engine, waiting, kinds, seconds=seconds))
        own = [column.name for declared in saved.declared for column in declared.answered]
        whole = [_row(saved, own, row) for row in rows(saved, returned, bound, doubt)]
    else:
        whole = [columns.with_claims_once(saved.columns, row) for row in returned]
    listed, left_out = narrow(whole, saved.columns, certainty=certainty, within=within, limit=limit)
    by_id = _support(engine, listed, seconds, evidence=evidence)
    return Answer(
        query=saved.name,
        title=saved.title,
        question=saved.question,
        caveat=saved.caveat,
        element=saved.element.id,
        query_hash=saved.hash,
        parameters=plain,
        columns=saved.columns,
        rows=tuple(_with_claims(row, by_id if evidence else {}) for row in listed),
        graph_hash=marker.hashes.graph,
        sequence=marker.sequence,
        left_out=replace(left_out, because=because),
        members=tuple(tuple(row.things) for *_, row in listed if isinstance(row, Row)),
        support=by_id,
        reads=reads(saved.cypher),
    )


def _row(saved: SavedQuery, names: Sequence[str], row: Row) -> tuple[object, ...]:
    """A row as the answer has it, but for its claims: there stands what it rests on, until it is known to be listed. `names`:
    of its own columns."""
    own = [row.values[name] for name in names]
    if not saved.gradings:
        return (*own, row)
    ways = [way for group in row.ways.values() for way in group]
    counted = [sum(way.grade.certainty == grade for way in ways) for grade in CERTAINTIES] if saved.counted else []
    made = row.grade
    together = (made.since, made.until, made.covers) if saved.held_together else ()
    return (*own, *counted, *together, made.certainty, made.gap_days, row.weakest, row)


def _kinds(saved: SavedQuery, returned: Iterable[Sequence[object]]) -> set[str]:
    """Kinds of things through which more may be counted than there is now."""
    named = {column.open for column in saved.declared if column.open}
    at = [position for position, column in enumerate(saved.returned) if column.name in named]
    return {str(kind) for row in returned for position in at for kind in cast("Iterable[str]", row[position] or ())} - {ANYTHING}


def _doubtful(saved: SavedQuery) -> bool:
    """Whether it may count events."""
    return "Event" in reads(saved.cypher).types and any(column.count for column in saved.declared)


def _support(engine: Engine, listed: Sequence[tuple[object, ...]], seconds: float, *, evidence: bool) -> dict[str, Support]:
    """What each thing and link rests on that a listed row rests on, or only those that may be denied: one question for all."""
    things = {id_: thing for *_, row in listed if isinstance(row, Row) for id_, thing in row.things.items()}
    disputed = [id_ for id_, thing in things.items() if thing is None or thing.properties.get("disputed")]
    return support(engine, things if evidence else disputed, disputed=disputed, seconds=seconds)


def _with_claims(row: tuple[object, ...], by_id: Mapping[str, Support]) -> tuple[object, ...]:
    *own, last = row
    return (
        (*own, sorted({claim for id_ in last.things if id_ in by_id for claim in by_id[id_].claims}))
        if isinstance(last, Row)
        else row
    )


def narrower(saved: SavedQuery) -> str:
    """What to do where a question asks for too much: the options by which less is asked."""
    options = [
        f"--{option}"
        for parameter in saved.parameters
        if parameter.type in _NARROWING or (parameter.type in ("id", "ids") and not parameter.required)
        for option in parameter.options
    ]
    if options:
        return f"narrow the question: {', '.join(options)}"
    return "nothing narrows this question: write one of your own that asks for less"


def prepared(
    saved: SavedQuery, parameters: Mapping[str, object], waiting: Mapping[str, str]
) -> tuple[dict[str, object], dict[str, object]]:
    """The parameters as an answer records them, and as the engine gets them, with what waits where the query asks for it."""
    known = {option for parameter in saved.parameters for option in parameter.options}
    if unknown := sorted(set(parameters) - known):
        raise QueryError(f"{saved.name} has no parameter {', '.join(unknown)}; it has {', '.join(sorted(known)) or 'none'}")
    plain: dict[str, object] = {}
    bound: dict[str, object] = {ALIKE: alike(waiting)} if f"${ALIKE}" in saved.cypher else {}
    for parameter in saved.parameters:
        given = parameter.given(parameters)
        plain |= given
        bound |= parameter.bound(given)
    return plain, bound
