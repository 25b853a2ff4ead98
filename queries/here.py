"""Where the events were that are counted together. An event is at one place: if another one is told than these rows show, or
is told of what may be one with it, it was perhaps not here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.answer import RelValue
from queries.doubt import NO_DOUBT, Doubt

if TYPE_CHECKING:
    from queries.row import Row


@dataclass(frozen=True, slots=True)
class Here:
    """The places that some rows show, by what stands for their events."""

    doubt: Doubt = NO_DOUBT
    places: Mapping[str, Collection[str]] = field(default_factory=dict)

    def leaves(self, things: Iterable[object]) -> bool:
        """Whether an event that this rests on may have been at a place that none of the rows shows."""
        return any(
            self.doubt.may_be_elsewhere(at.begin, self.places.get(self.doubt.one_of(at.begin), ())) for at in _occurred(things)
        )


def here(rows: Iterable[Row], doubt: Doubt) -> Here:
    """As these rows show it."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for at in (at for row in rows for at in _occurred(row.things.values())):
        places[doubt.one_of(at.begin)].add(at.end)
    return Here(doubt, places)


ANYWHERE = Here()
"""Of a count for which it is the same where an event was."""


def _occurred(things: Iterable[object]) -> Iterator[RelValue]:
    return (thing for thing in things if isinstance(thing, RelValue) and thing.type == "OCCURRED_AT")
