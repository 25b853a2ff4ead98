"""A mapping that was checked or tried, on the terminal and as JSON. What a row says is for this terminal alone."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from graph.words import columns, count
from queries.cli.output import load as load_output
from queries.cli.paper import plain, print_json

if TYPE_CHECKING:
    from queries.desk.mapping import Checked, RowInWords, Trial


def checked_on_paper(checked: Checked) -> None:
    """That there is no fault, and how it fits."""
    mapping = checked.mapping
    click.echo(plain(f"mapping {mapping.name}: no fault; it reads {count(len(mapping.columns()), 'column')}"))
    if checked.reading is None:
        return
    for table in checked.reading.tables:
        where = f"sheet {table.sheet}: " if table.sheet else ""
        click.echo(plain(f"  {where}{count(len(table.rows), 'row')} under the header it needs"))
    for note in checked.reading.notes:
        click.echo(plain(f"  note: {load_output.noted(note)}"))
    if checked.unread:
        click.echo(plain(f"  no part of it reads {columns(checked.unread)} ({len(checked.unread):,} in all)"))


def checked_as_json(checked: Checked) -> None:
    """The same."""
    tables = checked.reading.tables if checked.reading else ()
    print_json(
        {
            "mapping": checked.mapping.name,
            "columns": sorted(checked.mapping.columns()),
            "tables": [{"sheet": table.sheet, "rows": len(table.rows)} for table in tables],
            "unread": list(checked.unread),
        }
    )


def trial_on_paper(trial: Trial, mapping: str | None) -> None:
    """The rows in words, then the report that a load would give."""
    click.echo(plain(f"{trial.load.file}, read by {trial.load.mapping.name}: its first rows say  (internal)"))
    for sheet, rows in groupby(trial.rows, key=lambda row: row.sheet):
        if sheet:
            click.echo(plain(f"sheet {sheet}"))
        for row in rows:
            click.echo(f"row {row.number}")
            for line in row.says or (f"refused: {row.refused}",):
                click.echo(plain(f"  {line}"))
    click.echo()
    load_output.on_paper([trial.load], dry_run=True)
    named = f" --mapping {mapping}" if mapping else ""
    click.echo(plain(f"Nothing was loaded. If the rows say what is meant: linkage load {trial.load.file}{named}"))


def trial_as_json(trial: Trial, mapping: str | None) -> None:
    """The same."""
    report = load_output.data(trial.load, dry_run=True)
    report["rejects"] = list(report["rejects"])
    print_json({"rows": [_row(row) for row in trial.rows], "load": report})


def _row(row: RowInWords) -> dict[str, Any]:
    return {"sheet": row.sheet, "row": row.number, "says": list(row.says), "refused": row.refused}
