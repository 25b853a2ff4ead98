"""What the styles of an OpenDocument say of cells: how exactly a date is shown, what is struck through, which sheet is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

SPELT = {
    "number:day": "d", "number:day-of-week": "d", "number:month": "m", "number:year": "y",
    "number:hours": "h", "number:seconds": "s",
}  # fmt: skip
"""Parts of a date as the format of a workbook spells them."""
ELAPSED = "[h]"
LINES = ("style:text-line-through-style", "style:text-line-through-type")
Said = TypeVar("Said")


@dataclass
class Styles:
    """By name. A cell's style may be like another one, its parent."""

    formats: dict[str, str] = field(default_factory=dict)
    """Of dates and times, as the letters of a workbook's format."""
    format_of: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    struck: dict[str, bool] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    _style: str = ""
    _format: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the styles opens."""
        if name == "style:style":
            self._style = attributes.get("style:name", "")
            if "style:data-style-name" in attributes:
                self.format_of[self._style] = attributes["style:data-style-name"]
            if "style:parent-style-name" in attributes:
                self.parents[self._style] = attributes["style:parent-style-name"]
        elif name in ("number:date-style", "number:time-style"):
            self._format = attributes.get("style:name", "")
            self.formats[self._format] = ELAPSED if attributes.get("number:truncate-on-overflow") == "false" else ""
        elif name in SPELT and self._format:
            self.formats[self._format] += SPELT[name]
        elif name == "style:text-properties" and self._style:
            lines = [attributes[name] for name in LINES if name in attributes]
            if lines:
                self.struck[self._style] = any(line != "none" for line in lines)
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden.add(self._style)

    def end(self, name: str) -> None:
        """An element of the styles closes."""
        if name == "style:style":
            self._style = ""
        elif name in ("number:date-style", "number:time-style"):
            self._format = ""

    def shown_as(self, style: str) -> str:
        """The format of a date or time in a cell of this style."""
        return self.formats.get(self._inherited(style, self.format_of, ""), "")

    def is_struck(self, style: str) -> bool:
        """Whether its text is struck through."""
        return self._inherited(style, self.struck, False)

    def _inherited(self, style: str, among: Mapping[str, Said], otherwise: Said) -> Said:
        for _ in range(20):
            if style in among:
                return among[style]
            style = self.parents.get(style, "")
        return otherwise
