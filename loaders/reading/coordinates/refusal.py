"""Why a cell gives no point. Numbers are not mended; the reason is the true one, and never holds the text."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

PointReason: TypeAlias = Literal[
    "order not stated", "format not stated", "several readings", "zero", "out of range", "no such minute", "no such second",
    "the other column", "one of two", "hemisphere", "contradiction", "doubted", "slip", "unknown", "unknown system",
    "no full code", "no coordinates",
]  # fmt: skip

MEANS: Final[dict[PointReason, str]] = {
    "order not stated": "latitude or longitude first? The order is not stated: say it with order",
    "format not stated": "a grid, a code, or degrees and minutes run together: say with format which",
    "several readings": "it can be read in several ways",
    "zero": "zero and zero, which is written where nothing is known",
    "out of range": "out of range: latitudes end at 90 degrees, longitudes at 180",
    "no such minute": "sixty minutes of a degree or more",
    "no such second": "sixty seconds of a minute or more",
    "the other column": "a longitude in a column of latitudes, or the other way round",
    "one of two": "one number, where latitude and longitude are needed",
    "hemisphere": "one of the two has a letter for its hemisphere and the other has none",
    "contradiction": "its sign, its letter and its label do not agree",
    "doubted": "the source doubts it, or says that it is about so, and not how far off",
    "slip": "a letter stands among the figures",
    "unknown": "the cell says that it is not known",
    "unknown system": "in a system of coordinates that is not read here",
    "no full code": "a short code, which needs a place to start from",
    "no coordinates": "no coordinates in a form that is known",
}
"""What each reason means."""

RANK: Final[tuple[PointReason, ...]] = (
    "zero", "no such minute", "no such second", "the other column", "hemisphere", "order not stated", "out of range",
    "contradiction", "several readings", "one of two", "no coordinates",
)  # fmt: skip
"""Of several ways in which a cell fails, the one nearest to a point is told."""


class PointError(ValueError):
    """The text is no point that can be read without guessing. It names the reason, never the text."""

    def __init__(self, reason: PointReason) -> None:
        self.reason: PointReason = reason
        super().__init__(MEANS[reason])


def nearest(reasons: list[PointReason]) -> PointError:
    """The error to tell, of at least one."""
    return PointError(min(reasons, key=RANK.index))
