"""What `pattern/unidentified_perpetrators` must answer, in plain Python.

Whoever is described and not named was seen at the station, or is alleged in what happened there. He has a row of his own,
whoever the candidates are. A candidate is somebody named who possibly belonged to a unit while that unit was possibly based
there, at that time. A source may name him there himself: in the same event, or as seen here then; and a source may deny that he
was here then, or present at the event: then he is no more than possible, unless one need not have been there for it. An unknown
unit accuses nobody. All is held against the period, and the candidate against the sighting besides: how far a posting or base is
cited is told from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracle import Oracle
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import elsewhere_told
from tests.queries.rule import Asked, Member, Members, Row, claims_of, gap_days

NONE: tuple[Link | None, Link | None] = (None, None)
NOBODY = dict.fromkeys(("candidate", "unit", "posting", "base"))
SURENESS = ("certain", "assumed", "possible")
SIGHT = ("face", "voice", "name")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order. `parameters`: `station` by id, `from` and `to`."""
    oracle, conflicting = Oracle(projection), elsewhere_told(projection)
    limits: dict[str, Any] = parameters
    station, asked = str(parameters["station"]), Asked.of(limits.get("from"), limits.get("to"))
    found: list[tuple[list[Any], Row]] = []
    for own, timed, others in _placed(oracle, station):
        person = oracle.nodes[own["person"]]
        sighting = Members([timed], asked)
        if person.properties.get("identified") != "described" or not sighting.shared:
            continue
        named = {"description": person.properties.get("description"), "called": person.properties.get("aliases") or []}
        for posting, base in (NONE, *_candidates(oracle, station, timed, asked)):
            row = {**own, **named, **_graded(timed, posting, base, asked)}
            if any(link.properties.get("disputed") or link.id in conflicting for link in others):
                row["certainty"] = "possible"
            naming = [*_naming(oracle, posting.begin, station, row, sighting)] if posting else []
            afar = row["event"] is not None and row["role"] in ("ordered", "supervised")
            absent = (
                [*_absences(oracle, posting, base, station, row["event"], timed, asked)] if posting and base and not afar else []
            )
            row |= (
                {"named_too": bool(naming), "denied_there": bool(absent)}
                if posting
                else {"named_too": None, "denied_there": None}
            )
            if absent:
                row["certainty"] = "possible"
            row["claims"] = sorted({*row["claims"], *claims_of(person, *others, *naming), *(claim.id for claim in absent)})
            gap = row["gap_days"]
            place = [
                person.id,
                *sighting.limits(),
                row["placing"],
                row["occurred"] or "",
                posting is not None,
                SURENESS.index(row["certainty"]),
            ]
            place += [gap is None, gap or 0, row["candidate"] or "", row["posting"] or "", row["base"] or ""]
            found.append((place, row))
    return [row for _, row in sorted(found, key=lambda told: told[0])]


def _graded(timed: Member, posting: Link | None, base: Link | None, asked: Asked) -> Row:
    """The candidate and the grade: what is less sure of the two that it is held against, and what is farther cited."""
    links = [link for link in (base, posting) if link]
    row = Members([timed, *links], asked).columns() | {"gap_days": gap_days([timed], asked)}
    if links:
        then = Asked.during(timed)
        grades = (row["certainty"], Members([timed, *links], then).columns()["certainty"])
        gaps = (row["gap_days"], gap_days(links, then))
        row |= {"certainty": max(grades, key=SURENESS.index), "gap_days": None if None in gaps else max(gaps)}
    told = {"candidate": posting.begin, "unit": posting.end, "posting": posting.id} if posting else {}
    return {**NOBODY, **row, **told, "base": base and base.id}


def _placed(oracle: Oracle, station: str) -> Iterator[tuple[Row, Member, list[Link]]]:
    """Who is placed here, by what: the row, what has a time, and what has none."""
    for seen in oracle._of("PRESENT_AT", end=station):
        how = seen.properties.get("recognised_by")
        placed = "seen" if how is None or how in SIGHT else "alleged"
        yield {**_told(seen), "placed": placed, "event": None, "occurred": None}, seen, []
    for occurred in oracle._of("OCCURRED_AT", end=station):
        for alleged in oracle._of("ALLEGED_IN", end=occurred.begin):
            if alleged.begin_label == "Person":
                own = {**_told(alleged), "placed": "alleged", "event": occurred.begin, "occurred": occurred.id}
                yield own, oracle.nodes[occurred.begin], [alleged, occurred]


def _naming(oracle: Oracle, candidate: str, station: str, row: Row, sighting: Members) -> Iterator[Link]:
    """What names the candidate himself: in the event, whatever he was there; where no event is told, here at that time."""
    since, until = sighting.limits()
    if row["event"] is None:
        yield from (
            seen for seen in oracle._of("PRESENT_AT", end=station)
            if seen.begin == candidate and Members.possible([seen], Asked.of(since, until))
        )  # fmt: skip
    for kind in ("ALLEGED_IN", "SUFFERED", "WITNESSED"):
        yield from (link for link in oracle._of(kind, end=str(row["event"])) if link.begin == candidate)


def _absences(
    oracle: Oracle, posting: Link, base: Link, station: str, event: str | None, timed: Member, asked: Asked
) -> Iterator[Node]:
    """The claims that deny that the candidate was here then, or present at the event: at some moment of all that is told."""
    for claim in oracle.nodes.values():
        if claim.properties.get("denied_of") == posting.begin and claim.properties["denied_at"] in (station, event):
            limits: Any = claim.properties
            when = {"possible_from": limits["denied_from"], "possible_to": limits["denied_to"]}
            if Members.possible([timed, posting, base, Node("Claim", when)], asked):
                yield claim


def _told(placing: Link) -> Row:
    named = {name: placing.properties.get(name) for name in ("role", "recognised_by")}
    return {**named, "person": placing.begin, "placing": placing.id}


def _candidates(oracle: Oracle, station: str, timed: Member, asked: Asked) -> Iterator[tuple[Link | None, Link | None]]:
    for base in oracle._of("BASED_AT", end=station):
        for posting in oracle._of("POSTED_TO", end=base.begin):
            known = oracle.nodes[base.begin].properties.get("kind") != "unknown"
            named = oracle.nodes[posting.begin].properties.get("identified") != "described"
            if known and named and Members.possible([timed, base, posting], asked):
                yield posting, base
