"""Forms that define their own order: WKT, geo:, ISO 6709, links to a map; and GeoJSON, where the mapping says that it is."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from loaders.reading.coordinates.pair import point
from loaders.reading.coordinates.point import Angle, Point, degrees_of, rounded

if TYPE_CHECKING:
    from loaders.reading.coordinates.how import PointOrder
    from loaders.reading.coordinates.refusal import PointReason

_N: Final = r"([+-]?\d+(?:\.\d+)?)"
_WKT: Final = re.compile(rf"(?:srid\s*=\s*(\d+)\s*;\s*)?point\s*(?:z|m|zm)?\s*\(\s*{_N}\s+{_N}(?:\s+{_N})*\s*\)")
_SHAPE: Final = re.compile(r"(?:srid\s*=\s*\d+\s*;\s*)?(?:multi)?(?:point|linestring|polygon)|geometrycollection")
_GEO: Final = re.compile(rf"geo:\s*{_N},\s?{_N}(?:,\s?{_N})?((?:;\s?[\w-]+(?:=[\w.%-]*)?)*)(?:\?[\w=&.,%+-]*)?")
_LINK: Final = re.compile(rf"https?://\S*?[?&](?:q|query|destination|daddr)=(?:loc:)?{_N}(?:,|%2c|\+){_N}(?![\d.])\S*")
_OSM: Final = re.compile(rf"https?://\S*?[?&]mlat={_N}&(?:amp;)?mlon={_N}(?![\d.])\S*")
_ISO: Final = re.compile(
    r"([+-]\d{2}(?:\d{2}){0,2}(?:\.\d+)?)([+-]\d{3}(?:\d{2}){0,2}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:crs\w+)?/?"
)
LINK: Final = re.compile(r"https?://")


def ordered(text: str) -> Point | PointReason | None:
    """The point of such a form, why it is none, or None where it is no such form."""
    if match := _WKT.fullmatch(text):
        return "unknown system" if match[1] not in (None, "4326") else _of(match[2], match[3], "lon-lat")
    if _SHAPE.match(text):
        return "several readings"  # a line or an area, or a point without its two numbers
    if match := _GEO.fullmatch(text):
        return _geo(match)
    if match := _LINK.fullmatch(text) or _OSM.fullmatch(text):
        return _of(match[1], match[2], "lat-lon")
    if match := _ISO.fullmatch(text):
        return _both(_run(match[1], 2), _run(match[2], 3), "lat-lon")
    return None


def geojson(text: str) -> Point | PointReason:
    """A point of GeoJSON, or its two numbers, of which the longitude is the first."""
    try:
        content: Any = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return "no coordinates"
    if isinstance(content, dict) and isinstance(content.get("geometry"), dict):
        content = content["geometry"]
    if isinstance(content, dict):
        if str(content.get("type")).casefold() != "point":
            return "several readings" if "coordinates" in content else "no coordinates"
        content = content.get("coordinates")
    numbers = content if isinstance(content, list) else []
    if len(numbers) not in (2, 3) or not all(isinstance(one, str) and re.fullmatch(_N, one) for one in numbers):
        return "no coordinates"
    return _of(numbers[0], numbers[1], "lon-lat")


def _geo(match: re.Match[str]) -> Point | PointReason:
    more = dict(part.strip().partition("=")[::2] for part in match[4].split(";") if part.strip())
    if more.get("crs", "wgs84") != "wgs84":
        return "unknown system"
    found = _of(match[1], match[2], "lat-lon")
    off = more.get("u", "")
    if isinstance(found, str) or not re.fullmatch(r"\d+(?:\.\d+)?", off):
        return found
    stated = rounded(Decimal(off) / 1000)
    return Point(found.latitude, found.longitude, max(stated, found.precision_km), stated)


def _of(first: str, second: str, order: PointOrder) -> Point | PointReason:
    return _both(_decimal(first), _decimal(second), order)


def _both(first: Angle | PointReason, second: Angle | PointReason, order: PointOrder) -> Point | PointReason:
    if isinstance(first, str):
        return first
    return second if isinstance(second, str) else point(first, second, order)


def _decimal(text: str) -> Angle:
    number = Decimal(text)
    return Angle(number, _last(text))


def _last(text: str) -> Decimal:
    return Decimal(1).scaleb(-len(text.partition(".")[2]))


def _run(text: str, width: int) -> Angle | PointReason:
    """Degrees of so many figures, and minutes and seconds run together behind them, after ISO 6709."""
    return run(text[1:], len(text[1:].partition(".")[0]) - width, text[0] == "-")


def run(text: str, behind: int, negative: bool) -> Angle | PointReason:
    """Degrees, and the last `behind` whole figures (none, two or four) as minutes and seconds."""
    whole, _, decimals = text.partition(".")
    cut = len(whole) - behind
    parts = [whole[:cut], *(whole[at : at + 2] for at in range(cut, len(whole), 2))]
    numbers = [Decimal(part) for part in parts]
    for number, reason in zip(numbers[1:], ("no such minute", "no such second"), strict=False):
        if number >= 60:
            return reason  # type: ignore[return-value]
    numbers[-1] += Decimal(f"0.{decimals or 0}")
    size = degrees_of(numbers)
    return Angle(-size if negative else size, _last(text) / 60 ** (len(numbers) - 1))
