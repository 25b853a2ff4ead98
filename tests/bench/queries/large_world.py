"""A republic of any size for benchmarks: every kind of node and link in proportions like those of a case, from a seed.

Commands are trees ten levels deep with a few forks; people, postings, stays and events spread over five years, with more of
everything in one month and at one station in ten, as it is in life.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from graph.projection import Link, Node, Projection, Properties
from graph.said.span import Period, Span

BEGIN, DAYS = datetime(2018, 1, 1), 1826
BAD_MONTH = 950
"""Days after BEGIN: where a third of all events lie within thirty days."""
METHODS = (
    "blows",
    "electric shocks",
    "stress position",
    "cold cell",
    "threats",
    "paint",
    "corridor of blows",
    "no water",
    "dogs",
)
SHARE = {"units": 0.028, "officers": 0.10, "stations": 0.003, "victims": 0.06, "events": 0.065}
"""Things for one link of the whole."""


@dataclass(slots=True)
class LargeWorld:
    """What was made, and who is worth asking about, by label."""

    links_wanted: int
    seed: int = 1
    nodes: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ids: dict[str, list[str]] = field(default_factory=dict)
    held: dict[str, tuple[str, Period]] = field(default_factory=dict)
    """By victim, the first station and when."""
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self._forces()
        self._places()
        self._officers()
        self._victims()
        self._events()
        self._impunity()
        self._evidence()

    @property
    def projection(self) -> Projection:
        """All of it."""
        return Projection(1, tuple(self.nodes), tuple(self.links))

    # ------------------------------------------------------------------ parts

    def _count(self, what: str) -> int:
        return max(8, int(self.links_wanted * SHARE[what]))

    def _forces(self) -> None:
        units = self._things("Unit", self._count("units"), lambda n: {"kind": "unknown" if n % 97 == 96 else "real"})
        for n, unit in enumerate(units[1:], 1):
            above = units[(n - 1) // 4]
            self._link("SUBORDINATE_TO", "Unit", unit, "Unit", above, self._state(), relation="command")
            if n % 23 == 0:
                self._link("SUBORDINATE_TO", "Unit", unit, "Unit", units[(n - 1) // 5], self._state(), relation="command")
            if n % 11 == 0:
                other = self.random.choice(units)
                self._link("SUBORDINATE_TO", "Unit", unit, "Unit", other, self._state(), relation="administrative")
            if n % 9 == 0:
                self._link("JOINED", "Unit", unit, "Unit", self.random.choice(units), self._state())

    def _places(self) -> None:
        areas = self._things("Area", max(8, self._count("stations") // 4), lambda n: {"kind": "district"})
        for n, area in enumerate(areas[1:], 1):
            self._link("WITHIN", "Area", area, "Area", areas[(n - 1) // 6])
        stations = self._things(
            "Station",
            self._count("stations"),
            lambda n: {
                "latitude": 50 + self.random.random() * 4,
                "longitude": 24 + self.random.random() * 6,
                "precision_km": 1.0,
            },
        )
        for station in stations:
            self._link("WITHIN", "Station", station, "Area", self.random.choice(areas))
        for n, unit in enumerate(self.ids["Unit"]):
            self._link("BASED_AT", "Unit", unit, "Station", stations[n % len(stations)], self._state())
            if n % 5 == 0:
                self._link("OPERATED_IN", "Unit", unit, "Area", self.random.choice(areas), self._state())

    def _officers(self) -> None:
        units = self.ids["Unit"]
        officers = self._things("Person", self._count("officers"), lambda n: {"identified": "named"}, "officer")
        for n, officer in enumerate(officers):
            function = "commander" if n % 4 == 0 else "deputy" if n % 4 == 1 else "member"
            for _ in range(1 + n % 2):
                self._link("POSTED_TO", "Person", officer, "Unit", self.random.choice(units), self._state(), function=function)
            if n % 3 == 0:
                station = self._station()
                self._link("PRESENT_AT", "Person", officer, "Station", station, self._stay(3), role="officer")

    def _victims(self) -> None:
        victims = self._things("Person", self._count("victims"), lambda n: {"identified": "named", "protected": True}, "victim")
        files = self._things("Casefile", len(victims) // 2, lambda n: {})
        for n, victim in enumerate(victims):
            first, station = self._stay(12), self._station()
            self._link("HELD_AT", "Person", victim, "Station", station, first)
            self.held[victim] = (station, first.possible)
            # Most are taken on to another place; one in ten is taken again at some other time.
            second = self._stay(12) if n % 10 == 0 else self._from(first.possible.end, 12)
            self._link("HELD_AT", "Person", victim, "Station", self._station(), second)
            if n < len(files):
                self._link("ABOUT", "Casefile", files[n], "Person", victim)

    def _events(self) -> None:
        units, officers, victims = self.ids["Unit"], self.ids["officer"], self.ids["victim"]
        count = self._count("events")
        kinds = ("beating", "torture", "arrest", "detention", "hearing")
        suffering = [self.random.choice(victims) for _ in range(count)]
        events = self._things(
            "Event",
            count,
            lambda n: {
                "kind": kinds[n % 5],
                "methods": sorted(self.random.sample(METHODS, 1 + n % 3)),
                **self._from(self.held[suffering[n]][1].begin, 1).as_properties(),
            },
        )
        masks = self._things("Person", count // 20, lambda n: {"identified": "described", "description": "masked"}, "mask")
        findings = self._things(
            "Finding", count // 3, lambda n: {"body_site": ("back", "arm", "head")[n % 3], "consistency": "consistent"}
        )
        for n, event in enumerate(events):
            self._link("OCCURRED_AT", "Event", event, "Station", self.held[suffering[n]][0])
            self._link("SUFFERED", "Person", suffering[n], "Event", event)
            if n % 10 == 0:
                self._link("SUFFERED", "Person", self.random.choice(victims), "Event", event)
            self._link("ALLEGED_IN", "Unit", self.random.choice(units), "Event", event, role="direct")
            if n % 4 == 0:
                self._link("ALLEGED_IN", "Person", self.random.choice(officers), "Event", event, role="direct")
            if n % 20 == 0 and masks:
                self._link("ALLEGED_IN", "Person", masks[n // 20 % len(masks)], "Event", event, role="direct")
            if n % 3 == 0 and n // 3 < len(findings):
                self._link("FOUND_ON", "Finding", findings[n // 3], "Person", self.random.choice(victims))
                self._link("ATTRIBUTED_TO", "Finding", findings[n // 3], "Event", event)

    def _impunity(self) -> None:
        victims, officers, events, units = self.ids["victim"], self.ids["officer"], self.ids["Event"], self.ids["Unit"]
        complaints = self._things(
            "Proceeding",
            len(victims) // 6,
            lambda n: {"kind": "complaint", "forum": "court", **self._stay(1).as_properties()},
            "complaint",
        )
        refusals = self._things(
            "Proceeding",
            len(complaints) // 2,
            lambda n: {"kind": "refusal", "forum": "court", **self._stay(1).as_properties()},
            "refusal",
        )
        charges = self._things(
            "Proceeding",
            len(complaints) // 5,
            lambda n: {"kind": "charge", "forum": "court", **self._stay(1).as_properties()},
            "charge",
        )
        acts = self._things(
            "Act",
            len(officers) // 10,
            lambda n: {"kind": ("order", "report", "notice", "measure", "promotion")[n % 5], **self._stay(1).as_properties()},
        )
        for n, complaint in enumerate(complaints):
            self._link("MADE_BY", "Proceeding", complaint, "Person", victims[n])
            self._link("CONCERNS", "Proceeding", complaint, "Event", self.random.choice(events))
            if n < len(refusals):
                self._link("ANSWERS", "Proceeding", refusals[n], "Proceeding", complaint)
            if n < len(charges):
                self._link("CONCERNS", "Proceeding", charges[n], "Person", victims[n])
        for n, act in enumerate(acts):
            self._link("ADDRESSED_TO", "Act", act, "Person", self.random.choice(officers))
            self._link("MADE_BY", "Act", act, "Unit", self.random.choice(units))
            self._link("CONCERNS", "Act", act, "Event", events[n % len(events)])

    def _evidence(self) -> None:
        """A claim for every link so far that has none, until the wanted number of links is reached; a source for thirty."""
        files = self.ids["Casefile"]
        told = list(self.links)
        wanted = max(0, self.links_wanted - len(self.links))
        sources = self._things(
            "Source", max(4, wanted // 30), lambda n: {"kind": "interview", "sha256": "0", "held": True, "pages": 3}
        )
        for n, source in enumerate(sources[: len(files)]):
            self._link("IN_FILE", "Source", source, "Casefile", files[n])
            if n % 10 == 9:
                self._link("DERIVED_FROM", "Source", source, "Source", sources[n - 1])
        for link in told[: max(0, self.links_wanted - len(self.links))]:
            claim = f"c-{link.id}"
            self.nodes.append(
                Node("Claim", {"id": claim, "name": "exists", "property": "exists", "polarity": "asserts", "about": link.id})
            )
            self._link("CITES", "Claim", claim, "Source", sources[self._few(len(sources))])

    # ------------------------------------------------------------------ pieces

    def _things(self, label: str, count: int, own: Callable[[int], Properties], name: str | None = None) -> list[str]:
        name = name or label
        made = []
        for n in range(count):
            id_ = f"{name.lower()}-{n}"
            properties: Properties = {"id": id_, "name": f"{name} {n}", **own(n)}
            self.nodes.append(Node(label, properties))
            made.append(id_)
        self.ids.setdefault(label, []).extend(made)
        self.ids[name] = made if name != label else self.ids[label]
        return made

    def _link(
        self, type_: str, begin_label: str, begin: str, end_label: str, end: str, span: Span | None = None, **own: str
    ) -> None:
        id_ = f"l{len(self.links)}"
        properties: dict[str, object] = {"id": id_, **own, **(span.as_properties() if span else {})}
        self.links.append(Link(type_, begin_label, begin, end_label, end, properties))  # type: ignore[arg-type]  # values by name

    def _few(self, count: int) -> int:
        return int(count * self.random.random() ** 2)

    def _station(self) -> str:
        stations = self.ids["Station"]
        return stations[self._few(len(stations))]

    def _day(self) -> datetime:
        if self.random.random() < 1 / 3:
            return BEGIN + timedelta(days=BAD_MONTH + self.random.randrange(30))
        return BEGIN + timedelta(days=self.random.randrange(DAYS))

    def _state(self) -> Span:
        """A term of half a year to three years, stated, bridged, or cited on a day."""
        begin = BEGIN + timedelta(days=self.random.randrange(DAYS))
        end = begin + timedelta(days=180 + self.random.randrange(900))
        kind = self.random.random()
        core = Period(begin, end)
        if kind < 0.4:
            return Span(core, core, False, (core,))
        first, last = Period.day(begin), Period.day(end - timedelta(days=1))
        if kind < 0.8:
            return Span(cited=(first, last), core=core, bridged=True)
        return Span(cited=(first,), core=first)

    def _stay(self, days: int) -> Span:
        return self._from(self._day(), days)

    def _from(self, begin: datetime, days: int) -> Span:
        period = Period(begin, begin + timedelta(days=1 + self.random.randrange(days)))
        return Span(period, period if days > 1 else None, False, (period,))
