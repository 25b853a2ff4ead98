"""Two events held against each other, and the rule that comes of it.

A rule joins two events unasked where both sources tell of the same victims, call what was done the same, and put it in the same
hours: nobody is at two places at once. The day and the station are enough for what is done to somebody once a day at most; a
man may be beaten twice. Whatever speaks against it, if only another accused unit, leaves it to a person: a wrong join puts the
accused of the one at the place of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from loaders.resolve.events.times import Time, times

if TYPE_CHECKING:
    from loaders.resolve.record import EventRecord

Agreement: TypeAlias = Literal["same", "open", "unknown", "different"]
"""`open`: two things that wait in review, since they may be one. `unknown`: not both sources say."""
Kinds: TypeAlias = Literal["same", "near", "unknown", "different"]
Waiting: TypeAlias = Mapping[str, AbstractSet[str]]
"""By thing, those that may be one with it, as a person is being asked."""

REVIEW: Final = "review"
BY_HOUR: Final = "events/victims-hours-kind"
BY_DAY: Final = "events/victims-day-station-kind"
ONCE_A_DAY: Final = frozenset({"arrest", "detention", "release", "disappearance", "killing", "death"})
"""What is done to one man at one station once a day."""
ONCE: Final = frozenset({"killing", "death"})
"""What befalls a man once: two such events of one man are one, or a source is wrong."""
NEAR: Final = (frozenset({"beating", "torture", "sexual_violence"}), ONCE)
"""Words that sources use for one and the same."""
PART: Final = 12
"""Where fewer than one in so many victims is the same, the one is a part of the other at most."""


@dataclass(frozen=True, slots=True)
class Held:
    """What comes of holding two events against each other.

    `shared`, `open`: victims that both have, and pairs of victims who may be one. `victims`: how many they have together.
    `within`: all victims of the one are among those of the other. `part`: a source calls the one a part of the other.
    `one_file`: one file tells of both, in rows of their own.
    """

    time: Time
    place: Agreement
    kind: Kinds
    units: Agreement
    men: Agreement
    methods: Agreement
    shared: int
    open: int
    victims: int
    within: bool
    part: bool
    one_file: bool
    once_a_day: bool
    once: bool

    @property
    def contradict(self) -> bool:
        """Whether they are two events."""
        if self.part or PART * (self.shared + self.open) < self.victims or self.shared + self.open == 0:
            return True
        if self.once and self.shared:
            return False
        one_body = self.time == "same hours" and self.shared > 0
        return (self.place == "different" and not one_body) or "different" in (self.time, self.kind)

    @property
    def rule(self) -> str | None:
        """The rule that joins them, `review`, or None where they are two events or nothing speaks for one."""
        if self.contradict:
            return None
        if self.shared == self.victims and self.kind == "same" and not self.doubts:
            if self.time == "same hours":
                return BY_HOUR
            if self.time == "same day" and self.place == "same" and self.once_a_day:
                return BY_DAY
        return REVIEW if self._likely else None

    @property
    def again(self) -> bool:
        """Whether the same may have been done once more, at hours or a day so near that a slip makes one of the other."""
        return self.time in ("hours apart", "next day") and self.place != "different" and self.kind != "different"

    @property
    def doubts(self) -> bool:
        """Whether anything that both tell is not the same, or not surely."""
        return any(part in ("open", "different") for part in (self.place, self.units, self.men, self.methods))

    @property
    def _likely(self) -> bool:
        """Whether a person should look: of what is left out, fewer than one in ten in generated worlds are one."""
        in_all = self.place == self.kind == "same"
        on_one_day = self.time in ("same hours", "same day")
        if self.once and self.shared:
            return True
        if self.kind == "near":
            return self.time == "same hours" or (self.time in ("same day", "overlapping") and self.place == "same")
        if not self.shared:
            return ("same" in (self.place, self.kind)) if on_one_day else (self.time == "overlapping" and in_all)
        if self.time in ("hours apart", "next day"):
            return self.kind == "same" and not self.one_file
        if 2 * self.shared < self.victims and not on_one_day:
            return in_all
        return self.time != "unknown" or "same" in (self.place, self.kind)


def compare(one: EventRecord, other: EventRecord, waiting: Waiting | None = None) -> Held:
    """Two profiles, held against each other."""
    may_be = waiting or {}
    ours, theirs = one.victims - other.victims, other.victims - one.victims
    kinds = {one.kind, other.kind}
    return Held(
        times(one, other),
        _agreement(_set(one.station), _set(other.station), may_be),
        _kinds(one.kind, other.kind),
        _agreement(one.units, other.units, may_be),
        _agreement(one.men, other.men, may_be),
        _agreement(one.methods, other.methods, may_be),
        shared=len(one.victims & other.victims),
        open=sum(not may_be.get(victim, frozenset()).isdisjoint(theirs) for victim in ours),
        victims=len(one.victims | other.victims),
        within=one.victims <= other.victims or other.victims <= one.victims,
        part=one.thing in other.part_of or other.thing in one.part_of,
        one_file=not one.files.isdisjoint(other.files),
        once_a_day=kinds <= ONCE_A_DAY,
        once=kinds <= ONCE,
    )


def _set(value: str | None) -> frozenset[str]:
    return frozenset() if value is None else frozenset({value})


def _agreement(ours: frozenset[str], theirs: frozenset[str], may_be: Waiting) -> Agreement:
    if not ours or not theirs:
        return "unknown"
    if ours & theirs:
        return "same"
    return "different" if all(may_be.get(one, frozenset()).isdisjoint(theirs) for one in ours) else "open"


def _kinds(one: str | None, other: str | None) -> Kinds:
    if one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    return "near" if any({one, other} <= near for near in NEAR) else "different"
