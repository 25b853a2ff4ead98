"""An answer as a person reads it: rows with certainty and gap, the caveat, and what was left out."""

from __future__ import annotations

import csv
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from graph.answer import NodeValue, PathValue, RelValue
from graph.errors import QueryError
from graph.span import UNKNOWN_FROM, UNKNOWN_TO
from queries.cli.paper import paper, plain

if TYPE_CHECKING:
    from graph.answer import Answer
    from queries.catalogue import Catalogue

HIDDEN = ("claims", "chain", "weakest")
"""Columns a table on the terminal leaves to --explain and --json."""


def on_paper(answer: Answer, *, explain: bool) -> None:
    """For a person, inside the house: names are shown as they are."""
    click.echo(answer.title)
    asked = ", ".join(f"{name} {_value(value)}" for name, value in answer.parameters.items() if value is not None)
    click.echo(f"  {asked}  (internal)" if asked else "  (internal)")
    if not answer.rows:
        click.echo("  no rows")
    else:
        shown = [i for i, column in enumerate(answer.columns) if column.name not in HIDDEN and column.type not in ("path", "rel")]
        table = paper("#", *(answer.columns[i].name for i in shown))
        for number, row in enumerate(answer.rows, 1):
            table.row(number, *(_value(row[i]) for i in shown))
        table.print()
    if explain:
        _explain(answer)
    for line in left_out(answer):
        click.echo(line)
    click.echo(f"  {answer.caveat}")
    click.echo(f"  {answer.query} {answer.query_hash[:12]} · graph {answer.graph_hash[:12]} · entry {answer.sequence}")


def left_out(answer: Answer) -> list[str]:
    """What is not in the rows, a line each."""
    found = []
    if n := answer.left_out.weaker:
        found.append(f"  {n:,} more, less certain than --certainty asks")
    if n := answer.left_out.farther:
        found.append(f"  {n:,} more, cited further away; --within any shows all")
    if n := answer.left_out.over_limit:
        found.append(f"  first {len(answer.rows):,} of {len(answer.rows) + n:,}; a larger --limit shows more")
    return found


def _explain(answer: Answer) -> None:
    for number, row in enumerate(answer.rows, 1):
        click.echo(f"  {number}:")
        for column, value in zip(answer.columns, row, strict=True):
            if isinstance(value, PathValue):
                click.echo(f"     {column.name}: {plain(_path(value))}")
            elif isinstance(value, RelValue):
                click.echo(f"     {column.name}: {value.type} {value.id}")
            elif column.type == "claims":
                ids = [str(claim) for claim in value] if isinstance(value, list | tuple) else []
                click.echo(f"     {len(ids)} claims: {' '.join(ids[:8])}{' …' if len(ids) > 8 else ''}")


def as_json(answer: Answer) -> None:
    """A list of rows; what was left out goes to standard error, so that nothing is lost in a pipe."""
    click.echo(
        json.dumps([{k: _plain(v) for k, v in record.items()} for record in answer.records()], ensure_ascii=False, indent=1)
    )
    for line in left_out(answer):
        click.echo(line.strip(), err=True)


def as_csv(answer: Answer) -> None:
    """Scalar columns and names of nodes, as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([column.name for column in answer.columns])
    for row in answer.rows:
        writer.writerow([_value(value) for value in row])
    for line in left_out(answer):
        click.echo(line.strip(), err=True)


def catalogue_on_paper(catalogue: Catalogue, search: str | None) -> None:
    """What can be asked. Files with faults are named, none is passed over in silence."""
    queries, faults = catalogue.read()
    if search:
        queries = catalogue.search(search)
    table = paper("query", "asks", "with")
    for query in queries:
        options = [f"--{name}" if p.required else f"[--{name}]" for p in query.parameters for name in p.options]
        table.row(query.name + (" (yours)" if query.yours else ""), query.question, " ".join(options))
    table.print()
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise QueryError(f"{len(faults)} query files have faults")


def _value(value: object) -> str:
    if isinstance(value, NodeValue):
        return value.name
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, PathValue):
        return _path(value)
    if isinstance(value, RelValue):
        return value.id
    if isinstance(value, list | tuple):
        return ";".join(str(item) for item in value)
    return "" if value is None else str(value)


def _path(path: PathValue) -> str:
    return " → ".join(node.name for node in path.nodes)


def when(value: datetime) -> str:
    """A time as a reader says it: the ends of the calendar are "unknown"."""
    if value in (UNKNOWN_FROM, UNKNOWN_TO):
        return "unknown"
    return f"{value:%Y-%m-%d}" if (value.hour, value.minute, value.second) == (0, 0, 0) else f"{value:%Y-%m-%d %H:%M}"


def _plain(value: Any) -> Any:
    if isinstance(value, NodeValue):
        return {"id": value.id, "label": value.label, "name": value.name}
    if isinstance(value, RelValue):
        return {"id": value.id, "type": value.type, "begin": value.begin, "end": value.end}
    if isinstance(value, PathValue):
        return {"nodes": [_plain(n) for n in value.nodes], "links": [_plain(r) for r in value.links]}
    if isinstance(value, datetime):
        return None if value in (UNKNOWN_FROM, UNKNOWN_TO) else value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
