"""What of an answer is not in its rows, as a reader says it: nothing is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.answer import LeftOut


def left_out(left: LeftOut, shown: int, *, options: bool = False) -> list[str]:
    """Why there is nothing at all, and a line for each reason why rows are missing.

    `shown`: the rows that are there; `options`: with the option that shows the others.
    """
    lines = []
    if left.weaker:
        lines.append((f"{left.weaker:,} more, less certain than was asked for", "--certainty possible shows all"))
    if left.farther:
        lines.append((f"{left.farther:,} more, cited further away", "--within any shows all"))
    if left.over_limit:
        lines.append((f"first {shown:,} of {shown + left.over_limit:,}", "a larger --limit shows more"))
    because = [left.because] if left.because else []
    return because + [f"{line}; {option}" if options else line for line, option in lines]
