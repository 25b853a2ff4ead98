"""A few invented rows as they come out of a file, so that a test can say what was told and look at what it comes to.

    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5), function="commander")
    graph(sheet.state())

Each claim rests on the source `cites`; sources are mentioned by themselves. Days are days of May 2012.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from graph.canonical import hashes
from graph.decided.decision import Decision
from graph.decided.entry import Kind
from graph.decided.identity import Identity
from graph.decided.journal import Journal
from graph.decided.ledger import Ledger
from graph.decided.state import State
from graph.kept.case import Case
from graph.project import project
from graph.projection import Hashes, Link, Node, Projection
from graph.said.claim import EXISTS, SPAN, Claim, HeldClaim, Mention, claim_id
from graph.said.span import Period, Span

FILE = "f" * 64
FIRST = datetime(2012, 5, 1)


def day(number: int) -> datetime:
    """Of May 2012."""
    return FIRST + timedelta(days=number - 1)


def days(first: int, last: int) -> Period:
    """Both included."""
    return Period(day(first), day(last + 1))


def lasting(first: int, last: int, *, cited: Iterable[int] = ()) -> Span:
    """A stated term, known to the day at both ends."""
    return Span(days(first, last), days(first, last), False, tuple(Period.day(day(number)) for number in cited))


@dataclass(slots=True)
class Sheet:
    """What one file tells."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    file: str = FILE

    def thing(
        self, id_: str, what: str, *, cites: str = "s-1", key: str | None = None, space: str = "registry", **said: Any
    ) -> Self:
        self.mentions[id_] = Mention(id_, what, "row", "row 2", space=key and space, key=key)
        return self._said(id_, said, cites, "asserts")

    def link(
        self,
        id_: str,
        what: str,
        begin: str,
        end: str,
        *,
        cites: str = "s-1",
        span: Span | None = None,
        denied: bool = False,
        row: int = 2,
        **said: Any,
    ) -> Self:
        self.mentions[id_] = Mention(id_, what, "row", f"row {row}", begin, end)
        told = {EXISTS: what, **said} | ({SPAN: span.as_text()} if span else {})
        return self._said(id_, told, cites, "denies" if denied else "asserts", f"row {row}")

    def also(self, about: str, *, cites: str = "s-1", denied: bool = False, **said: Any) -> Self:
        """Another source about the same row."""
        return self._said(about, said, cites, "denies" if denied else "asserts")

    def _said(self, about: str, said: Mapping[str, Any], cites: str, polarity: Any, at: str = "row 2") -> Self:
        self.mentions.setdefault(cites, Mention(cites, "Source", "cited", "row 2"))
        for name, value in said.items():
            told = value.as_text() if isinstance(value, Span) else value
            self.claims.append(Claim(about, name, told, str(told), at, cites, polarity))
        return self

    def state(self, *decisions: Decision) -> State:
        """The journal of a case that loaded this sheet and then took these decisions."""
        claims = [HeldClaim(claim_id(claim), self.file, claim) for claim in self.claims]
        return State(sequence=1, mentions=dict(self.mentions), claims=claims, identity=ledger(*decisions))

    def enter(self, journal: Journal, supersedes: int | None = None) -> int:
        """Into a real journal. The number of the load."""
        body: dict[str, Any] = {"file": self.file, "mapping": "m" * 64, "series": "r" * 64}
        body |= {} if supersedes is None else {"supersedes": supersedes}
        with journal.appending() as appender:
            return appender.load(body, self.mentions.values(), self.claims, "tester").sequence


def ledger(*decisions: Decision) -> Ledger:
    """Who is who after these decisions."""
    found = Ledger()
    for decision in decisions:
        found.add(decision)
    return found


def kept_apart(identity: Identity, one: str, other: str) -> bool:
    """Whether a DIFFERENT stands between the things these speak of."""
    return identity.clash((one, other)) is not None


def withdrawn(state: State, about: str | None = None) -> State:
    """With all claims withdrawn, or those about one mention."""
    claims = (held.id for held in state.claims if about in (None, held.claim.about))
    return replace(state, statuses={**state.statuses, **dict.fromkeys(claims, "withdrawn")})


def by_subject(projection: Projection) -> dict[str, list[str]]:
    """By thing or link, the ids of the claims about it."""
    found: dict[str, list[str]] = {}
    for node in projection.nodes:
        if node.label == "Claim":
            also: Any = node.properties.get("also_about", ())
            for subject in (str(node.properties["about"]), *also):
                found.setdefault(subject, []).append(node.id)
    return found


def same(sequence: int, *members: str, **more: Any) -> Decision:
    return Decision(sequence, "same", frozenset(members), "person", **more)


def different(sequence: int, *members: str) -> Decision:
    return Decision(sequence, "different", frozenset(members), "person")


def retract(sequence: int, target: int, *members: str) -> Decision:
    return Decision(sequence, "retract", frozenset(members), "person", retracts=target)


def recorded(journal: Journal, verdict: str, *members: str, **more: Any) -> int:
    """An identity entry as `decide` or a load writes it, unchecked. Its number."""
    body = {"decision": verdict, "members": sorted(members), "rule": "person", "reason": "test", **more}
    return journal.append(Kind.IDENTITY, body, "tester").sequence


def new_case(folder: Path) -> Case:
    return Case.create(folder, title="Invented", zone="Africa/Lagos")


def graph(state: State) -> Hashes:
    projection = project(state)
    return hashes(projection.nodes, projection.links)


def nodes(state: State, label: str) -> dict[str, Node]:
    return {node.id: node for node in project(state).nodes if node.label == label}


def links(state: State, what: str) -> dict[str, Link]:
    return {link.id: link for link in project(state).links if link.type == what}


def span_of(link: Link) -> Span:
    """The span that a link of the graph carries."""
    told: Any = link.properties
    core = Period(told["certain_from"], told["certain_to"]) if "certain_from" in told else None
    cited = tuple(map(Period, told.get("cited_from", ()), told.get("cited_to", ())))
    return Span(Period(told["possible_from"], told["possible_to"]), core, told["bridged"], cited)
