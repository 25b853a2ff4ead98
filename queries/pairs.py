"""What came first, beside what followed: rows of two sides, paired by the rule for before and after.

Each side is graded by itself; a pair is as sure as the least sure of the two and of their order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from graph.answer import NodeValue
from queries.declaration.pairs import COUNT
from queries.grade import Grade, rank, together
from queries.row import Row, identity
from queries.sequence import begun_by, order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.declaration.pairs import Pairs


def pairs(declared: Pairs, rows: Sequence[Row]) -> list[Row]:
    """The pairs, or of each `first` the earliest of the surest. Values are called after their side: `event.thing`."""
    sides: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sides[str(row.values[declared.side])].append(row)
    made: list[tuple[tuple[object, ...], Row]] = []
    for later in sides[declared.later]:
        for earlier in sides[declared.earlier]:
            one, other = (cast("NodeValue", row.values[declared.thing]) for row in (earlier, later))
            certainty = order(one, other)
            if certainty is not None:
                came_first = together([earlier.grade, Grade(certainty=certainty, gap_days=0, dated=certainty)])
                key = (rank(came_first.certainty), begun_by(one), one.properties["possible_from"], one.id)
                made.append((key, _pair(declared, earlier, later, came_first)))
    return _first(declared, made) if declared.first else [row for _, row in made]


def _pair(declared: Pairs, earlier: Row, later: Row, came_first: Grade) -> Row:
    """Two that followed each other did not hold together: nothing is said of a time they share."""
    sides = ((declared.earlier, earlier), (declared.later, later))
    return Row(
        values={f"{side}.{name}": value for side, row in sides for name, value in row.values.items()},
        grade=replace(together([later.grade, came_first]), since=None, until=None, covers=None),
        weakest=later.weakest,
        ways={f"{side}.{name}": ways for side, row in sides for name, ways in row.ways.items()},
        things={**later.things, **earlier.things},
    )


def _first(declared: Pairs, made: Sequence[tuple[tuple[object, ...], Row]]) -> list[Row]:
    by_key: defaultdict[tuple[object, ...], list[tuple[tuple[object, ...], Row]]] = defaultdict(list)
    for key, row in made:
        by_key[tuple(identity(row.values[name]) for name in declared.first)].append((key, row))
    kept = []
    for listed in by_key.values():
        _, row = min(listed, key=lambda entry: entry[0])
        row.values[COUNT] = len(listed)
        kept.append(row)
    return kept
