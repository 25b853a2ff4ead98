"""What `impunity/measures_taken` must answer, in plain Python.

A measure is about the event, about a complaint or report of it, or about a unit or member involved, and can have been
taken when the command had begun. Where nothing counts as done by the person or below, that is a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.subordinates import GRADE, Subordinates, Told, Way, days_between, done_columns
from tests.queries.rule import Row, claims_of, time_of

FOUND = ("by the person", "by a unit below")
ORDER = ("none found", *FOUND, "by others")
NO_MEASURE = ("notice", "complaint", "case_abroad")
NOTHING_DONE = ("omission", "promotion", "refusal")
NO_ROW_OF = ("measure", "kind", "content", "made_by", "about", "taken", "concerns")
NO_TIME_OF = ("taken_since", "taken_until", "days_least", "days_most")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, by event, then by who took the measure."""
    below = Subordinates(projection, str(parameters["person"]))
    own = [Way("by the person", thing, (tie,)) for tie, thing in below.tied("MADE_BY", below.person)]
    makers = {told.thing.id: told for told in below.grouped([*own, *below.during("by a unit below", "MADE_BY")], FOUND)}
    rows: list[Row] = []
    for event in below.events(parameters):
        followed = [*_followed(below, event, makers)]
        if not any(row["found"] in FOUND and row["kind"] not in NOTHING_DONE for row in followed):
            alone = {"found": "none found", "certainty": GRADE[event.best.rank], "gap_days": event.best.gap}
            followed.append({**dict.fromkeys((*NO_ROW_OF, *NO_TIME_OF)), **alone, "claims": sorted(event.best.claims)})
        rows += [{**done_columns(event), **row, "person": below.person} for row in followed]

    def order(row: Row) -> list[Any]:
        taken = [row[name] or datetime.max for name in ("taken_since", "taken_until")]
        event = [row[name] for name in ("event_since", "event_until", "event")]
        return [*event, ORDER.index(row["found"]), *taken, row["measure"] or ""]

    return sorted(rows, key=order)


def _followed(below: Subordinates, event: Told, makers: dict[str, Told]) -> Iterator[Row]:
    commanded_from = min(since for way in event.ways if (since := way.members.limits()[0]))
    about: dict[str, list[tuple[Link, Link | None]]] = {}
    for link, before in _about(below, event):
        about.setdefault(link.begin, []).append((link, before))
    for measure, reasons in ((Told(below.nodes[id_]), found) for id_, found in about.items()):
        maker, kind = makers.get(measure.thing.id), measure.thing.properties.get("kind") or "other"
        if kind in NO_MEASURE or (maker is None and kind == "report") or measure.begun_to <= commanded_from:
            continue
        denied, _, reason, before = min((any(map(_disputed, pair)), pair[0].id, *pair) for pair in reasons)
        taken = maker.best.ties[-1] if maker else min(below.links("MADE_BY", begin=measure.thing.id), key=_id, default=None)
        rank, gap = (maker.best.rank, maker.best.gap) if maker else (3, 0)
        order = 1 if denied or _disputed(taken) else _after(event, measure)
        least, most = days_between(event.thing, measure.thing)
        claims = event.best.claims | claims_of(measure.thing, *(link for link in (taken, reason, before) if link))
        yield {
            "found": maker.best.what if maker else "by others",
            "measure": measure.thing.id,
            "kind": measure.thing.properties.get("kind"),
            "content": measure.thing.properties.get("content") or measure.thing.properties.get("outcome"),
            "made_by": taken and taken.end,
            "about": reason.end,
            "taken_since": measure.since,
            "taken_until": measure.until,
            "days_least": least,
            "days_most": most,
            "certainty": GRADE[min(event.best.rank, rank, order)],
            "gap_days": None if gap is None or event.best.gap is None else max(gap, event.best.gap),
            "taken": taken and taken.id,
            "concerns": reason.id,
            "claims": sorted(claims | (maker.best.claims if maker else set())),
        }


def _about(below: Subordinates, event: Told) -> Iterator[tuple[Link, Link | None]]:
    """What makes something a measure about the event: the link, and that of the complaint or report it is about."""
    for about in below.links("CONCERNS", end=event.thing.id):
        yield about, None
        for kind in ("CONCERNS", "ANSWERS"):
            yield from ((further, about) for further in below.links(kind, end=about.begin))
    involved = {way.command.unit for way in event.ways if way.command} | {way.further.begin for way in event.ways if way.further}
    for one in sorted(involved):
        yield from ((about, None) for about in below.links("CONCERNS", end=one))


def _after(event: Told, measure: Told) -> int:
    """How surely the measure came when the event was over and the person had taken command."""
    command = event.best.command
    assert command is not None
    posting = command.posting
    began = time_of(posting, "certain_from" if "certain_from" in posting.properties else "possible_to")
    return 3 if event.until <= measure.since and began <= measure.since else 1


def _disputed(thing: Link | Node | None) -> bool:
    return bool(thing and thing.properties.get("disputed"))


def _id(link: Link) -> str:
    return link.id
