"""Two angles in one cell: where the one ends, which of them is the latitude, and whether there is such a point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from loaders.reading.coordinates.angle import angle
from loaders.reading.coordinates.point import KM_A_DEGREE, Angle, Point, rounded

if TYPE_CHECKING:
    from loaders.reading.coordinates.how import PointOrder
    from loaders.reading.coordinates.refusal import PointReason
    from loaders.reading.coordinates.tokens import Token


def pairs(tokens: Sequence[Token]) -> Iterator[tuple[Angle, Angle] | PointReason]:
    """Every way to part the tokens into two angles; a reason, where one of two has the form and is none."""
    for at in range(1, len(tokens)):
        first, second = angle(_bared(tokens[:at])), angle(_bared(tokens[at:]))
        if first is None or second is None:
            continue
        if tokens[at - 1].letter == "-" and not _lettered(first, second):
            first = "several readings"  # a dash, or the sign of the second
        if isinstance(first, str):
            yield first
        elif isinstance(second, str):
            yield second
        else:
            yield first, second


def headed(tokens: Sequence[Token]) -> tuple[PointOrder | None, Sequence[Token]]:
    """The order that both labels before the numbers state, "Lat/Long: 53.9, 27.5", and the tokens behind them."""
    text = "".join(token.letter for token in tokens)
    match = re.match("k,?k,?(?!.*[hk])", text)
    if not match:
        return None, tokens
    return "lat-lon" if tokens[0].meaning == "latitude" else "lon-lat", tokens[match.end() :]


def point(first: Angle, second: Angle, order: PointOrder | None) -> Point | PointReason:
    """The point of two angles, in the order that their letters, their labels or the mapping state."""
    if first.half is not None and first.half == second.half:
        return "several readings"
    if first.lettered != second.lettered and not (second if first.lettered else first).signed:
        return "hemisphere"
    if first.half or second.half:
        ways = [(first, second) if first.half == "latitude" or second.half == "longitude" else (second, first)]
    elif order is None:
        ways = [(first, second), (second, first)]
    elif first.axis == "y" or second.axis == "x":
        return "several readings"  # the order of the cell, or that of its axes?
    else:
        ways = [(first, second) if order == "lat-lon" else (second, first)]
    possible = [(lat, lon) for lat, lon in ways if lat.fits("latitude") and lon.fits("longitude")]
    if not possible:
        return "out of range"
    if first.degrees == second.degrees == 0:
        return "zero"
    if len(possible) > 1:
        return "order not stated"
    latitude, longitude = possible[0]
    unit = max(latitude.unit, longitude.unit)
    return Point(float(latitude.degrees), float(longitude.degrees), rounded(unit * KM_A_DEGREE))


def _lettered(*some: Angle | PointReason) -> bool:
    return all(isinstance(one, Angle) and one.lettered for one in some)


def _bared(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without separators at its ends."""
    begin, end = 0, len(tokens)
    while begin < end and tokens[begin].letter == ",":
        begin += 1
    while end > begin and tokens[end - 1].letter in ",-":
        end -= 1
    return tokens[begin:end]
