"""The catalogue on the terminal: what can be asked, by topic, and the questions kept in the case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import click

from graph.errors import QueryError
from graph.words import count
from queries.cli.paper import paper, plain

if TYPE_CHECKING:
    from queries.catalogue import Catalogue
    from queries.saved import SavedQuery

TOPICS = {
    "command": "Who answered to whom",
    "colocation": "Who was where with whom",
    "pattern": "How it was done, how often, where else",
    "impunity": "What was known, complained of, done about it",
    "evidence": "What the case rests on, and what is missing",
}
"""What a folder of the library is about, in the order of the work."""
YOURS = "Yours: queries in the case's own folder"


def on_paper(catalogue: Catalogue, search: str | None) -> None:
    """What can be asked. Files with faults are named, none is passed over in silence."""
    queries, faults = catalogue.read()
    if search:
        queries = catalogue.search(search)
        if not queries:
            click.echo(f"no query mentions {plain(search)}; `linkage query` lists all {len(catalogue.names)}")
    by_topic: defaultdict[str, list[SavedQuery]] = defaultdict(list)
    for query in queries:
        by_topic[YOURS if query.yours else query.name.split("/", 1)[0]].append(query)
    for topic in sorted(by_topic, key=lambda known: (list(TOPICS).index(known) if known in TOPICS else len(TOPICS), known)):
        table = paper("query", "asks", "with", title=TOPICS.get(topic, topic))
        for query in by_topic[topic]:
            options = [f"--{name}" if p.required else f"[--{name}]" for p in query.parameters for name in p.options]
            table.row(query.name, query.question, " ".join(options))
        table.print()
    if not search:
        faults = (*faults, *_kept(catalogue))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise QueryError(f"{count(len(faults), 'query file')} cannot be used: see above")


def _kept(catalogue: Catalogue) -> list[str]:
    """The questions kept in the case, and what is wrong with the files of the others."""
    faults: list[str] = []
    table = paper("question", "asks", "with", title="Kept: `linkage query NAME` asks it again")
    for name in sorted(catalogue.kept):
        try:
            kept = catalogue.question(name)
        except QueryError as error:
            faults.append(str(error))
            continue
        if kept is not None:
            given = ", ".join(f"{option} {value}" for option, value in kept.parameters.items())
            table.row(name, kept.query, given)
    if table.rows:
        table.print()
    return faults
