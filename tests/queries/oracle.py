"""What each graph-shaped query must answer, worked out slowly in plain Python from DESIGN §4.

No engine, no Cypher, no shared code with the queries: time is cut at every instant that occurs, each range becomes a
set of slices, and "share a moment" and "contain" are set operations. A row is a dict of ids, scalars and lists of ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from graph.projection import Link, Node, Projection

Row: TypeAlias = dict[str, Any]
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31)
MOST = 12


@dataclass(frozen=True)
class Asked:
    """The question's time. `any`: no day was given, and nothing is said about time."""

    begin: datetime
    end: datetime
    any: bool = False

    @classmethod
    def of(cls, begin: datetime | None, end: datetime | None, *, any: bool = False) -> Asked:
        return cls(begin or FIRST, end or LAST, any)


class Oracle:
    """One world to ask."""

    def __init__(self, projection: Projection) -> None:
        self.nodes = {node.id: node for node in projection.nodes}
        self.links = projection.links

    def chain_up(self, unit: str, asked: Asked) -> list[Row]:
        return _sorted(self._commanders([], unit, asked), "level", "chain", "links", "commander", "posting")

    def commanders_at_station(self, station: str, asked: Asked) -> list[Row]:
        rows: list[Row] = []
        for base in self._of("BASED_AT", end=station):
            if Members.possible([base], asked):
                rows += ({**row, "based": base.begin, "base": base.id} for row in self._commanders([base], base.begin, asked))
        for row in rows:
            del row["weakest"]  # asked of a unit's chain alone
        return _sorted(rows, "level", "chain", "base", "links", "commander", "posting")

    def chain_down(self, unit: str, asked: Asked) -> list[Row]:
        rows = []
        for units, links in self._paths([], unit, asked, down=True):
            bases: list[Link | None] = [b for b in self._of("BASED_AT", begin=units[-1]) if Members.possible([*links, b], asked)]
            for base in bases or [None]:
                row = Members([*links, base] if base else links, asked).columns()
                row |= {"level": len(links), "unit": units[-1], "chain": units, "links": [link.id for link in links]}
                rows.append(row | {"station": base and base.end, "base": base and base.id})
        return _sorted(rows, "level", "chain", "links", "station", "base")

    def holders_of_command(self, unit: str, asked: Asked) -> list[Row]:
        postings = [p for p in self._commands(unit) if Members.possible([p], asked)]
        rows = []
        for posting in postings:
            row = Members([posting], asked)
            others = [p for p in postings if p.begin != posting.begin and Members([posting, p], asked).shared]
            named = {name: posting.properties.get(name) for name in ("rank", "title", "basis")}
            named |= {"holder": posting.begin, "posting": posting.id, "acting": bool(posting.properties.get("acting"))}
            rows.append(row.columns() | named | {"unit": unit, "overlap": bool(others)})
        if not postings and not asked.any:
            empty = dict.fromkeys(("holder", "posting", "acting", "rank", "title", "basis", "overlap", "certainty", "gap_days"))
            rows.append(Members([], asked).columns() | empty | {"unit": unit})
        return _sorted(rows, "since", "until", "holder", "posting")

    def co_detained(self, station: str, asked: Asked) -> list[Row]:
        stays = list(self._of("HELD_AT", end=station))
        rows = []
        for one in stays:
            for other in stays:
                if one.begin < other.begin and Members.possible([one, other], asked):
                    row = Members([one, other], asked)
                    rows.append(
                        row.columns()
                        | {"one": one.begin, "other": other.begin, "one_stay": one.id, "other_stay": other.id}
                        | {"station": station, "certain_days": row.length(row.common_core) // timedelta(days=1)}
                    )
        return _sorted(rows, "one", "one_stay", "other", "other_stay")

    def _commanders(self, first: list[Link], unit: str, asked: Asked) -> Iterator[Row]:
        for units, links in self._paths(first, unit, asked):
            standing = [*first, *links]
            postings: list[Link | None] = [
                p for p in self._commands(units[-1]) if asked.any or Members.possible([*standing, p], asked)
            ]
            for posting in postings or [None]:
                row = Members([*standing, posting] if posting else standing, asked)
                yield row.columns() | {
                    "level": len(links),
                    "unit": units[-1],
                    "chain": units,
                    "links": [link.id for link in links],
                    "commander": posting and posting.begin,
                    "posting": posting and posting.id,
                    "acting": posting and bool(posting.properties.get("acting")),
                    "end": self._end(units, links, standing, asked),
                    "weakest": row.weakest(),
                }

    def _end(self, units: list[str], links: list[Link], standing: list[Link], asked: Asked) -> str | None:
        onward = [n for n in self._of("SUBORDINATE_TO", begin=units[-1]) if asked.any or Members.possible([*standing, n], asked)]
        command = [n for n in onward if n.properties.get("relation") == "command"]
        away = [n for n in command if n.end not in units]
        if away and len(links) == MOST:
            return "cut"
        if away:
            return None if len(away) == 1 else "fork"
        if command:
            return "cycle"
        unknown = any(n.properties.get("relation") == "unknown" for n in onward)
        return "gap" if unknown or self.nodes[units[-1]].properties.get("kind") == "unknown" else "top"

    def _paths(self, first: list[Link], unit: str, asked: Asked, *, down: bool = False) -> Iterator[tuple[list[str], list[Link]]]:
        """Every simple path of at most MOST command links; with a day, one whose links share a moment of it."""
        pending: list[tuple[list[str], list[Link]]] = [([unit], [])]
        while pending:
            units, links = pending.pop()
            yield units, links
            if len(links) == MOST:
                continue
            for link in self._of("SUBORDINATE_TO", **{"end" if down else "begin": units[-1]}):
                further = link.begin if down else link.end
                if link.properties.get("relation") != "command" or further in units:
                    continue
                if asked.any or Members.possible([*first, *links, link], asked):
                    pending.append(([*units, further], [*links, link]))

    def _commands(self, unit: str) -> list[Link]:
        return [p for p in self._of("POSTED_TO", end=unit) if p.properties.get("function") == "commander"]

    def _of(self, kind: str, *, begin: str | None = None, end: str | None = None) -> Iterator[Link]:
        return (link for link in self.links if link.type == kind and (link.begin == begin or link.end == end))


class Members:
    """The members of one row and the question's time."""

    def __init__(self, members: list[Link], asked: Asked) -> None:
        self.members, self.asked = members, asked
        instants = {asked.begin, asked.end}
        for member in members:
            instants |= {v for k, v in member.properties.items() if k.endswith(("_from", "_to")) and isinstance(v, datetime)}
        self.instants = sorted(instants)
        self.question = self.slices(asked.begin, asked.end)
        self.possibles = [self.slices(m.properties["possible_from"], m.properties["possible_to"]) for m in members]
        self.cores = [self.slices(m.properties.get("certain_from"), m.properties.get("certain_to")) for m in members]
        self.shared = self.question.intersection(*self.possibles)
        self.common_core = self.question.intersection(*self.cores)

    @classmethod
    def possible(cls, members: list[Link], asked: Asked) -> bool:
        return bool(cls(members, asked).shared)

    def slices(self, begin: Any, end: Any) -> frozenset[datetime]:
        """The slices of time inside [begin, end), each named by its first instant."""
        if begin is None:
            return frozenset()
        return frozenset(instant for instant in self.instants[:-1] if begin <= instant < end)

    def length(self, slices: frozenset[datetime]) -> timedelta:
        return sum((self.instants[self.instants.index(s) + 1] - s for s in slices), timedelta())

    def columns(self) -> Row:
        since = until = None
        if self.shared:
            since, until = min(self.shared), self.instants[self.instants.index(max(self.shared)) + 1]
        carried: list[Any] = [member.properties.get("claims", ()) for member in self.members]
        claims = sorted({claim for claims in carried for claim in claims})
        told: Row = {"covers": None, "certainty": None, "gap_days": None}
        if not self.asked.any:
            gaps = [self.gap(member) for member in self.members]
            told = {
                "covers": self.shared == self.question,
                "certainty": self.certainty(since, until),
                "gap_days": None if None in gaps else max([0, *(g for g in gaps if g is not None)]),
            }
        return {"since": since, "until": until, "claims": claims, **told}

    def certainty(self, since: Any, until: Any) -> str:
        if not self.sure() or any(member.properties.get("disputed") for member in self.members):
            return "possible"
        for member in self.members:
            on_the_day = any(
                begin.time() == datetime.min.time() and end - begin == timedelta(days=1) and begin <= since and until <= end
                for begin, end in cited(member)
            )
            if member.properties.get("bridged") and not on_the_day:
                return "assumed"
        return "certain"

    def sure(self) -> bool:
        if self.common_core:
            return True
        possibles, cores = [self.question, *self.possibles], [self.question, *self.cores]
        return any(
            all(possible <= core for other, core in enumerate(cores) if other != one) for one, possible in enumerate(possibles)
        )

    def gap(self, member: Link) -> int | None:
        far = [max(timedelta(), self.asked.begin - begin, end - self.asked.end) for begin, end in cited(member)]
        return min(far).days if far else None

    def weakest(self) -> str | None:
        if self.asked.any or not self.members:
            return None

        def standing(position: int) -> tuple[int, float, str]:
            member, gap = self.members[position], self.gap(self.members[position])
            stated = 1 if member.properties.get("bridged") else 2
            met = self.cores[position] & self.question
            return stated if met else 0, -float("inf") if gap is None else -gap, member.id

        return self.members[min(range(len(self.members)), key=standing)].id


def cited(member: Node | Link) -> list[tuple[datetime, datetime]]:
    """Its citations, from and to."""
    lists: Any = member.properties
    return list(zip(lists.get("cited_from", ()), lists.get("cited_to", ()), strict=True))


def _sorted(rows: Any, *keys: str) -> list[Row]:
    return sorted(rows, key=lambda row: [(row[key] is None, row[key] if row[key] is not None else "") for key in keys])
