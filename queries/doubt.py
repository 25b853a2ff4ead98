"""What is open about the things of an answer, beside their times: who may be one with whom, and where an event was.

An event is at one place: told at several, it was at one of them, and whatever rests on one is no more than possible. An event
that is part of another one is counted with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from graph.answer import RelValue


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is open about the things of one answer."""

    waiting: Mapping[str, str] = field(default_factory=dict)
    """By id of a thing that waits in review: what is the same for all that may be one with it."""
    elsewhere: Collection[str] = ()
    """Ids of the events that are told at several places."""
    wholes: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """By the id of an event, those it is part of, and whether somebody denies that."""

    def one_of(self, id_: str) -> str:
        """What stands for this thing, and for all that may be one with it."""
        return self.waiting.get(id_, id_)

    def of_several_places(self, thing: object) -> bool:
        """Whether it says where an event was of which another place is told, too."""
        return isinstance(thing, RelValue) and thing.type == "OCCURRED_AT" and thing.begin in self.elsewhere

    def wholes_of(self, id_: str, *, denied_too: bool) -> set[str]:
        """All that it is part of, through any number of steps; but not itself."""
        found: set[str] = set()
        ahead = [id_]
        while ahead:
            wholes = self.wholes.get(ahead.pop(), {})
            more = {whole for whole, denied in wholes.items() if denied_too or not denied} - found
            found |= more
            ahead += more
        return found - {id_}


NO_DOUBT = Doubt()
