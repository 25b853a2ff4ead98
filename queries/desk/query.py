"""A saved query by its name, with what a person typed, to an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.decided.partition import Partition
from graph.engine.tried import untried
from graph.errors import QueryError
from graph.served import served
from loaders.resolve import backlog
from queries.catalogue import Catalogue
from queries.desk.names import names_of, resolve
from queries.may_be_one import names_two, pairs_named
from queries.run import WITHIN, run
from queries.support import denials_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.answer import Answer, Certainty
    from graph.engine import Engine
    from graph.kept.case import Case
    from graph.progress import Progress
    from queries.saved import SavedQuery


def catalogue(case: Case | None = None) -> Catalogue:
    """All that can be asked; with a case, its own queries too."""
    return Catalogue.of(case.folder / "queries" if case else None)


def ask(
    case: Case,
    name: str,
    parameters: Mapping[str, object],
    *,
    certainty: Certainty = "possible",
    within: int | None = WITHIN,
    limit: int | None = None,
    seconds: float = 30,
    evidence: bool = True,
    progress: Progress | None = None,
) -> Answer:
    """The answer. Parameters are as typed: things by name or id. QueryError where one fits nothing, or several.

    `evidence`: whether the claims behind each row are wanted.
    """
    saved = catalogue(case).get(name)
    with served(case, progress=progress) as (engine, marker):
        answer = run(
            saved,
            engine,
            with_ids(case, engine, saved, parameters),
            marker=marker,
            certainty=certainty,
            within=within,
            limit=limit,
            seconds=seconds,
            evidence=evidence,
            waiting=waiting(case) if any(column.count for column in saved.declared) else {},
        )
        if warning := untried(engine.version()):
            answer = replace(answer, caveat=f"{answer.caveat} {warning}")
        named = denials_named(engine, answer, seconds=seconds)
        return pairs_named(named, waiting(case)) if named.rows and names_two(named) else named


def waiting(case: Case) -> dict[str, str]:
    """By id of a thing that waits in the review, the smallest id of all that may be one with it."""
    identity = case.state.identity
    pairs = [(identity.root(edge.one), identity.root(edge.other)) for group in backlog.load(case).groups for edge in group.edges]
    parts = Partition(pairs)
    return {id_: parts.name(id_) for pair in pairs for id_ in pair}


def called(case: Case, saved: SavedQuery, answer: Answer) -> dict[str, str]:
    """What the things that were asked about are called, by id."""
    given = [answer.parameters.get(parameter.name) for parameter in saved.parameters if parameter.type in ("id", "ids")]
    ids = [str(id_) for value in given for id_ in (value if isinstance(value, list | tuple) else [value]) if id_]
    names = {node.id: node.name for node in answer.subgraph()[0] if node.id in ids}
    missing = [id_ for id_ in ids if id_ not in names]
    if missing:
        with served(case) as (engine, _):
            names |= names_of(engine, missing)
    return names


def with_ids(case: Case, engine: Engine, saved: SavedQuery, parameters: Mapping[str, object]) -> dict[str, object]:
    """The parameters, every name of a thing turned into its id."""
    resolved = dict(parameters)
    for parameter in saved.parameters:
        given = resolved.get(parameter.name)
        if given is None or given == parameter.default:
            continue
        try:
            if parameter.type == "id":
                resolved[parameter.name] = resolve(case, engine, str(given), parameter.of)
            elif parameter.type == "ids":
                texts = [given] if isinstance(given, str) else list(given)  # type: ignore[call-overload]  # as the header says
                resolved[parameter.name] = [resolve(case, engine, str(text), parameter.of) for text in texts]
        except QueryError as error:
            raise QueryError(f"--{parameter.name}: {error}") from None
    return resolved
