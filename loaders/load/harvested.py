"""What came of one row: mentions, claims, what is odd, what is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.load.ages import birth_by_age
from loaders.load.cells import Issue, RowRejected, Unreadable, pieces, taken, value
from loaders.load.nameless import NAMES, is_code, says_nothing
from loaders.mapping import typed
from loaders.reading import READ_AS, How

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decided.entry import Kind
    from graph.said.claim import Claim, ClaimValue, Mention
    from graph.schema import Property
    from loaders.load.cells import Cells, Reading
    from loaders.load.lost import Absent, LostLink
    from loaders.mapping import Cell


@dataclass(slots=True)
class Harvest:
    """What came of one row."""

    how: How = field(default_factory=How)
    """How its dates are written."""
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    entries: list[tuple[Kind, dict[str, str]]] = field(default_factory=list)
    """Journal entries the row asks for: what was decided, about a mention of it."""
    attached: list[tuple[Mention, str, str]] = field(default_factory=list)
    """Files it names: the source's mention, the file's name as written, and where it is written."""
    relied_on: set[str] = field(default_factory=set)
    """Columns of sources that speak for some value of the row: if other cells that name them are empty, that is not odd."""
    read: set[Reading] = field(default_factory=set)
    """Columns that some part which the row has reads; of a column that is split, the places."""
    absent: list[Absent] = field(default_factory=list)
    """Parts that it does not have, for lack of a cell."""
    unreadable: set[str] = field(default_factory=set)
    """Columns of cells that hold what cannot be read."""
    lost_links: list[LostLink] = field(default_factory=list)
    """Links that it does not have, for lack of a cell: whom they would have protected is protected."""
    left_out: set[str] = field(default_factory=set)
    """Whom the mapping leaves out of a link that would protect them: no empty cell of another link protects them."""
    nameless: dict[str, bool] = field(default_factory=dict)
    """Persons and units of whom the row has neither a name nor a key; and whether it does not describe them either."""
    refused: list[RowRejected] = field(default_factory=list)
    """What cannot be read without guessing: all of it is looked for, and then the row is refused."""

    def values(self, cell: Cell, cells: Cells, declared: Property | None) -> list[ClaimValue]:
        """What the cell says; nothing, and a reason to refuse the row, where the mapping knows no such word; nothing, and an
        issue, where it cannot be read.
        """
        if cell.text is not None:
            text = cells.column(cell.text) if isinstance(cell.text, str) else cell.text
            return [typed(text, declared) if declared else str(text)]
        found: list[ClaimValue] = []
        try:
            said = pieces(cell, cells)
        except RowRejected as refused:
            self.refused.append(refused)
            return []
        for whole in said:
            try:
                piece = taken(cell, whole, cells)
            except RowRejected as refused:
                self.refused.append(refused)
                continue
            except Unreadable as lost:
                self.issues.append(Issue(cells.row, lost.column, lost.why))
                continue
            named = declared is not None and declared.name in NAMES and not is_code(declared.name, piece)
            if named and (nothing := says_nothing(cell, piece, cells)):
                self.issues.append(Issue(cells.row, cells.column(cell.reads[0]), READ_AS[nothing]))
                continue
            try:
                found.append(
                    value(piece, cell, cells, declared, self.how)
                    if cell.age_on is None or declared is None
                    else birth_by_age(piece, cell, cells, self.how, self.issues)
                )
            except RowRejected as refused:
                self.refused.append(refused)
            except Unreadable as lost:
                self.issues.append(Issue(cells.row, lost.column, lost.why))
        return found

    def filled(self, some: Iterable[Cell], cells: Cells) -> bool:
        """Whether any of these says something, or would if it could be read."""
        begun = len(self.refused)
        said = [stated for cell in some for stated in self.values(cell, cells, None)]
        return bool(said) or len(self.refused) > begun
