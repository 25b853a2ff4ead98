"""What can be asked of a case next: saved questions that have an answer in it, each about the thing of which most is told.

Few, and quick: a short look for whom to ask about, then the question itself, until there are enough or the time is over.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graph.errors import LinkageError
from graph.served import served
from queries.desk.query import ask, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.kept.case import Case

MOST: Final = 3
SECONDS: Final = 4.0
"""For all of it. One question may take what is left."""
ABOUT: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "command/commanders_at_station",
        "station",
        "MATCH (t:Station)<-[:BASED_AT]-(:Unit)<-[r:POSTED_TO]-(:Person) WHERE r.function = 'commander' "
        "RETURN t.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    (
        "colocation/co_detained",
        "station",
        "MATCH (t:Station)<-[r:HELD_AT]-(:Person) RETURN t.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    (
        "command/holders_of_command",
        "unit",
        "MATCH (u:Unit)<-[r:POSTED_TO]-(:Person) WHERE r.function = 'commander' "
        "RETURN u.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    (
        "command/chain_up",
        "unit",
        "MATCH (u:Unit)-[r:SUBORDINATE_TO]->(:Unit) WHERE r.relation = 'command' "
        "RETURN u.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    (
        "pattern/station_pattern",
        "station",
        "MATCH (t:Station)<-[r:OCCURRED_AT]-(:Event) RETURN t.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    (
        "command/career",
        "person",
        "MATCH (p:Person)-[r:POSTED_TO]->(:Unit) RETURN p.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 1",
    ),
    ("evidence/conflicts", "", ""),
    ("evidence/hygiene", "", ""),
)
"""By what an investigator asks first: a question, the name of its parameter, and of what there is most."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A command that has an answer now, its title, and how many rows the answer has."""

    command: str
    title: str
    rows: int


def suggested(case: Case) -> tuple[Suggested, ...]:
    """At most three. Fewer where the graph does not answer in time: nobody waits for it."""
    ends = time.monotonic() + SECONDS
    suggestions: list[Suggested] = []
    for name, parameter, most in ABOUT:
        left = ends - time.monotonic()
        if len(suggestions) == MOST or left <= 0:
            break
        try:
            suggestions += _if_answered(case, name, parameter, most, left)
        except (LinkageError, OSError):
            break
    return tuple(suggestions)


def _if_answered(case: Case, name: str, parameter: str, most: str, seconds: float) -> Iterator[Suggested]:
    """The question, if it has an answer."""
    given: dict[str, object] = {}
    if most:
        with served(case) as (engine, _):
            rows = engine.ask(most, {}, seconds=seconds, rows=1).rows
        if not rows:
            return
        given = {parameter: rows[0][0]}
    if answer := ask(case, name, given, seconds=seconds, evidence=False).rows:
        options = "".join(f" --{option} {value}" for option, value in given.items())
        yield Suggested(f"linkage query {name}{options}", catalogue().get(name).title, len(answer))
