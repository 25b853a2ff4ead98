"""An answer as a person reads it: rows with certainty and gap, the caveat, and what was left out."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, TypeGuard

import click

from graph.answer import CERTAINTIES, NodeValue, PathValue, RelValue
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO
from queries.cli.output.why import reason_as_data, reasons_on_paper
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from graph.answer import Answer
    from queries.desk.why import Reason

HIDDEN = ("claims", "chain", "weakest")
"""Columns a table on the terminal leaves to --explain and --json."""


def on_paper(answer: Answer, asked: str, *, explain: bool, by: str | None = None) -> None:
    """For a person, inside the house: names are shown as they are. `asked`: the parameters, in words.

    `by`: a column; the rows are counted by it instead of being listed.
    """
    click.echo(f"{plain(answer.title)}  (internal)")
    click.echo(f"  {plain(asked)}")
    if not answer.rows:
        click.echo("  no rows")
    elif by:
        _counted(answer, by)
    else:
        shown = [i for i in range(len(answer.columns)) if _tells(answer, i)]
        table = paper("#", *(answer.columns[i].name for i in shown), fold=True)
        for number, row in enumerate(answer.rows, 1):
            table.row(number, *(_shown(answer.columns[i].name, row[i]) for i in shown))
        table.print()
    if explain:
        _explain(answer)
    for line in left_out(answer):
        click.echo(line)
    click.echo(f"  {plain(answer.caveat)}")
    click.echo(f"  {answer.query} {answer.query_hash[:12]} · graph {answer.graph_hash[:12]} · entry {answer.sequence}")


def row_on_paper(answer: Answer, number: int, reasons: Iterable[Reason]) -> None:
    """One row, a line for each column that tells something, and every claim behind it."""
    click.echo(f"{plain(answer.title)}: row {number} of {len(answer.rows):,}  (internal)")
    for column, value in zip(answer.columns, answer.rows[number - 1], strict=True):
        if column.type != "claims" and value not in (None, "", False, ()):
            click.echo(f"  {column.name}: {plain(_shown(column.name, value))}")
    reasons_on_paper(reasons)
    click.echo(f"\n  {plain(answer.caveat)}")


def row_as_json(reasons: Iterable[Reason]) -> None:
    """Every claim behind one row."""
    click.echo(json_text([reason_as_data(reason) for reason in reasons]))


def _counted(answer: Answer, by: str) -> None:
    """How many rows each value of a column has, the period they span, and how sure they are."""
    rows: dict[str, list[dict[str, object]]] = {}
    for record in answer.records():
        rows.setdefault(_value(record[by]), []).append(record)
    table = paper(by, "rows", "from", "to", *CERTAINTIES, fold=True)
    for value, group in rows.items():
        begins = [when for record in group if isinstance(when := record.get("since"), datetime)]
        ends = [when for record in group if isinstance(when := record.get("until"), datetime)]
        counts = [sum(record.get("certainty") == grade for record in group) or "" for grade in CERTAINTIES]
        table.row(value, len(group), _value(min(begins, default=None)), _value(max(ends, default=None)), *counts)
    table.print()


def _tells(answer: Answer, position: int) -> bool:
    """Whether a column is worth its room: not for --explain, not empty throughout, not what was asked about."""
    column = answer.columns[position]
    if column.name in HIDDEN or column.type in ("path", "rel"):
        return False
    values = [row[position] for row in answer.rows]
    if all(value is None or value in ("", False, ()) for value in values):
        return False
    asked = answer.parameters.values()
    return not all(isinstance(value, NodeValue) and value.id in asked for value in values)


def _shown(column: str, value: object) -> str:
    """As a reader says it: a range that ends at midnight ended the day before."""
    if column == "until" and isinstance(value, datetime) and value != UNKNOWN_TO and value.time() == time():
        value -= ONE_DAY
    return _value(value)


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
    click.echo(json_text([as_data(record) for record in answer.records()]))
    for line in left_out(answer):
        click.echo(line.strip(), err=True)


def as_csv(answer: Answer) -> None:
    """Scalar columns and names of nodes, as CSV; times as they are, half-open."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([column.name for column in answer.columns])
    for row in answer.rows:
        writer.writerow([value.isoformat() if _known(value) else _value(value) for value in row])
    for line in left_out(answer):
        click.echo(line.strip(), err=True)


def _known(value: object) -> TypeGuard[datetime]:
    return isinstance(value, datetime) and value not in (UNKNOWN_FROM, UNKNOWN_TO)


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


def as_data(value: Any, *, whole: bool = False) -> Any:
    """A value of an answer as JSON has it; unknown times are null. `whole`: things and links with all their properties."""
    if isinstance(value, NodeValue):
        return {"id": value.id, "label": value.label, "name": value.name} | (_own(value.properties) if whole else {})
    if isinstance(value, RelValue):
        ends = {"id": value.id, "type": value.type, "begin": value.begin, "end": value.end}
        return ends | (_own(value.properties) if whole else {})
    if isinstance(value, PathValue):
        return {"nodes": [as_data(n) for n in value.nodes], "links": [as_data(r) for r in value.links]}
    if isinstance(value, datetime):
        return value.isoformat() if _known(value) else None
    if isinstance(value, list | tuple):
        return [as_data(item, whole=whole) for item in value]
    if isinstance(value, Mapping):
        return {name: as_data(item, whole=whole) for name, item in value.items()}
    return value


def _own(properties: Mapping[str, object]) -> dict[str, Any]:
    return {"properties": {name: as_data(value) for name, value in properties.items() if name not in ("id", "name")}}
