"""The point that a cell states, or one half of it, or the true reason why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.reading.coordinates.angle import angle
from loaders.reading.coordinates.beside import OTHER_SYSTEM, beside
from loaders.reading.coordinates.codes import looks_like_one, mgrs, plus_code, run_together, utm
from loaders.reading.coordinates.how import PointHow
from loaders.reading.coordinates.ordered import LINK, geojson, ordered
from loaders.reading.coordinates.pair import headed, pairs, point
from loaders.reading.coordinates.point import KM_A_DEGREE, Angle, Point, rounded
from loaders.reading.coordinates.refusal import PointError, PointReason, nearest
from loaders.reading.coordinates.spelling import plain
from loaders.reading.coordinates.tokens import tokens, ways, with_points
from loaders.reading.coordinates.why import doubted, says_unknown, slipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaders.reading.coordinates.how import Half
    from loaders.reading.coordinates.tokens import Token

MOST_SIGNS: Final = 160
"""Of a cell that is looked at: longer ones are prose."""
_DOT_BEHIND_WORD: Final = re.compile(r"(?<=[^\W\d_])\.(?=\d)")

ONE: Final = re.compile(r"(?<![^\W\d_])[lI|](?=\d*[.,]\d)")
"""A small L that touches a figure is a one as often as it is a word for latitude or longitude: "l4.63" may be 14.63."""


def read_point(text: str, how: PointHow) -> Point | None:
    """The point a cell states, or None for an empty cell. PointError where it cannot be read without guessing."""
    read = _point(text, how)
    if isinstance(read, str):
        raise PointError(read)
    return read


def read_half(text: str, half: Half, how: PointHow, *, beside_zero: bool = False) -> Angle | None:
    """The latitude or the longitude that a cell of its own states. Zero alone is what is written where nothing is known.

    `beside_zero`: the other of the two was read and is not zero, so that zero is the equator or the meridian of Greenwich.
    """
    read = _half(text, half, how)
    if isinstance(read, Angle) and read.degrees == 0 and not read.lettered and not beside_zero:
        read = "zero"
    if isinstance(read, str):
        raise PointError(read)
    return read


@lru_cache(maxsize=65_536)
def _point(text: str, how: PointHow) -> Point | PointReason | None:
    same = plain(text)
    if not same:
        return None
    if len(same) > MOST_SIGNS:
        return "no coordinates"
    if how.format is not None:
        read = _formatted(text, same, how)
        return read if isinstance(read, Point) else "unknown" if says_unknown(same) else read
    if (found := ordered(same)) is not None:
        return found
    if reason := _unread(same, text):
        return reason
    rest, off = beside(same)
    read = _pair(rest, how)
    if isinstance(read, str):
        return _why(rest, read, lambda mended: _pair(mended, how))
    if off is None:
        return read
    return Point(read.latitude, read.longitude, max(read.precision_km, rounded(off)), rounded(off))


@lru_cache(maxsize=65_536)
def _half(text: str, half: Half, how: PointHow) -> Angle | PointReason | None:
    same = plain(text)
    if not same:
        return None
    if len(same) > MOST_SIGNS:
        return "no coordinates"
    if how.format == "run-together":
        found = run_together(same, half=half)
        read = found if not isinstance(found, Point) else "no coordinates"
        return _fitting(read, half) if isinstance(read, Angle) else "unknown" if says_unknown(same) else read
    if reason := _unread(same, text):
        return reason
    rest, off = beside(same)
    read = _alone(rest, half, how)
    if isinstance(read, str):
        return _why(rest, read, lambda mended: _alone(mended, half, how))
    return read if off is None else replace(read, unit=max(read.unit, off / KM_A_DEGREE), stated_km=rounded(off))


def _unread(text: str, written: str) -> PointReason | None:
    """Why a text is not looked at further. `written`: the same, as it stands."""
    if ONE.search(written):
        return "slip"
    if LINK.match(text):
        return "format not stated"
    if says_unknown(text):
        return "unknown"
    if looks_like_one(text):
        return "format not stated"
    if OTHER_SYSTEM.search(beside(text).text):
        return "unknown system"
    return "doubted" if doubted(beside(text).text) else None


def _formatted(text: str, same: str, how: PointHow) -> Point | PointReason:
    match how.format:
        case "plus-code":
            return plus_code(same)
        case "utm":
            return utm(same)
        case "mgrs":
            return mgrs(same)
        case "geojson":
            return geojson(text)
        case _:
            found = run_together(same, how.order)
            return found if not isinstance(found, Angle) else "no coordinates"


def _understood(text: str, how: PointHow) -> Iterator[list[Token]]:
    """Every way to understand the marks and words of a text."""
    for spelt in with_points(_DOT_BEHIND_WORD.sub(". ", text)):
        found = tokens(spelt)
        if found is not None:
            yield from ways(found, how.lang)


def _pair(text: str, how: PointHow) -> Point | PointReason:
    points: dict[Point, None] = {}
    reasons: list[PointReason] = []
    alone = False
    numbers = 0
    for way in _understood(text, how):
        numbers = max(numbers, sum(token.letter == "n" for token in way))
        alone = alone or isinstance(angle(way), Angle)
        order, rest = headed(way)
        for found in pairs(rest):
            read = found if isinstance(found, str) else point(*found, order or how.order)
            if order and how.order not in (None, order):
                read = "contradiction"
            if isinstance(read, Point):
                points[read] = None
            else:
                reasons.append(read)
    if len(points) == 1 and not alone:
        return next(iter(points))
    if points:
        return "several readings"
    if reasons:
        return nearest(reasons).reason
    return "one of two" if alone else "several readings" if numbers > 1 else "no coordinates"


def _alone(text: str, half: Half, how: PointHow) -> Angle | PointReason:
    angles: dict[Angle, None] = {}
    reasons: list[PointReason] = []
    numbers = 0
    for way in _understood(text, how):
        numbers = max(numbers, sum(token.letter == "n" for token in way))
        read = angle(way)
        if isinstance(read, Angle):
            read = _fitting(read, half)
        if isinstance(read, Angle):
            angles[read] = None
        elif read is not None:
            reasons.append(read)
    if len({one.degrees for one in angles}) == 1:
        return next(iter(angles))
    if angles:
        return "several readings"
    return nearest(reasons).reason if reasons else "several readings" if numbers > 1 else "no coordinates"


def _fitting(read: Angle, half: Half) -> Angle | PointReason:
    if read.half not in (None, half):
        return "the other column"
    return read if read.fits(half) else "out of range"


def _why(text: str, reason: PointReason, otherwise: Callable[[str], object]) -> PointReason:
    """A letter among the figures is the nearer reason, if that is all that is wrong."""
    return "slip" if slipped(text, otherwise) else reason
