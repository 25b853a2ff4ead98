"""`linkage demo`: a whole case of a fictional republic, from files to a page."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import progress


@click.command(short_help="Make a whole case of a fictional republic, and ask it.")
@click.argument("folder", type=click.Path(path_type=Path), default="linkage-demo")
def command(folder: Path) -> None:
    """Make a case of a fictional republic in FOLDER: files, a load, who is who, eight questions, a page, an export.

    \b
    linkage demo
    linkage demo somewhere-else
    """
    from queries.cli import words
    from queries.cli.output import query as answers
    from queries.cli.output import resolve as resolved
    from queries.cli.paper import plain
    from queries.desk import demo
    from queries.desk.query import called, catalogue

    with progress() as tell:
        made = demo.make(folder, progress=tell)
    with made.case as case:
        click.echo(f"A fictional republic, its files in {folder / demo.FILES}, its case in {folder / demo.CASE}.\n")
        _loaded(made)
        resolved.in_a_line(made.resolved)
        known = catalogue(case)
        for number, question in enumerate(demo.QUESTIONS, 1):
            with progress() as tell:
                answer = demo.answer(made, question, progress=tell)
            click.secho(f"\n{number}. {question.asks}", bold=True)
            saved = known.get(question.query)
            asked = words.asked(saved, answer.parameters, called(case, saved, answer))
            answers.on_paper(answer, asked, explain=False, by=question.by)
        with progress() as tell:
            page, files = demo.leave(made, demo.QUESTIONS[0], progress=tell)
    click.secho("\nTo look at", bold=True)
    click.echo(f"  {page}   the first answer as a graph; open it in a browser, it needs no network")
    click.echo(f"  {files[0].parent}   the same as CSV and GraphML, with a manifest")
    click.secho("\nTo try next", bold=True)
    click.echo(f"  cd {folder / demo.CASE}     then, where Linkage is not installed, `uv run` before each line")
    click.echo("  linkage query                         what else can be asked")
    for question in demo.QUESTIONS[1:2]:
        click.echo(f"  {plain(demo.command_line(question))} --explain")
    click.echo(f'  linkage show "{demo.QUESTIONS[0].parameters["station"]}"')
    click.echo(f'  linkage why "{demo.QUESTIONS[1].parameters["victim"]}"     every claim, source and decision')
    if made.resolved.groups:
        click.echo("  linkage review                        who may be one and the same: the ones no rule decides")
    click.echo("  linkage verify                        nothing was changed")


def _loaded(made: object) -> None:
    from queries.cli.paper import paper
    from queries.desk.demo import Demo

    assert isinstance(made, Demo)  # noqa: S101 - as made above
    table = paper("file", "rows", "mentions", "claims", "joined by key", "refused", "odd")
    for load in made.loads:
        joined = sum(len(join.members) for join in load.joins)
        table.row(load.file, load.rows, len(load.mentions), len(load.claims), joined, len(load.rejects), len(load.issues))
    table.print()
    click.echo("  Refused rows and odd cells stand in the case's rejects/ folder, with file, row, column and reason.")
