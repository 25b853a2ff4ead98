"""`linkage query`: the catalogue, and an answer on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from queries.cli.asked import Asking
from queries.cli.opened import maybe_case

if TYPE_CHECKING:
    from graph.answer import Answer
    from graph.case import Case


def _print(case: Case, answer: Answer, options: dict[str, Any]) -> None:
    from queries.cli import answers

    if options["as_json"] and options["as_csv"]:
        raise click.UsageError("--json and --csv: give one of them")
    if options["as_json"]:
        answers.as_json(answer)
    elif options["as_csv"]:
        answers.as_csv(answer)
    else:
        from queries.cli.words import asked
        from queries.desk.asking import called, catalogue

        saved = catalogue(case).get(answer.query)
        answers.on_paper(answer, asked(saved, answer.parameters, called(case, saved, answer)), explain=options["explain"])


@click.group(
    cls=Asking,
    invoke_without_command=True,
    short_help="Ask a saved query; without a name, what can be asked.",
    more=[
        click.Option(["--json", "as_json"], is_flag=True, help="A list of rows, as JSON."),
        click.Option(["--csv", "as_csv"], is_flag=True, help="The scalar columns, as CSV."),
        click.Option(["--explain"], is_flag=True, help="Say under each row what it rests on."),
    ],
    then=_print,
    subcommand_metavar="[NAME [OPTIONS]]",
)
@click.option("--search", metavar="WORDS", help="Only queries with these words in name, title or question.")
@click.pass_context
def command(ctx: click.Context, search: str | None) -> None:
    """Ask a saved query of the case. `linkage query NAME --help` shows its parameters.

    \b
    linkage query
    linkage query command/chain_up --unit "7 Division" --on 2014-05-01
    """
    if ctx.invoked_subcommand is not None:
        return
    from queries.cli.answers import catalogue_on_paper
    from queries.desk.asking import catalogue

    with maybe_case(ctx) as case:
        catalogue_on_paper(catalogue(case), search)
