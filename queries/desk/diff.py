"""What a case says now and did not say at an earlier entry of its journal, and the entries that made the difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.decided.replay import replay
from graph.errors import CaseError
from graph.project import project
from graph.project.difference import Difference, difference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.decided.entry import Entry
    from graph.decided.state import Undecided
    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.projection import Projection


@dataclass(frozen=True, slots=True)
class Changes:
    """The entries after `sequence`, what they changed, and what they left to be decided again. `names`: by id of a node."""

    sequence: int
    entries: tuple[Entry, ...]
    difference: Difference
    undecided: tuple[Undecided, ...]
    names: Mapping[str, str]


def diff(case: Case, sequence: int, *, progress: Progress | None = None) -> Changes:
    """From the graph as it stood after this entry to the graph of now. CaseError where there is no such entry."""
    last = case.journal.head[0]
    if not 0 <= sequence <= last:
        raise CaseError(f"the journal has entries 1 to {last}: name one of them, or 0 for the beginning")
    if progress:
        progress("projecting", 0, 2)
    before = replay(case.journal, until=sequence)
    old = project(before)
    if progress:
        progress("projecting", 1, 2)
    after = case.state
    new = project(after)
    known = {waiting.sequence for waiting in before.undecided}
    return Changes(
        sequence,
        tuple(entry for entry in case.journal.entries() if entry.sequence > sequence),
        difference(old, new),
        tuple(waiting for waiting in after.undecided if waiting.sequence not in known),
        {**_names(old), **_names(new)},
    )


def _names(projection: Projection) -> dict[str, str]:
    return {node.id: str(node.properties.get("name", node.id)) for node in projection.nodes}
