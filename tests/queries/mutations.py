"""Ways in which a query about time can be wrong, each made on purpose: a case beside the query must notice.

uv run python -m tests.queries.mutations            every mutation of every query, and which cases noticed
uv run python -m tests.queries.mutations --single   also each date test by itself; some of these change nothing that
                                                    can be seen (a test said twice, once to be quick)
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import QueryError
from queries import saved
from queries.catalogue import Catalogue

if TYPE_CHECKING:
    from graph.engine import Engine, Marker

MOMENT = r"(?:\$(?:on_)?(?:from|to)|[\w.]*(?:possible_from|possible_to)|\w+\.p[ft]|(?:\w+_)?(?:since|until|from|to))"
DATE_TEST = re.compile(rf"(?<![\w.$])({MOMENT}) < ({MOMENT})(?![\w.])")
"""One moment before another, where neither is a core: what decides whether a row is possible at all."""
BEGIN, END = re.compile(r"\.(?:possible_from|pf)$"), re.compile(r"\.(?:possible_to|pt)$")
LEVELS = re.compile(r"\{(\d+),(\d+)\}")
RELATION = re.compile(r"\b\w+\.relation = 'command'")
POSTING = re.compile(r"\[(\w+):(?:\w+\|)*POSTED_TO")
DISPUTED = re.compile(r"coalesce\((\w+)\.disputed, false\)")
LIST = re.compile(r"(?<![\w)\]])\[(\w+(?:, \w+)*)\]")
"""Names in brackets, where no index is meant."""
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
    if single:
        for found in DATE_TEST.finditer(cypher):
            line = text.count("\n", 0, body + found.start()) + 1
            for how, instead in (("dropped", "true"), ("<= for <", f"{found[1]} <= {found[2]}")):
                mutated = cypher[: found.start()] + instead + cypher[found.end() :]
                yield Mutant(name, f"line {line}, {found[0]}: {how}", head + mutated)


def noticed(mutant: Mutant, engine: Engine, marker: Marker) -> str | None:
    """The title of the first case that fails, or what the guard says; None where nothing is noticed."""
    from tests.queries.cases import cases

    try:
        query = saved.parse(mutant.text.encode(), mutant.query)
    except QueryError as error:
        return f"refused: {str(error).rsplit(': ', 1)[-1]}"
    for case in cases(mutant.query):
        answer = case.ask(query, engine, marker)
        if case.rows(answer) != case.expected:
            return case.title
    return None


def _without_postings(cypher: str) -> str:
    """Postings left out of every list of the members of a row."""
    for name in {found[1] for found in POSTING.finditer(cypher)}:

        def rest(found: re.Match[str], name: str = name) -> str:
            return f"[{', '.join(item for item in found[1].split(', ') if item != name)}]"

        cypher = re.sub(rf" \+ (?:\[{name}\]|{name}\b)", "", cypher)
        cypher = LIST.sub(rest, cypher)
    return cypher


def main() -> int:
    """All mutants on the embedded engine. The number of mutants that no case noticed."""
    from graph.engine.arcadedb.engine import ArcadeEngine
    from tests.queries.cases import all_cases
    from tests.world import together

    unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        engine = ArcadeEngine(Path(folder) / "graph")
        marker = engine.publish(together([case.projection for case in all_cases()]))
        library = Catalogue.of()
        for name in library.names:
            for mutant in mutants(name, library.library[name].read_text("utf-8"), single="--single" in sys.argv[1:]):
                title = noticed(mutant, engine, marker)
                unnoticed += title is None
                print(f"{name}: {mutant.how}: {title or 'NOT NOTICED'}", flush=True)
        engine.stop()
    print(f"{unnoticed} not noticed")
    return min(unnoticed, 1)


if __name__ == "__main__":
    sys.exit(main())
