"""What `colocation/custody_chain` must answer, in plain Python; the rule of time is that of `rule`.

A step is a stay of the victim or an event the victim suffered. Each has a row of its own, whoever answered for the place: it is
graded without them. The question's time is the step's own possible range. What is denied fills no hours, and a denied release
frees nobody. No hours before a step are counted of who was free or dead, and none where only the order of steps says so. An
unknown unit that is based at a place is shown, without a commander.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import elsewhere_told
from tests.queries.oracles.custody_gaps import Step, is_denied, step_of
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
    told = [step_of(thing, denied=is_denied(thing, sufferings)) for thing in things]
    undenied = [step for step in told if not step.denied]
    steps = sorted([*stays, *events.values()], key=lambda step: (_place(step), time_of(step, "possible_to"), step.id))
    rows: list[Row] = []
    for number, step in enumerate(steps, start=1):
        own = {"step": number, "gap_hours": _gap(step, undenied), "gap_least": _least(step, told), "victim": victim}
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


def _gap(step: Link, steps: list[Step]) -> int | None:
    """Whole hours before the step in which no other step could have been; null where nothing came before, or freedom did, or
    death."""
    begin = time_of(step, "possible_from")
    before = [other for other in steps if other.begin < begin]
    if not before or any(_surely_ended(end, before) for end in before if end.end <= begin):
        return None
    if any(_possibly_ended(end, before) for end in before):
        return 0
    return max(timedelta(), begin - max(other.end for other in before)) // timedelta(hours=1)


def _least(step: Link, told: list[Step]) -> int | None:
    """The same whether each denial is right or wrong: up to a release or death that is denied, unless something that nobody
    denies was still so afterwards; and without what a denied step would fill."""
    undenied = [other for other in told if not other.denied]
    begin, gap = time_of(step, "possible_from"), _gap(step, undenied)
    if not gap:
        return gap
    before = [other for other in undenied if other.begin < begin]
    denied = [other for other in told if other.denied and other.begin < begin and other.id != step.id]
    ends = [end.begin for end in denied if end.ends_custody and not any(_is_still_so(other, end) for other in before)]
    since, until = max(other.end for other in before), min([begin, *ends])
    fill = [other for other in denied if not other.ends_custody]
    cuts = sorted({since, until, *(at for other in fill for at in (other.begin, other.end) if since < at < until)})
    free = [(a, b) for a, b in pairwise(cuts) if b <= until and not any(other.begin <= a and b <= other.end for other in fill)]
    return sum((b - a for a, b in free), timedelta()) // timedelta(hours=1)


def _is_still_so(step: Step, end: Step) -> bool:
    """Whether this was, when a release or death was over."""
    return step.shows_alive(end) if end.is_death else not step.ends_custody and end.end <= step.over


def _surely_ended(end: Step, before: list[Step]) -> bool:
    """Whether it is a release after which nothing else can have been, or a death since which nothing shows the person alive."""
    if end.is_death:
        return not any(other.shows_alive(end) for other in before)
    return end.is_release and not any(other.may_follow(end) for other in before if not other.ends_custody)


def _possibly_ended(end: Step, before: list[Step]) -> bool:
    """Whether it is a release that nothing else surely followed; or a death."""
    return end.is_death or (end.is_release and not any(end.end <= other.begin for other in before if not other.ends_custody))


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
