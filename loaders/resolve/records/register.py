"""What the journal says of each mention, looked up by thing: a component of the decisions so far, and of those just made."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING

from graph.decided.decision import Decision
from graph.decided.ledger import Ledger
from graph.project.denials import is_denial
from graph.project.docket import Docket
from graph.project.things import decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.decided.state import State
    from graph.said.claim import HeldClaim, Mention
    from loaders.resolve.proposal import Group

MACHINE = "resolving"
"""The rule under which joins are tried that stand in no journal yet."""


class Register:
    """The replayed state, grouped for resolving. `join` makes one thing of two, in memory alone: what comes later sees it."""

    def __init__(self, state: State) -> None:
        self.identity = Ledger.of(state.identity)
        self._mentions = state.mentions
        self._docket = Docket(state)
        self._aliases = state.aliases
        self._sequence = state.sequence
        self._distinct = _distinct(state)
        self._waiting: list[tuple[str, str]] = []
        counting = (body for load, body in state.loads.items() if load not in state.superseded)
        self._canonical = [some for body in counting for some in body.get("canonical", ())]
        self._by_label: defaultdict[str, list[Mention]] = defaultdict(list)
        for id_ in sorted(state.mentions):
            mention = state.mentions[id_]
            if not mention.is_link or self._stands(mention):
                self._by_label[mention.what].append(mention)

    def label(self, mention: str) -> str:
        """What this mention is of."""
        return self._mentions[mention].what

    def thing(self, mention: str) -> str:
        """The smallest mention of the thing that this one speaks of."""
        return self.identity.root(mention)

    def join(self, one: str, other: str) -> None:
        """From here on these two mentions speak of one thing. CaseError where a decision keeps them apart."""
        self._sequence += 1
        self.identity.add(Decision(self._sequence, "same", frozenset((one, other)), MACHINE))

    def wait(self, groups: Iterable[Group]) -> None:
        """A person is asked about these: what comes later knows that they may be one."""
        self._waiting += [(edge.one, edge.other) for group in groups for edge in group.edges]

    def waiting(self) -> dict[str, set[str]]:
        """By thing, those that may be one with it: a person is asked, pair by pair, or could not say."""
        asked = {pair for one in self._waiting if not self.identity.barred(*(pair := (self.thing(one[0]), self.thing(one[1]))))}
        unsure = (combinations({self.thing(mention) for mention in among}, 2) for _, among in self.identity.unsure())
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in chain(asked, *unsure):
            if one != other:
                found[one].add(other)
                found[other].add(one)
        return dict(found)

    def things(self, label: str) -> dict[str, list[Mention]]:
        """All things of a label with their mentions, both in order."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._by_label[label]:
            found[self.thing(mention.id)].append(mention)
        return {thing: found[thing] for thing in sorted(found)}

    def canonical(self) -> list[list[str]]:
        """Mentions that the compiler of their file counts as one thing, by a decision of his own; each lot of one label."""
        there = ([id_ for id_ in some if id_ in self._mentions] for some in self._canonical)
        return [some for some in there if len(some) > 1]

    def one_key(self, thing: str) -> bool:
        """Whether a thing is one by its compiler's key and by nothing else: all of its rows bear the same."""
        members = self.identity.components().get(self.thing(thing), {thing})
        keys = {(self._mentions[id_].space, self._mentions[id_].key) for id_ in members if id_ in self._mentions}
        return len(keys) == 1 and (None, None) not in keys

    def links(self, *types: str) -> list[Mention]:
        """What rows assert of links of these types. A row that only denies says of nobody where he was."""
        return [mention for type_ in types for mention in self._by_label[type_]]

    def asserted(self, mention: Mention, *properties: str) -> list[HeldClaim]:
        """What its row asserts of these properties."""
        row_claims = self._docket.claims([mention])
        return [held for held in row_claims if held.claim.property in properties and held.claim.polarity == "asserts"]

    def values(self, mention: Mention, name: str) -> set[str]:
        """The values its row asserts of one property."""
        return {str(held.claim.value) for held in self.asserted(mention, name)}

    def files(self, mention: Mention) -> set[str]:
        """The files that tell of it, by SHA-256."""
        return {held.file for held in self._docket.claims([mention])}

    def chosen(self, mentions: Iterable[Mention], name: str) -> str | None:
        """The value that a person chose for a thing, if one did."""
        value = decided(self._docket, mentions).get(name)
        return None if value is None else str(value)

    def names(self, mention: Mention) -> dict[str, str | None]:
        """What this mention calls its thing, or a person called it there: each name with its language, if one is stated."""
        languages: dict[str, str | None] = dict.fromkeys(sorted(self._aliases.get(mention.id, ())))
        languages |= {str(held.claim.value): held.claim.language for held in self.asserted(mention, "name", "aliases")}
        return languages

    def distinct(self, mentions: Iterable[Mention]) -> frozenset[tuple[str, str]]:
        """Key spaces whose compiler keeps two keys apart, with the keys that these bear."""
        return frozenset(
            (mention.space, mention.key)
            for mention in mentions
            if mention.space is not None and mention.key is not None and (mention.what, mention.space) in self._distinct
        )

    def _stands(self, mention: Mention) -> bool:
        claims = self._docket.claims([mention])
        return bool(claims) and not is_denial(claims)


def _distinct(state: State) -> set[tuple[str, str]]:
    """Label and key space, as the loads that count say."""
    return {
        (str(label), str(space))
        for sequence, body in state.loads.items()
        if sequence not in state.superseded
        for label, space in body.get("distinct", ())
    }


def foremost(*tallies: Mapping[str, int] | None) -> str | None:
    """What was said most often in the first of these that says anything; of several, the first in order."""
    for counted in tallies:
        if counted:
            return min(counted, key=lambda value: (-counted[value], value))
    return None


def tallied(pairs: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """How often each first is paired with each second."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        found[one][other] += 1
    return dict(found)
