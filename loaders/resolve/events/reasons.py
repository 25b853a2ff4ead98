"""What speaks for one event and what against, in words; and what the sources leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.resolve.proposal import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.resolve.events.comparison import Held

FOR, AGAINST, OPEN = "for", "against", "open"

TIME = {
    "same hours": (FOR, "the same hours"),
    "same day": (FOR, "the same day"),
    "hours apart": (AGAINST, "hours that lie apart, by six at most"),
    "next day": (AGAINST, "the day after"),
    "overlapping": (OPEN, "times that overlap, not both told to the day"),
    "unknown": (OPEN, "no time, or no end of it, in one of the two"),
    "different": (AGAINST, "other days or hours"),
}
KIND = {
    "same": (FOR, "the same was done"),
    "near": (OPEN, "words for what was done that sources use for one and the same"),
    "unknown": (OPEN, "not both say what was done"),
}
PLACE = {
    "same": (FOR, "the same station"),
    "open": (OPEN, "two stations that may be one"),
    "unknown": (OPEN, "not both name a station"),
    "different": (AGAINST, "two stations"),
}
ACCUSED = {
    "units": {
        "same": (FOR, "a unit that both accuse"),
        "open": (OPEN, "units accused that may be one"),
        "different": (AGAINST, "other units accused"),
    },
    "men": {
        "same": (FOR, "a man whom both accuse"),
        "open": (OPEN, "men accused who may be one"),
        "different": (AGAINST, "other men accused"),
    },
    "methods": {"same": (FOR, "a method that both tell"), "different": (AGAINST, "no method in common")},
}
ONE_FILE = "one file tells of both, in two rows"
ONCE = "it befalls a man once"


def reasons(held: Held) -> tuple[Evidence, ...]:
    """For, then against, then open. What neither or only one of them tells of units, men and methods is left out."""
    order = (FOR, AGAINST, OPEN)
    return tuple(Evidence(*reason) for reason in sorted(_reasons(held), key=lambda reason: order.index(reason[0])))


def speaks_for(evidence: tuple[Evidence, ...]) -> int:
    """How many reasons there are for it more than against it: what a person is asked first."""
    fields = [reason.field for reason in evidence]
    return fields.count(FOR) - fields.count(AGAINST)


def _reasons(held: Held) -> Iterator[tuple[str, str]]:
    yield from _victims(held)
    if held.once:
        yield FOR, ONCE
    yield TIME[held.time]
    yield PLACE[held.place]
    if held.kind in KIND:
        yield KIND[held.kind]
    for name, words in ACCUSED.items():
        if (agreement := getattr(held, name)) in words:
            yield words[agreement]
    if held.one_file:
        yield AGAINST, ONE_FILE


def _victims(held: Held) -> Iterator[tuple[str, str]]:
    if held.shared == held.victims:
        yield FOR, "the same victim" if held.victims == 1 else f"the same {held.victims} victims"
        return
    if held.shared:
        yield FOR, f"{held.shared} of {held.victims} victims the same"
        yield (
            (OPEN, "one of them may be a part of the other")
            if held.within
            else (AGAINST, "victims on both sides whom the other does not name")
        )
    if held.open:
        yield OPEN, "victims who may be one"
