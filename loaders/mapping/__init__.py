"""Mapping files: which columns of somebody's spreadsheet say what, about whom, on whose word.

One TOML file a layout. `form` declares what a mapping may say, `parse` reads it, `known` finds the one that fits a header,
`lacking` cuts it to a header that lacks optional columns.
How to write one stands in `.github/docs/mapping.md`, which is made from the declaration.
"""

from loaders.mapping.cell import Cell
from loaders.mapping.date import DateCell, Flag, SpanPart
from loaders.mapping.entry import EntryPart
from loaders.mapping.form import Mapping
from loaders.mapping.known import choose, named, shipped
from loaders.mapping.lacking import fitted
from loaders.mapping.parse import parse
from loaders.mapping.part import Key, LinkPart, ThingPart
from loaders.mapping.point import PointCell
from loaders.mapping.split import Split
from loaders.mapping.value import typed
from loaders.mapping.when import When

__all__ = [
    "Cell",
    "DateCell",
    "EntryPart",
    "Flag",
    "Key",
    "LinkPart",
    "Mapping",
    "PointCell",
    "SpanPart",
    "Split",
    "ThingPart",
    "When",
    "choose",
    "fitted",
    "named",
    "parse",
    "shipped",
    "typed",
]
