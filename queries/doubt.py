"""What is open about the things of an answer, beside their times: who may be one with whom, and which events count once.

An event that is part of another one counts once with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is open about the things of one answer."""

    waiting: Mapping[str, str] = field(default_factory=dict)
    """By id of a thing that waits in review: what is the same for all that may be one with it."""
    wholes: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """By the id of an event, those it is part of, and whether somebody denies that."""
    places: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Of an event that is told at several places, or waits: by what stands for it, all places of it that nobody denies."""
    kinds: Collection[str] = ()
    """Labels of which something waits in the review."""
    joined: Mapping[str, Collection[str]] = field(default_factory=dict)
    """What each may be part of by one step, denied or not, if all that waits is one; `ready` works it out."""

    def one_of(self, id_: str) -> str:
        """What stands for this thing, and for all that may be one with it."""
        return self.waiting.get(id_, id_)

    def may_be_elsewhere(self, event: str, here: Collection[str]) -> bool:
        """Whether the event, or one that may be it, is told at another place than these."""
        return not set(here).issuperset(self.places.get(self.one_of(event), ()))

    def wholes_of(self, id_: str) -> set[str]:
        """All that it is part of as nobody denies, through any number of steps; but not itself."""
        return _above(id_, lambda at: [whole for whole, denied in self.wholes.get(at, {}).items() if not denied])

    def fewest(self, ids: Collection[str], held: Collection[str]) -> int:
        """How few these may be, if all that waits is one and an event counts with what of all `held` it may be part of: those
        that may be part of nothing, and one more, if one is left that is part of none of these."""
        here, whole = set(map(self.one_of, ids)), set(map(self.one_of, held))
        above = {id_: self._above(id_) & whole for id_ in here}
        tops = {id_ for id_, wholes in above.items() if all(id_ in self._above(other) for other in wholes)}
        rings = {frozenset({id_, *above[id_]}) for id_ in tops}  # of those that may be part of each other, one
        return len(rings) + any(tops.isdisjoint({id_, *wholes}) for id_, wholes in above.items())

    def parts_of_none(self, event: str, others: Iterable[str]) -> bool:
        """Whether it can neither be one of the others, nor part of one, nor one part of it."""
        one, rest = self.one_of(event), set(map(self.one_of, others))
        return rest.isdisjoint({one, *self._above(one)}) and not any(one in self._above(other) for other in rest)

    def ready(self) -> Doubt:
        """The same, with what each thing may be part of worked out once for all counts."""
        joined: defaultdict[str, set[str]] = defaultdict(set)
        for id_, wholes in self.wholes.items():
            joined[self.one_of(id_)].update(map(self.one_of, wholes))
        return replace(self, joined=joined)

    def _above(self, one: str) -> set[str]:
        """All that it, and what may be one with it, may be part of."""
        return _above(one, lambda at: self.joined.get(at, ()))


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
