"""What waits for a person, kept in the case between resolving and review: groups that may be one thing, and conflicts.

`review/groups.jsonl` is derived and disposable: a first line with the entry of the journal it was computed at, then a line
for each group and conflict. Deleting it loses nothing but the need to resolve again. What was decided since is left out when
it is read, so that a review goes on where it stopped, whoever decided, and comes back when a decision is taken back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from graph.decided.decision import PERSON
from graph.decided.entry import Kind
from graph.decided.partition import Partition
from graph.errors import CaseError
from graph.kept.private import put_file
from loaders.resolve.proposal import Conflict, Edge, Evidence, Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from graph.decided.state import State
    from graph.kept.case import Case

FOLDER, FILE = "review", "groups.jsonl"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Backlog:
    """What nobody has decided yet, in the order in which it was proposed.

    `sequence`: the last entry of the journal that the groups know of; None where nothing was resolved yet. `behind`: whether
    files were loaded since, so that there may be more.
    """

    sequence: int | None = None
    groups: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    behind: bool = False


def save(case: Case, groups: Iterable[Group], conflicts: Iterable[Conflict], sequence: int) -> Path:
    """Keeps them in place of those kept before, at once or not at all. `sequence`: the journal's head they were computed at."""
    header: dict[str, Any] = {"format": FORMAT, "sequence": sequence}
    rows = ({"group": asdict(group)} for group in groups), ({"conflict": asdict(conflict)} for conflict in conflicts)
    return put_file(case.folder / FOLDER / FILE, (_line(row).encode() for row in chain([header], *rows)))


def load(case: Case) -> Backlog:
    """What still waits after every decision so far. CaseError where the file is not as `save` wrote it."""
    try:
        with (case.folder / FOLDER / FILE).open(encoding="utf-8") as lines:
            header, *rows = (json.loads(line) for line in lines)
        if header["format"] != FORMAT:
            raise ValueError
        groups = [_group(row["group"]) for row in rows if "group" in row]
        conflicts = [Conflict(**{**row["conflict"], "edge": _edge(row["conflict"]["edge"])}) for row in rows if "conflict" in row]
        sequence = int(header["sequence"])
    except FileNotFoundError:
        return Backlog()
    except (ValueError, KeyError, TypeError):
        raise CaseError(f"{FOLDER}/{FILE} is not as it was written: `linkage resolve --all` makes it again") from None
    behind = any(entry.sequence > sequence for entry in case.journal.entries(Kind.LOAD))
    kept = Backlog(sequence, tuple(groups), tuple(conflicts), behind)
    return after(kept, case.state)


def after(kept: Backlog, state: State) -> Backlog:
    """What is left of it after the decisions of this state."""
    groups = tuple(left for group in kept.groups for left in undecided(group, state))
    return replace(kept, groups=groups, conflicts=tuple(_standing(kept.conflicts, state)))


def undecided(group: Group, state: State) -> tuple[Group, ...]:
    """What is left of a group: pairs that no decision has joined, parted or left open. One that fell apart is several."""
    return pieces(group, [edge for edge in group.edges if _open(edge, state)], state.identity.root)


def pieces(group: Group, edges: Iterable[Edge], thing: Callable[[str], str]) -> tuple[Group, ...]:
    """A group with only these of its pairs. `thing`: by mention, what it speaks of now."""
    ends = {edge: (thing(edge.one), thing(edge.other)) for edge in edges}
    parts = Partition(ends.values())
    by_part: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge, (one, _) in ends.items():
        by_part[parts.name(one)].append(edge)
    return tuple(replace(group, things=tuple(sorted(parts.members(name))), edges=tuple(by_part[name])) for name in by_part)


def _open(edge: Edge, state: State) -> bool:
    """Whether a person can still be asked: both rows are there, in two things, and nobody has answered."""
    if edge.one not in state.mentions or edge.other not in state.mentions:
        return False
    return not state.identity.same(edge.one, edge.other) and not state.identity.barred(edge.one, edge.other)


def _standing(conflicts: Iterable[Conflict], state: State) -> Iterator[Conflict]:
    """Alerts that still need somebody: what each is about is joined, and by no person."""
    live = state.identity.live()
    by_person = [members for decision, members in live if decision.rule == PERSON and decision.verdict == "same"]
    for conflict in conflicts:
        one, other = conflict.edge.one, conflict.edge.other
        joined = one in state.mentions and other in state.mentions and state.identity.same(one, other)
        if joined and not any(one in members and other in members for members in by_person):
            yield conflict


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def _group(row: dict[str, Any]) -> Group:
    return Group(row["label"], tuple(row["things"]), tuple(_edge(edge) for edge in row["edges"]), row["why"])


def _edge(row: dict[str, Any]) -> Edge:
    return Edge(row["one"], row["other"], row["rule"], row["bits"], tuple(Evidence(**found) for found in row["evidence"]))
