"""Codes and grids that are read where the mapping states them: plus codes, UTM, MGRS, degrees and minutes run together.

UTM is turned into degrees by the library `utm`, the letters of MGRS squares by `mgrs`, which carries the code of the reference
(GeoTrans). The only library for plus codes is unmaintained; its rule is fixed for good, and eight lines.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from loaders.reading.coordinates.ordered import run
from loaders.reading.coordinates.pair import point
from loaders.reading.coordinates.point import KM_A_DEGREE, Angle, Point, rounded

if TYPE_CHECKING:
    from loaders.reading.coordinates.how import Half, PointOrder
    from loaders.reading.coordinates.refusal import PointReason

PLUS: Final = "23456789cfghjmpqrvwx"
_PLUS: Final = re.compile(rf"(?P<code>(?=[{PLUS}0]{{8}}\+)[{PLUS}]{{2,8}}0*\+(?:[{PLUS}]{{2,7}})?)(?P<place>[\s,]+[^\d+]*)?")
_SHORT: Final = re.compile(rf"[{PLUS}]{{2,6}}\+[{PLUS}]{{2,3}}\b.*")
_UTM: Final = re.compile(
    r"(?:utm)?[\s:,;]*(?:zone|zona|зона|fuseau|huso)?[\s:]*(?P<zone>\d{1,2})[\s-]*(?P<letter>[c-hj-np-x]|north|south|norte|sur|nord|sud)?"
    r"[\s,;]+(?P<m1>[en]?)[\s=:]*(?P<a>\d{5,8}(?:[.,]\d+)?)\s*m?\s*(?P<s1>[en]?)[\s,;/]+(?P<m2>[en]?)[\s=:]*"
    r"(?P<b>\d{1,8}(?:[.,]\d+)?)\s*m?\s*(?P<s2>[en]?)"
)
_MGRS: Final = re.compile(
    r"(?:mgrs)?[\s:]*(?P<zone>\d{1,2})\s*(?P<band>[c-hj-np-x])\s*(?P<square>[a-hj-np-z][a-hj-np-v])\s*(?P<figures>[\d\s]*)"
)
_RUN: Final = re.compile(
    r"(?P<b1>[nsew]?)\s*(?P<s1>[+-]?)(?P<a>\d{3,7}(?:\.\d+)?)[\s,]*(?P<l1>[nsew]?)"
    r"(?:[\s,;/]*(?P<b2>[nsew]?)\s*(?P<s2>[+-]?)(?P<b>\d{3,7}(?:\.\d+)?)[\s,]*(?P<l2>[nsew]?))?"
)
_HALF: Final[dict[str, Half]] = {"n": "latitude", "s": "latitude", "e": "longitude", "w": "longitude"}


def looks_like_one(text: str) -> bool:
    """Whether the text may be such a code or grid, and nothing else: then its format must be stated."""
    text = text.casefold()
    if _PLUS.fullmatch(text) or _SHORT.fullmatch(text) or _MGRS.fullmatch(text):
        return True
    if text.startswith(("utm", "mgrs")) or ((grid := _UTM.fullmatch(text)) and grid["letter"]):
        return True
    match = _RUN.fullmatch(text)
    if not match or not ("." in text or re.search("[nsew]", text)):
        return False
    long = [len(part.partition(".")[0]) >= 4 for part in (match["a"], match["b"]) if part]
    return all(long) and all(not isinstance(one, str) for one in _runs(match))


def plus_code(text: str) -> Point | PointReason:
    """The middle of the cell that a full code names; padding with noughts names a larger one."""
    match = _PLUS.fullmatch(text)
    if not match:
        return "no full code" if _SHORT.fullmatch(text) else "no coordinates"
    figures = [PLUS.index(sign) for sign in match["code"] if sign in PLUS]
    if len(match["code"].partition("+")[0].rstrip("0")) % 2 or ("0" in match["code"] and match["code"][-1] != "+"):
        return "no coordinates"
    latitude, longitude, height, width = Decimal(-90), Decimal(-180), Decimal(400), Decimal(400)
    for at in range(0, min(len(figures), 10), 2):
        height, width = height / 20, width / 20
        latitude, longitude = latitude + figures[at] * height, longitude + figures[at + 1] * width
    for figure in figures[10:]:  # a grid of five rows and four columns
        height, width = height / 5, width / 4
        latitude, longitude = latitude + figure // 4 * height, longitude + figure % 4 * width
    if latitude >= 90 or longitude >= 180:
        return "out of range"
    off = Decimal(math.hypot(height, width)) / 2
    return Point(float(latitude + height / 2), float(longitude + width / 2), rounded(off * KM_A_DEGREE))


def utm(text: str) -> Point | PointReason:
    """Zone, easting and northing, in metres. "S" is a band of the north and a word for the south: then both are tried."""
    match = _UTM.fullmatch(text)
    if not match:
        return "no coordinates"
    named = [match[name] for name in ("m1", "s1", "m2", "s2")]
    turned = bool(named[0] == "n" or named[1] == "n" or named[2] == "e" or named[3] == "e")
    if turned and bool(named[0] == "e" or named[1] == "e"):
        return "contradiction"
    first, second = ("b", "a") if turned else ("a", "b")
    east, north = (Decimal(match[name].replace(",", ".")) for name in (first, second))
    places = min(len(re.split("[.,]", match[name])[1]) if re.search("[.,]", match[name]) else 0 for name in "ab")
    return _of_grid(int(match["zone"]), match["letter"] or "", float(east), float(north), Decimal(1).scaleb(-places) / 1000)


def mgrs(text: str) -> Point | PointReason:
    """The middle of the square that the reference names."""
    match = _MGRS.fullmatch(text)
    figures = "".join(match["figures"].split()) if match else ""
    if not match or len(figures) % 2 or not 2 <= len(figures) <= 10:
        return "no coordinates"
    from mgrs import MGRS
    from mgrs.core import MGRSError

    try:
        named = f"{int(match['zone']):02}{match['band']}{match['square']}{figures}".upper()
        latitude, longitude = MGRS().toLatLon(named)
    except (MGRSError, ValueError):
        return "no coordinates"
    side = Decimal(10) ** (2 - len(figures) // 2)
    return Point(round(latitude, 7), round(longitude, 7), rounded(side * Decimal("0.71")))


def run_together(text: str, order: PointOrder | None = None, half: Half | None = None) -> Angle | Point | PointReason:
    """5354.132N 02733.708E, as receivers write: one of them for `half`, else both."""
    match = _RUN.fullmatch(text)
    if not match or (match["b"] is None) is (half is None):
        return "no coordinates"
    angles = _runs(match)
    for one in angles:
        if isinstance(one, str):
            return one
    found = [one for one in angles if isinstance(one, Angle)]
    if half is None:
        return point(found[0], found[1], order)
    return found[0]


def _runs(match: re.Match[str]) -> list[Angle | PointReason]:
    some: list[Angle | PointReason] = []
    for before, sign, number, behind in (("b1", "s1", "a", "l1"), ("b2", "s2", "b", "l2")):
        if not match[number]:
            continue
        letters = {match[before], match[behind]} - {""}
        if len(letters) > 1 or (letters and match[sign]):
            return ["contradiction"]
        letter = next(iter(letters), "")
        whole = len(match[number].partition(".")[0])
        one = run(match[number], 4 if whole >= 6 else 2, match[sign] == "-" or letter in ("s", "w"))
        if isinstance(one, Angle):
            one = replace(one, half=_HALF.get(letter), lettered=bool(letter), signed=bool(match[sign]))
        some.append(one)
    return some


def _of_grid(zone: int, letter: str, east: float, north: float, off: Decimal) -> Point | PointReason:
    import utm as grid
    from utm.error import OutOfRangeError

    letter = {"norte": "north", "nord": "north", "sur": "south", "sud": "south"}.get(letter, letter)
    if not letter:
        return "several readings"  # north or south of the equator?
    points: dict[tuple[float, float], None] = {}
    for northern in (True, False):
        try:
            latitude, longitude = grid.to_latlon(east, north, zone, northern=northern)
        except OutOfRangeError:
            continue
        band = grid.latitude_to_zone_letter(latitude)
        word = "north" if northern else "south"
        if letter in (word, word[0]) or (band and band.casefold() == letter and (latitude >= 0) is northern):
            points[latitude, longitude] = None
    if len(points) != 1:
        return "several readings" if points else "out of range"
    ((latitude, longitude),) = points
    return Point(round(float(latitude), 7), round(float(longitude), 7), rounded(off))
