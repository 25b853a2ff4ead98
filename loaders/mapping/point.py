"""Latitude and longitude in one cell of a part."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any

from pydantic import model_validator

from loaders.mapping.cell import Cell
from loaders.mapping.table import Around, Column, Flaw, Many, OneOf, TomlTable
from loaders.reading import FORMATS, POINT_ORDERS, Format, PointHow, PointOrder


class PointCell(TomlTable):
    """Where both numbers of a point lie, and how they are written. A column's name alone is short for `{ column = "…" }`."""

    column: Column | None = None
    """The column that holds both numbers."""
    columns: Annotated[tuple[Column, ...], Many()] = ()
    """Several columns that hold the point together, such as zone, easting and northing."""
    order: Annotated[PointOrder, OneOf(POINT_ORDERS)] | None = None
    """Which of the two numbers comes first. Not needed where letters or labels say it ("N", "lat"), where only one order is
    possible, or where the form has an order of its own (WKT, `geo:`, ISO 6709)."""
    format: Annotated[Format, OneOf(FORMATS)] | None = None
    """A code or grid, which is read only where you say so. `run-together`: degrees and minutes without a mark between them, as
    receivers write, 5354.132N."""
    source: Column | None = None
    """The column that names the sources of the point, by their key in `[citations]`. Without it: those of its thing."""
    grade: Column | None = None
    """The column with the compiler's own grade of the point. It is kept as it stands."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"column": raw} if isinstance(raw, str) else raw

    @cached_property
    def cell(self) -> Cell:
        """The same as a cell like any other: its text, and whose word it is."""
        stated = {name: value for name in ("column", "columns", "source", "grade") if (value := getattr(self, name))}
        return Cell.model_validate(stated | {"columns": list(self.columns)}, context=Around({}, frozenset(), cites=True))

    @cached_property
    def how(self) -> PointHow:
        """How it is written, but for the language."""
        return PointHow(self.order, self.format)

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One way to find it; no order where the form has one."""
        if bool(self.columns) == (self.column is not None):
            yield Flaw((), "give column or columns, and only one of them", lacks=True)
        if self.order is not None and self.format not in (None, "run-together"):
            yield Flaw(("order",), f"{self.format} has an order of its own: give order or format")
        if self.source is not None and not around.cites:
            yield Flaw(("source",), "source needs a [citations] table that says by which key sources are cited")
