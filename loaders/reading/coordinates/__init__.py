"""Coordinates as sources write them, read as exactly as they state and never more.

A cell is brought into one spelling (`spelling`), parted from what stands beside its numbers (`beside`), cut into tokens
(`tokens`, `words`) and read in every way as two angles (`angle`, `pair`). Forms that define their own order are tried before
(`ordered`), codes and grids only where the mapping states them (`codes`). Where all ways agree, it is read; where they differ,
or where there is none, it is refused with the true reason (`refusal`, `why`).
"""

from loaders.reading.coordinates.how import FORMATS, POINT_ORDERS, Format, Half, PointHow, PointOrder
from loaders.reading.coordinates.point import Angle, Point
from loaders.reading.coordinates.reader import read_half, read_point
from loaders.reading.coordinates.refusal import PointError, PointReason

__all__ = [
    "FORMATS",
    "POINT_ORDERS",
    "Angle",
    "Format",
    "Half",
    "Point",
    "PointError",
    "PointHow",
    "PointOrder",
    "PointReason",
    "read_half",
    "read_point",
]
