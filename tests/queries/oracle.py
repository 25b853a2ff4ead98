"""What each graph-shaped query must answer, worked out slowly in plain Python from DESIGN §3; graded by `rule`.

No engine, no Cypher, no shared code with the queries. A row is a dict of ids, scalars and lists of ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from graph.projection import Link, Projection
from tests.queries.rule import Asked, Members, Row, claims_of

MOST = 12


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
                found = self._commanders([base], base.begin, asked)
                rows += ({**row, "based": base.begin, "base": base.id} for row in found)
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
            named = self._commands(units[-1])
            postings: list[Link | None] = [p for p in named if asked.any or Members.possible([*standing, p], asked)]
            for posting in postings or [None]:
                row = Members([*standing, posting] if posting else standing, asked)
                besides, columns = self._besides(units[-1], standing, asked), row.columns()
                columns["claims"] = sorted({*columns["claims"], *claims_of(*besides)})
                yield columns | {
                    "other_superiors": sorted({self._beside(link) for link in besides}),
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
        onward = self._onward(units[-1], standing, asked)
        command = [n for n in onward if n.properties.get("relation") == "command"]
        away = [n for n in command if n.end not in units]
        if away and len(links) == MOST:
            return "cut"
        if away:
            return None if len(away) == 1 else "fork"
        if command:
            return "cycle"
        if any(n.properties.get("relation", "unknown") == "unknown" for n in onward) or not self._known(units[-1]):
            return "gap"
        return "other" if onward else "top"

    def _onward(self, unit: str, standing: list[Link], asked: Asked) -> list[Link]:
        return [n for n in self._of("SUBORDINATE_TO", begin=unit) if asked.any or Members.possible([*standing, n], asked)]

    def _besides(self, unit: str, standing: list[Link], asked: Asked) -> list[Link]:
        """The links by which it has a superior then, but which are not of command."""
        return [n for n in self._onward(unit, standing, asked) if n.properties.get("relation") != "command"]

    def _beside(self, link: Link) -> str:
        """The superior, and in brackets what the link is."""
        disputed = ", disputed" if link.properties.get("disputed") else ""
        return f"{self.nodes[link.end].properties['name']} ({link.properties.get('relation', 'unknown')}{disputed})"

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

    def _known(self, unit: str) -> bool:
        return self.nodes[unit].properties.get("kind") != "unknown"

    def _commands(self, unit: str) -> list[Link]:
        """Who held command of it. Of an unknown unit nobody did: it keeps a chain connected, and accuses nobody."""
        if not self._known(unit):
            return []
        return [p for p in self._of("POSTED_TO", end=unit) if p.properties.get("function") == "commander"]

    def _of(self, kind: str, *, begin: str | None = None, end: str | None = None) -> Iterator[Link]:
        return (link for link in self.links if link.type == kind and (link.begin == begin or link.end == end))


def _sorted(rows: Any, *keys: str) -> list[Row]:
    return sorted(rows, key=lambda row: [(row[key] is None, row[key] if row[key] is not None else "") for key in keys])
