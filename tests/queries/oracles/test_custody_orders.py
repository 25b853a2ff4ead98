"""What may have been true of random worlds, one thing after another, beside what the oracle of `colocation/custody_gaps` lists.

Each truth says when each step was, within its limits, and which denied ones were so after all. Whatever time without a word it
has between two of them lies in a gap that is listed; and of a listed gap no truth leaves fewer hours than it has at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import TypeAlias

from graph.projection import Link, Node, Projection
from tests.queries.oracles.custody_gaps import DEATHS, LIVING, answer, is_denied
from tests.queries.oracles.test_custody_gaps import WORLDS
from tests.queries.rule import Row, cited, time_of
from tests.queries.small_worlds import BEGIN, DAYS

TRUTHS = 12
"""Of each person."""
FIRST, LAST = BEGIN - timedelta(days=9), BEGIN + timedelta(days=DAYS + 9)
INSTANT = timedelta(seconds=1)
Time: TypeAlias = tuple[datetime, datetime]


@dataclass(frozen=True)
class Was:
    """What was, and when."""

    thing: Link | Node
    begin: datetime
    end: datetime
    denied: bool

    @property
    def kind(self) -> object:
        return "held" if isinstance(self.thing, Link) else self.thing.properties.get("kind")

    @property
    def is_dated(self) -> bool:
        return time_of(self.thing, "possible_from").year > 1 or time_of(self.thing, "possible_to").year < 9999


def test_no_order_that_the_limits_allow_is_hidden_and_the_least_is_the_least() -> None:
    random, hidden, short, seen = Random("orders"), list[str](), list[str](), Counter[str]()
    for world in WORLDS:
        listed = {least: answer(world.projection, {"min_hours": least}) for least in (0, 24)}
        for person in (node.id for node in world.projection.nodes if node.label == "Person"):
            own = {least: [row for row in rows if row["victim"] == person] for least, rows in listed.items()}
            for _ in range(TRUTHS):
                truth = sorted(_truth(random, world.projection, person), key=lambda was: (was.begin, was.end))
                for gap in _gaps(truth):
                    seen["gap"] += 1
                    hidden += [f"{person} {gap}" for least, rows in own.items() if _lasts(gap, least) and not _within(gap, rows)]
                for row in own[0]:
                    seen["row"] += bool(row["least_hours"])
                    if row["least_hours"] and _without_a_word(truth, row) < row["least_hours"] * timedelta(hours=1):
                        short.append(f"{person} {row['since']} {row['until']} {row['least_hours']} {truth}")

    assert (len(hidden), len(short), hidden[:3], short[:3]) == (0, 0, [], [])
    assert seen["gap"] > 500 and seen["row"] > 500, seen


def _truth(random: Random, projection: Projection, person: str) -> Iterator[Was]:
    suffered = [link for link in projection.links if link.type == "SUFFERED" and link.begin == person]
    events = {link.end for link in suffered}
    things: list[Link | Node] = [link for link in projection.links if link.type == "HELD_AT" and link.begin == person]
    for thing in [*things, *(node for node in projection.nodes if node.id in events)]:
        denied = is_denied(thing, suffered)
        if not denied or random.random() < 0.5:
            yield Was(thing, *_when(random, thing), denied)


def _when(random: Random, thing: Link | Node) -> Time:
    """Its core, or a moment of each citation, and no more; or somewhat more."""
    first, last = max(FIRST, time_of(thing, "possible_from")), min(LAST, time_of(thing, "possible_to"))
    if "certain_from" in thing.properties:
        inner, outer = time_of(thing, "certain_from"), time_of(thing, "certain_to")
    else:
        known = [(max(a, first), min(b, last)) for a, b in cited(thing) if max(a, first) < min(b, last)] or [(first, last)]
        moments = [a + (b - INSTANT - a) * random.choice([0, 1, random.random()]) for a, b in known]
        if random.random() < 0.5 and max(a for a, _ in known) < min(b for _, b in known):  # one moment of all of them
            begin, end = max(a for a, _ in known), min(b for _, b in known)
            moments = [begin + (end - INSTANT - begin) * random.choice([0, 1, random.random()])]
        inner, outer = min(moments), max(moments) + INSTANT
    if random.random() < 0.4:
        return first + (inner - first) * random.random(), outer + (last - outer) * random.random()
    return inner, outer


def _gaps(truth: Sequence[Was]) -> Iterator[Time]:
    """The times without a word in which the person was in custody, as far as nobody denies, and between what anybody can date."""
    undenied = [was for was in truth if not was.denied]
    for later in undenied:
        before = [was for was in undenied if was.begin < later.begin]
        if before and all(was.end <= later.begin for was in before):
            since = max(was.end for was in before)
            last = [was for was in before if was.end == since]
            dated = later.is_dated and all(was.is_dated for was in last)
            if since < later.begin and dated and not _is_out(before):
                yield since, later.begin


def _is_out(before: Sequence[Was]) -> bool:
    """Whether the last that was is a release, or one of all that was is a death. What is denied did not end what was still so
    afterwards, as nobody denies."""
    others = [was for was in before if was.kind not in ("release", *DEATHS)]
    living = [was for was in others if was.kind in LIVING]
    for end in before:
        lasting = others if end.kind == "release" else living
        contradicted = end.denied and any(end.end <= was.end and not was.denied for was in lasting)
        retaken = end.kind == "release" and any(end.end <= was.begin for was in others)
        if end.kind in ("release", *DEATHS) and not contradicted and not retaken:
            return True
    return False


def _lasts(gap: Time, hours: int) -> bool:
    return gap[1] - gap[0] >= timedelta(hours=hours)


def _within(gap: Time, rows: Sequence[Row]) -> bool:
    return any(row["since"] <= gap[0] + INSTANT and gap[1] - INSTANT <= (row["until"] or LAST) for row in rows)


def _without_a_word(truth: Sequence[Was], row: Row) -> timedelta:
    """How long, within the most that the row says, nothing was known and the person had not been let go and was not dead."""
    cuts = {row["since"], row["until"], *(at for was in truth for at in (was.begin, was.end))}
    instants = sorted(at for at in cuts if row["since"] <= at <= row["until"])
    total = timedelta()
    for begin, end in pairwise(instants):
        known = any(was.begin < end and begin < was.end for was in truth)
        before = [was for was in truth if was.end <= begin]
        if not known and not _is_out(before):
            total += end - begin
    return total
