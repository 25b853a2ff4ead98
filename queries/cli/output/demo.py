"""What the demo made, its eight answers, and where to look next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.output import query, resolve
from queries.cli.paper import paper, plain
from queries.desk import demo
from queries.desk.query import called, catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.answer import Answer


def made_on_paper(made: demo.Demo) -> None:
    """The files and what came of each, and who is who."""
    click.echo(f"A fictional republic, its files in {made.folder / demo.FILES}, its case in {made.folder / demo.CASE}.\n")
    table = paper("file", "rows", "mentions", "claims", "joined by key", "refused", "odd")
    for load in made.loads:
        joined = sum(len(join.members) for join in load.joins)
        table.row(load.file, load.rows, len(load.mentions), len(load.claims), joined, len(load.rejects), len(load.issues))
    table.print()
    click.echo("  Refused rows and odd cells stand in the case's rejects/ folder, with file, row, column and reason.")
    resolve.in_a_line(made.resolved)


def answer_on_paper(made: demo.Demo, number: int, question: demo.TourQuestion, answer: Answer) -> None:
    """One question and its answer."""
    click.secho(f"\n{number}. {question.asks}", bold=True)
    saved = catalogue(made.case).get(question.query)
    query.on_paper(answer, called(made.case, saved, answer), explain=False, by=question.by)


def next_on_paper(made: demo.Demo, page: Path, files: Sequence[Path]) -> None:
    """What was written, and commands to try."""
    click.secho("\nTo look at", bold=True)
    click.echo(f"  {page}   the first answer as a graph; open it in a browser, it needs no network")
    click.echo(f"  {files[0].parent}   the same as CSV and GraphML, with a manifest")
    click.secho("\nTo try next", bold=True)
    click.echo(f"  cd {made.folder / demo.CASE}     then, where Linkage is not installed, `uv run` before each line")
    click.echo("  linkage query                         what else can be asked")
    click.echo(f"  {plain(demo.command_line(demo.QUESTIONS[1]))} --explain")
    click.echo(f'  linkage show "{demo.QUESTIONS[0].parameters["station"]}"')
    click.echo(f'  linkage why "{demo.QUESTIONS[1].parameters["victim"]}"     every claim, source and decision')
    if made.resolved.groups:
        click.echo("  linkage review                        who may be one and the same: the ones no rule decides")
    click.echo("  linkage verify                        nothing was changed")
