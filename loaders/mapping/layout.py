"""Where in a file the table of a mapping stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated

from pydantic import StrictInt, StrictStr

from loaders.mapping.pattern import Pattern
from loaders.mapping.table import Around, Flaw, Many, Text, TomlTable
from loaders.reading.layout import PLAIN, Layout

MOST_ROWS, LAST_ROW = 10, 1_000
"""How many rows a header may take, and where it may begin at the latest."""


class TablePart(TomlTable):
    """Where in the file the table stands. Without it every sheet of a workbook is read, and its first row names the columns.
    The column `{sheet}` holds the name of the sheet, wherever a column is named.
    """

    sheet: Annotated[tuple[Text, ...], Many(alone=True)] = ()
    """The sheets that are read, by their names; of a document its tables, by their number: `"table 2"`. The others are left out,
    and the load report names them."""
    leave_out: Annotated[tuple[Text, ...], Many(alone=True)] = ()
    """The sheets that are left out, by their names, such as one of explanations. Every other sheet is read."""
    header: Annotated[tuple[StrictInt, ...], Many(alone=True)] = ()
    """The number of the row that names the columns, as a spreadsheet counts. Of several rows that follow each other, the names
    are joined: `header = [2, 3]` gives "Arrest / date"."""
    header_has: Annotated[tuple[Text, ...], Many()] = ()
    """Names of columns that find the header: the first row that holds them all. A sheet without such a row is left out."""
    columns: Annotated[tuple[Text, ...], Many()] = ()
    """Names for the columns of a table that has no header, from left to right."""
    until: Pattern | None = None
    """The table ends above the first row with a cell that matches: `"^Total"`."""
    skip: Pattern | None = None
    """Rows with a cell that matches are left out. The load report counts them."""
    fill_merged: Annotated[tuple[StrictStr, ...], Many()] = ()
    """Columns in which a cell of a merged block means what the block holds. Nothing outside the block is filled."""
    fill_down: Annotated[tuple[StrictStr, ...], Many()] = ()
    """Columns in which every empty cell means what stands above it, merged or not. An empty row, or one that is refused, ends
    it. The load report names the rows: look whether each was meant."""

    ditto: Annotated[tuple[StrictStr, ...], Many()] = ()
    """Columns in which a sign for "the same" (`″`, "do.", "idem", "там же") means the cell above. The load report names each cell
    that was read so. In every other column such a cell is not read, and reported."""

    records: Text | None = None
    """Of a JSON or XML document: where in it the records lie. Of JSON the list, `"data.items"`; of XML the element that is a
    record, with those around it, `"list.person"`. Not needed where there is only one list in it, as in GeoJSON."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One way to know the sheets, and one to know the names of the columns."""
        if self.sheet and self.leave_out:
            yield Flaw(("leave_out",), "sheet names the only ones that are read: give one of sheet, leave_out")
        ways = [name for name in ("header", "header_has", "columns") if getattr(self, name)]
        if len(ways) > 1:
            yield from (Flaw((name,), f"give one of {', '.join(ways)}") for name in ways[1:])
        rows = list(self.header)
        if rows and (rows[0] not in range(1, LAST_ROW + 1) or rows != list(range(rows[0], rows[0] + len(rows)))[:MOST_ROWS]):
            yield Flaw(("header",), f"a header is at most {MOST_ROWS} rows that follow each other, of the first {LAST_ROW:,}")
        for name in ("header_has", "columns"):
            if len(set(getattr(self, name))) < len(getattr(self, name)):
                yield Flaw((name,), f"{name} names a column twice")

    @cached_property
    def layout(self) -> Layout:
        """The same, for who reads the file."""
        return Layout(
            sheets=self.sheet,
            leave_out=self.leave_out,
            rows=self.header or PLAIN.rows,
            words=self.header_has,
            names=self.columns,
            until=self.until.found_in if self.until else None,
            skip=self.skip.found_in if self.skip else None,
            fill_merged=self.fill_merged,
            fill_down=self.fill_down,
            records=self.records,
        )
