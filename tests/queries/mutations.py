"""Ways in which a query about time can be wrong, each made on purpose: a case beside the query must notice.

A query finds, so its Cypher is made wrong here, and what its header says is graded; the grade itself in `grade_mutants`.

uv run python -m tests.queries.mutations            every mutation of every query, and which case noticed
uv run python -m tests.queries.mutations --single   also each date test by itself; some of these change nothing that
                                                    can be seen (a test said twice, once to be quick)
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine.arcadedb.engine import ArcadeEngine
from graph.errors import OverrunError, QueryError
from queries import saved
from queries.catalogue import Catalogue
from queries.run import MOST_ROWS, prepared

if TYPE_CHECKING:
    from graph.engine import Marker
    from graph.projection import Projection
    from queries.saved import SavedQuery
    from tests.queries.cases import Case

MOMENT = (
    r"(?:\$(?:on_)?(?:from|to)|(?:[\w.]+(?:\[\d\])?\.)?(?:possible_from|possible_to)|\w+\.(?:p[ft]|from|to)"
    r"|(?:\w+_)?(?:since|until|from|to)|begin|end)"
)
DATE_TEST = re.compile(rf"(?<![\w.$\]])({MOMENT}) < ({MOMENT})(?![\w.\[])")
"""One moment before another, where neither is a core: what decides whether a row is possible at all."""
CORE_TEST = re.compile(rf"(?<![\w.$])(?:\w+\.(?:certain_from|cf)) < ({MOMENT}|\w+\.(?:certain_to|ct))(?![\w.])")
"""A core begun before something ended: what decides whether a row is sure."""
BEGIN, END = re.compile(r"\.(?:possible_from|pf|from)$"), re.compile(r"\.(?:possible_to|pt|to)$")
LEVELS = re.compile(r"\{(\d+),(\d+)\}")
RELATION = re.compile(r"\b\w+\.relation = 'command'")
POSTING = re.compile(r"\[(\w+):(?:\w+\|)*POSTED_TO")
DISPUTED = re.compile(r"coalesce\((\w+)\.disputed, false\)")
LIST = re.compile(r"(?<![-\w)\]])\[(\w+(?:, \w+)*)\]")
"""Names in brackets, where no index is meant."""
WHEN = re.compile(r"(?:(?<=END)|(?<=goes)|(?<=false, null)), (?:\w+\[\d\] \+ )?\[\w+(?:\[\d\])?\](?=\])")
"""What a mark says last: when it was that it counts. Before it stands what the review may do to it: a CASE, null, `goes`."""
MEMBERS = re.compile(r"^// members\s*=\s*\[([^\]]+)\]", re.MULTILINE)
ASKED = re.compile(r"^// asked\s*=.*\n", re.MULTILINE)
BRIDGED = re.compile(r"coalesce\((\w+)\.bridged, false\)")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A query made wrong: in which way, and its text."""

    query: str
    how: str
    text: str


def mutants(name: str, text: str, *, single: bool = False) -> Iterator[Mutant]:
    """All mutants of one query. Header and comments stay as they are."""
    body = text.index("// ///", text.index("// ///") + 1)
    head, cypher = text[:body], text[body:]
    ways = {
        "the date test dropped": DATE_TEST.sub("true", cypher),
        "who left before is let in": DATE_TEST.sub(
            lambda m: "true" if BEGIN.search(m[1]) is None and END.search(m[2]) else m[0], cypher
        ),
        "who came after is let in": DATE_TEST.sub(lambda m: "true" if BEGIN.search(m[1]) else m[0], cypher),
        "no core is asked for": CORE_TEST.sub("true", cypher),
        "<= for <": DATE_TEST.sub(r"\1 <= \2", cypher),
        "one level more": LEVELS.sub(lambda m: f"{{{m[1]},{int(m[2]) + 1}}}", cypher),
        "relation ignored": RELATION.sub("true", cypher),
        "the posting forgotten in the certainty": _without_postings(cypher),
        "a denial ignored": DISPUTED.sub("false", cypher),
        "a bridged core taken for a stated one": BRIDGED.sub("false", cypher),
    }
    for how, mutated in ways.items():
        if mutated != cypher:
            yield Mutant(name, how, head + mutated)
    for how, changed in _graded_wrong(head):
        yield Mutant(name, how, changed + cypher)
    for at, found in enumerate(WHEN.finditer(cypher)):
        yield Mutant(name, f"mark {at}: when it was forgotten", head + cypher[: found.start()] + cypher[found.end() :])
    if single:
        for found in DATE_TEST.finditer(cypher):
            line = text.count("\n", 0, body + found.start()) + 1
            for how, instead in (("dropped", "true"), ("<= for <", f"{found[1]} <= {found[2]}")):
                mutated = cypher[: found.start()] + instead + cypher[found.end() :]
                yield Mutant(name, f"line {line}, {found[0]}: {how}", head + mutated)


def _graded_wrong(head: str) -> Iterator[tuple[str, str]]:
    """A header that forgets one of the members of a row, or the time they are held against."""
    if found := MEMBERS.search(head):
        columns = [column.strip() for column in found[1].split(",")]
        for at, column in enumerate(columns):
            others = ", ".join(columns[:at] + columns[at + 1 :])
            yield f"{column} forgotten in the grade", head[: found.start(1)] + others + head[found.end(1) :]
    if found := ASKED.search(head):
        yield "the time asked about forgotten in the grade", head[: found.start()] + head[found.end() :]


class Stages:
    """Engines on which cases are played: one for all, and one for each case that needs a graph of its own."""

    def __init__(self, folder: Path) -> None:
        from tests.queries.cases import all_cases
        from tests.world import together

        self._folder = folder
        self._engines: list[ArcadeEngine] = []
        self._shared = self._publish(together([case.projection for case in all_cases() if not case.apart]))
        self._apart: dict[str, tuple[ArcadeEngine, Marker]] = {}

    def of(self, case: Case) -> tuple[ArcadeEngine, Marker]:
        """Where this case stands."""
        if not case.apart:
            return self._shared
        if case.prefix not in self._apart:
            self._apart[case.prefix] = self._publish(case.projection)
        return self._apart[case.prefix]

    def close(self) -> None:
        """End all engines."""
        for engine in self._engines:
            engine.stop()

    def _publish(self, projection: Projection) -> tuple[ArcadeEngine, Marker]:
        from tests.claims import as_projected

        engine = ArcadeEngine(self._folder / f"graph-{len(self._engines)}")
        self._engines.append(engine)
        return engine, engine.publish(as_projected(projection))


def _other(name: str) -> bytes:
    """The text of the query that a mutant asks."""
    return Catalogue.of().library[name].read_bytes()


def noticed(mutant: Mutant, stages: Stages) -> str | None:
    """What notices: what the guard says, a case that is answered otherwise, or one in which more is found than may be.

    Queries find, and the rule drops what cannot have held together: such a test in a query is there to find less.
    """
    from tests.queries.cases import cases

    try:
        query = saved.parse(mutant.text.encode(), mutant.query, other=_other)
    except QueryError as error:
        return f"refused: {str(error).rsplit(': ', 1)[-1]}"
    beside = cases(mutant.query)
    for case in beside:
        try:
            answered = case.rows(case.ask(query, *stages.of(case)))
        except OverrunError:
            return f"{case.title}: the engine cannot work it out"
        if answered != case.expected:
            return case.title
    right = Catalogue.of().get(mutant.query)
    for case in beside:
        if more := _found(query, case, stages) - _found(right, case, stages):
            return f"{case.title}: {more.total()} more found, which only the rule leaves out"
    return None


def _found(query: SavedQuery, case: Case, stages: Stages) -> Counter[str]:
    """What the engine finds for a case, and how often, before anything is graded."""
    engine, _ = stages.of(case)
    _, bound = prepared(query, case.parameters(query), case.waiting)
    rows = engine.ask(query.cypher, bound, seconds=60, rows=MOST_ROWS).rows
    return Counter(" | ".join(map(_in_any_order, row)) for row in rows)


def _in_any_order(value: object) -> str:
    """The text of a value, a list of it sorted: in what order an engine collects says nothing."""
    return str(sorted(map(_in_any_order, value))) if isinstance(value, list) else repr(value)


def _without_postings(cypher: str) -> str:
    """Postings left out of every list of the members of a row."""
    for name in {found[1] for found in POSTING.finditer(cypher)}:

        def rest(found: re.Match[str], name: str = name) -> str:
            return f"[{', '.join(item for item in found[1].split(', ') if item != name)}]"

        cypher = re.sub(rf" \+ (?:\[{name}\]|{name}\b)", "", cypher)
        cypher = LIST.sub(rest, cypher)
    return cypher


def main() -> int:
    """All mutants on the embedded engine. 1 where a mutant was not noticed by any case."""
    unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        stages = Stages(Path(folder))
        library = Catalogue.of()
        for name in library.names:
            for mutant in mutants(name, library.library[name].read_text("utf-8"), single="--single" in sys.argv[1:]):
                title = noticed(mutant, stages)
                unnoticed += title is None
                print(f"{name}: {mutant.how}: {title or 'NOT NOTICED'}", flush=True)
        stages.close()
    print(f"{unnoticed} not noticed")
    return min(unnoticed, 1)


if __name__ == "__main__":
    sys.exit(main())
