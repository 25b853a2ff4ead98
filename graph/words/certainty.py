"""How sure dates are, as a reader says it. It grades dates, never truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.projection import Properties

UNDATED, DISPUTED = "undated", "disputed"

MEANS = {
    "certain": "certain: a source states it",
    "assumed": "assumed: between two citations",
    "possible": "possible: no source excludes it",
    UNDATED: "a link without dates of its own",
    DISPUTED: "disputed: a source denies it",
}


def of_span(properties: Properties) -> str:
    """How sure the dates of one node or link are, by themselves."""
    if "possible_from" not in properties:
        return UNDATED
    if "certain_from" not in properties or properties.get("disputed"):
        return "possible"
    return "assumed" if properties.get("bridged") else "certain"
