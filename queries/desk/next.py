"""What to do after a load: compare, review, look at what was refused, ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.resolve import backlog
from queries.desk.rejects import places_of
from queries.desk.suggested import Suggested, suggested

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.kept.case import Case
    from loaders.load.load import Load


@dataclass(frozen=True, slots=True)
class Next:
    """`compare`: whether something was loaded that was never compared. `waiting`: groups that wait for a person in the review.

    `files`: of what was refused or odd, by their paths in the case.
    """

    compare: bool
    waiting: int
    files: tuple[str, ...]
    questions: tuple[Suggested, ...]


def next_steps(case: Case, loads: Iterable[Load]) -> Next | None:
    """None where the command loaded nothing new."""
    new = [load for load in loads if load.sequence is not None]
    if not new:
        return None
    waits = backlog.load(case)
    places = (path for load in new for path in places_of(case, load.sequence or 0) if path.exists())
    files = tuple(path.relative_to(case.folder).as_posix() for path in places)
    return Next(waits.behind or waits.sequence is None, len(waits.groups), files, suggested(case))
