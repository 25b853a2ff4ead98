"""Statements: a row a claim. What a row cannot say stands as JSON in its `origin`, for Linkage to read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from graph.compact import compact
from graph.said.carried import NAME, check, claim_data
from graph.said.claim import EXISTS, SPAN
from graph.said.span import Span
from graph.words import link_type
from viz.export.followthemoney import schemata

if TYPE_CHECKING:
    from graph.said.carried import Carried
    from graph.said.claim import Claim, Mention

COLUMNS: Final = (
    *("canonical_id", "entity_id", "prop", "schema", "value", "dataset", "lang", "original_value"),
    *("first_seen", "last_seen", "external", "origin", "id", "prop_type"),
)
DERIVED: Final = f"{NAME}: follows from "
"""Begins the origin of a row that says once more, in FollowTheMoney's words, what another row carries."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement. `shown`: whether it says anything to a reader who knows FollowTheMoney alone."""

    canonical: str
    entity: str
    schema: str
    prop: str
    value: str
    id: str
    origin: str
    lang: str = ""
    original: str = ""
    shown: bool = True

    @property
    def record(self) -> dict[str, str]:
        """By column."""
        return {
            **dict.fromkeys(COLUMNS, ""),
            **{"canonical_id": self.canonical, "entity_id": self.entity, "prop": self.prop, "schema": self.schema},
            **{"value": self.value, "dataset": NAME, "lang": self.lang, "original_value": self.original},
            **{"external": "f", "origin": self.origin, "id": self.id},
        }


def rows(carried: Carried, things: Mapping[str, str]) -> Iterator[Row]:
    """Of one mention: itself, each claim, and what follows from them. `things`: by mention, the thing it is of."""
    mention = carried.mention
    asserted = [id_ for id_, claim in carried.claims if claim.polarity == "asserts"]
    at = _At(carried.thing, mention.id, schemata.of(mention.what))
    denial = _At(f"{mention.id}.denied", f"{mention.id}.denied", schemata.DENIAL)
    own = carried.as_data()
    home = at if asserted else denial  # a link that is only denied is nowhere said to be
    yield home.row("id", mention.id, f"{mention.id}.id", compact({NAME: {**own, "check": check(own)}}), shown=False)
    for id_, claim in carried.claims:
        if claim.polarity == "asserts":
            yield from _asserted(at, mention, id_, claim, things)
        else:
            yield from _denied(denial, mention, id_, claim, things)
    if asserted and mention.begin and mention.end:
        shape = schemata.edge(mention.what)
        for prop, end in ((shape.begin, mention.begin), (shape.end, mention.end)):
            yield at.derived(prop, things.get(end, end), asserted[0])


class _At(NamedTuple):
    """The entity that rows are about."""

    thing: str
    entity: str
    schema: str

    def row(self, prop: str, value: str, id_: str, origin: str, **more: Any) -> Row:
        return Row(self.thing, self.entity, self.schema, prop, value, id_, origin, **more)

    def carrier(self, prop: str, value: str, id_: str, claim: Claim, *, shown: bool = True) -> Row:
        """A row that carries a claim."""
        data = claim_data(id_, claim)
        origin = compact({NAME: {"claim": data, "check": check(data, self.schema, prop, value)}})
        return self.row(prop, value, id_, origin, lang=claim.language or "", original=_short(claim.original), shown=shown)

    def derived(self, prop: str, value: str, of: str) -> Row:
        """A row that says once more, in FollowTheMoney's words, what another carries."""
        return self.row(prop, value, f"{of}.{prop}.{value}", f"{DERIVED}{of}")


def _asserted(at: _At, mention: Mention, id_: str, claim: Claim, things: Mapping[str, str]) -> Iterator[Row]:
    shown = claim.property != SPAN and (claim.property != EXISTS or mention.is_link)
    yield at.carrier(*_words(mention, claim), id_, claim, shown=shown)
    if isinstance(claim.value, Mapping) and schemata.has_dates(mention.what):
        for name, text in schemata.dates(Span.of_text(dict(claim.value))).items():
            yield at.derived(name, text, id_)
    source = things.get(claim.cites, claim.cites)
    if source and at.schema not in ("Document", "Folder"):
        yield at.derived("proof", source, id_)


def _denied(at: _At, mention: Mention, id_: str, claim: Claim, things: Mapping[str, str]) -> Iterator[Row]:
    says = f"{link_type(mention.what)}, " if mention.is_link and claim.property != EXISTS else ""
    yield at.carrier(schemata.OTHERWISE, f"denied: {says}{_words(mention, claim)[1]}", id_, claim)
    for end in (mention.begin, mention.end) if mention.is_link else (mention.id,):
        if end is not None:
            yield at.derived("entity", things.get(end, end), id_)


def _words(mention: Mention, claim: Claim) -> tuple[str, str]:
    if claim.property == EXISTS:
        return (schemata.edge(mention.what).says, link_type(mention.what)) if mention.is_link else (schemata.OTHERWISE, EXISTS)
    if claim.property == SPAN:
        return schemata.OTHERWISE, f"{SPAN}: {compact(claim.value)}"
    return schemata.worded(mention.what, claim.property, claim.value)


def _short(text: str) -> str:
    return text if len(text) <= schemata.LONGEST else f"{text[: schemata.LONGEST]} …"
