"""What a name may mean, in any script: found, ranked, each with the name that fits, why, and one thing beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import schema
from graph.errors import QueryError
from graph.served import served
from loaders.names.lookup import MOST
from loaders.names.search import search as ranked
from queries.desk.names import beside_it, called

if TYPE_CHECKING:
    from graph.kept.case import Case
    from graph.progress import Progress

__all__ = ["MOST", "Hit", "search"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found. `matched`: which of its names fits; `because`: why, in words; `beside`: one thing it is linked to."""

    id: str
    label: str
    name: str
    matched: str
    score: float
    because: str
    beside: str


def search(
    case: Case, text: str, *, label: str | None = None, limit: int = MOST, progress: Progress | None = None
) -> tuple[Hit, ...]:
    """Best first. Whoever is called exactly so comes before everything else, all of them. QueryError for an empty text."""
    if not text.strip():
        raise QueryError("the text is empty: give a name or a part of one")
    if label is not None and label not in schema.NODE:
        raise QueryError(f"there is no label {label!r}; labels are {', '.join(schema.NODE)}")
    with served(case, progress=progress) as (engine, _):
        return tuple(
            Hit(
                hit.ranked.thing.id,
                hit.label,
                hit.ranked.thing.names[0],
                hit.ranked.matched,
                hit.ranked.score,
                hit.ranked.because,
                beside_it(engine, hit.ranked.thing.id)[1],
            )
            for hit in ranked(text, called(engine, label), limit)
        )
