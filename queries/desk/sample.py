"""A random sample of casefiles, recorded and repeatable: who has the case draws the same again, and nobody chose.

Every casefile of the frame is given SHA-256(seed, line feed, id) in hexadecimal; the sample is the first of them in that
order. So it needs no particular random generator to be checked, and a larger sample of the same seed holds the smaller one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, cast

from graph import ids
from graph.decided.entry import Kind
from graph.errors import QueryError
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO
from graph.served import served

if TYPE_CHECKING:
    from graph.kept.case import Case
    from graph.progress import Progress

METHOD = "sha256(seed LF id), ascending"
FRAME = """
MATCH (file:Casefile)
WHERE NOT $limited OR EXISTS {
  MATCH (file)-[:ABOUT]->(:Person)-[stay:HELD_AT]->(:Station)
  WHERE stay.possible_from < $to AND $from < stay.possible_to
    AND NOT (stay.possible_from = $never AND stay.possible_to = $ever)
} OR EXISTS {
  MATCH (file)-[:ABOUT]->(:Person)-[:SUFFERED]->(event:Event)
  WHERE event.possible_from < $to AND $from < event.possible_to
    AND NOT (event.possible_from = $never AND event.possible_to = $ever)
}
RETURN file.id AS id, file.name AS name ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, in the order of the draw: ids and names. `frame`: of how many. `sequence`: its entry in the journal."""

    drawn: tuple[tuple[str, str], ...]
    frame: int
    seed: str
    sequence: int | None
    before: int | None
    """The entry of the same draw, made before."""


def sample(
    case: Case, size: int, *, seed: str, since: date | None = None, until: date | None = None, progress: Progress | None = None
) -> Sample:
    """Draws casefiles: of all, or of those whose person may have been held or harmed between two days, both included.

    What no source limits in time is in no period. The draw is journalled; the same draw on the same frame is the same
    entry. QueryError where there are not so many.
    """
    begin = datetime.combine(since, time()) if since else UNKNOWN_FROM
    end = datetime.combine(until, time()) + ONE_DAY if until else UNKNOWN_TO
    if begin >= end:
        raise QueryError("--from and --to: the period ends before it begins")
    with served(case, progress=progress) as (engine, marker):
        limited = since is not None or until is not None
        given = {"limited": limited, "from": begin, "to": end, "never": UNKNOWN_FROM, "ever": UNKNOWN_TO}
        rows = cast("list[tuple[str, str]]", engine.ask(FRAME, given, seconds=60, rows=1_000_000).rows)
    if len(rows) < size:
        raise QueryError(f"there are {len(rows):,} such casefiles: a sample of {size:,} cannot be drawn")
    order = sorted(rows, key=lambda row: hashlib.sha256(f"{seed}\n{row[0]}".encode()).hexdigest())
    drawn = tuple((str(id_), str(name)) for id_, name in order[:size])
    body = {
        "of": "Casefile",
        "method": METHOD,
        "seed": seed,
        "size": size,
        "from": since and since.isoformat(),
        "to": until and until.isoformat(),
        "frame": len(rows),
        "frame_digest": ids.digest(sorted(id_ for id_, _ in rows)),
        "drawn": [id_ for id_, _ in drawn],
        "graph": marker.hashes.facts,
    }
    same = ("seed", "size", "from", "to", "frame_digest")
    with case.writing():
        for entry in case.journal.entries(Kind.SAMPLE):
            if all(entry.body.get(name) == body[name] for name in same):
                return Sample(drawn, len(rows), seed, entry.sequence, entry.sequence)
        entry = case.journal.append(Kind.SAMPLE, body, case.who)
    return Sample(drawn, len(rows), seed, entry.sequence, None)
