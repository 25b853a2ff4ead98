"""Mentions of nodes become entities: one node a component, its properties folded from all its claims."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from graph import schema
from graph.projection import Node, Value
from graph.said.claim import EXISTS, SPAN
from graph.said.fold import in_bytes
from graph.said.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.decided.state import Choice
    from graph.project.docket import Docket
    from graph.said.claim import ClaimValue, HeldClaim, Mention
    from graph.schema import Property


def things(docket: Docket, tied: Mapping[str, set[str]]) -> list[Node]:
    """All entities. `tied`: by entity, the types of links that are a conflict of it (`ties`)."""
    return [_thing(docket, id_, group, tied.get(id_, set())) for id_, group in docket.grouped(links=False).items()]


def _thing(docket: Docket, id_: str, mentions: list[Mention], tied: set[str]) -> Node:
    label = mentions[0].what
    claims = docket.claims(mentions)
    properties, conflicts = folded(docket, label, claims, decided(docket, mentions))
    if schema.NODE[label].timing and "possible_from" not in properties:  # no source says when: it is there all the same
        properties |= cast("dict[str, Value]", Span().as_properties())
    if "aliases" in (p.name for p in schema.NODE[label].own):
        aliases = _names(claims) | {alias for mention in mentions for alias in docket.state.aliases.get(mention.id, ())}
        also = [held for held in claims if held.claim.property == "aliases" and _asserted(held)]
        if also and "name" not in properties:  # nobody gave it a name of its own
            properties["name"] = str(docket.fold(also).value)
        properties.pop("aliases", None)
        if aliases := aliases - {properties.get("name")}:
            properties["aliases"] = sorted(aliases)
    if label == "Source":
        properties |= {"reliability": grade} if (grade := docket.reliability(id_)) else {}
        properties.pop("origin", None)
        properties |= {"origin": root} if (root := docket.origins.of(id_)) != id_ else {}
    properties.setdefault("name", properties.get("key", id_))
    properties |= {"id": id_, "conflicts": sorted(conflicts | tied)}
    return Node(label, properties)


def folded(
    docket: Docket, kind: str, claims: Iterable[HeldClaim], choices: Mapping[str, ClaimValue]
) -> tuple[dict[str, Value], set[str]]:
    """The properties that these claims give a thing or link of this kind, and those in which they contradict each other."""
    declared = docket.declared(kind)
    asserted: defaultdict[str, list[HeldClaim]] = defaultdict(list)
    denied: defaultdict[str, set[str]] = defaultdict(set)
    for held in claims:
        if held.claim.polarity == "denies":
            denied[held.claim.property].add(in_bytes(held.claim.value))
        else:
            asserted[held.claim.property].append(held)
    properties: dict[str, Value] = {}
    conflicts: set[str] = set()
    for name in sorted(asserted.keys() | choices.keys()):
        if name == EXISTS or (name != SPAN and name not in declared):
            continue
        dates = name in declared and declared[name].type == "date"
        outcome = docket.fold(asserted[name], choices.get(name), dates=dates)
        if name == SPAN:
            properties |= cast("dict[str, Any]", Span.of_text(cast("dict[str, object]", outcome.value)).as_properties())
        elif declared[name].many:
            properties[name] = sorted({str(value) for value in outcome.all})
            if denied[name] & {in_bytes(value) for value in outcome.all}:
                conflicts.add(name)
            continue
        else:
            properties[name] = typed(declared[name], outcome.value)
        if outcome.conflict or in_bytes(outcome.value) in denied[name]:
            conflicts.add(name)
    return properties, conflicts


def typed(prop: Property, value: ClaimValue) -> Value:
    """A claim's value as its property holds it."""
    if prop.type == "time":
        return datetime.fromisoformat(str(value))
    if prop.type == "float":
        return float(cast("float", value))
    return cast("Value", value)


def _names(claims: Iterable[HeldClaim]) -> set[str]:
    return {str(held.claim.value) for held in claims if held.claim.property in ("name", "aliases") and _asserted(held)}


def _asserted(held: HeldClaim) -> bool:
    return held.claim.polarity == "asserts"


def decided(docket: Docket, mentions: Iterable[Mention]) -> dict[str, ClaimValue]:
    """What a person chose, for any mention of the thing; of several choices for one property the latest."""
    chosen: dict[str, Choice] = {}
    for mention in mentions:
        for name, choice in docket.state.values.get(mention.id, {}).items():
            if name not in chosen or chosen[name].sequence < choice.sequence:
                chosen[name] = choice
    return {name: choice.value for name, choice in chosen.items()}
