"""What openpyxl would not tell of a sheet: order, formulas without a result, what is hidden, what is merged, what is linked.

openpyxl drops rows and cells that stand out of order, and knows nothing of formulas without a result once it is asked for
values. So each sheet's XML is surveyed first.
"""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat

from loaders.reading.formats import Stop
from loaders.reading.formats.sheet import MOST_COLUMNS, MOST_MERGED, MOST_ROWS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MOST_LINKS = 65_530
"""As many as Excel keeps in a sheet."""
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class Survey:
    """One pass over a sheet's XML: what openpyxl would not tell."""

    def __init__(self) -> None:
        self.row = self.column = self.last_row = 0
        self.cells = self.area = 0
        self.hidden_rows = self.hidden_columns = 0
        self.unanswered: dict[int, set[int]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.links: list[tuple[tuple[int, int], str, str]] = []
        """First cell of each; the id of its address among the sheet's relations; a place in the workbook."""
        self.kind = ""
        self.formula = self.value = self.inside = False
        self.content = False

    def read(self, stream: Any) -> Survey:
        """Pass over the whole sheet; Stop if it cannot be relied on."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.refuse
        try:
            parser.ParseFile(stream)
        except expat.ExpatError:
            raise Stop("damaged") from None
        if self.area > 20 * self.cells + 5_000_000:
            raise Stop("scattered")
        return self

    def refuse(self, *_: object) -> None:
        """A document type has no place in a sheet."""
        raise Stop("entities")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        namespace, _, tag = name.rpartition(" ")
        if namespace != MAIN:
            if tag == "worksheet":
                raise Stop("strict")
            return
        if tag == "row":
            self.row = int(attributes.get("r", self.last_row + 1))
            if not self.last_row < self.row <= MOST_ROWS:
                raise Stop("disorder")
            self.last_row, self.column = self.row, 0
            self.hidden_rows += attributes.get("hidden") in ("1", "true")
        elif tag == "c":
            self.start_cell(attributes)
        elif tag == "f":
            self.formula = True
        elif tag == "v":
            self.value = self.inside = True
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            # To the right of everything is often hidden to the edge of the sheet: no column of ours.
            self.hidden_columns += max(0, min(int(attributes["max"]), 1_000) - int(attributes["min"]) + 1)
        elif tag == "mergeCell":
            if len(self.merged) == MOST_MERGED:
                raise Stop("merged")
            corners = [position(corner) for corner in attributes["ref"].split(":")]
            self.merged.append((*corners[0], *corners[-1]))
        elif tag == "hyperlink" and len(self.links) < MOST_LINKS:
            cell = position(attributes["ref"].split(":")[0])
            self.links.append((cell, attributes.get(f"{OFFICE} id", ""), attributes.get("location", "")))

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell opens: in its row, to the right of the one before."""
        row, column = position(attributes["r"]) if "r" in attributes else (self.row, self.column + 1)
        if row != self.row or not self.column < column <= MOST_COLUMNS:
            raise Stop("disorder")
        self.area += column - self.column
        self.column = column
        self.cells += 1
        self.kind = attributes.get("t", "n")
        self.formula = self.value = self.content = False

    def characters(self, text: str) -> None:
        """Text, of which only that of a value matters here."""
        if self.inside:
            self.content = self.content or bool(text)

    def end(self, name: str) -> None:
        """An element closes: a formula that brought no value is remembered."""
        tag = name.rpartition(" ")[2]
        if tag == "v":
            self.inside = False
        elif tag == "c" and self.formula and not self.content and not (self.kind == "str" and self.value):
            self.unanswered.setdefault(self.row, set()).add(self.column)


def position(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B7."""
    match = REFERENCE.fullmatch(reference.replace("$", ""))
    if not match:
        raise Stop("disorder")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
