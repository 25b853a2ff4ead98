"""What another case of Linkage wrote out, taken in: every claim as it stands there, about mentions of this file.

What its compiler's keys joined there is joined here by the same keys, within this file. What people or rules joined there was
decided in another case: here a person is asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph import ids, schema
from graph.decided.entry import Kind
from graph.said.claim import EXISTS, PROTECTED, SPAN, Claim, Mention, claim_id, row_of
from graph.said.span import Span
from loaders.load.cells import Issue
from loaders.mapping import typed
from loaders.reading import Reject
from loaders.sources import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.said.carried import Carried
    from loaders.load.brought import Special

REASON = "decided in the case that this file was written from"
OPEN = "that somebody needs no protection was decided in another case: decide it here again, or they stay protected"
NO_END = "a link is stated, and what it joins stands nowhere in the file"
NO_CLAIM = "nothing is claimed of it"
COMPUTED = frozenset({"id", "conflicts", "disputed", "protected", "origin"})


@dataclass(frozen=True, slots=True)
class Into:
    """The load that takes it in."""

    series: str
    source: str
    space: str
    file: str
    file_source: str


def take_in(said: Iterable[object], special: Special, into: Into) -> None:
    """All that was written out whole. What does not fit together is refused, mention by mention."""
    taken = {one.carried.mention.id: one for one in said if isinstance(one, Taken)}
    ours = {id_: _id(one.carried, into) for id_, one in taken.items() if one.carried.mention.what in _KINDS}
    things: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    refused: list[Taken] = []
    for one in taken.values():
        try:
            mention = _mention(one, ours, taken, into)
            claims = [_claim(one, mention.id, claim, ours, into) for _, claim in one.carried.claims]
        except (ValueError, TypeError, KeyError, AttributeError) as wrong:
            why = str(wrong) if isinstance(wrong, ValueError) else "it is not as Linkage wrote it"
            special.rejects.append(Reject(into.file, "", row_of(one.at) or None, None, one.at, why, one.as_text()))
            refused.append(one)
            continue
        special.mentions[mention.id] = mention
        special.claims |= {claim_id(claim): claim for claim in claims}
        special.entries += _decided(one.carried, mention.id)
        if one.carried.protected is False:
            special.issues.append(Issue(row_of(one.at), one.at, OPEN))
        if not mention.is_link:
            things[mention.what, one.carried.thing].append(mention)
    for one in refused:
        link = one.carried.mention
        special.protect(link.what, ours.get(link.begin or ""), ours.get(link.end or ""), one.at, into.file_source)
    for some in things.values():
        if len({(one.space, one.key) if one.key is not None else one.id for one in some}) > 1:
            special.canonical += (tuple(one.id for one in some),)


_KINDS: dict[str, schema.NodeKind | schema.LinkKind] = {**schema.NODE, **schema.LINK}


def _id(carried: Carried, into: Into) -> str:
    kind = _KINDS[carried.mention.what]
    prefix = kind.prefix if isinstance(kind, schema.NodeKind) else schema.LINK_PREFIX
    return ids.short(prefix, into.series, "", into.source, kind_name(kind), (carried.mention.id,), 0)


def kind_name(kind: schema.NodeKind | schema.LinkKind) -> str:
    """The label or link type."""
    return kind.label if isinstance(kind, schema.NodeKind) else kind.type


def _mention(one: Taken, ours: Mapping[str, str], taken: Mapping[str, Taken], into: Into) -> Mention:
    theirs = one.carried.mention
    kind = _KINDS.get(theirs.what)
    if kind is None or theirs.what in (*schema.BARE, "Claim", "Element") or isinstance(kind, schema.LinkKind) != theirs.is_link:
        raise ValueError(f"{theirs.what!r} is no label or link type")
    if not one.carried.claims:
        raise ValueError(NO_CLAIM)
    if isinstance(kind, schema.LinkKind):
        for end, allowed in ((theirs.begin, kind.begins), (theirs.end, kind.ends)):
            if end is None or end not in ours:
                raise ValueError(NO_END)
            if (label := taken[end].carried.mention.what) not in allowed:
                raise ValueError(f"an end of {theirs.what} is a {label}")
    space = None if theirs.key is None else f"{into.space}/{theirs.space}"
    begin, end = ((ours[side] if side else None) for side in (theirs.begin, theirs.end))
    return Mention(ours[theirs.id], theirs.what, str(theirs.part), one.at, begin, end, space, theirs.key)


def _claim(one: Taken, about: str, claim: Claim, ours: Mapping[str, str], into: Into) -> Claim:
    """As it stands there, but for where it lies, and that the case held the file it rests on: this one does not."""
    value = _value(one.carried.mention.what, claim)
    place = "; ".join(part for part in (one.at, one.carried.file, claim.locator) if part)
    cites = ours.get(claim.cites, into.file_source)
    return replace(claim, about=about, value=value, locator=place, cites=cites)


def _value(what: str, claim: Claim) -> Any:
    """ValueError where such a thing cannot be claimed."""
    if claim.property == EXISTS:
        return what
    if (what, claim.property, claim.value) == ("Person", PROTECTED, True):
        return True
    kind = _KINDS[what]
    if claim.property == SPAN:
        if kind.timing is None or not isinstance(claim.value, dict):
            raise ValueError(f"a {what} has no such time")
        return Span.of_text(claim.value).as_text()
    known = {prop.name: prop for prop in kind.properties if prop.name not in COMPUTED and prop not in schema.SPAN}
    if claim.property not in known:
        raise ValueError(f"{claim.property!r} is no property that a source states of a {what}")
    if claim.property == "held":
        return False
    return typed(claim.value, known[claim.property])


def _decided(carried: Carried, mention: str) -> Iterable[tuple[Kind, dict[str, Any]]]:
    if carried.protected:
        yield Kind.PROTECTION, {"mention": mention, "protected": True, "reason": REASON}
    for alias in carried.aliases:
        yield Kind.ALIAS, {"mention": mention, "alias": alias, "reason": REASON}
    if carried.reliability is not None:
        yield Kind.GRADE, {"mention": mention, "reliability": carried.reliability, "reason": REASON}
