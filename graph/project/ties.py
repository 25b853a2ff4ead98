"""Mentions of links become links between entities. Equal ones are one link; merging persons moves ends, never link ids."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from graph import schema
from graph.claim import SPAN
from graph.fold import in_bytes
from graph.partition import Partition
from graph.project.denials import Denial, apply, is_denial
from graph.project.things import decided, folded
from graph.projection import Link, Value
from graph.span import Span, disputed, one_term

if TYPE_CHECKING:
    from graph.claim import HeldClaim, Mention
    from graph.project.docket import Docket


@dataclass(frozen=True, slots=True)
class Tie:
    """One link mention, resolved: where it points, what it says, when."""

    mention: Mention
    begin: str
    end: str
    claims: tuple[HeldClaim, ...]
    properties: dict[str, Value]
    conflicts: frozenset[str]
    span: Span | None = field(default=None)

    @property
    def likeness(self) -> tuple[str, ...]:
        """Two link mentions in which all of this is equal speak of one link."""
        kind = schema.LINK[self.mention.what]
        marks = [in_bytes(cast("Any", self.properties.get(name, ""))) for name in kind.discriminators]
        return (kind.type, self.begin, self.end, *marks, in_bytes(self.span.as_text()) if self.span else "")


def ties(docket: Docket) -> tuple[list[Link], dict[str, set[str]]]:
    """All links; and, by entity, the types of links whose two ends became one thing."""
    found: dict[str, Tie] = {}
    denials: list[Denial] = []
    lost: defaultdict[str, set[str]] = defaultdict(set)
    for id_, (mention,) in docket.grouped(links=True).items():
        begin, end = docket.entity(mention.begin or ""), docket.entity(mention.end or "")
        claims = docket.claims([mention])
        if begin == end:
            lost[begin].add(mention.what)
        elif claims and is_denial(claims):
            denials.append(Denial(mention.what, begin, end, tuple(claims)))
        elif claims:
            found[id_] = _tie(docket, mention, begin, end, claims)
    links = [_link(docket, [found[id_] for id_ in sorted(members)]) for members in _joined(docket, found)]
    return apply(denials, sorted(links, key=lambda link: link.id)), dict(lost)


def _tie(docket: Docket, mention: Mention, begin: str, end: str, claims: list[HeldClaim]) -> Tie:
    chosen = decided(docket, [mention])
    properties, conflicts = folded(docket, mention.what, claims, chosen)
    spans = [held for held in claims if held.claim.property == SPAN and held.claim.polarity == "asserts"]
    span = None
    if schema.LINK[mention.what].timing:
        held = docket.fold(spans, chosen.get(SPAN)) if spans else None
        span = Span.of_text(cast("dict[str, object]", held.value)) if held else Span()
    return Tie(mention, begin, end, tuple(claims), properties, frozenset(conflicts), span)


def _joined(docket: Docket, found: dict[str, Tie]) -> list[set[str]]:
    """`same-link` by likeness, then the decisions people made; what a DIFFERENT keeps apart stays apart."""
    identity = docket.state.identity
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, tie in found.items():
        alike[tie.likeness].append(id_)
    partition = Partition()
    for equal in alike.values():
        groups: list[list[str]] = []
        for id_ in sorted(equal):
            home = next((g for g in groups if not any(identity.kept_apart(id_, other) for other in g)), None)
            if home is None:
                groups.append([id_])
            else:
                home.append(id_)
        for home in groups:
            partition.join(home)
    for members in identity.components().values():
        by_ends: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for id_ in members & found.keys():
            tie = found[id_]
            by_ends[tie.mention.what, tie.begin, tie.end].add(id_)
        for group in by_ends.values():
            partition.join(group)
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for id_ in found:
        by_name[partition.name(id_)].add(id_)
    return list(by_name.values())


def _link(docket: Docket, members: list[Tie]) -> Link:
    first = members[0]
    kind = schema.LINK[first.mention.what]
    claims = [held for tie in members for held in tie.claims]
    properties, conflicts = folded(
        docket, kind.type, [h for h in claims if h.claim.property != SPAN], decided(docket, [tie.mention for tie in members])
    )
    if kind.timing:
        spans = sorted({tie.span for tie in members if tie.span}, key=lambda span: in_bytes(span.as_text()))
        span = spans[0]
        if len(spans) > 1:
            said = _dates(docket, members)
            span = one_term(spans) if said == "one_term" else disputed(spans)
            conflicts |= {SPAN} if said != "one_term" else set()
        conflicts |= {SPAN} if any(SPAN in tie.conflicts for tie in members) else set()
        properties |= cast("dict[str, Value]", span.as_properties())
    properties |= {
        "id": min(tie.mention.id for tie in members),
        "claims": sorted({held.id for held in claims}),
        "conflicts": sorted(conflicts),
        "disputed": False,
    }
    begin_label = docket.state.mentions[first.mention.begin or ""].what
    end_label = docket.state.mentions[first.mention.end or ""].what
    return Link(kind.type, begin_label, first.begin, end_label, first.end, properties)


def _dates(docket: Docket, members: list[Tie]) -> str:
    """How the decision that joins links of unequal dates says to read them; where none says so, they contradict."""
    ids = {tie.mention.id for tie in members}
    said = {decision.dates for decision, joined in docket.state.identity.live() if len(ids & joined) > 1 and decision.dates}
    return "one_term" if said == {"one_term"} else "disputed"
