"""A drafted mapping on the terminal: questions and their evidence, what each column seems to be, and what to do next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from graph.words import count
from graph.words.places import in_sheet
from queries.cli.paper import paper, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.draft.draft import Draft
    from queries.desk.draft import Question, Written


def ask(question: Question) -> str:
    """The person's answer; Enter takes the default."""
    click.echo()
    click.echo(plain(question.asks))
    if question.evidence:
        click.echo(plain(f"  {question.evidence}"))
    names = [name for name, _ in question.choices]
    for number, (name, says) in enumerate(question.choices, start=1):
        click.echo(plain(f"  {number}  {says or name}"))
    default = names.index(question.default) + 1
    answer = click.prompt("Which", type=click.IntRange(1, len(names)), default=default)
    return names[answer - 1]


def on_paper(written: Iterable[Written]) -> None:
    """Of each file: its drafts, what its columns are read as, what is left out, and the next commands."""
    for each in written:
        for draft, path in zip(each.drafted.drafts, each.paths, strict=True):
            _draft(each, draft, str(path) if path else None)
        for sheet, why in each.drafted.left_out:
            click.echo(plain(f"  {in_sheet(sheet)} left out: {why}"))


def _draft(written: Written, draft: Draft, path: str | None) -> None:
    sheets = f", {'sheet' if len(draft.sheets) == 1 else 'sheets'} {', '.join(draft.sheets)}" if draft.sheets else ""
    click.echo(plain(f"{written.file}{sheets}: {count(draft.facts.rows, 'row')}, {count(len(draft.facts.columns), 'column')}"))
    table = paper("#", "column", "seems to be", "in the draft")
    for column in draft.facts.columns:
        read = draft.outline.read.get(column.name)
        table.row(column.number, column.name, column.kind or "not known", read or "left out")
    table.print()
    if path is None:
        click.echo(plain("No draft was written: no column is known to name a person, a unit, a place or an event."))
        click.echo("  Write the mapping by hand (.github/docs/mapping.md), or copy the rows into a form (linkage form).")
        return
    click.echo()
    click.echo(plain(path))
    for question in draft.answers.open:
        click.echo(plain(f"  not decided: {question.asks}"))
    encoding = f" --encoding {written.encoding}" if written.encoding else ""
    file, mapping = shlex.quote(str(written.file)), shlex.quote(path)
    click.echo("  Read it, and correct what is wrong. Nothing was loaded. Then:")
    click.echo(plain(f"    linkage mapping try {file} --mapping {mapping}{encoding}"))
    click.echo(plain(f"    linkage load {file} --mapping {mapping}{encoding}"))
