"""Which link mentions speak of one link: those that a person joined, and those in which everything is equal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.decided.partition import Partition
from graph.said.fold import in_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.decided.identity import Identity
    from graph.said.claim import HeldClaim, Mention
    from graph.said.span import Span


@dataclass(frozen=True, slots=True)
class Tie:
    """One link mention, resolved: where it points, what its sources say that tells links apart, when."""

    mention: Mention
    begin: str
    end: str
    claims: tuple[HeldClaim, ...]
    marks: tuple[str, ...]
    span: Span | None = None
    contested: bool = False
    """Its sources contradict each other about the time."""

    @property
    def likeness(self) -> tuple[str, ...]:
        """Two link mentions in which all of this is equal speak of one link. What a person decides about a link is no part
        of it: correcting one of its mentions must not tear it apart."""
        when = in_bytes(self.span.as_text()) if self.span else ""
        return (self.mention.what, self.begin, self.end, *self.marks, when)


def joined(ties: Mapping[str, Tie], identity: Identity) -> list[set[str]]:
    """The decisions people made, then `same-link` by likeness; what a DIFFERENT keeps apart stays apart."""
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, tie in ties.items():
        alike[tie.likeness].append(id_)
    links = _Links(identity, _decided(ties, identity))
    for likeness in sorted(alike):
        homes: list[str] = []
        for id_ in sorted(alike[likeness]):
            home = next((home for home in homes if links.may_join(home, id_)), None)
            if home is None:
                homes.append(id_)
            else:
                links.join(home, id_)
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for id_ in ties:
        by_name[links.partition.name(id_)].add(id_)
    return list(by_name.values())


def _decided(ties: Mapping[str, Tie], identity: Identity) -> Partition:
    """What decisions join, as far as it points to the same ends."""
    partition = Partition()
    for members in identity.components().values():
        by_ends: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for id_ in members & ties.keys():
            tie = ties[id_]
            by_ends[tie.mention.what, tie.begin, tie.end].add(id_)
        for group in by_ends.values():
            partition.join(group)
    return partition


class _Links:
    """Link mentions that become links. Of each link so far: what its mentions are by decision, and what is kept from them."""

    def __init__(self, identity: Identity, partition: Partition) -> None:
        self._identity, self.partition = identity, partition
        self._things: dict[str, set[str]] = {}
        self._rivals: dict[str, set[str]] = {}

    def may_join(self, home: str, id_: str) -> bool:
        """Whether no DIFFERENT keeps the link of one mention from the link of the other."""
        self._look(home)
        self._look(id_)
        return self._rivals[self.partition.name(id_)].isdisjoint(self._things[self.partition.name(home)])

    def join(self, home: str, id_: str) -> None:
        """From here on both mentions speak of one link."""
        names = {self.partition.name(home), self.partition.name(id_)}
        self.partition.join(names)
        for kept in (self._things, self._rivals):
            smaller, larger = sorted((kept.pop(name) for name in names), key=len) if len(names) > 1 else (set(), kept.pop(*names))
            larger |= smaller
            kept[self.partition.name(home)] = larger

    def _look(self, id_: str) -> None:
        name = self.partition.name(id_)
        if name not in self._things:
            members = self.partition.members(id_)
            self._things[name] = {self._identity.root(member) for member in members}
            self._rivals[name] = {self._identity.root(rival) for rival in self._identity.rivals(members)}
