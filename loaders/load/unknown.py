"""Words of a file that its mapping does not know. They are the file's own: for the terminal of whoever maps it alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from loaders.load.cells import RowRejected
from loaders.load.citations import CitedSources
from loaders.load.dittos import written_out
from loaders.load.harvest import Harvester
from loaders.mapping import fitted

if TYPE_CHECKING:
    from loaders.mapping import Mapping
    from loaders.reading import Reading

Unknown: TypeAlias = Counter[tuple[str, str]]
"""How many rows hold each column and word."""


def unknown_words(mapping: Mapping, reading: Reading) -> Unknown:
    """All of them. In which order the numbers of a date stand makes no difference to it, and is not asked."""
    found: Unknown = Counter()
    citations = CitedSources(mapping, "")
    for table in written_out(reading, mapping).tables:
        here = fitted(mapping, table.header)
        how = replace(mapping.how, order=mapping.how.order or "day-first")
        harvester = Harvester(here, "", table.sheet, table.header, citations, how, [])
        for row in table.rows:
            try:
                harvester.read(row, 0)
            except RowRejected as refused:
                found.update(dict.fromkeys(refused.words, 1))
    return found
