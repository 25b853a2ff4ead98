"""Mentions of links become links between entities. Equal ones are one link; merging persons moves ends, never link ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from graph import schema
from graph.project.denials import Denial, apply, is_denial
from graph.project.likeness import Tie, joined
from graph.project.rivals import marked, rivals
from graph.project.things import decided, folded
from graph.projection import Link, Value
from graph.said.claim import EXISTS, SPAN
from graph.said.fold import in_bytes
from graph.said.span import Span, disputed, one_term

if TYPE_CHECKING:
    from graph.decided.decision import Dates
    from graph.project.docket import Docket
    from graph.said.claim import HeldClaim, Mention


@dataclass(frozen=True, slots=True)
class Ties:
    """All links. `about`: by claim, the ids of the links it ended up in: one, or all that a denial meets.

    `conflicts`: by entity, the types of links whose two ends became one thing, or that contradict each other. `denials`: all that
    sources deny.
    """

    links: list[Link]
    about: dict[str, list[str]]
    conflicts: dict[str, set[str]]
    denials: list[Denial]


def ties(docket: Docket) -> Ties:
    """What the mentions of links come to."""
    asserted: dict[str, Tie] = {}
    denials: list[Denial] = []
    denied: list[Denial] = []
    conflicts: defaultdict[str, set[str]] = defaultdict(set)
    for id_, (mention,) in docket.grouped(links=True).items():
        begin, end = docket.entity(mention.begin or ""), docket.entity(mention.end or "")
        claims = docket.claims([mention])
        if not claims:
            continue
        if is_denial(claims):
            denials.append(Denial(mention.what, begin, end, tuple(claims)))
        elif begin == end:
            conflicts[begin].add(mention.what)
        else:
            asserted[id_] = _tie(docket, mention, begin, end, claims)
            if against := tuple(held for held in claims if _denies(held)):
                denied.append(Denial(mention.what, begin, end, against, tuple(claims)))
    dates_of = _dates(docket)
    links: list[Link] = []
    about: dict[str, list[str]] = {}
    for group in joined(asserted, docket.state.identity):
        members = [asserted[id_] for id_ in sorted(group)]
        links.append(_link(docket, members, dates_of))
        about |= {held.id: [links[-1].id] for tie in members for held in docket.about[tie.mention.id]}
    links, met = apply(denials, sorted(links, key=lambda link: link.id))
    contradicted = rivals(links)
    for begin, types in contradicted.items():
        conflicts[begin] |= types
    return Ties(marked(links, contradicted), about | met, dict(conflicts), [*denials, *denied])


def _tie(docket: Docket, mention: Mention, begin: str, end: str, claims: list[HeldClaim]) -> Tie:
    kind = schema.LINK[mention.what]
    marking = [held for held in claims if held.claim.property in kind.discriminators]
    properties, _ = folded(docket, kind.type, marking, {})
    marks = tuple(in_bytes(cast("Any", properties.get(name, kind.unsaid.get(name, "")))) for name in kind.discriminators)
    if not kind.timing:
        return Tie(mention, begin, end, tuple(claims), marks)
    spans = [held for held in claims if held.claim.property == SPAN and held.claim.polarity == "asserts"]
    denied = {in_bytes(held.claim.value) for held in claims if held.claim.property == SPAN and held.claim.polarity == "denies"}
    if not spans:
        return Tie(mention, begin, end, tuple(claims), marks, Span())
    held = docket.fold(spans)
    span = Span.of_text(cast("dict[str, object]", held.value))
    return Tie(mention, begin, end, tuple(claims), marks, span, held.conflict or in_bytes(held.value) in denied)


def _link(docket: Docket, members: list[Tie], dates_of: dict[str, dict[int, Dates]]) -> Link:
    first = members[0]
    kind = schema.LINK[first.mention.what]
    claims = [held for tie in members for held in tie.claims]
    choices = decided(docket, [tie.mention for tie in members])
    chosen = choices.pop(SPAN, None)
    properties, conflicts = folded(docket, kind.type, [h for h in claims if h.claim.property != SPAN], choices)
    if kind.timing:
        spans = list({tie.span for tie in members if tie.span})
        if len(spans) > 1:
            spans.sort(key=lambda span: in_bytes(span.as_text()))
        span, contested = spans[0], any(tie.contested for tie in members)
        if chosen is not None:
            span = Span.of_text(cast("dict[str, object]", chosen))
            contested = contested or spans != [span]
        elif len(spans) > 1 and _one_term(members, dates_of):
            span = one_term(spans)
        elif len(spans) > 1:
            span, contested = disputed(spans), True
        conflicts |= {SPAN} if contested else set()
        properties |= cast("dict[str, Value]", span.as_properties())
    properties = kind.unsaid | properties
    properties |= {
        "id": min(tie.mention.id for tie in members),
        "conflicts": sorted(conflicts),
        "disputed": any(map(_denies, claims)),
    }
    begin_label = docket.state.mentions[first.mention.begin or ""].what
    end_label = docket.state.mentions[first.mention.end or ""].what
    return Link(kind.type, begin_label, first.begin, end_label, first.end, properties)


def _denies(held: HeldClaim) -> bool:
    """Whether it says that there was no such link."""
    return held.claim.property == EXISTS and held.claim.polarity == "denies"


def _dates(docket: Docket) -> dict[str, dict[int, Dates]]:
    """By mention, the decisions that say how unequal dates are to be read."""
    by_mention: defaultdict[str, dict[int, Dates]] = defaultdict(dict)
    for decision, members in docket.state.identity.live():
        if decision.dates:
            for mention in members:
                by_mention[mention][decision.sequence] = decision.dates
    return by_mention


def _one_term(members: list[Tie], dates_of: dict[str, dict[int, Dates]]) -> bool:
    """Whether the decisions that join these say that unequal dates are one term. Where none says so, they contradict."""
    named = Counter(sequence for tie in members for sequence in dates_of.get(tie.mention.id, {}))
    readings = {dates_of[tie.mention.id][n] for tie in members for n in dates_of.get(tie.mention.id, {}) if named[n] > 1}
    return readings == {"one_term"}
