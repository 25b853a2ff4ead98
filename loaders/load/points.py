"""Where the things of a row lie: both numbers of a point in one cell, or each in its own. What is no point costs itself alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.load.cells import Issue
from loaders.mapping import Cell
from loaders.reading import PointError, PointHow, read_half, read_point, shape

if TYPE_CHECKING:
    from loaders.load.cells import Cells
    from loaders.load.harvested import Harvest
    from loaders.mapping import ThingPart
    from loaders.reading import Angle, Half

HALVES: Final[tuple[Half, Half]] = ("latitude", "longitude")
NO_POINT = "no coordinates: "
COARSE_KM: Final = 1.0
"""Coordinates whose figures leave so much open say themselves how far off they may be. Finer ones do not: a computer writes seven
decimals for the middle of a town, and how far off they are, nobody knows."""


class Located(NamedTuple):
    """One value that a row gives of where something lies, and the cell it was read from."""

    property: str
    value: float
    cell: Cell


def located(part: ThingPart, cells: Cells, lang: str | None, harvest: Harvest) -> Iterator[Located]:
    """All of them. `precision_km` only where the cell states it, or where the figures are coarse."""
    for given in part.coordinates:
        cell = given.cell
        for text in harvest.values(cell, cells, None):
            try:
                point = read_point(str(text), replace(given.how, lang=lang))
            except PointError as error:
                harvest.issues.append(_issue(error, str(text), cell, cells))
                continue
            if point is None:
                continue
            yield Located("latitude", point.latitude, cell)
            yield Located("longitude", point.longitude, cell)
            yield from _precision(point.stated_km, point.precision_km, cell)
    yield from _apart(part, cells, PointHow(lang=lang), harvest)


def _apart(part: ThingPart, cells: Cells, how: PointHow, harvest: Harvest) -> Iterator[Located]:
    """Latitudes and longitudes in cells of their own. Zero is read only beside one that is not zero."""
    texts = {
        half: [(cell, str(text)) for cell in part.properties.get(half, ()) for text in harvest.values(cell, cells, None)]
        for half in HALVES
    }
    read: dict[Half, list[tuple[Cell, Angle]]] = {half: [] for half in HALVES}
    for half, other in (HALVES, HALVES[::-1]):
        elsewhere = [_or_none(text, other, how) for _, text in texts[other]]
        beside_zero = any(angle is not None and angle.degrees != 0 for angle in elsewhere)
        for cell, text in texts[half]:
            try:
                angle = read_half(text, half, how, beside_zero=beside_zero)
            except PointError as error:
                harvest.issues.append(_issue(error, text, cell, cells))
                continue
            if angle is not None:
                read[half].append((cell, angle))
                yield Located(half, float(angle.degrees), cell)
    if all(len(some) == 1 for some in read.values()):
        ((first, latitude),), ((second, longitude),) = read.values()
        both = Cell(columns=(*first.reads, *second.reads)) if first.reads and second.reads else first
        stated = max((km for km in (latitude.stated_km, longitude.stated_km) if km is not None), default=None)
        yield from _precision(stated, max(latitude.precision_km, longitude.precision_km), both)


def _precision(stated: float | None, by_figures: float, cell: Cell) -> Iterator[Located]:
    if stated is not None or by_figures >= COARSE_KM:
        yield Located("precision_km", by_figures, cell)


def _or_none(text: str, half: Half, how: PointHow) -> Angle | None:
    try:
        return read_half(text, half, how)
    except PointError:
        return None


def _issue(error: PointError, text: str, cell: Cell, cells: Cells) -> Issue:
    """Why a cell is no point, and what it looks like: cells that are alike are counted together, and none is shown."""
    column = cells.column(cell.reads[0]) if cell.reads else None
    reason = "in no form that is known" if error.reason == "no coordinates" else str(error)
    return Issue(cells.row, column, f"{NO_POINT}{reason} ({shape(text)})")
