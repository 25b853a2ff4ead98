"""Who stands nearest: whoever stands above the same things as somebody nearer, and is nowhere surer, is left out.

By level: of superiors over the same, one farther away than a known one that is nowhere less sure. In a cycle of command links
each stands above the other; where the header asks for it, one is named: where it is least sure the surest, then the nearest,
then the one whose id comes first.

By chain: of superiors common to all, one above a known one that is at least as surely common and at least as surely below,
unless that one also stands above it. A superior is as sure as what it stands least surely over.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graph.answer import NodeValue, PathValue, RelValue
from queries.grade import UNGRADED, Limits, grade, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from queries.declaration.nearest import Nearest
    from queries.row import Row


def nearest(declared: Nearest, rows: Sequence[Row], bound: Mapping[str, object], asked: Limits | None) -> list[Row]:
    """The rows of those who stand nearest, in their order. `asked`: the time that rows are graded by."""
    if declared.chain:
        return _lowest(declared, rows, cast("list[str]", bound[declared.among]), asked)
    listed: defaultdict[tuple[str, ...], defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        listed[tuple(str(row.values[name]) for name in declared.each)][_id(row, declared.of)].append(row)
    kept: set[int] = set()
    for by_superior in listed.values():
        superiors = [_superior(declared, id_, own, asked) for id_, own in by_superior.items()]
        for superior in superiors:
            cycle = declared.cycle and any(other.named_before(superior) for other in superiors)
            if not cycle and not any(other.nearer_than(superior) for other in superiors):
                kept |= {id(row) for row in by_superior[superior.id]}
    return [row for row in rows if id(row) in kept]


@dataclass(frozen=True, slots=True)
class _Superior:
    id: str
    known: bool
    ranks: dict[tuple[str, ...], int]
    """By what it stands over, how surely it does."""
    depth: int
    paths: tuple[PathValue, ...]
    """The ways to it, from below."""
    asked: Limits | None

    def nearer_than(self, other: _Superior) -> bool:
        """Whether the other need not be listed."""
        over_the_same = self.known and self.ranks.keys() == other.ranks.keys()
        return over_the_same and self.depth < other.depth and all(self.ranks[over] <= other.ranks[over] for over in self.ranks)

    def named_before(self, other: _Superior) -> bool:
        """Whether the two stand above each other, and this is the one that is named."""
        over_the_same = self.known and self.ranks.keys() == other.ranks.keys()
        return over_the_same and self._place < other._place and self._in_cycle(other)

    @property
    def _place(self) -> tuple[int, int, str]:
        return max(self.ranks.values()), self.depth, self.id

    def _in_cycle(self, other: _Superior) -> bool:
        around = ([*up, *back] for up in self._to(other) for back in other._to(self))
        return any(grade([link.properties for link in links], self.asked) for links in around)

    def _to(self, other: _Superior) -> Iterable[tuple[RelValue, ...]]:
        """The links from this one up to the other, on ways to that one."""
        for path in other.paths:
            yield from (path.links[at:] for at, node in enumerate(path.nodes) if node.id == self.id)


def _superior(declared: Nearest, id_: str, rows: Sequence[Row], asked: Limits | None) -> _Superior:
    parts = (part for row in rows for ways in row.ways.values() for way in ways for part in way.parts.values())
    return _Superior(
        id_,
        _known(rows[0], declared.of),
        {tuple(_id(row, name) for name in declared.over): rank(row.grade.certainty) for row in rows},
        max(cast("int", row.values[declared.level]) for row in rows),
        tuple(part for part in parts if isinstance(part, PathValue)),
        asked,
    )


def _lowest(declared: Nearest, rows: Sequence[Row], among: Sequence[str], asked: Limits | None) -> list[Row]:
    over: dict[tuple[str, str], int] = {}
    known: dict[str, bool] = {}
    for row in rows:
        high, low = _id(row, declared.of), _id(row, declared.over[0])
        path = cast("PathValue", row.values[declared.chain])
        sureness = rank((grade([link.properties for link in path.links], asked) or UNGRADED).certainty)
        over[low, high] = min(sureness, over.get((low, high), sureness))
        known[high] = _known(row, declared.of)
    above_all = [high for high in known if all((low, high) in over for low in among)]
    common = {high: max(over[low, high] for low in among) for high in above_all}

    def hidden(high: str) -> bool:
        return any(
            known[lower]
            and common[lower] <= common[high]
            and (lower, high) in over
            and over[lower, high] <= common[high]
            and (high, lower) not in over
            for lower in common
        )

    shown = {high for high in common if not hidden(high)}
    return [row for row in rows if _id(row, declared.of) in shown and _id(row, declared.over[0]) in among]


def _known(row: Row, name: str) -> bool:
    return cast("NodeValue", row.values[name]).properties.get("kind") != "unknown"


def _id(row: Row, name: str) -> str:
    return cast("NodeValue", row.values[name]).id
