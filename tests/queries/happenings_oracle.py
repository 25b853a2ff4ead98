"""What the queries about happenings must answer, in plain Python; the rule of time is that of `rule`.

Sightings, events and postings are worked out one by one, as DESIGN §3 and §4 say it; nothing is shared with the queries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.projection import Link, Node, Projection
from queries.parameters import ANY
from tests.queries.oracles.conflicting_places import called
from tests.queries.oracles.counting import Counting, Place, Tie
from tests.queries.rule import Asked, Member, Members, Row

ORDER = ("recognised", "seen", "alleged", "posted")
KNOWN_BY = ("face", "voice", "name")
"""By which somebody was seen; a document, insignia or a vehicle show nobody."""
PLACING = {"recognised_by": None, "role": None, "unit": None, "post": None, "function": None}
MEANS = {"base": None, "event": None, "suffered": None, "occurred": None}


class HappeningsOracle:
    """One world to ask."""

    def __init__(self, projection: Projection, waiting: Mapping[str, str] | None = None) -> None:
        self.counting = Counting(projection, waiting or {})
        self.nodes = {node.id: node for node in projection.nodes}
        self.links = projection.links

    def victim_and_officer(self, victim: str, station: str, asked: Asked) -> list[Row]:
        rows = []
        for stay in self._of("HELD_AT", begin=victim):
            if station in (ANY, stay.end):
                for row, timed, others in self._placings(victim, stay.end):
                    members = Members([stay, *timed], asked)
                    if row["officer"] != victim and members.shared:
                        rows.append(self._officer(row, stay, members, others))

        def order(row: Row) -> list[Any]:
            return [
                ORDER.index(row["placed"]),
                *(row[key] for key in ("officer", "placing", "stay")),
                *(row[key] or "" for key in ("base", "event", "suffered", "occurred")),
            ]

        return sorted(rows, key=order)

    def modus_operandi(self, words: list[str], least: int, asked: Asked) -> list[Row]:
        lowered = {word.lower() for word in words}
        rows, shown = list[Row](), list[tuple[str, Link | None, bool]]()
        for event in (node for node in self.nodes.values() if node.label == "Event"):
            happened = Members([event], asked)
            methods = sorted({method.strip().lower() for method in _texts(event.properties.get("methods"))})
            shared = [method for method in methods if method in lowered]
            if not happened.shared or len(shared) < max(1, min(least, len(lowered))):
                continue
            places: list[Link | None] = [*self._of("OCCURRED_AT", begin=event.id)]
            for occurred in places or [None]:
                shown.append((event.id, occurred, happened.sure()))
                rows.append(
                    self._alike(event, occurred, happened)
                    | {"shared": shared, "other": [method for method in methods if method not in shared]}
                )
        denied = {event for event, *_ in shown if self.nodes[event].properties.get("disputed")}
        stations = [Place(event, at.end, event in denied or _is_denied(at), sure) for event, at, sure in shown if at]
        events = [Tie(event, event in denied, sure) for event, _, sure in shown]
        open_by = ["Event"] if any(event in self.counting.waiting for event, *_ in shown) else []
        totals = {
            **self.counting.places("stations", stations, open_by=open_by, anywhere=True),
            **self.counting.columns("events", events, open_by=open_by),
        }
        keys = ("station", "since", "until", "event", "occurred")
        return sorted(
            (row | totals for row in rows), key=lambda row: [(row[key] is None, row[key] if row[key] else "") for key in keys]
        )

    def _placings(self, victim: str, station: str) -> Iterator[tuple[Row, list[Member], list[Link]]]:
        """Who is placed at the station and by what, whenever: the row, its members that have a time, and the others."""
        for seen in self._of("PRESENT_AT", end=station):
            how = seen.properties.get("recognised_by")
            placed = "recognised" if how in KNOWN_BY else "alleged" if how else "seen"
            row = {"placed": placed, "recognised_by": how, "role": seen.properties.get("role")}
            yield {**PLACING, **MEANS, **row, "officer": seen.begin, "placing": seen.id}, [seen], []
        for suffered in self._of("SUFFERED", begin=victim):
            for occurred in self._of("OCCURRED_AT", begin=suffered.end):
                for alleged in self._of("ALLEGED_IN", end=suffered.end):
                    how, role = alleged.properties.get("recognised_by"), alleged.properties.get("role")
                    if occurred.end == station and self.nodes[alleged.begin].label == "Person" and role != "ordered":
                        placed = "recognised" if how in KNOWN_BY and role != "supervised" else "alleged"
                        row = {"placed": placed, "recognised_by": how, "role": role}
                        row |= {"suffered": suffered.id, "occurred": occurred.id, "event": suffered.end}
                        whole = {**PLACING, **MEANS, **row, "officer": alleged.begin, "placing": alleged.id}
                        yield whole, [self.nodes[suffered.end]], [suffered, occurred, alleged]
        for base in self._of("BASED_AT", end=station):
            for posting in self._of("POSTED_TO", end=base.begin):
                if self._known(base.begin):
                    named = {name: posting.properties.get(name) for name in ("post", "title", "function")}
                    row = {"placed": "posted", "unit": base.begin, "base": base.id, "function": named["function"]}
                    row |= {"post": named["post"] or named["title"], "officer": posting.begin, "placing": posting.id}
                    yield {**PLACING, **MEANS, **row}, [base, posting], []

    def _officer(self, row: Row, stay: Link, members: Members, others: list[Link]) -> Row:
        found = members.columns() | row | {"station": stay.end, "stay": stay.id, "victim": stay.begin}
        places = [*self._of("OCCURRED_AT", begin=row["event"])] if row["event"] else []
        elsewhere = len({at.end for at in places}) > 1  # an event told at two places was at one or the other
        if row["placed"] == "posted" or elsewhere or any(link.properties.get("disputed") for link in others):
            found["certainty"] = "possible"
        found["claims"] = sorted({*found["claims"], *_claims(*others)})
        within = Asked(found["since"], found["until"])
        found["also_held"] = any(
            held.end == stay.end and Members.possible([held], within) for held in self._of("HELD_AT", begin=row["officer"])
        )
        absent = [*self._absences(row["officer"], stay.end, within)] if row["placed"] == "posted" else []
        found["denied_there"] = bool(absent) if row["placed"] == "posted" else None
        found["claims"] = sorted({*found["claims"], *absent})
        found["elsewhere"] = sorted(set(self._elsewhere(row["officer"], stay.end, within)))
        found["event_elsewhere"] = sorted({called(self.nodes[at.end], at) for at in places if at.end != stay.end})
        return found

    def _absences(self, officer: str, station: str, within: Asked) -> Iterator[str]:
        """The claims that deny that he was there then."""
        for claim in self.nodes.values():
            own: Any = claim.properties
            if own.get("denied_of") == officer and own["denied_at"] == station:
                when = {"possible_from": own["denied_from"], "possible_to": own["denied_to"]}
                if Members.possible([Node("Claim", when)], within):
                    yield claim.id

    def _elsewhere(self, officer: str, station: str, within: Asked) -> Iterator[str]:
        here = {base.begin for base in self._of("BASED_AT", end=station) if Members.possible([base], within)}
        for kind in ("PRESENT_AT", "HELD_AT", "POSTED_TO"):
            for away in self._of(kind, begin=officer):
                held = Members([away], within).sure() and not away.properties.get("disputed")
                if held and away.end not in {station, *here} and self._known(away.end):
                    yield str(self.nodes[away.end].properties["name"])

    def _alike(self, event: Node, occurred: Link | None, happened: Members) -> Row:
        station = occurred.end if occurred else None
        found = happened.columns()
        within = Asked(found["since"], found["until"])
        suffered = [*self._of("SUFFERED", end=event.id)]
        alleged = [
            link for link in self._of("ALLEGED_IN", end=event.id) if link.begin_label == "Unit" and self._known(link.begin)
        ]
        based = [base for base in self._of("BASED_AT", end=station) if station and self._known(base.begin)]
        based = [base for base in based if Members.possible([base], within)]
        told_at = {link.end for link in self._of("OCCURRED_AT", begin=event.id)}
        if _is_denied(occurred) or (occurred and len(told_at) > 1):  # an event is at one place: told of two, at one or the other
            found["certainty"] = "possible"
        return found | {
            "covers": happened.possibles[0] <= happened.question,
            "station": station,
            "event": event.id,
            "kind": event.properties.get("kind"),
            "occurred": occurred and occurred.id,
            **self.counting.columns("victims", self._suffering(event.id, sure=happened.sure())),
            "alleged": self._names(alleged),
            "based": self._names(based),
            "claims": sorted({*found["claims"], *_claims(*suffered, *alleged, *based, *([occurred] if occurred else []))}),
        }

    def _suffering(self, event: str, *, sure: bool) -> list[Tie]:
        """Whoever suffered it; whoever suffered what may be one with it comes once it is joined."""
        return [
            Tie(link.begin, _is_denied(link), sure, comes=happened != event)
            for happened in self.counting.alike(event)
            for link in self._of("SUFFERED", end=happened)
        ]

    def _names(self, links: list[Link]) -> list[str]:
        named = ((self.nodes[link.begin].properties["name"], link.properties.get("disputed")) for link in links)
        return sorted({f"{name} (disputed)" if disputed else str(name) for name, disputed in named})

    def _known(self, place: str) -> bool:
        return self.nodes[place].properties.get("kind") != "unknown"

    def _of(self, kind: str, *, begin: str | None = None, end: str | None = None) -> Iterator[Link]:
        return (link for link in self.links if link.type == kind and begin in (None, link.begin) and end in (None, link.end))


def _is_denied(link: Link | None) -> bool:
    return link is not None and bool(link.properties.get("disputed"))


def _texts(value: Any) -> set[str]:
    return set(value or ())


def _claims(*links: Link) -> set[str]:
    return {claim for link in links for claim in _texts(link.properties.get("claims"))}
