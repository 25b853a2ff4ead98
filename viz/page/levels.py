"""From the order of nodes on their levels to where they stand across: each as near as can be above and below its kin.

Sugiyama's method gives levels and order, but one width for all; a unit with a commander beside it needs more room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Room: TypeAlias = tuple[float, float]
"""What a node needs to its left and to its right."""

SWEEPS = 24


def spread(
    levels: Sequence[Sequence[str]],
    ends: Sequence[tuple[str, str]],
    room: Mapping[str, Room],
) -> dict[str, float]:
    """Where each node stands across, so that none comes closer to the next than both their rooms allow."""
    kin: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in ends:
        kin[a].append(b)
        kin[b].append(a)
    across: dict[str, float] = {}
    for level in levels:
        _place(level, dict.fromkeys(level, 0.0), room, across)
    where = {id_: number for number, level in enumerate(levels) for id_ in level}
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for number in range(len(levels)) if down else reversed(range(len(levels))):
            wanted = {}
            for id_ in levels[number]:
                # Down the page towards those above, up the page towards those below, in the end towards both.
                towards = [across[o] for o in kin[id_] if where.get(o, number) != number and _counts(sweep, where[o] < number)]
                wanted[id_] = sum(towards) / len(towards) if towards else across[id_]
            _place(levels[number], wanted, room, across)
    return across


def _counts(sweep: int, above: bool) -> bool:
    return sweep >= SWEEPS - 4 or above == (sweep % 2 == 0)


def _place(
    level: Sequence[str],
    wanted: Mapping[str, float],
    room: Mapping[str, Room],
    across: dict[str, float],
) -> None:
    """Puts a level as near as can be to what is wanted, in its order, none closer than its room: pooled neighbours."""
    offset, offsets = 0.0, []
    for number, id_ in enumerate(level):
        if number:
            offset += room[level[number - 1]][1] + room[id_][0]
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for id_, off in zip(level, offsets, strict=True):
        pools.append((wanted[id_] - off, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    placed = [mean for mean, many in pools for _ in range(many)]
    across.update({id_: at + off for id_, at, off in zip(level, placed, offsets, strict=True)})
