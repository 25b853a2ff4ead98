"""What is open about the things of an answer, beside their times: who may be one with whom, and which events count once.

An event that is part of another one counts once with it; so do two that are part of one, whether that is counted or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

Top: TypeAlias = "frozenset[str]"
"""A largest event; or several that are part of each other, and so are one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is open about the things of one answer."""

    waiting: Mapping[str, str] = field(default_factory=dict)
    """By id of a thing that waits in review: what is the same for all that may be one with it."""
    wholes: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """By the id of an event, those it is part of, and whether somebody denies that."""
    places: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Of an event that is told at several places, or waits: by what stands for it, all places of it, denied or not."""
    falling: frozenset[str] = frozenset()
    """Events of which no victim is told, and that may be one with an event of which every victim is denied: then it is denied."""
    unsettled: frozenset[str] = frozenset()
    """These, and events of which every victim is denied, and that may be one with another: then it may be denied no more."""
    kinds: Collection[str] = ()
    """Labels of which something waits in the review."""
    tops: Mapping[str, frozenset[Top]] = field(default_factory=dict)
    """By what stands for it, the largest events that each may be part of, denied or not, if all that waits is one; `ready` works
    it out."""

    def one_of(self, id_: str) -> str:
        """What stands for this thing, and for all that may be one with it."""
        return self.waiting.get(id_, id_)

    def may_be_elsewhere(self, event: str, here: Collection[str]) -> bool:
        """Whether the event, or one that may be it, is told at another place than these."""
        return not set(here).issuperset(self.places.get(self.one_of(event), ()))

    def wholes_of(self, id_: str) -> set[str]:
        """All that it is part of as nobody denies, through any number of steps; but not itself."""
        return _above(id_, lambda at: [whole for whole, denied in self.wholes.get(at, {}).items() if not denied])

    def tops_of(self, id_: str) -> frozenset[Top]:
        """The largest events that it may be part of; itself, where there is none."""
        one = self.one_of(id_)
        return self.tops.get(one, frozenset({frozenset({one})}))

    def ready(self) -> Doubt:
        """The same, with the largest events that each may be part of worked out once for all counts."""
        joined: defaultdict[str, set[str]] = defaultdict(set)
        for id_, wholes in self.wholes.items():
            joined[self.one_of(id_)].update(map(self.one_of, wholes))
        above = {one: _above(one, lambda at: joined.get(at, ())) for one in joined}
        return replace(self, tops={one: _tops(one, above) for one in above})


def _tops(one: str, above: Mapping[str, Collection[str]]) -> frozenset[Top]:
    """Of this and what is above it, what has nothing above but what it is above, too."""

    def beyond(at: str) -> Collection[str]:
        return above.get(at, ())

    around = {one, *beyond(one)}
    return frozenset(frozenset({at, *beyond(at)}) for at in around if all(at in beyond(other) for other in beyond(at)))


def _above(id_: str, step: Callable[[str], Collection[str]]) -> set[str]:
    """All that is reached from it through any number of steps; but not itself."""
    found: set[str] = set()
    ahead = [id_]
    while ahead:
        more = set(step(ahead.pop())) - found
        found |= more
        ahead += more
    return found - {id_}


NO_DOUBT = Doubt()
