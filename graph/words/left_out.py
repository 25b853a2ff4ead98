"""What of an answer is not in its rows, as a reader says it: nothing is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.words.values import count

if TYPE_CHECKING:
    from graph.answer import LeftOut


def left_out(left: LeftOut, shown: int, *, options: bool = False) -> list[str]:
    """A line for each reason. `shown`: the rows that are there; `options`: with the option that shows the others."""
    found = []
    if left.weaker:
        found.append((f"{count(left.weaker, 'more row')}, less certain than was asked for", "--certainty possible shows all"))
    if left.farther:
        found.append((f"{count(left.farther, 'more row')}, only possible and cited further away", "--within any shows all"))
    if left.over_limit:
        found.append((f"first {shown:,} of {count(shown + left.over_limit, 'row')}", "a larger --limit shows more"))
    return [f"{line}; {option}" if options else line for line, option in found]
