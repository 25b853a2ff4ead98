"""What `command/career` must answer, in plain Python.

Postings, promotions, and the events in which the person is alleged, or a unit that the person possibly commanded directly then.
Before a posting or promotion stand the events of the person and of all units below that were surely over when it could begin;
those that are denied, or that only denied links tie to the person, are counted apart, and the last of these is named where it is
the last of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracle import Oracle
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.rule import FIRST, Asked, Member, Members, Row, cited, claims_of, gap_days, time_of

COUNT = ("events_before", "events_before_least", "events_before_denied")
STEPS = ("event", "promotion", "posting")
IDS = ("event", "act", "unit", "posting", "alleged", "concerns")
EMPTY = dict.fromkeys((*IDS, "function", "post", "rank", "rank_before", "acting", "basis", "tie", "role"))
INSTANT = timedelta(seconds=1)


@dataclass(frozen=True)
class Step:
    """A posting, a promotion, or an event: what it is told by, what holds together, and what it rests on besides."""

    what: str
    thing: Member
    timed: tuple[Member, ...]
    others: tuple[Link, ...]
    own: Row

    @property
    def begin(self) -> datetime:
        return max(time_of(member, "possible_from") for member in self.timed)

    @property
    def end(self) -> datetime:
        return min(time_of(member, "possible_to") for member in self.timed)


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order. `parameters`: `person` by id."""
    career = _Career(projection, str(parameters["person"]))
    steps = [*career.postings(), *career.promotions(), *career.events()]
    return [career.row(step) for step in sorted(steps, key=career.place)]


class _Career:
    def __init__(self, projection: Projection, person: str) -> None:
        self.person = person
        self.oracle = Oracle(projection)
        self.posted = sorted(self.oracle._of("POSTED_TO", begin=person), key=lambda posting: (_begun(posting), posting.id))
        self.commanded = [posting for posting in self.posted if posting in self.oracle._commands(posting.end)]
        self.counting = Counting(projection, {})
        self.tied = [*self._done()]
        self.ties = [
            Tie(
                event,
                bool(self.oracle.nodes[event].properties.get("disputed"))
                or any(link.properties.get("disputed") for link in links),
                self._surely(event, links),
            )
            for event, links in self.tied
        ]
        done = [self.oracle.nodes[event] for event in {tie.thing for tie in self.ties}]
        self.done = sorted(done, key=lambda event: (_begun(event), event.id))

    def postings(self) -> Iterator[Step]:
        for posting in self.posted:
            yield Step("posting", posting, (posting,), (), self._posted(posting))

    def promotions(self) -> Iterator[Step]:
        for concerns in self.oracle._of("CONCERNS", end=self.person):
            act = self.oracle.nodes[concerns.begin]
            if act.label == "Act" and act.properties.get("kind") == "promotion":
                yield Step("promotion", act, (act,), (concerns,), {"act": act.id, "concerns": concerns.id})

    def events(self) -> Iterator[Step]:
        for alleged in self.oracle._of("ALLEGED_IN", begin=self.person):
            yield self._event(alleged, "alleged", None)
        for posting in self.commanded:
            for alleged in self._alleged(posting.end):
                if Members.possible([posting], Asked.during(self.oracle.nodes[alleged.end])):
                    yield self._event(alleged, "commander", posting)

    def place(self, step: Step) -> list[Any]:
        """Where no source names a beginning, a step stands where it is first told of."""
        first = min((begin for begin, _ in cited(step.thing)), default=step.begin)
        ids = [step.own.get(name) for name in IDS]
        order = [first if step.begin == FIRST else step.begin, step.end, STEPS.index(step.what)]
        return [*order, *((id_ is None, id_ or "") for id_ in ids)]

    def row(self, step: Step) -> Row:
        asked = Asked.during(step.thing) if step.what == "event" else Asked.of(None, None, any=True)
        row = Members(step.timed, asked).columns()
        if step.what == "event":
            near = [member for member in step.timed if isinstance(member, Link)]
            row["gap_days"] = gap_days(near, asked) if near else 0
            if any(link.properties.get("disputed") for link in step.others):
                row["certainty"] = "possible"
        before = [event for event in self.done if time_of(event, "possible_to") <= step.begin]
        if step.what == "event":
            before = []
        undenied = {tie.thing for tie in self.ties if not tie.denied}
        last = next((event for event in reversed(before) if event.id in undenied), None)
        denied = before[-1] if before and before[-1].id not in undenied else None
        by = [link for event, links in self.tied if denied and event == denied.id for link in links]
        rank = step.own.get("rank")
        if step.what == "posting" and rank:
            others = [p for p in self.posted if p.properties.get("rank") not in (None, rank) and _begun(p) <= step.begin]
            row["rank_before"] = others[-1].properties["rank"] if others else None
        return {
            **EMPTY,
            **row,
            **step.own,
            "what": step.what,
            "person": self.person,
            "first_cited": min((begin for begin, _ in cited(step.thing)), default=None),
            "last_cited": max((end for _, end in cited(step.thing)), default=None),
            **(dict.fromkeys(COUNT) if step.what == "event" else self._count(before)),
            "last_before": last and last.id,
            "last_denied": denied and denied.id,
            "days_after": last and (step.begin.date() - _last_day(last)).days,
            "claims": sorted({*row["claims"], *claims_of(*step.others, *filter(None, (last, denied)), *by)}),
        }

    def _count(self, events: list[Node]) -> Row:
        before = {event.id for event in events}
        return self.counting.columns(
            "events_before", [tie for tie in self.ties if tie.thing in before], open_by=["Event", "Unit"]
        )

    def _surely(self, event: str, links: tuple[Link, ...]) -> bool:
        """Whether the person surely commanded the unit when the event happened."""
        held = [link for link in links if "possible_from" in link.properties]
        return Members([*held, self.oracle.nodes[event]], Asked.of(None, None)).sure()

    def _event(self, alleged: Link, tie: str, posting: Link | None) -> Step:
        event = self.oracle.nodes[alleged.end]
        own = {"event": event.id, "tie": tie, "role": alleged.properties.get("role"), "alleged": alleged.id}
        timed = (event, posting) if posting else (event,)
        return Step("event", event, timed, (alleged,), own | (self._posted(posting) if posting else {}))

    def _posted(self, posting: Link) -> Row:
        named = {name: posting.properties.get(name) for name in ("function", "rank", "basis")}
        named |= {"unit": posting.end, "posting": posting.id, "acting": bool(posting.properties.get("acting"))}
        return named | {"post": posting.properties.get("post") or posting.properties.get("title")}

    def _alleged(self, unit: str) -> Iterator[Link]:
        """An unknown unit accuses nobody."""
        if self.oracle.nodes[unit].properties.get("kind") != "unknown":
            yield from self.oracle._of("ALLEGED_IN", begin=unit)

    def _done(self) -> Iterator[tuple[str, tuple[Link, ...]]]:
        """The person's own events, and those of every unit that answered up to one the person commanded, then; and by what."""
        for own in self.oracle._of("ALLEGED_IN", begin=self.person):
            yield own.end, (own,)
        always = Asked.of(None, None)
        for posting in self.commanded:
            for units, links in self.oracle._paths([posting], posting.end, always, down=True):
                for alleged in self._alleged(units[-1]):
                    if Members.possible([posting, *links], Asked.during(self.oracle.nodes[alleged.end])):
                        yield alleged.end, (posting, *links, alleged)


def _begun(thing: Link | Node) -> datetime:
    """By when it surely had begun."""
    return time_of(thing, "certain_from" if "certain_from" in thing.properties else "possible_to")


def _last_day(event: Node) -> Any:
    """The last day on which it can have begun."""
    if "certain_from" in event.properties:
        return time_of(event, "certain_from").date()
    return (time_of(event, "possible_to") - INSTANT).date()
