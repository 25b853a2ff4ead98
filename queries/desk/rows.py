"""What rows say about a thing, read from the journal alone: while somebody decides who is who, no graph is projected anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import schema
from graph.said.claim import EXISTS, SPAN
from graph.said.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from graph.decided.state import State
    from graph.kept.case import Case
    from graph.projection import Properties
    from graph.said.claim import Claim, Mention

MOST = 400
"""Rows of one thing that are read for a person to compare: a unit in thousands of rows is known by the first of them."""
NAMED_BY = 20
"""Rows of which the commonest name is what a neighbour is called."""
NAMES = ("name", "aliases")
NAMED = ("identified", "named")
"""What goes without saying of a person with a name."""
INWARD = "← "
"""Before the kind of a link that leads to the thing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said: a value, or what another thing is called (`other`, its id) with the details of the link to it.

    `when`: the properties of a span. `denied`: the source says that it is not so.
    """

    text: str
    other: str | None = None
    details: tuple[str, ...] = ()
    when: tuple[tuple[str, Any], ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """One row's own words: where they stand, the sources it relies on, and its cells by what they were read as."""

    mention: str
    file_name: str
    locator: str
    sources: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]


class Rows:
    """Rows of one case, as its journal stands. `state` may be replaced by one that only decisions made otherwise."""

    def __init__(self, case: Case, state: State) -> None:
        self._case, self.state = case, state
        self._links: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in state.mentions.values():
            for end in (mention.begin, mention.end):
                if end is not None:
                    self._links[end].append(mention)

    def members(self, mention: str) -> list[str]:
        """Every mention of the thing this one speaks of, smallest first."""
        identity = self.state.identity
        return sorted(identity.components().get(identity.root(mention), {mention}))

    def claims(self, mentions: Iterable[str]) -> list[tuple[int, Claim]]:
        """Everything that counts and is said about these mentions, with the load that brought it."""
        claims = self._case.journal.claims_about(mentions)
        return [(load, claim) for load, _, claim in claims if load not in self.state.superseded]

    def names(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """What these mentions call their thing, as it is written: the commonest first."""
        counts = Counter(str(claim.value) for _, claim in self.claims(mentions) if _names_it(claim))
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    def name(self, mention: str) -> str:
        """What the thing is called that this mention speaks of; its id where nobody says."""
        members = self.members(mention)
        return next(iter(self.names(members[:NAMED_BY])), members[0])

    def facts(self, mention: str) -> dict[str, tuple[Fact, ...]]:
        """All that is said of the thing this mention speaks of, by property and by kind of link: see `place`."""
        members = self.members(mention)[:MOST]
        facts_by_name: defaultdict[str, dict[Fact, None]] = defaultdict(dict)
        for _, claim in self.claims(members):
            if claim.property == EXISTS or (claim.property, claim.value) == NAMED:
                continue
            facts_by_name["name" if claim.property in NAMES else claim.property][_fact(claim)] = None
        for link in sorted((link for member in members for link in self._links[member]), key=lambda link: link.id)[:MOST]:
            outward = link.begin in members
            facts_by_name[f"{'' if outward else INWARD}{link.what}"][self._linked(link, outward)] = None
        return {name: tuple(facts) for name, facts in facts_by_name.items()}

    def quote(self, mention: str) -> Quote:
        """What one row says of the thing, in its own words."""
        claims = self.claims([mention])
        loads = self.state.loads
        listed = [claim for _, claim in claims if claim.property != EXISTS]
        sources = {claim.cites for claim in listed}
        return Quote(
            mention,
            ", ".join(sorted({str(loads[load]["file_name"]) for load, _ in claims if "file_name" in loads[load]})),
            self.state.mentions[mention].locator,
            tuple(sorted({self.name(source) for source in sources})),
            tuple(dict.fromkeys((claim.property, claim.original) for claim in listed)),
            tuple(dict.fromkeys(claim.quote for claim in listed if claim.quote)),
        )

    def _linked(self, link: Mention, outward: bool) -> Fact:
        other = (link.end if outward else link.begin) or ""
        when: Properties = {}
        words: list[str] = []
        denied = False
        for _, claim in self.claims([link.id]):
            if claim.property == SPAN:
                when = _span(claim)
            elif claim.property == EXISTS:
                denied = claim.polarity == "denies"
            elif claim.value is not False:
                words.append(claim.property if claim.value is True else str(claim.value))
        times = tuple(sorted(when.items(), key=str))
        return Fact(self.name(other), self.state.identity.root(other), tuple(sorted(set(words))), times, denied)


def place(label: str, field: str) -> tuple[int, str]:
    """Where a field of this label stands among the others: its properties as the schema has them, then links."""
    kinds = ["name", SPAN, *(prop.name for prop in schema.NODE[label].properties), *schema.LINK]
    bare = field.removeprefix(INWARD)
    return (kinds.index(bare) if bare in kinds else len(kinds), field)


def _names_it(claim: Claim) -> bool:
    return claim.property in NAMES and claim.polarity == "asserts"


def _fact(claim: Claim) -> Fact:
    denied = claim.polarity == "denies"
    if claim.property == SPAN:
        return Fact("", when=tuple(sorted(_span(claim).items(), key=str)), denied=denied)
    return Fact(str(claim.value), denied=denied)


def _span(claim: Claim) -> Mapping[str, Any]:
    properties = Span.of_text(claim.value).as_properties()  # type: ignore[arg-type]  # of this property always a mapping
    return {name: tuple(value) if isinstance(value, list) else value for name, value in properties.items()}
