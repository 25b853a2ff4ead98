"""Questions kept under a name in the case: the query, what it was asked with, and how its answer was narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import QueryError
from queries import kept
from queries.catalogue import QUESTION
from queries.declaration.content import QUERY_NAME
from queries.desk.query import catalogue
from queries.kept import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answer import Answer, Certainty
    from graph.kept.case import Case


def keep(case: Case, name: str, answer: Answer, *, certainty: Certainty, within: int | None, limit: int | None) -> Path:
    """Keeps the question of this answer; its things stay named by id. The file, or QueryError where the name cannot be had."""
    if not QUERY_NAME.fullmatch(name):
        raise QueryError("--save: a name is lower-case letters, digits and _, in folders if you like: mine/that_night")
    known = catalogue(case)
    if name in known.names:
        raise QueryError("--save: a query has this name; choose another one")
    path = case.folder / "queries" / f"{name}{QUESTION}"
    with case.writing():
        kept.write(path, Kept(answer.query, answer.query_hash, answer.parameters, certainty, within, limit))
    return path
