"""What `colocation/custody_chain` must answer, in plain Python; the rule of time is that of `rule`.

A step is a stay of the victim or an event the victim suffered. Each has a row of its own, whoever answered for the place: it is
graded without them. The question's time is the step's own possible range. What is denied fills no hours, and a denied release
frees nobody. An unknown unit that is based at a place is shown, without a commander.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import elsewhere_told
from tests.queries.oracles.custody_gaps import is_denied
from tests.queries.rule import Asked, Members, Row, time_of

ORDER = ("station", "tie", "unit", "commander", "tied", "posting", "suffered", "occurred")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, step by step."""
    victim = parameters["victim"]
    nodes = {node.id: node for node in projection.nodes}
    stays = [link for link in projection.links if link.type == "HELD_AT" and link.begin == victim]
    sufferings = [link for link in projection.links if link.type == "SUFFERED" and link.begin == victim]
    events = {link.end: _as_member(nodes[link.end]) for link in sufferings}
    things: list[Link | Node] = [*stays, *(nodes[event] for event in events)]
    denied = {thing.id for thing in things if is_denied(thing, sufferings)}
    steps = sorted([*stays, *events.values()], key=lambda step: (_place(step), time_of(step, "possible_to"), step.id))
    rows: list[Row] = []
    for number, step in enumerate(steps, start=1):
        own = {"step": number, "gap_hours": _gap(step, [other for other in steps if other.id not in denied]), "victim": victim}
        if step.type == "HELD_AT":
            stage = {"kind": "held", "stay": step.id, "station": step.end, "stage": step.properties.get("stage")}
            stage |= {"cell": step.properties.get("cell")}
            rows += _who(projection, step, [], own | stage)
        else:
            named = {"kind": step.properties.get("kind") or "other", "event": step.id, "place": step.properties.get("place")}
            occurring: list[Link | None] = [
                link for link in projection.links if link.type == "OCCURRED_AT" and link.begin == step.id
            ]
            for suffered in (link for link in sufferings if link.end == step.id):
                for occurred in occurring or [None]:
                    where = {"station": occurred and occurred.end, "occurred": occurred and occurred.id}
                    others = [suffered, *([occurred] if occurred else [])]
                    rows += _who(projection, step, others, own | named | where | {"suffered": suffered.id})
    return sorted(rows, key=_order)


def _order(row: Row) -> list[Any]:
    """By step and place; there the step alone first."""
    station, *others = ([row.get(name) is None, row.get(name) or ""] for name in ORDER)
    return [row["step"], station, row["tied"] is not None, *others]


def _who(projection: Projection, step: Link, others: list[Link], own: Row) -> list[Row]:
    asked, nodes, conflicting = Asked.during(step), {node.id: node for node in projection.nodes}, elsewhere_told(projection)
    ties: list[tuple[Link | None, list[Link]]] = [(None, [step])]
    for link in projection.links:
        if link.type == "BASED_AT" and link.end == own["station"] and Members.possible([step, link], asked):
            ties.append((link, [step, link]))
        alleged = link.type == "ALLEGED_IN" and link.end == step.id and link.begin_label == "Unit"
        if alleged and nodes[link.begin].properties.get("kind") != "unknown":
            ties.append((link, [step]))
    rows = []
    for tied, timed in ties:
        postings: list[Link] = [
            link
            for link in projection.links
            if tied and link.type == "POSTED_TO" and link.end == tied.begin and link.properties.get("function") == "commander"
            if nodes[link.end].properties.get("kind") != "unknown"
        ]
        commanding: list[Link | None] = [posting for posting in postings if Members.possible([*timed, posting], asked)]
        for posting in commanding or [None]:
            members = Members([*timed, posting] if posting else timed, asked)
            untimed = [*others, *([tied] if tied and tied not in timed else [])]
            found: Row = members.columns() | own | {"tied": tied and tied.id, "unit": tied and tied.begin}
            found["tie"] = tied and ("based" if tied.type == "BASED_AT" else "alleged")
            found["role"] = tied and tied.properties.get("role")
            found |= {"posting": posting and posting.id, "commander": posting and posting.begin}
            found["acting"] = posting and bool(posting.properties.get("acting"))
            if any(link.properties.get("disputed") or link.id in conflicting for link in untimed):
                found["certainty"] = "possible"
            found["claims"] = sorted({*found["claims"], *(claim for link in untimed for claim in _claims(link))})
            rows.append(found)
    return rows


def _gap(step: Link, steps: list[Link]) -> int | None:
    """Whole hours before the step in which no other step could have been; null where nothing came before, or freedom did."""
    begin = time_of(step, "possible_from")
    before = [other for other in steps if time_of(other, "possible_from") < begin]
    if not before:
        return None
    for release in before:
        if release.properties.get("kind") == "release":
            since = [o for o in before if time_of(o, "possible_from") >= time_of(release, "possible_to")]
            if all(other.properties.get("kind") == "release" for other in since):
                return None
    last = max(time_of(other, "possible_to") for other in before)
    return max(timedelta(), begin - last) // timedelta(hours=1)


def _place(step: Link) -> datetime:
    """Where in the order: the beginning of the core, else of the first citation within the limits, else the first limit."""
    if "certain_from" in step.properties:
        return time_of(step, "certain_from")
    cited: Any = step.properties.get("cited_from", ())
    within = [at for at in cited if time_of(step, "possible_from") <= at < time_of(step, "possible_to")]
    return min(within, default=time_of(step, "possible_from"))


def _as_member(event: Node) -> Link:
    """An event as a member of a row: it has a span of its own, and claims, as a link has."""
    return Link("Event", event.label, event.id, event.label, event.id, event.properties)


def _claims(link: Link) -> list[str]:
    claims: Any = link.properties.get("claims", ())
    return list(claims)
