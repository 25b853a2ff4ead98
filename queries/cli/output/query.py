"""An answer as a person reads it: rows with certainty and gap, the caveat, and what was left out."""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import click

from graph import words
from graph.answer import CERTAINTIES, NodeValue, PathValue, RelValue
from graph.words import cells, counts
from queries.cli.data import rows_as_csv, rows_as_data
from queries.cli.output.alike import differences
from queries.cli.output.why import reason_as_data, reasons_on_paper
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from graph.answer import Answer, Column
    from queries.desk.why import Reason
    from queries.saved import SavedQuery

HIDDEN = ("claims", "chain", "weakest", *CERTAINTIES)
"""Columns a table on the terminal leaves to --explain and --json."""


def on_paper(answer: Answer, names: Mapping[str, str], *, explain: bool, by: str | None = None) -> None:
    """For a person; internal, so names are shown as they are. `names`: of what was asked about, by id.

    `by`: a column; the rows are counted by it instead of being listed.
    """
    click.echo(f"{plain(answer.title)}  (internal)")
    if question := words.question(answer.parameters, names, short=True):
        click.echo(f"  {plain(', '.join(' '.join(pair) for pair in question))}")
    if not answer.rows:
        click.echo("  no rows")
    elif by:
        _counted(answer, by)
    else:
        _rows(answer)
    if explain:
        _explain(answer)
    for line in left_out(answer):
        click.echo(f"  {line}")
    if answer.rows and any(column.means == words.certainty.SINCE for column in answer.columns):
        click.echo(f"  {words.certainty.RANGE}")
    if counts.is_range(answer.columns, answer.rows):
        click.echo(f"  {counts.RANGE}")
    click.echo(f"  {plain(answer.caveat)}")
    click.echo(f"  {answer.query} {answer.query_hash[:12]} · graph {answer.graph_hash[:12]} · entry {answer.sequence}")


def row_on_paper(answer: Answer, number: int, reasons: Iterable[Reason]) -> None:
    """One row, a line for each column that tells something, and every claim behind it."""
    click.echo(f"{plain(answer.title)}: row {number} of {len(answer.rows):,}  (internal)")
    beside = cells.Beside.of(answer)
    for column, value in zip(answer.columns, answer.rows[number - 1], strict=True):
        text = words.cell(column, value, beside, short=True)
        if column.type != "claims" and text and value is not False:
            click.echo(f"  {column.name}: {plain(text)}{_times(value)}")
    reasons_on_paper(reasons)
    click.echo(f"\n  {plain(answer.caveat)}")


def kept_on_paper(name: str, path: Path) -> None:
    """That the question was kept; beside the answer, so on standard error."""
    click.echo(f"kept: `linkage query {name}` asks this again ({plain(path)})", err=True)


def changed_on_paper(saved: SavedQuery) -> None:
    """That a kept question's query is another by now."""
    click.echo(f"  {saved.name} has changed since this question was kept: see the change log", err=True)


def row_as_json(reasons: Iterable[Reason]) -> None:
    """Every claim behind one row."""
    click.echo(json_text([reason_as_data(reason) for reason in reasons]))


def _counted(answer: Answer, by: str) -> None:
    """How many rows each value of a column has, the period they span, and how sure they are."""
    beside = cells.Beside.of(answer)
    rows: dict[str, list[dict[str, object]]] = {}
    for record in answer.records():
        rows.setdefault(words.cell(answer.columns[answer.column(by)], record[by], beside, short=True), []).append(record)
    table = paper(by, "rows", "from", "to", *CERTAINTIES, fold=True)
    for value, group in rows.items():
        begins = [when for record in group if isinstance(when := record.get("since"), datetime)]
        ends = [when for record in group if isinstance(when := record.get("until"), datetime)]
        period = (words.moment(min(begins), short=True) if begins else "", words.until(max(ends), short=True) if ends else "")
        grades = [sum(record.get("certainty") == grade for record in group) or "" for grade in CERTAINTIES]
        table.row(value, len(group), *period, *grades)
    table.print()


def _rows(whole: Answer) -> None:
    """A line for each row, each count in one cell. Rows that would read alike say by which links or things they differ."""
    columns, folded = counts.folded(whole.columns, whole.rows)
    answer = replace(whole, columns=columns, rows=folded)
    beside = cells.Beside.of(answer)
    shown = [at for at in range(len(answer.columns)) if _tells(answer, at)]
    lines = [[words.cell(answer.columns[at], row[at], beside, short=True) for at in shown] for row in answer.rows]
    differ = differences(answer, lines, beside)
    table = paper("#", *(answer.columns[at].name for at in shown), *(["differs by"] if any(differ) else []), fold=True)
    for number, (line, own) in enumerate(zip(lines, differ, strict=True), 1):
        table.row(number, *line, *([own] if any(differ) else []))
    table.print()


def _times(value: object) -> str:
    """Of a link or a thing in its row, apart from each other: when it surely was, and when it possibly was."""
    if not isinstance(value, RelValue | NodeValue):
        return ""
    said = dict(words.line_by_line(value.properties))
    lines = [f"{name} {said[name]}" for name in ("surely", "possibly") if name in said]
    if said and said["surely"] == said["possibly"]:
        lines = lines[:1]
    return f"; {', '.join(lines)}" if lines else ""


def _tells(answer: Answer, position: int) -> bool:
    """Whether a column is worth its room: not for --explain, not empty throughout, not what was asked about."""
    column = answer.columns[position]
    if column.name in HIDDEN or column.type in ("path", "rel"):
        return False
    values = [row[position] for row in answer.rows]
    if all(value is None or value in ("", False, ()) for value in values) and not _is_told(answer, column, values):
        return False
    given = answer.parameters.values()
    return not all(isinstance(value, NodeValue) and value.id in given for value in values)


def _is_told(answer: Answer, column: Column, values: Sequence[object]) -> bool:
    """Whether nothing but zeros says something: it is a count, or the caveat speaks of them."""
    spoken_of = column.counts or column.name in re.findall(r"\w+", answer.caveat)
    return column.type == "int" and any(value == 0 for value in values) and spoken_of


def left_out(answer: Answer) -> list[str]:
    """What is not in the rows, a line each, with the option that shows it."""
    return words.left_out(answer.left_out, len(answer.rows), options=True)


def _explain(answer: Answer) -> None:
    beside = cells.Beside.of(answer)
    for number, row in enumerate(answer.rows, 1):
        click.echo(f"  {number}:")
        for column, value in zip(answer.columns, row, strict=True):
            if isinstance(value, PathValue):
                click.echo(f"     {column.name}: {plain(words.cell(column, value, beside))}")
            elif isinstance(value, RelValue):
                click.echo(f"     {column.name}: {plain(words.cell(column, value, beside))}{_times(value)}  {value.id}")
            elif column.type == "claims":
                ids = [str(claim) for claim in value] if isinstance(value, list | tuple) else []
                origins = answer.rests_on(number - 1).origins  # of none of them where a case's own query named them itself
                of = f" of {words.count(len(origins), 'independent origin')}" if origins else ""
                click.echo(f"     {words.count(len(ids), 'claim')}{of}: {' '.join(ids[:8])}{' …' if len(ids) > 8 else ''}")


def as_json(answer: Answer) -> None:
    """A list of rows; what was left out goes to standard error, so that nothing is lost in a pipe."""
    click.echo(json_text(rows_as_data(answer)))
    for line in left_out(answer):
        click.echo(line, err=True)


def as_csv(answer: Answer) -> None:
    """Scalar columns and names of nodes, as CSV that a spreadsheet may open; what was left out goes to standard error."""
    csv.writer(sys.stdout, lineterminator="\n").writerows(rows_as_csv(answer))
    for line in left_out(answer):
        click.echo(line, err=True)
