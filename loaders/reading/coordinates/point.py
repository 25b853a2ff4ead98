"""An angle and a point, with how far off they may lie."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.reading.coordinates.how import Half

KM_A_DEGREE: Final = Decimal("111.2")
FINEST_KM: Final = Decimal("0.01")
"""No point is taken to be more exact, however many figures a computer wrote."""
MOST: Final[dict[Half, int]] = {"latitude": 90, "longitude": 180}


@dataclass(frozen=True, slots=True)
class Angle:
    """One of the two numbers of a point, in degrees. `unit`: the last unit that its figures state, in degrees.

    `half`: which it is, where a letter or a label says so. `lettered`: its hemisphere is said by a letter; `signed`, by a sign.
    `axis`: x or y, which say nothing of the order by themselves. `stated_km`: how far off, where the cell itself says so.
    """

    degrees: Decimal
    unit: Decimal
    half: Half | None = None
    lettered: bool = False
    signed: bool = False
    axis: str = ""
    stated_km: float | None = None

    @property
    def precision_km(self) -> float:
        """How far off it may lie by its figures alone."""
        return rounded(self.unit * KM_A_DEGREE)

    def fits(self, half: Half) -> bool:
        """Whether there is such a latitude, or longitude."""
        return abs(self.degrees) <= MOST[half]


@dataclass(frozen=True, slots=True)
class Point:
    """A point on earth, in degrees. `stated_km`: how far off it may lie, where the cell itself says so."""

    latitude: float
    longitude: float
    precision_km: float
    """How far off it may lie: by its figures, or by what the cell says, whichever is more."""
    stated_km: float | None = None


def degrees_of(parts: Sequence[Decimal]) -> Decimal:
    """Degrees, minutes and seconds as degrees, to the centimetre: more decimals would be those of a division."""
    size = sum((part / 60**place for place, part in enumerate(parts)), Decimal(0))
    return size if len(parts) == 1 else round(size, 7)


def rounded(km: Decimal) -> float:
    """Two figures, rounded up: a point is never said to be more exact than it is."""
    km = max(km, FINEST_KM)
    return float(km.quantize(Decimal(1).scaleb(km.adjusted() - 1), rounding=ROUND_CEILING))
