"""How sure dates are, as a reader says it. It grades dates, never truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.projection import Properties

UNDATED, DISPUTED = "undated", "disputed"

MEANS = {
    "certain": "certain: a source states it",
    "assumed": "assumed: between two citations",
    "possible": "possible: no source excludes it",
    UNDATED: "a link without dates of its own",
    DISPUTED: "disputed: a source denies it",
}

SINCE = "the earliest moment at which all of it possibly held together, within the time asked about"
UNTIL = "the latest such moment; certain and assumed say that it held at some time between the two, not all of that time"
RANGE = "since and until are the earliest and latest possible; certain: it was so at some time between them, not all the time"
"""What a reader of a table must know of its dates."""


def denied(by: Iterable[str] = ()) -> str:
    """That a source says that it is not so, and which, where it is known."""
    return f"denied by {listed}" if (listed := ", ".join(by)) else "denied"


def of_span(properties: Properties) -> str:
    """How sure the dates of one node or link are, by themselves."""
    if "possible_from" not in properties:
        return UNDATED
    if "certain_from" not in properties or properties.get("disputed"):
        return "possible"
    return "assumed" if properties.get("bridged") else "certain"
