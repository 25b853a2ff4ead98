"""Comments, footnotes and links of cells: they become notes of the claims that are read from those cells.

A comment speaks of its cell. Of a cell that names several things nobody can tell of whom it speaks: it goes with none of them,
and is reported.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from loaders.load.cells import Issue, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.said.claim import Claim
    from loaders.reading import Aside, Row

LOST: Final = "a {kind} at the cell that no claim is read from alone: not loaded"
_WORDS: Final = {
    "comment": "comment on the cell{by}: {text}",
    "footnote": "footnote at the cell: {text}",
    "link": "the cell links to {text}",
    "struck": "the cell is struck through",
}


def of_row(row: Row, header: Sequence[str]) -> Mapping[str, Told]:
    """By column, what stands at the cells of a row."""
    told: defaultdict[int, list[str]] = defaultdict(list)
    for aside in row.asides:
        told[aside.at].append(in_words(aside))
    return {header[at]: Told("\n".join(words), row.cells[at]) for at, words in told.items()}


def in_words(aside: Aside) -> str:
    """A aside as the note of a claim says it."""
    return _WORDS[aside.kind].format(text=aside.text, by=f", by {aside.author}" if aside.author else "")


def lost(row: Row, header: Sequence[str], claims: Iterable[Claim]) -> Iterator[Issue]:
    """Comments, footnotes and links that are the note of no claim. That a cell is struck through, the reader of the file says."""
    kept = [claim.note for claim in claims if claim.note] if row.asides else []
    for aside in row.asides:
        if aside.kind != "struck" and not any(in_words(aside) in note for note in kept):
            yield Issue(row.number, header[aside.at], LOST.format(kind=aside.kind))
