"""Which rows of a whole answer are listed: `--certainty`, `--within` and `--limit`, in that order, here and nowhere else.

What they leave out is counted (DESIGN §4). A row of which nothing is said about time is never left out by the first two,
nor by the second one without any citation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.answer import CERTAINTIES, Certainty, LeftOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.answer import Column

Row = tuple[object, ...]


def narrow(
    rows: Sequence[Row], columns: Sequence[Column], *, certainty: Certainty, within: int | None, limit: int | None
) -> tuple[tuple[Row, ...], LeftOut]:
    """The rows listed, in their order, and how many were left out at each step."""
    names = [column.name for column in columns]
    kept = list(rows)
    weaker = farther = 0
    if "certainty" in names:
        grade = names.index("certainty")
        strong = (*CERTAINTIES[: CERTAINTIES.index(certainty) + 1], None)
        kept = [row for row in kept if row[grade] in strong]
        weaker = len(rows) - len(kept)
        if within is not None and "gap_days" in names:
            gap, before = names.index("gap_days"), len(kept)
            kept = [row for row in kept if row[grade] != "possible" or _near(row[gap], within)]
            farther = before - len(kept)
    listed = kept if limit is None else kept[:limit]
    return tuple(listed), LeftOut(weaker, farther, len(kept) - len(listed))


def _near(gap: object, within: int) -> bool:
    return not isinstance(gap, int) or gap <= within
