"""How the coordinates of a column are written: what the mapping states, and nothing that neighbours suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

PointOrder: TypeAlias = Literal["lat-lon", "lon-lat"]
POINT_ORDERS: Final[tuple[PointOrder, ...]] = ("lat-lon", "lon-lat")
Format: TypeAlias = Literal["plus-code", "utm", "mgrs", "geojson", "run-together"]
FORMATS: Final[tuple[Format, ...]] = ("plus-code", "utm", "mgrs", "geojson", "run-together")
"""Ways to write a point that are read only where they are stated: unstated, each may be something else."""
Half: TypeAlias = Literal["latitude", "longitude"]


@dataclass(frozen=True, slots=True)
class PointHow:
    """What is stated of the coordinates. `lang`: only asked where words of two languages differ."""

    order: PointOrder | None = None
    format: Format | None = None
    lang: str | None = None
