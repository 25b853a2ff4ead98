"""A mapping that was checked or tried, on the terminal and as JSON. What a row says is for this terminal alone."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from graph.words import columns, count
from graph.words.places import in_sheet
from queries.cli.output import load as load_output
from queries.cli.paper import plain, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.desk.mapping import Checked, RowInWords, Trial

MOST_WORDS = 20


def checked_on_paper(checked: Checked) -> None:
    """That there is no fault, and how it fits."""
    mapping = checked.mapping
    click.echo(plain(f"mapping {mapping.name}: no fault; it reads {count(len(mapping.columns()), 'column')}"))
    if checked.reading is None:
        return
    for table in checked.reading.tables:
        where = f"{in_sheet(table.sheet)}: " if table.sheet else ""
        named = "whose columns it names itself" if mapping.layout.names else "under the header it needs"
        click.echo(plain(f"  {where}{count(len(table.rows), 'row')} {named}"))
    for note in checked.reading.notes:
        click.echo(plain(f"  note: {load_output.noted(note)}"))
    if checked.unread:
        click.echo(plain(f"  no part of it reads {columns(checked.unread)} ({len(checked.unread):,} in all)"))
    _unknown(checked.unknown)


def _unknown(words: Mapping[tuple[str, str], int]) -> None:
    """Words that the mapping does not know, by column, those of most rows first."""
    by_column: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (column, word), rows in words.items():
        by_column[column].append((rows, word))
    for column, some in by_column.items():
        shown = [f"“{word}” ({rows:,})" for rows, word in sorted(some, key=lambda one: (-one[0], one[1]))[:MOST_WORDS]]
        more = f" and {len(some) - MOST_WORDS:,} more" if len(some) > MOST_WORDS else ""
        click.echo(plain(f"  words of {column} that it does not know, and in how many rows: {', '.join(shown)}{more}"))


def checked_as_json(checked: Checked) -> None:
    """The same."""
    tables = checked.reading.tables if checked.reading else ()
    print_json(
        {
            "mapping": checked.mapping.name,
            "columns": sorted(checked.mapping.columns()),
            "tables": [{"sheet": table.sheet, "rows": len(table.rows)} for table in tables],
            "unread": list(checked.unread),
            "unknown": _unknown_as_data(checked.unknown),
        }
    )


def _unknown_as_data(words: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    return [{"column": column, "word": word, "rows": rows} for (column, word), rows in sorted(words.items())]


def trials_on_paper(trials: Sequence[Trial], mappings: Sequence[str]) -> None:
    """Of each mapping the rows in words, then the report that a load would give."""
    for trial in trials:
        _trial_on_paper(trial)
    named = "".join(f" --mapping {mapping}" for mapping in mappings)
    click.echo(plain(f"Nothing was loaded. If the rows say what is meant: linkage load {trials[0].load.file}{named}"))


def _trial_on_paper(trial: Trial) -> None:
    click.echo(plain(f"{trial.load.file}, read by {trial.load.mapping.name}: its first rows say  (internal)"))
    for sheet, rows in groupby(trial.rows, key=lambda row: row.sheet):
        if sheet:
            click.echo(plain(in_sheet(sheet)))
        for row in rows:
            click.echo(f"row {row.number}")
            for line in row.says or (f"refused: {row.refused}",):
                click.echo(plain(f"  {line}"))
    click.echo()
    load_output.on_paper([trial.load], dry_run=True)
    _unknown(trial.load.unknown)


def trials_as_json(trials: Sequence[Trial], mappings: Sequence[str]) -> None:
    """The same; of several mappings, a list."""
    found = [_trial(trial) for trial in trials]
    print_json(found if len(mappings) > 1 else found[0])


def _trial(trial: Trial) -> dict[str, Any]:
    report = load_output.data(trial.load, dry_run=True)
    report["rejects"] = list(report["rejects"])
    unknown = _unknown_as_data(trial.load.unknown)
    return {"rows": [_row(row) for row in trial.rows], "load": report, "unknown": unknown}


def _row(row: RowInWords) -> dict[str, Any]:
    return {"sheet": row.sheet, "row": row.number, "says": list(row.says), "refused": row.refused}
