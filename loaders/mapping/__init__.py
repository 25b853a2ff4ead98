"""Mapping files: which columns of somebody's spreadsheet say what, about whom, on whose word.

One TOML file a layout. `form` holds what a mapping may say, `parse` reads and checks it, `known` finds the one that fits
a header. How to write one is told in the README.
"""

from loaders.mapping.form import Cell, DateCell, Key, LinkPart, Mapping, Remark, SpanPart, ThingPart
from loaders.mapping.known import choose, named
from loaders.mapping.parse import parse

__all__ = [
    "Cell",
    "DateCell",
    "Key",
    "LinkPart",
    "Mapping",
    "Remark",
    "SpanPart",
    "ThingPart",
    "choose",
    "named",
    "parse",
]
