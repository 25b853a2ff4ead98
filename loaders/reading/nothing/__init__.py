"""Cells in which a name should stand and that name nobody: totals, "unknown", dashes, ditto marks, errors of a spreadsheet.

A cell names nothing if it consists of marks that say so (`marks`), or if all its words in one language do (`words`, by
`languages/*.toml`): one word more may be a name, and words in quotation marks are a nickname. What it says then is one of `what`.
"""

from loaders.reading.nothing.ditto import is_ditto
from loaders.reading.nothing.reader import describes, describes_unknown, names_nothing
from loaders.reading.nothing.what import NAMELESS, READ_AS, Nothing

__all__ = ["NAMELESS", "READ_AS", "Nothing", "describes", "describes_unknown", "is_ditto", "names_nothing"]
