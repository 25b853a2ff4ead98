"""A small invented world, written down so that a lawyer can read it, as the projection it would be.

    given = {"Unit": {"brigade": {}}, "Person": {"smith": {}},
             "POSTED_TO": {"smith > brigade": {"function": "commander", "certain": [date(2014, 1, 1), date(2014, 12, 31)]}}}
    projection = world(given)

Days include both ends, date-times are half-open. `possible` defaults to `certain`, without either to unknown; a limit
may be "unknown". `cited` lists days or [from, to] pairs. A second parallel link is "smith > brigade #2". With `prefix`
many worlds stand side by side in one projection and know nothing of each other. What a thing or link lists as its `claims`
becomes a node of its own with a source: see `tests.claims`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, TypeAlias, cast

from graph import schema
from graph.projection import Link, Node, Projection, Properties
from graph.said.origin import Origins
from graph.said.span import ALWAYS, ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from tests.claims import with_claims
from tests.queries.oracles.denied_events import with_denied_events

Given: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Any]]]
TIMES = ("possible", "certain", "cited", "bridged")


def world(given: Given, prefix: str = "") -> Projection:
    """The projection of one world."""
    roots = _origins(given, prefix)
    shared = given.get("Element", {})  # legal elements are the same in every world

    def called(name: str) -> str:
        return name if name in shared else prefix + name

    nodes = tuple(
        Node(label, _properties(label, called(name), {"name": name, **_named(prefix, own), **roots.get(called(name), {})}))
        for label, members in given.items()
        if label in schema.NODE
        for name, own in members.items()
    )
    labels = {node.id: node.label for node in nodes}
    links = []
    for kind, members in given.items():
        if kind in schema.NODE:
            continue
        for key, own in members.items():
            begin, end = (called(name) for name in key.split(" #")[0].split(" > "))
            properties = _properties(kind, link_id(kind, key, prefix), _named(prefix, own))
            links.append(Link(kind, labels[begin], begin, labels[end], end, properties))
    return with_denied_events(with_claims(Projection(1, nodes, tuple(links)), prefix))


def _named(prefix: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """Claims, and what one is about, are named as everything in the world is."""
    found = dict(own)
    if "claims" in own:
        found["claims"] = [prefix + claim for claim in own["claims"]]
    found |= {name: prefix + own[name] for name in ("about", "denied_of", "denied_at") if name in own}
    return found


def _origins(given: Given, prefix: str) -> dict[str, dict[str, str]]:
    """Of every source that is derived from others, its independent origin, as a projection has it."""
    derived: dict[str, list[str]] = {}
    for key in given.get("DERIVED_FROM", {}):
        begin, end = (prefix + name for name in key.split(" #")[0].split(" > "))
        derived.setdefault(begin, []).append(end)
    origins = Origins(derived)
    return {source: {"origin": root} for source in derived if (root := origins.of(source)) != source}


def link_id(kind: str, key: str, prefix: str = "") -> str:
    """The id of the link written as `key`."""
    return f"{prefix}{kind} {key}"


def together(worlds: Iterable[Projection]) -> Projection:
    """Worlds with disjoint ids, but for the legal elements they share, as one projection."""
    found = list(worlds)
    nodes = {node.id: node for one in found for node in one.nodes}
    return Projection(1, tuple(nodes.values()), tuple(link for one in found for link in one.links))


def period(value: Any) -> Period:
    """A day, or a [from, to] pair."""
    if not isinstance(value, list | tuple):
        return Period.day(_instant(value))
    begin, end = value
    return Period(
        UNKNOWN_FROM if begin == "unknown" else _instant(begin),
        UNKNOWN_TO if end == "unknown" else _instant(end) + (ONE_DAY if _is_day(end) else ONE_DAY * 0),
    )


def span(given: Mapping[str, Any]) -> Span:
    """The span that `possible`, `certain`, `cited` and `bridged` tell."""
    core = period(given["certain"]) if "certain" in given else None
    possible = period(given["possible"]) if "possible" in given else core or ALWAYS
    return Span(possible, core, bool(given.get("bridged")), tuple(period(cited) for cited in given.get("cited", ())))


def _properties(kind: str, key: str, given: Mapping[str, Any]) -> Properties:
    declared = schema.kind_of(kind)
    own = {name: value for name, value in given.items() if name not in TIMES and value != []}
    timed = span(given).as_properties() if declared.timing else {}
    unknown = set(own) - {known.name for known in declared.properties} - {"claims"}
    assert not unknown, f"{kind} has no {unknown}"
    return cast("Properties", {"id": key, **own, **timed})


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _instant(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())
