"""A list of coordinates, line by line: what is stated of the column, what must be read, and what the product reads.

The columns of such a list are explained where the list lies (LINKAGE_TEST_DATA, spellings/README.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from loaders.reading import Format, Half, PointError, PointHow, PointOrder, read_half, read_point
from tests.loaders.reading.spellings import lines

AS_NEAR = 0.00002


@dataclass(frozen=True, slots=True)
class Read:
    """What is made of a cell: degrees and kilometres, or a reason why not."""

    latitude: float | None = None
    longitude: float | None = None
    precision_km: float = 0
    refuse: str = ""


def wrong(path: Path) -> dict[str, tuple[Read, Read]]:
    """Every line that is read otherwise than it must be: as it is read, and as it must be."""
    return {text: (got, expected) for text, got, expected in _compared(path) if not _alike(got, expected)}


def _compared(path: Path) -> Iterator[tuple[str, Read, Read]]:
    for line in lines(path):
        cells = line.cells
        stated = dict(part.split("=", 1) for part in cells["context"].split("; "))
        latitude, longitude = (float(cells[name]) if cells[name] else None for name in ("lat", "lon"))
        expected = Read(latitude, longitude, float(cells["precision_km"] or 0), cells["refuse"])
        yield f"{line.number}: {line.text}", _read(line.text, stated), expected


def _read(text: str, stated: dict[str, str]) -> Read:
    order = cast("PointOrder | None", None if stated.get("order") == "none" else stated.get("order"))
    how = PointHow(order, cast("Format | None", stated.get("format")), stated.get("lang"))
    column = stated["column"]
    try:
        if column == "both":
            point = read_point(text, how)
            assert point
            return Read(point.latitude, point.longitude, point.precision_km)
        angle = read_half(text, cast("Half", column), how)
    except PointError as error:
        return Read(refuse=error.reason)
    assert angle
    value = float(angle.degrees)
    return Read(**{column: value}, precision_km=angle.precision_km)  # type: ignore[arg-type]  # its name is one of two


def _alike(got: Read, expected: Read) -> bool:
    """The same reason, or as near and no finer; much coarser would be no reading of the figures either."""
    if expected.refuse or got.refuse:
        return got.refuse == expected.refuse
    near = all(
        (one is None) is (other is None) and abs((one or 0) - (other or 0)) < AS_NEAR
        for one, other in ((got.latitude, expected.latitude), (got.longitude, expected.longitude))
    )
    return near and expected.precision_km <= got.precision_km <= 1.2 * expected.precision_km
