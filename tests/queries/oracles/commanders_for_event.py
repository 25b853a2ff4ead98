"""What `command/commanders_for_event` must answer, in plain Python.

The question's time is all that the event possibly lasted, and the event is itself a member of each row. Distances are
those of the links. A unit is tied to the event by each allegation, and by each base at each place where it happened. An
unknown unit is never a perpetrator, so it is tied by a base alone and has no commander; its chain goes on. An event
told at several places was at one of them: a base at any is no more than possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.projection import Link, Projection
from tests.queries.oracle import Oracle, _sorted
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import elsewhere_told
from tests.queries.rule import Asked, Members, Row, claims_of, gap_days

UNTIED = dict.fromkeys(("alleged", "role", "recognised_by", "occurred", "station", "base"))
ORDER = ("tie", "at_event", "alleged", "occurred", "base", "level", "chain", "links", "commander", "posting")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order. `parameters`: `event` by id."""
    oracle = Oracle(projection)
    event = oracle.nodes[str(parameters["event"])]
    asked = Asked.during(event)
    conflicting = elsewhere_told(projection)
    rows = []
    for tied, first, others in _ties(oracle, event.id):
        for row, held in _commanders(oracle, first, tied["at_event"], asked):
            told = Members([*held, event], asked).columns() | {"gap_days": gap_days(held, asked) if held else 0}
            if any(link.properties.get("disputed") or link.id in conflicting for link in others):
                told["certainty"] = "possible"
            told["claims"] = sorted({*told["claims"], *claims_of(*others)})
            rows.append({**UNTIED, **tied, **row, **told, "event": event.id})
    return _sorted(rows, *ORDER)


def _ties(oracle: Oracle, event: str) -> Iterator[tuple[Row, list[Link], list[Link]]]:
    """A unit at the event: its columns, the base that must hold then, and the links without a time."""
    for alleged in oracle._of("ALLEGED_IN", end=event):
        if alleged.begin_label == "Unit" and _known(oracle, alleged.begin):
            named = {name: alleged.properties.get(name) for name in ("role", "recognised_by")}
            yield {"tie": "alleged", "at_event": alleged.begin, "alleged": alleged.id, **named}, [], [alleged]
    for occurred in oracle._of("OCCURRED_AT", begin=event):
        for base in oracle._of("BASED_AT", end=occurred.end):
            where = {"occurred": occurred.id, "station": occurred.end, "base": base.id}
            yield {"tie": "based", "at_event": base.begin, **where}, [base], [occurred]


def _commanders(oracle: Oracle, first: list[Link], unit: str, asked: Asked) -> Iterator[tuple[Row, list[Link]]]:
    """Each path upwards with each who commanded at its upper end, and the links that must hold together."""
    for way, links in oracle._paths(first, unit, asked):
        standing = [*first, *links]
        if not Members.possible(standing, asked):
            continue
        held: list[Link | None] = [p for p in oracle._commands(way[-1]) if Members.possible([*standing, p], asked)]
        for posting in held or [None]:
            row = {"level": len(links), "unit": way[-1], "chain": way, "links": [link.id for link in links]}
            row |= {"commander": posting and posting.begin, "posting": posting and posting.id}
            row |= {"acting": posting and bool(posting.properties.get("acting"))}
            yield row | {"end": oracle._end(way, links, standing, asked)}, [*standing, *([posting] if posting else [])]


def _known(oracle: Oracle, unit: str) -> bool:
    return oracle.nodes[unit].properties.get("kind") != "unknown"
