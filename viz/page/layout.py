"""Where everything stands, computed here: the same answer gives the same picture, and the page opens at once.

An answer with a chain of command is drawn top-down, superiors above, a commander beside the unit; any other answer by
forces. Components are laid out one by one and packed side by side. Coordinates are whole pixels at natural size.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from graph.answer import NodeValue, RelValue
from viz.page.levels import spread

Place: TypeAlias = tuple[int, int]
Ends: TypeAlias = Sequence[tuple[str, str]]

SPACING = 90
"""Between two neighbours in a picture by forces."""
LEVEL = 150
BESIDE = 185
BELOW = 125
"""Between levels; from a unit to its commander; from one commander to the next."""
ROOM = 175
GAP = 120
"""What one node takes of its level; what lies between two components."""
WIDE = 1.1
"""How much wider than high a picture should be."""
ROUNDS, LARGE, FEWER_ROUNDS = 600, 500, 120
"""Beyond so many nodes a round costs more than it straightens: 3,000 nodes took 15 seconds."""
SEED = 20

UPWARDS = frozenset(
    ("SUBORDINATE_TO", "HELD_AT", "PRESENT_AT", "OCCURRED_AT", "SUFFERED", "WITNESSED", "ALLEGED_IN", "PART_OF", "CONCERNS")
)
"""Link types whose end stands above their beginning; of all others it stands below."""


def top_down(nodes: Sequence[NodeValue], links: Sequence[RelValue]) -> dict[str, Place]:
    """Levels: superiors at the top, then units, their stations, who was held there. Persons in post stand beside their unit."""
    labels = {node.id: node.label for node in nodes}
    beside: dict[str, str] = {}
    for link in links:
        if link.type == "POSTED_TO" and labels.get(link.end) == "Unit":
            beside.setdefault(link.begin, link.end)
    staff: defaultdict[str, list[str]] = defaultdict(list)
    for person, unit in beside.items():
        staff[unit].append(person)
    spine = [node.id for node in nodes if node.id not in beside]
    downwards = [
        (link.end, link.begin) if link.type in UPWARDS else (link.begin, link.end)
        for link in links
        if link.begin not in beside and link.end not in beside and link.begin != link.end
    ]
    return _stretched(_packed([_charted(part, downwards, staff) for part in _components(spine, downwards)]))


def by_forces(nodes: Sequence[NodeValue], links: Sequence[RelValue]) -> dict[str, Place]:
    """Neighbours near each other, strangers apart."""
    ends = [(link.begin, link.end) for link in links if link.begin != link.end]
    return _stretched(_packed([_forced(part, ends) for part in _components([node.id for node in nodes], ends)]))


def _charted(part: list[str], downwards: Ends, staff: Mapping[str, list[str]]) -> dict[str, Place]:
    drawn = _graph(part, downwards)
    with _seeded():
        raw = drawn.layout_sugiyama(hgap=1, vgap=1, maxiter=200).coords[: len(part)]
    ordered: defaultdict[int, list[str]] = defaultdict(list)
    for id_, (_, y) in sorted(zip(part, raw, strict=True), key=lambda placed: (placed[1][1], placed[1][0], placed[0])):
        ordered[round(y)].append(id_)
    levels = [ordered[level] for level in sorted(ordered)]
    half = ROOM / 2
    across = spread(levels, downwards, {id_: (half, half + BESIDE if staff.get(id_) else half) for id_ in part})
    places: dict[str, Place] = {}
    y = 0
    for level in levels:
        most = max((len(staff.get(id_, ())) for id_ in level), default=0)
        for id_ in level:
            places[id_] = (round(across[id_]), y)
            for number, person in enumerate(staff.get(id_, ())):
                places[person] = (round(across[id_]) + BESIDE, y + number * BELOW)
        y += LEVEL + max(0, most - 1) * BELOW
    return places


def _forced(part: list[str], ends: Ends) -> dict[str, Place]:
    if len(part) == 1:
        return {part[0]: (0, 0)}
    drawn = _graph(part, ends)
    drawn.simplify()
    with _seeded():
        start, rounds = drawn.layout_circle(), ROUNDS if len(part) <= LARGE else FEWER_ROUNDS
        raw = drawn.layout_fruchterman_reingold(niter=rounds, seed=start, grid="auto").coords
    scale = SPACING / _typical_nearest(raw)
    # A picture is wider than high, and so is a name under a node.
    return {id_: (round(x * scale * 1.3), round(y * scale)) for id_, (x, y) in zip(part, raw, strict=True)}


def _typical_nearest(raw: Sequence[Sequence[float]]) -> float:
    """How far a quarter of the nodes stand at most from their nearest neighbour."""
    cells: defaultdict[tuple[int, int], list[Sequence[float]]] = defaultdict(list)
    for at in raw:
        cells[round(at[0]), round(at[1])].append(at)
    nearest = []
    for x, y in raw:
        around = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in cells.get((round(x) + i, round(y) + j), ()))
        nearest.append(min((abs(complex(x - ox, y - oy)) for ox, oy in around if (ox, oy) != (x, y)), default=1.0))
    return max(sorted(nearest)[len(nearest) // 4], 0.05)


def _graph(part: list[str], ends: Ends) -> Any:
    import igraph  # type: ignore[import-untyped]

    index = {id_: number for number, id_ in enumerate(part)}
    edges = dict.fromkeys((index[a], index[b]) for a, b in ends if a in index and b in index)
    return igraph.Graph(n=len(part), edges=list(edges), directed=True)


@contextmanager
def _seeded() -> Iterator[None]:
    """igraph draws its chances from a source of ours, the same each time."""
    import igraph

    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - places in a picture, no secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _components(ids: list[str], ends: Ends) -> list[list[str]]:
    """What hangs together, the largest first; within one the order of the answer."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in ends:
        beside[a].append(b)
        beside[b].append(a)
    seen: dict[str, int] = {}
    for number, first in enumerate(ids):
        waiting = [] if first in seen else [first]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen[at] = number
                waiting += beside[at]
    parts: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in ids:
        parts[seen[id_]].append(id_)
    return sorted(parts.values(), key=lambda part: -len(part))


def _packed(parts: Iterable[dict[str, Place]]) -> dict[str, Place]:
    """Components on shelves, about as wide as a screen, none over another."""
    boxes = [(part, *_box(part.values())) for part in parts if part]
    area = sum((right - left + GAP) * (low - high + GAP) for _, left, high, right, low in boxes)
    widest = max([(area * 1.7) ** 0.5, *(right - left + GAP for _, left, _, right, _ in boxes)], default=0)
    places: dict[str, Place] = {}
    x = y = shelf = 0
    for part, left, high, right, low in boxes:
        if x and x + right - left > widest:
            x, y, shelf = 0, y + shelf + GAP, 0
        places |= {id_: (px - left + x, py - high + y) for id_, (px, py) in part.items()}
        x += right - left + GAP + ROOM // 2
        shelf = max(shelf, low - high)
    return places


def _stretched(places: dict[str, Place]) -> dict[str, Place]:
    """The same a little higher where it is much wider than a screen: names then find room between the levels."""
    left, high, right, low = _box(places.values()) if places else (0, 0, 0, 0)
    by = min(2.4, max(1.0, (right - left) / WIDE / max(1, low - high)))
    return {id_: (x, round(y * by)) for id_, (x, y) in places.items()}


def _box(places: Iterable[Place]) -> tuple[int, int, int, int]:
    found = list(places)
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), min(ys), max(xs), max(ys)
