"""Who is who: what rules decide is entered, what they cannot decide waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import EngineError, UnfinishedError
from graph.served import served
from loaders.resolve.run import Resolved
from loaders.resolve.run import resolve as compared

if TYPE_CHECKING:
    from graph.kept.case import Case
    from graph.progress import Progress

__all__ = ["Resolved", "resolve"]


def resolve(
    case: Case, *, everything: bool = False, dry_run: bool = False, publish: bool = True, progress: Progress | None = None
) -> Resolved:
    """What came of it. The graph is then projected, so that the first question need not wait; without `publish`, the next
    command does it."""
    resolved = compared(case, everything=everything, dry_run=dry_run, progress=progress)
    if publish and resolved.merges and not dry_run:
        try:
            with served(case, progress=progress):
                pass
        except (EngineError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            text = f"what rules joined is recorded; the graph is not there yet ({why}): the next command builds it"
            raise UnfinishedError(text, resolved) from None
    return resolved
