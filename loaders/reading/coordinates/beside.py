"""What stands beside the two numbers: how far off they may be, the height, the system they are in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from loaders.reading.coordinates.point import KM_A_DEGREE

_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_LENGTH: Final = (
    r"(km|км|kilomet\w+|километр\w*|m|м|mt|met(?:er|re|ro|ri)s?|метр\w*|mètres?|كم|متر|ft|feet|футов|mi|miles?|миль)\b\.?"
)
_OFF: Final = re.compile(
    rf"[,;(]?\s*(?:(?:±|\+\s?/\s?-|\+-)|(?:accuracy|precision|r(?=\s*=)|uncertainty|error|acc|radius|within|точность|погрешность|"
    rf"в радиусе|радиус|дакладнасць|точність|precisión|précision|precisão|precisione|radio de|rayon|raio|raggio|genauigkeit|"
    rf"umkreis|dokładność|doğruluk|hassasiyet)\s*[:=]?\s*(?:of|de|di|von)?\s*(?:±|\+/-)?)\s*{_NUMBER}\s*"
    rf"(?:{_LENGTH}|(°|'|\"))\s*\)?"
)
_HEIGHT: Final = re.compile(
    rf"[,;(]?\s*(?:(?:alt|altitude|altitud|elev|elevation|ele|height|высота|выс|вышыня|висота|höhe|quota|wysokość|rakım)\b[.:=]*"
    rf"\s*-?{_NUMBER}\s*(?:{_LENGTH})?|-?{_NUMBER}\s*(?:{_LENGTH})\s*(?:a\.?\s?s\.?\s?l\.?|amsl|н\.?\s?у\.?\s?м\.?|"
    rf"над уровнем моря|s\.?n\.?m\.?|m\.?s\.?l\.?|ü\.?\s?d\.?\s?m\.?|n\.\s?p\.\s?m\.?))\s*\)?"
)
_WGS84: Final = re.compile(r"[(\[,;]?\s*(?:datum\s*:?\s*)?(?:wgs[\s_-]*(?:19)?84|epsg:4326|crs84|etrs[\s-]?89)\s*[)\]:]?")
OTHER_SYSTEM: Final = re.compile(
    r"///|what3words|w3w|\bosgb|\bosi\b|(?:ск|ck|sk|мск|usk|уск)[\s-]?(?:42|63|95|2000|\d\d)\b|пулково|pulkovo|гаусс|gau(?:ss|ß)|krüger|kruger|"
    r"epsg|srid|\b(?:nad|ed|psad|sad|etrs|gda|agd|lv|rt|jtsk|osgb|osi|rd|gk|mga|lambert|l|jgd|hd)[\s-]?(?:19)?"
    r"(?:27|36|50|56|69|66|72|74|83|84|93|94|95|03|90|2000|2011|2020|99)\b|lambert|mercator|s-jtsk|sweref|swiss|ch1903|"
    r"british national|irish grid|easting|northing|maidenhead|geohash|georef"
)
_KM: Final = (
    (("k", "к", "كم"), Decimal(1)),
    (("f", "ф"), Decimal("0.0003048")),
    (("mi", "миль"), Decimal("1.609344")),
    (("m", "м", "م"), Decimal("0.001")),
)
"""Lengths by how their word begins, the first that fits."""
_DEGREES: Final = {"°": Decimal(1), "'": Decimal(1) / 60, '"': Decimal(1) / 3600}


class Beside(NamedTuple):
    """The rest of the text, and how far off the cell says that the point may be."""

    text: str
    off_km: Decimal | None


def beside(text: str) -> Beside:
    """Parts the numbers from what stands beside them. The text is in one spelling."""
    text = _WGS84.sub(" ", _HEIGHT.sub(" ", text))
    found = [_km(match[1], match[2], match[3]) for match in _OFF.finditer(text)]
    return Beside(_OFF.sub(" ", text).strip(" ,;"), max(found, default=None))


def _km(number: str, length: str | None, angle: str | None) -> Decimal:
    size = Decimal(number.replace(",", "."))
    if length is None:
        return size * _DEGREES[angle or "°"] * KM_A_DEGREE
    return size * next(km for begins, km in _KM if length.startswith(begins))
