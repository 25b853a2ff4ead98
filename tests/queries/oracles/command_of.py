"""What `command/command_of` must answer, in plain Python.

Each posting as commander by itself, and every path of command links from its unit downwards that could hold with it, with each
base of the lowest unit. One link that is only de facto makes what hangs on it de facto; where a source is silent, it is unknown.
"""

from __future__ import annotations

from typing import Any

from graph.projection import Link, Projection
from tests.queries.oracle import Oracle
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import Asked, Members, Row, time_of

AUTHORITIES = ("de_jure", "de_facto", "unknown")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order. `parameters`: `person` by id, `from` and `to`."""
    oracle = Oracle(projection)
    limits: dict[str, Any] = parameters
    asked = Asked.of(limits.get("from"), limits.get("to"))
    found: list[tuple[list[Any], Row]] = []
    for posting in oracle._of("POSTED_TO", begin=str(parameters["person"])):
        if posting not in oracle._commands(posting.end) or not Members.possible([posting], asked):
            continue
        for units, links in oracle._paths([posting], posting.end, asked, down=True):
            below = oracle._of("BASED_AT", begin=units[-1])
            bases: list[Link | None] = [base for base in below if Members.possible([posting, *links, base], asked)]
            for base in bases or [None]:
                row = _row(posting, units, links, base, asked)
                place = [AUTHORITIES.index(row["authority"]), time_of(posting, "possible_from"), posting.end, posting.id]
                place += [len(links), units, row["links"], base is None, base and base.end, base and base.id]
                found.append((place, row))
    return [row for _, row in sorted(found, key=lambda told: told[0])]


def _row(posting: Link, units: list[str], links: list[Link], base: Link | None, asked: Asked) -> Row:
    told = {link.properties.get("basis") for link in (posting, *links)}
    return Members([posting, *links, *([base] if base else [])], asked).columns() | {
        "authority": "de_facto" if "de_facto" in told else "de_jure" if told == {"de_jure"} else "unknown",
        "own": posting.end,
        "title": posting.properties.get("title"),
        "rank": posting.properties.get("rank"),
        "acting": bool(posting.properties.get("acting")),
        "level": len(links),
        "unit": units[-1],
        "station": base and base.end,
        "person": posting.begin,
        "posting": posting.id,
        "base": base and base.id,
        "chain": units,
        "links": [link.id for link in links],
    }
